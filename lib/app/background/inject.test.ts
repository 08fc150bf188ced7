import { beforeEach, expect, test, vi } from 'vitest';
import { FakeBrowser } from '../../../test/support/fakeBrowser.ts';
import { injectExtractor, injectReader } from './inject.ts';

let fake: FakeBrowser;
let browser: never;
beforeEach(() => {
  fake = new FakeBrowser();
  browser = fake as never;
});

test('the reader goes into the page and into its own frames that have words', async () => {
  fake.open(1, 'https://a.cn/1', {}, [{}, {}, { text: ` ${'短'.repeat(20)} ` }, { foreign: true }]);
  await injectReader({ browser }, 1);
  expect(fake.injected).toEqual([{ tabId: 1, frameIds: [0, 1], file: '/reader.js' }]);
});

test('a page that has next to no words is read all the same', async () => {
  fake.open(1, 'https://a.cn/1', {}, [{ text: '' }]);
  await injectReader({ browser }, 1);
  expect(fake.injected).toEqual([{ tabId: 1, frameIds: [0], file: '/reader.js' }]);
});

test('a page that is never parsed to its end is waited for a second, and a frame not at all', async () => {
  vi.useFakeTimers();
  try {
    fake.open(1, 'https://a.cn/1', {}, [{ readyState: 'loading' }, { readyState: 'loading' }]);
    const injected = injectReader({ browser }, 1);
    await vi.advanceTimersByTimeAsync(999);
    expect(fake.injected).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await injected;
    expect(fake.injected).toEqual([{ tabId: 1, frameIds: [0, 1], file: '/reader.js' }]);
    // The second call does not wait, because the script is in the page already.
    await injectReader({ browser }, 1);
  } finally {
    vi.useRealTimers();
  }
});

test('the extractor goes into one frame', async () => {
  fake.open(1, 'https://a.cn/1', {}, [{}, {}, {}]);
  await injectExtractor({ browser }, 1, 2);
  expect(fake.injected).toEqual([{ tabId: 1, frameIds: [2], file: '/extractor.js' }]);
});

test.each([
  ['https://a.cn/notice.pdf', true, 'Cannot access contents of the page.', 'pdf'],
  ['https://a.cn/notice.PDF?v=1', true, 'Cannot access contents of the page.', 'pdf'],
  ['https://a.cn/1', true, 'Cannot access contents of the page.', 'noPermission'],
  ['https://a.cn/pdf/1', true, 'Cannot access contents of the page.', 'noPermission'],
  ['file:///tmp/a.html', true, 'Cannot access contents of the page.', 'noPermission'],
  ['https://store.example/', true, 'The extensions gallery cannot be scripted.', 'restricted'],
  ['http://a.cn/1', true, 'Cannot access contents of the page.', 'noPermission'],
  ['view-source:https://a.cn/1', true, 'Cannot access contents of the page.', 'restricted'],
  ['chrome://version', true, 'Cannot access a chrome:// URL', 'restricted'],
  ['https://a.cn/1', false, 'Cannot access contents of the page.', 'restricted'],
])('where the browser refuses %s (seen: %s) the reason is named: %s', async (url, granted, refuses, code) => {
  fake.open(1, url, { granted, refuses });
  await expect(injectReader({ browser }, 1)).rejects.toMatchObject({ code, message: refuses });
  await expect(injectExtractor({ browser }, 1, 0)).rejects.toMatchObject({ code });
});

test.each([
  // Chromium names its error page. Firefox says the same as for a site without access.
  ['https://a.cn/1', [], 'Frame with ID 0 is showing error page', 'notLoaded'],
  ['https://a.cn/1.pdf', [], 'Frame with ID 0 is showing error page', 'notLoaded'],
  ['https://a.cn/1', ['*://a.cn/*'], 'Missing host permission for the tab or frames', 'notLoaded'],
  ['https://a.cn/1', ['*://b.cn/*'], 'Missing host permission for the tab or frames', 'noPermission'],
])(
  'a page that did not load (%s, granted: %s) is told from a refused one: %s',
  async (url, origins, refuses, code) => {
    fake.origins = origins;
    fake.open(1, url, { refuses });
    await expect(injectReader({ browser }, 1)).rejects.toMatchObject({ code });
  },
);

test('a tab that is gone is a page that cannot be read', async () => {
  await expect(injectReader({ browser }, 9)).rejects.toMatchObject({ code: 'restricted' });
});
