import { expect, test } from 'vitest';
import { recognisedAddress, recognisedAddresses } from './address.ts';

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
