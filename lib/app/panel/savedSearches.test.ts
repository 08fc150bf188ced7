import { expect, test } from 'vitest';
import { sameSearch, withSearch } from './savedSearches.ts';
import { NOTHING_ASKED } from './searchView.ts';

const asked = { ...NOTHING_ASKED, words: '堤防', filtering: { tag: '水务' } };

test('a search takes the place of one of its name, and needs a name', () => {
  const one = withSearch([], ' 堤防 ', asked);
  expect(one).toEqual([{ name: '堤防', asked }]);
  expect(withSearch(one, '堤防', NOTHING_ASKED)).toEqual([{ name: '堤防', asked: NOTHING_ASKED }]);
  expect(withSearch(one, ' ', NOTHING_ASKED)).toBe(one);
});

test('a search is known by its words and filters, whatever its order', () => {
  const all = withSearch([], '堤防', asked);
  const filtering = { starred: undefined, tag: '水务' };
  expect(sameSearch(all, { words: ' 堤防', filtering, order: 'saved', group: 'day' })?.name).toBe('堤防');
  expect(sameSearch(all, { ...asked, filtering: {} })).toBeNull();
});
