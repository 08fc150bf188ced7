import { expect, test } from 'vitest';
import { citationOf } from './citation.ts';

const url = 'https://news.example/a.html';

test('a quote with source, headline, day and address', () => {
  const article = {
    title: '全市河长制会议召开',
    source: '青山发布',
    publishedAt: '2025-03-04T09:30:15+08:00',
  };
  expect(citationOf('每周公布\n一次进度 ', article, url)).toBe(
    '“每周公布 一次进度”（青山发布：《全市河长制会议召开》，2025-03-04，https://news.example/a.html）',
  );
});

test('what the page does not give is left out', () => {
  expect(citationOf('进度', { title: '', source: null, publishedAt: null }, url)).toBe(`“进度”（${url}）`);
});
