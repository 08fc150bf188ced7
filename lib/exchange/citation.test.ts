import { expect, test } from 'vitest';
import { citationOf, referenceOf } from './citation.ts';

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

const document = {
  title: '关于加强河湖管护的意见',
  authors: [],
  source: null,
  issuer: '青山市人民政府',
  documentNumber: '青政发〔2025〕3号',
  publishedAt: '2025-03-04T09:30:15+08:00',
};

test('a document is referred to by its issuer, its number and the days of publication and reading', () => {
  expect(referenceOf(document, url, '2025-03-13')).toBe(
    `青山市人民政府. 关于加强河湖管护的意见：青政发〔2025〕3号[EB/OL]. (2025-03-04)[2025-03-13]. ${url}.`,
  );
});

test('a report is referred to by its authors, three at most, and its source', () => {
  const report = {
    ...document,
    title: '河长制会议召开',
    authors: ['甲一', '乙二', '丙三', '丁四'],
    source: '青山日报',
    issuer: null,
    documentNumber: null,
  };
  expect(referenceOf(report, url, '2025-03-13')).toBe(
    `甲一，乙二，丙三，等. 河长制会议召开[EB/OL]. 青山日报，2025(2025-03-04)[2025-03-13]. ${url}.`,
  );
  expect(referenceOf({ ...report, authors: [], publishedAt: null }, url, '2025-03-13')).toBe(
    `青山日报. 河长制会议召开[EB/OL]. [2025-03-13]. ${url}.`,
  );
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

const referred = { ...page, authors: [], issuer: null, documentNumber: null };

test('three authors are all named; the publisher is not named twice', () => {
  expect(referenceOf({ ...referred, authors: ['甲一', '乙二', '丙三'] }, url, '2025-03-13')).toBe(
    `甲一，乙二，丙三. 河长制会议召开[EB/OL]. 青山区政府网[2025-03-13]. ${url}.`,
  );
  expect(referenceOf({ ...referred, publishedAt: '2025-03-04' }, url, '2025-03-13')).toBe(
    `青山区政府网. 河长制会议召开[EB/OL]. (2025-03-04)[2025-03-13]. ${url}.`,
  );
  expect(referenceOf({ ...referred, source: '青山发布', issuer: '青山区政府' }, url, '2025-03-13')).toBe(
    `青山区政府. 河长制会议召开[EB/OL]. 青山发布[2025-03-13]. ${url}.`,
  );
});

test('a reference without author, publisher, headline or day has what is left', () => {
  expect(referenceOf({ ...referred, siteName: undefined }, url, '2025-03-13')).toBe(
    `河长制会议召开[EB/OL]. [2025-03-13]. ${url}.`,
  );
  expect(
    referenceOf({ ...referred, title: '', siteName: null, documentNumber: '青政发〔2025〕3号' }, url, 'x'),
  ).toBe(`青政发〔2025〕3号[EB/OL]. [x]. ${url}.`);
});
