import { expect, test } from 'vitest';
import { typedTags } from './typedTags.ts';

test('signs part tags, save within quotation marks and in a tag that is in use', () => {
  expect(typedTags(' 水务，防汛; 水务 ', [])).toEqual(['水务', '防汛']);
  expect(typedTags('双随机、一公开', [])).toEqual(['双随机', '一公开']);
  expect(typedTags('“双随机、一公开”', [])).toEqual(['双随机、一公开']);
  expect(typedTags('双随机、一公开', ['双随机、一公开'])).toEqual(['双随机、一公开']);
  expect(typedTags('""', [])).toEqual(['""']);
  expect(typedTags(' ', [])).toEqual([]);
});
