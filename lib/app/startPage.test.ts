// @vitest-environment jsdom

import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '@/test/support/interface.ts';
import { resetPage, show } from '@/test/support/ownPage.ts';
import { copyFromField, copyText } from './copyText.ts';
import { errorText, formatDate, formatMoment, formatNumber, language, t } from './i18n.ts';
import { startOffscreen } from './offscreen.ts';
import { startPage } from './startPage.ts';

beforeEach(() => {
  setLanguage('zh_CN');
  resetPage();
});
afterEach(() => {
  vi.restoreAllMocks();
  resetPage();
});

test('a page of the extension has its language, its title and the colours of marks', () => {
  setLanguage('en');
  startPage('optionsTitle');
  expect(document.documentElement.lang).toBe('en');
  expect(document.title).toBe(t('optionsTitle'));
  expect(document.head.lastElementChild!.textContent).toContain('.yellow { --shade:');
});

test('whatever a view shows is plain text: words, titles and labels, and not what is typed', async () => {
  startPage('optionsTitle');
  const bad = '甲\u202E乙';
  const words = { title: bad, alt: bad, 'aria-label': bad, placeholder: bad };
  await show(h('p', { ...words, class: 'x' }, bad, h('input', { value: bad }), 5));
  const p = document.querySelector('p')!;
  expect([
    p.title,
    p.getAttribute('alt'),
    p.getAttribute('aria-label'),
    p.getAttribute('placeholder'),
  ]).toEqual(Array(4).fill('甲乙'));
  expect(p.textContent).toBe('甲乙5');
  expect(document.querySelector('input')!.value).toBe(bad);
});

/** Makes `execCommand` record the text of the field that is copied. */
function copies(works: boolean): string[] {
  const copied: string[] = [];
  document.execCommand = (command) => {
    expect(command).toBe('copy');
    copied.push(
      (document.activeElement as HTMLTextAreaElement | null)?.value ??
        document.querySelector('textarea')!.value,
    );
    return works;
  };
  return copied;
}

test('a text is copied as it is seen, from a field where the browser’s clipboard refuses', async () => {
  const write = vi.fn(async (_: string) => {});
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: write }, configurable: true });
  expect(await copyText('甲\u202E乙')).toBe(true);
  expect(write).toHaveBeenCalledWith('甲乙');
  write.mockRejectedValue(new Error('no focus'));
  const copied = copies(true);
  expect(await copyText('丙\u202E丁')).toBe(true);
  expect(copied).toEqual(['丙丁']);
  expect(document.querySelector('textarea')).toBeNull();
  copies(false);
  expect(await copyText('丙')).toBe(false);
  expect(copyFromField('丙')).toBe(false);
});

test('the offscreen document copies for the background and for no page', async () => {
  let hear: (raw: unknown, sender: object, reply: (value: unknown) => void) => unknown = () => {};
  const { runtime } = (globalThis as unknown as { chrome: { runtime: Record<string, unknown> } }).chrome;
  runtime.onMessage = { addListener: (listener: typeof hear) => (hear = listener) };
  runtime.getURL = () => 'chrome-extension://test/';
  startOffscreen();
  const copied = copies(true);
  const raw = { pizhu: 'clipboard.write', request: { text: '引文' } };
  const ask = (sender: object) =>
    new Promise((reply) => {
      if (!hear(raw, { id: 'test', ...sender }, reply)) reply('silence');
    });
  expect(await ask({ url: 'chrome-extension://test/background.js' })).toEqual({
    ok: true,
    value: { copied: true },
  });
  expect(copied).toEqual(['引文']);
  expect(
    await ask({ url: 'https://a.example/', tab: { id: 7, url: 'https://a.example/' }, frameId: 0 }),
  ).toBe('silence');
});

test('numbers choose the form of a sentence, words with a bar in them do not', () => {
  setLanguage('en');
  expect([t('articleCount', 1), t('articleCount', 2), t('articleCount', 0)]).toEqual([
    '1 article',
    '2 articles',
    '0 articles',
  ]);
  setLanguage('zh_CN');
  expect(t('articleCount', 1)).toBe('1 篇');
  expect(t('stepOn', '添加标签', '甲 | 乙')).toBe('添加标签“甲 | 乙”');
  expect(t('nonesuch' as never)).toBe('nonesuch');
});

test('an error has the sentence of its code, one of no known code the general one', () => {
  expect(errorText({ code: 'restricted' })).toContain('浏览器不允许扩展读取此页');
  for (const error of [{ code: 'nonesuch' }, new Error('x'), null, undefined, 'x'])
    expect(errorText(error)).toBe('出了意外，这次操作没有完成。请刷新页面后再试。');
});

test('dates and numbers are told in the language of the interface', () => {
  expect([formatDate(null), formatDate('2025-03-04'), formatDate('2025-03-04T09:30:15+08:00')]).toEqual([
    '',
    '2025-03-04',
    '2025-03-04 09:30',
  ]);
  expect([formatNumber(12345.678901), formatNumber(12345, false)]).toEqual(['12,345.678901', '12345']);
  expect(language()).toBe('zh-CN');
  expect(formatMoment('2025-03-04T01:30:00.000Z')).toMatch(/^2025年3月\d日 \d/);
  setLanguage('en');
  expect(language()).toBe('en');
  expect(formatMoment('2025-03-04T01:30:00.000Z')).toMatch(/^(Mar \d, 2025|\d Mar 2025)/);
});
