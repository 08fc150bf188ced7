import { expect, test } from 'vitest';
import { sampleDraft, sampleSaved } from '@/test/support/samples.ts';
import { candidatesOf, type Filtering, passes, valuesOf } from './filters.ts';

const articles = [
  sampleSaved({ id: '1', tags: [] }, { title: '水务工作会议' }),
  sampleSaved({ id: '2', tags: ['汛期'] }, { title: '防汛部署' }),
  sampleSaved({ id: '3', tags: ['河道', '汛期'] }, { title: '河道整治' }),
];
const mark = { ...sampleDraft('堤防', ['任务']), id: 'm', articleId: '2', created: '', modified: '' };
const candidates = candidatesOf(articles, [mark]);
const kept = (filtering: Filtering) =>
  candidates.filter((one) => passes(one, filtering)).map(({ saved }) => saved.id);

test('an article is listed with its own marks and with the tags of both', () => {
  expect(candidates.map(({ marks, tags }) => [marks.length, tags])).toEqual([
    [0, []],
    [1, ['汛期', '任务']],
    [0, ['河道', '汛期']],
  ]);
});

test('filters hold together, and one that is not asked for lets all pass', () => {
  expect(kept({})).toEqual(['1', '2', '3']);
  expect(kept({ tag: '汛期' })).toEqual(['2', '3']);
  expect(kept({ tag: '任务' })).toEqual(['2']);
  expect(kept({ marked: 'on' })).toEqual(['2']);
  expect(kept({ tag: '河道', marked: 'on' })).toEqual([]);
});

test('a choice offers what the articles have, the most used first', () => {
  expect(valuesOf('tag', candidates)).toEqual(['汛期', '河道', '任务'].sort(byUse));
  expect(valuesOf('marked', candidates)).toEqual([]);
});

/** 汛期 is used twice; the others once, in the order of their pinyin. */
function byUse(a: string, b: string): number {
  const uses = (tag: string) => (tag === '汛期' ? 0 : 1);
  return uses(a) - uses(b) || a.localeCompare(b, 'zh');
}
