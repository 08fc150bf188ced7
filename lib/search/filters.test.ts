import { expect, test } from 'vitest';
import { narrowedBy } from './filters.ts';
import { parseQuery } from './parseQuery.ts';
import { is, tagged } from './query.ts';

test('filters and words hold together, and a filter that is not asked for lets all pass', () => {
  const words = parseQuery('堤防');
  expect(narrowedBy(words, {})).toEqual(words);
  expect(narrowedBy(parseQuery(''), {})).toEqual({ type: 'all' });
  expect(narrowedBy(parseQuery(''), { marked: 'on' })).toEqual(is('marked'));
  expect(narrowedBy(words, { tag: '双随机、(一)公开', marked: 'on' })).toEqual({
    type: 'and',
    of: [words, tagged('双随机、(一)公开'), is('marked')],
  });
});
