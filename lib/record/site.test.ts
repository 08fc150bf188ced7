import { expect, test } from 'vitest';
import { believedCanonical, sameSite } from './site.ts';

test.each([
  ['https://www.qingshan.gov.cn/a', 'http://m.qingshan.gov.cn/b', true],
  ['https://news.example.com.cn/a', 'https://example.com.cn/', true],
  // Each city has its own domain below gov.cn, each user one below github.io.
  ['https://www.qingshan.gov.cn/a', 'https://www.beihe.gov.cn/a', false],
  ['https://one.github.io/a', 'https://two.github.io/a', false],
  ['http://127.0.0.1:8080/a', 'http://127.0.0.1/b', true],
  ['http://127.0.0.1/a', 'http://127.0.0.2/a', false],
  ['http://localhost/a', 'http://intranet/a', false],
  ['file:///tmp/a.html', 'https://www.qingshan.gov.cn/a', false],
])('%s and %s: one site is %s', (a, b, same) => {
  expect(sameSite(a, b)).toBe(same);
});

test('a page speaks for its own site alone', () => {
  const url = 'https://attacker.example/1';
  expect(believedCanonical(url, 'https://www.qingshan.gov.cn/1')).toBeNull();
  expect(believedCanonical(url, 'https://www.attacker.example/2')).toBe('https://www.attacker.example/2');
  expect(believedCanonical(url, 'no address')).toBeNull();
  expect(believedCanonical(url, null)).toBeNull();
});
