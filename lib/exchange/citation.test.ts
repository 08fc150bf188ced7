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

const page = { title: '河长制会议召开', source: null, siteName: '青山区政府网', publishedAt: null };

test('the site stands for a source that the page does not name, and a headline stands alone without either', () => {
  expect(citationOf('进度', page, url)).toBe(`“进度”（青山区政府网：《河长制会议召开》，${url}）`);
  expect(citationOf('进度', { ...page, siteName: null }, url)).toBe(`“进度”（《河长制会议召开》，${url}）`);
  expect(citationOf('进度', { ...page, title: '' }, url)).toBe(`“进度”（青山区政府网，${url}）`);
});

test('blanks around a break in a quote are one blank', () => {
  expect(citationOf(' 一 \n\n 二　三\n', { ...page, title: '', siteName: null }, url)).toBe(
    `“一 二　三”（${url}）`,
  );
});
