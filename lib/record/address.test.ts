import { expect, test } from 'vitest';
import { recognisedAddress, recognisedAddresses, sameScheme } from './address.ts';

test('http, https, fragments and tracking parameters do not make another page', () => {
  const plain = recognisedAddress('https://www.example.gov.cn/zw/1.html');
  expect(recognisedAddress('http://www.example.gov.cn/zw/1.html?utm_source=wx&from=timeline#p2')).toBe(plain);
});

test('a parameter that names the page counts, in any order', () => {
  expect(recognisedAddress('https://a.cn/show?id=1&b=2')).toBe(
    recognisedAddress('https://a.cn/show?b=2&id=1'),
  );
  expect(recognisedAddress('https://a.cn/show?id=1')).not.toBe(recognisedAddress('https://a.cn/show?id=2'));
});

test('what is no page has no address', () => {
  expect(recognisedAddress('chrome://extensions')).toBeNull();
  expect(recognisedAddress('not a url')).toBeNull();
});

test('the same address twice is kept once', () => {
  expect(recognisedAddresses('https://a.cn/1', 'http://a.cn/1')).toHaveLength(1);
});

test('a route of a single-page site names a page, a place in a page does not', () => {
  const at = (rest: string) => recognisedAddress(`https://a.cn/news/${rest}`);
  for (const sign of ['#/', '#!', '#!/']) {
    expect(at(`${sign}detail?id=1`)).not.toBe(at(`${sign}detail?id=2`));
    expect(at(`${sign}detail?id=1&utm_source=wx`)).toBe(at(`${sign}detail?id=1`));
    expect(at(sign)).toBe(at(''));
  }
  expect(at('#detail')).toBe(at(''));
  expect(at('#part/2')).toBe(at(''));
});

test('a canonical address counts within the same site', () => {
  expect(recognisedAddresses('https://a.qingshan.gov.cn/1', 'https://www.qingshan.gov.cn/2')).toEqual([
    '//a.qingshan.gov.cn/1',
    '//qingshan.gov.cn/2',
  ]);
  expect(recognisedAddresses('https://beihe.gov.cn/1', 'https://www.qingshan.gov.cn/2')).toEqual([
    '//beihe.gov.cn/1',
  ]);
});

test('one canonical address for all routes says nothing of the route', () => {
  expect(recognisedAddresses('https://a.cn/news/#/detail?id=1', 'https://a.cn/news/')).toEqual([
    '//a.cn/news/#/detail?id=1',
  ]);
  expect(recognisedAddresses('https://a.cn/news/#/d/1', 'https://a.cn/#!/x/1')).toHaveLength(2);
});

test('a file on the disk is named as such, and no host of the same name', () => {
  expect(recognisedAddress('file:///home/li/1.html')).toBe('file:///home/li/1.html');
  expect(recognisedAddress('https://home/li/1.html')).toBe('//home/li/1.html');
});

test('a mobile host is that of the site, and a host that only contains such a word is another', () => {
  expect(recognisedAddress('https://m.qingshan.gov.cn/1')).toBe('//qingshan.gov.cn/1');
  expect(recognisedAddress('https://m.qingshan.g/1')).toBe('//qingshan.g/1');
  expect(recognisedAddress('https://xm.qingshan.gov.cn/1')).toBe('//xm.qingshan.gov.cn/1');
  expect(recognisedAddress('https://news.m.qingshan.gov.cn/1')).toBe('//news.m.qingshan.gov.cn/1');
  expect(recognisedAddress('https://www.cn/1')).toBe('//www.cn/1');
});

test('a question mark within the query of a route stays a part of it', () => {
  expect(recognisedAddress('https://a.cn/#/d?next=b?c=1')).toBe('//a.cn/#/d?next=b%3Fc%3D1');
});

test('addresses have the same scheme or not', () => {
  expect(sameScheme('https://a.cn/1', 'https://b.cn/2')).toBe(true);
  expect(sameScheme('https://a.cn/1', 'http://a.cn/1')).toBe(false);
  expect(sameScheme('file:///a', 'https://a')).toBe(false);
});
