import { expect, test } from 'vitest';
import { sampleDraft, sampleSaved } from '../../test/support/samples.ts';
import { searchArticles } from './search.ts';

const saved = (id: string, title: string, tags: string[] = []) => sampleSaved({ id, tags }, { title });
const articles = [saved('1', '水务工作会议'), saved('2', '防汛部署', ['汛期'])];
const texts = new Map([
  ['1', '管网检查'],
  ['2', '堤防 ＡＢＣ１２３'],
]);
const mark = { ...sampleDraft('堤防', ['任务']), id: 'm', articleId: '2', created: '', modified: '' };
const find = (words: string, tag: string | null = null, markedOnly = false) =>
  searchArticles(articles, texts, [mark], { words, tag, markedOnly }).map(({ id }) => id);

test('words are found in headline, body and marks, and all of them must be there', () => {
  expect(find('')).toEqual(['1', '2']);
  expect(find('管网')).toEqual(['1']);
  expect(find('任务 防汛')).toEqual(['2']);
  expect(find('任务 管网')).toEqual([]);
});

test('full and half width and case are alike', () => {
  expect(find('abc123')).toEqual(['2']);
});

test('tags of articles and of marks filter, and so does having marks', () => {
  expect(find('', '汛期')).toEqual(['2']);
  expect(find('', '任务')).toEqual(['2']);
  expect(find('', null, true)).toEqual(['2']);
});
