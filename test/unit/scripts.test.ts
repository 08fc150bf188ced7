// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StubWorld } from '@/lib/app/annotator/recognise.ts';
import type { ReaderWorld } from '@/lib/app/annotator/start.ts';
import { FakeBrowser } from '../support/fakeBrowser.ts';

// Starts the scripts that have no page of their own, as the browser does.

const URL = 'https://www.qingshan.example/1';
const { extension } = vi.hoisted(() => {
  // The scripts read the browser's API object only once. So this object is a proxy for a fake that each test can
  // replace.
  const extension: { now: Record<string, unknown> } = { now: {} };
  (globalThis as { chrome?: unknown }).chrome = new Proxy(
    {},
    { get: (_, key) => extension.now[String(key)] },
  );
  return { extension };
});
const world = globalThis as StubWorld & ReaderWorld;
const run = async (script: Promise<{ default: unknown }>) =>
  ((await script).default as { main(): unknown }).main();

let asked: string[];
beforeEach(() => {
  vi.resetModules();
  asked = [];
  delete world.pizhuStub;
  delete world.pizhuReader;
  document.body.innerHTML = '<p>夜间必须有人值守。</p>';
});
afterEach(() => {
  world.pizhuReader?.pause();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/**
 * Sets up the browser API that a content script sees. A message is answered by the entry of `answers` with its name.
 */
function inPage(answers: Record<string, unknown>): void {
  extension.now = {
    runtime: {
      id: 'pizhuextension',
      getURL: (path: string) => `chrome-extension://pizhuextension${path}`,
      onMessage: { addListener: () => {} },
      sendMessage: async ({ pizhu }: { pizhu: string }) => {
        asked.push(pizhu);
        return { ok: true, value: answers[pizhu] ?? {} };
      },
    },
    i18n: { getMessage: (key: string) => key, getUILanguage: () => 'zh-CN' },
  };
}

test('the small script asks whether the page is saved', async () => {
  inPage({});
  vi.stubGlobal('requestIdleCallback', (idle: () => void) => setTimeout(idle));
  await run(import('@/entrypoints/stub.ts'));
  await vi.waitFor(() => expect(asked).toEqual(['visit.recognise']));
});

test('the reader script fetches the marks of the page, and has the tools that make them', async () => {
  inPage({
    'visit.marks': {
      saved: null,
      annotations: [],
      tags: [],
      colorMeanings: {},
      history: { undo: false, redo: false },
      texts: [],
    },
  });
  await run(import('@/entrypoints/reader/index.ts'));
  await vi.waitFor(() => expect(asked).toContain('visit.marks'));
  const reply = await world.pizhuReader!.answer('{"pizhu":"page.markSelection","request":{"action":"note"}}');
  // Nothing is selected, so no mark was made.
  expect(JSON.parse(reply)).toEqual({ ok: true, value: { made: false } });
});

test.each([
  ['Chromium', '', 'AUTHOR'],
  ['Firefox', '1', 'USER'],
])('in %s the background answers pages, and copies as that browser can', async (name, firefox, origin) => {
  const fake = new FakeBrowser();
  const tab = fake.open(1, URL);
  const createDocument = vi.fn(async () => {});
  const writeText = vi.fn(async (_: string) => {});
  const sendMessage = vi.fn(async (_: unknown) => ({ ok: true, value: { copied: true } }));
  extension.now = Object.assign(fake as never as Record<string, unknown>, {
    offscreen: { createDocument, closeDocument: async () => {} },
    runtime: Object.assign(fake.runtime, { sendMessage }),
  });
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  vi.stubEnv('FIREFOX', firefox);
  await run(import('@/entrypoints/background/index.ts'));
  await fake.fromPage(1, 'visit.marks', { canonicalUrl: null, highlights: 'abcdefghijkl' });
  expect(tab.frames[0]!.css).toMatchObject([{ origin }]);
  expect(await fake.fromPage(1, 'visit.copy', { text: '引文' })).toMatchObject({ value: { copied: true } });
  const inBackground = name === 'Firefox';
  expect(writeText.mock.calls).toEqual(inBackground ? [['引文']] : []);
  expect(createDocument).toHaveBeenCalledTimes(inBackground ? 0 : 1);
});
