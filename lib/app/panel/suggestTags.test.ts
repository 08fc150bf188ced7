import { expect, test } from 'vitest';
import { suggestTags } from './suggestTags.ts';

const about = (more: Partial<Parameters<typeof suggestTags>[0]>) =>
  suggestTags({ title: '', keywords: [], text: '', tags: [], known: [], habits: [], ...more });

test('a tag that headline or keywords name comes before one that the text names', () => {
  expect(
    about({
      title: '岚桥区召开防汛会议',
      keywords: ['河长制'],
      text: '检查排水管网。',
      known: ['环保/排水管网', '河长制', '防汛', '教育'],
    }),
  ).toEqual(['河长制', '防汛', '环保/排水管网']);
});

test('tags are found in either script, and those that the article has are left out', () => {
  expect(about({ title: '雙隨機抽查', known: ['双随机', '抽查'], tags: ['#抽查'] })).toEqual(['双随机']);
});

test('what other articles of the source have more than once is a habit', () => {
  expect(about({ known: ['水务', '教育'], habits: [['水务'], ['水务', '教育'], []] })).toEqual(['水务']);
});

test('a single character in the text suggests nothing, and long keywords are no tags', () => {
  expect(about({ title: '水利', text: '水', known: ['水'] })).toEqual([]);
  expect(
    about({ keywords: ['防汛抗旱', '关于进一步加强管网检查的通知', '防汛抗旱', '河长制', '垃圾分类'] }),
  ).toEqual(['防汛抗旱', '河长制']);
});
