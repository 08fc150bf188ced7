import { expect, test } from 'vitest';
import { hostOf, isOff, switchHost } from './offHosts.ts';
import { settingsNow } from './settings.ts';

function local(stored: Record<string, unknown> = {}) {
  return {
    get: async () => stored,
    set: async (items: Record<string, unknown>) => void Object.assign(stored, items),
  };
}

test.each([
  ['https://www.qingshan.example/zw/1.html', 'www.qingshan.example'],
  ['http://127.0.0.1:8080/', '127.0.0.1'],
  ['https://新闻.example/', 'xn--efvy88h.example'],
  ['file:///tmp/a.html', null],
  ['chrome://version', null],
  ['no address', null],
  [null, null],
])('the host of %s is %s', (url, host) => expect(hostOf(url)).toBe(host));

test('a host is switched off by itself, once, and on again, and other choices stay', async () => {
  const store = local({ settings: { printsMarks: false } });
  await switchHost(store, 'b.example', true);
  await switchHost(store, 'a.example', true);
  await switchHost(store, 'a.example', true);
  expect(await settingsNow(store)).toMatchObject({
    printsMarks: false,
    offHosts: ['a.example', 'b.example'],
  });
  expect(await isOff(store, 'https://a.example/1')).toBe(true);
  expect(await isOff(store, 'https://m.a.example/1')).toBe(false);
  expect(await isOff(store, undefined)).toBe(false);
  await switchHost(store, 'a.example', false);
  expect(await isOff(store, 'https://a.example/1')).toBe(false);
  expect(await isOff(store, 'https://b.example/1')).toBe(true);
});
