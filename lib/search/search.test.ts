import { expect, test } from 'vitest';
import { sampleDraft, sampleSaved } from '@/test/support/samples.ts';
import { candidatesOf } from './filters.ts';
import { excerptOf, searchArticles } from './search.ts';

const saved = (id: string, title: string, tags: string[] = []) => sampleSaved({ id, tags }, { title });
const articles = [saved('1', '水务工作会议'), saved('2', '防汛部署', ['汛期'])];
const texts = new Map([
  ['1', '管网检查'],
  ['2', '堤防 ＡＢＣ１２３'],
]);
const mark = { ...sampleDraft('堤防', ['任务']), id: 'm', articleId: '2', created: '', modified: '' };
const candidates = candidatesOf(articles, [mark]);
const find = (query: string) => searchArticles(candidates, texts, query).map(({ saved }) => saved.id);

test('words are found in headline, body and marks, and all of them must be there', () => {
  expect(find('')).toEqual(['1', '2']);
  expect(find('管网')).toEqual(['1']);
  expect(find('任务 防汛')).toEqual(['2']);
  expect(find('任务 管网')).toEqual([]);
});

test('full and half width and case are alike', () => {
  expect(find('abc123')).toEqual(['2']);
});

test('an excerpt shows the first word that the text has, as it is written, within its paragraph', () => {
  const text = '会议召开\n各街道要按月上报GIS管网图，逐条核对走向和管径\n会议要求';
  expect(excerptOf(text, '泵站 gis')).toEqual(['各街道要按月上报', 'GIS', '管网图，逐条核对走向和管径']);
  expect(excerptOf(text, '核对')).toEqual(['…月上报GIS管网图，逐条', '核对', '走向和管径']);
  expect(excerptOf(text, '泵站')).toBeNull();
  expect(excerptOf('İ堤防', '堤防')).toBeNull();
});
