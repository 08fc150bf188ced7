import { expect, test } from 'vitest';
import { pageOf } from '../../../test/support/pages.ts';
import { linesOf } from '../page/lines.ts';
import { readPaging } from './paging.ts';

const BASE = 'https://www.qinghe.example/n1/2023/0302/c12-345678';
const pagingOf = (html: string, url = `${BASE}.html`) => readPaging(linesOf(pageOf(html).body), url);
const numbers = (count: number, write = (n: number) => `【${n}】`) =>
  Array.from(
    { length: count },
    (_, i) => `<a href="${BASE}${i ? `-${i + 1}` : ''}.html">${write(i + 1)}</a>`,
  ).join('');

test('【1】【2】【3】, on the first page and on the second', () => {
  expect(pagingOf(`<div>${numbers(3)}</div>`)).toEqual({ page: 1, pages: 3, next: `${BASE}-2.html` });
  expect(pagingOf(`<div>${numbers(3)}</div>`, `${BASE}-2.html`)).toEqual({
    page: 2,
    pages: 3,
    next: `${BASE}-3.html`,
  });
  expect(pagingOf(`<div>${numbers(3)}</div>`, `${BASE}-3.html`)).toEqual({ page: 3, pages: 3, next: null });
});

test('下一页 beside numbers, the own one without a link', () => {
  const html = `<div><span>1</span> <a href="${BASE}_2.html">2</a> <a href="${BASE}_2.html">下一页</a></div>`;
  expect(pagingOf(html)).toEqual({ page: 1, pages: 2, next: `${BASE}_2.html` });
});

test('numbers in a list, pages named by a query', () => {
  const html = `<ul><li><a href="?page=1">1</a></li><li><a href="?page=2">2</a></li><li><a href="?page=2">下一頁</a></li></ul>`;
  expect(pagingOf(html)).toEqual({ page: 1, pages: 2, next: `${BASE}.html?page=2` });
});

test('第1页/共4页', () => {
  const html = `<p>第1页/共4页 <a href="${BASE}_2.html">下一页</a></p>`;
  expect(pagingOf(html)).toEqual({ page: 1, pages: 4, next: `${BASE}_2.html` });
});

test('a copy in a file: the numbers belong together', () => {
  expect(pagingOf(`<div>${numbers(2)}</div>`, 'file:///tmp/page.html')).toMatchObject({ pages: 2 });
});

test.each([
  ['one page', '<p>清河区部署防汛</p>'],
  [
    'pages of a list',
    '<div><a href="/list_1.html">1</a><a href="/list_2.html">2</a><a href="/list_2.html">下一页</a></div>',
  ],
  [
    'pages of comments, by a script',
    '<div><a href="#">1</a><a href="javascript:go(2)">2</a><a href="javascript:go(2)">下一页</a></div>',
  ],
  ['numbers of a text', '<p>【1】 见附件 【2】 同上</p>'],
])('none: %s', (_, html) => {
  expect(pagingOf(html)).toBeNull();
});
