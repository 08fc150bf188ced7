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
