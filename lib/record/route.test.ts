import { expect, test } from 'vitest';
import { pageOf, routeOf } from './route.ts';

test.each([
  ['https://a.cn/1', '', 'https://a.cn/1'],
  ['https://a.cn/1/', '', 'https://a.cn/1/'],
  ['https://a.cn/1#part', '', 'https://a.cn/1'],
  ['https://a.cn/1#part/2', '', 'https://a.cn/1'],
  ['https://a.cn/#/', '', 'https://a.cn/'],
  ['https://a.cn/#!/', '', 'https://a.cn/'],
  ['https://a.cn/#/detail?id=1', '/detail?id=1', 'https://a.cn/#/detail?id=1'],
  ['https://a.cn/#!detail', '!detail', 'https://a.cn/#!detail'],
  ['#/detail', '/detail', '#/detail'],
  ['/', '', '/'],
  ['', '', ''],
  ['https://a.cn/1#a\nb', '', 'https://a.cn/1'],
])('%j has the route %j and is a place in %j', (url, route, page) => {
  expect(routeOf(url)).toBe(route);
  expect(pageOf(url)).toBe(page);
});
