// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { Blob } from 'node:buffer';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exportParts } from '@/lib/exchange/json.ts';
import { articleIds, eraseEverything, openStore, saveReading } from '@/lib/store/index.ts';
import { richBundle } from '@/test/support/exchanged.ts';
import { page, resetPage, show } from '@/test/support/ownPage.ts';
import { sampleReading, sampleSaved } from '@/test/support/samples.ts';
import { OtherCopies } from '../article/OtherCopies.tsx';
import { Options } from './Options.tsx';

const db = openStore();
beforeEach(async () => {
  resetPage();
  await eraseEverything(db);
});
afterEach(resetPage);

const one = (id: string) => document.querySelector<HTMLElement>(`[data-testid=${id}]`);
const press = async (id: string) => {
  await vi.waitFor(() => expect(one(id)).not.toBeNull());
  await act(async () => one(id)!.click());
};
const notice = () => one('import-notice')!.textContent;

/** Chooses a file with one good article and one that cannot be read. */
async function choose() {
  const parts = await exportParts([richBundle()], 'Pizhu test');
  const file = JSON.parse(parts.join(''));
  file.articles.push({ saved: { schema: 2 } });
  const field = one('import-file') as HTMLInputElement;
  // A script cannot set the files of a file field, so the test defines the property itself. The blob is Node's, because
  // jsdom's has no stream.
  Object.defineProperty(field, 'files', { value: [new Blob([JSON.stringify(file)])], configurable: true });
  Object.defineProperty(field, 'value', { value: '', writable: true, configurable: true });
  await act(async () => void field.dispatchEvent(new Event('change', { bubbles: true })));
  await vi.waitFor(() => expect(one('import-apply')).not.toBeNull());
}

test('a file is brought in with what is good in it, and taken back', async () => {
  await show(<Options />);
  await choose();
  expect(one('import-plan')!.textContent).not.toBe('');
  expect(one('import-bad')!.children).toHaveLength(1);
  await press('import-apply');
  await vi.waitFor(async () => expect(await articleIds(db)).toHaveLength(1));
  await vi.waitFor(() => expect(one('import-undo')).not.toBeNull());
  await press('import-undo');
  await vi.waitFor(async () => expect(await articleIds(db)).toEqual([]));
});

test('all or nothing brings in nothing of a file with a fault, and says so', async () => {
  await show(<Options />);
  await choose();
  await act(async () => one('import-whole')!.click());
  await press('import-apply');
  await vi.waitFor(() => expect(notice()).not.toBe(''));
  expect(await articleIds(db)).toEqual([]);
});

test('the table of contents leads to each section of the page by its heading', async () => {
  await show(<Options />);
  const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a')];
  const sections = [...document.querySelectorAll('main > section')];
  expect(links.map(({ hash, textContent }) => [hash, textContent])).toEqual(
    sections.map((section) => [`#${section.id}`, section.querySelector('h2')!.textContent]),
  );
  expect(links.length).toBeGreaterThan(1);
});

test('access is granted for government sites or all, and revoked one by one', async () => {
  page.permissions.getAll.mockResolvedValue({ origins: ['*://a.example/*', '*://b.example/*'] });
  await show(<Options />);
  await press('grant-gov');
  await press('grant-all');
  expect(page.permissions.request.mock.calls.map(([asked]) => asked.origins)).toEqual([
    ['*://*.gov.cn/*'],
    ['*://*/*'],
  ]);
  await vi.waitFor(() => expect(document.querySelectorAll('li code')).toHaveLength(2));
  await act(async () => document.querySelectorAll<HTMLElement>('li.row button')[1]!.click());
  expect(page.permissions.remove).toHaveBeenCalledWith({ origins: ['*://b.example/*'] });
});

test('dots at links to saved articles are off until they are switched on', async () => {
  await show(<Options />);
  const field = () => one('marks-saved-links') as HTMLInputElement;
  expect(field().checked).toBe(false);
  await press('marks-saved-links');
  await vi.waitFor(() =>
    expect(page.storage.local.held.get('settings')).toMatchObject({ marksSavedLinks: true }),
  );
  await vi.waitFor(() => expect(field().checked).toBe(true));
});

test('a site that was switched off is listed, and switched on again', async () => {
  await page.storage.local.set({ settings: { printsMarks: false, offHosts: ['a.example', 'b.example'] } });
  await show(<Options />);
  const hosts = () =>
    [...document.querySelectorAll('[data-testid=off-hosts] code')].map((code) => code.textContent);
  await vi.waitFor(() => expect(hosts()).toEqual(['a.example', 'b.example']));
  await act(async () => one('off-hosts')!.querySelector('button')!.click());
  await vi.waitFor(() => expect(hosts()).toEqual(['b.example']));
  expect(page.storage.local.held.get('settings')).toMatchObject({
    printsMarks: false,
    offHosts: ['b.example'],
  });
});

test('another copy is opened, and its marks are shown or no longer', async () => {
  const opened: string[] = [];
  const shown: [string, boolean][] = [];
  const copy = {
    id: sampleSaved().id,
    title: '会议',
    host: 'b.example',
    capturedAt: sampleSaved().capturedAt,
  };
  const view = (isShown: boolean) => (
    <OtherCopies
      copies={[{ ...copy, shown: isShown }]}
      open={(id) => opened.push(id)}
      show={(id, on) => shown.push([id, on])}
    />
  );
  await show(view(false));
  await press('show-copy');
  await press('open-copy');
  await show(view(true));
  await press('show-copy');
  expect([opened, shown]).toEqual([
    [copy.id],
    [
      [copy.id, true],
      [copy.id, false],
    ],
  ]);
});

test('a template of Markdown is kept where it has no fault, shown by an article, and taken back', async () => {
  await saveReading(db, sampleReading({ title: '河道整治' }));
  await show(<Options />);
  await vi.waitFor(() => expect(one('markdown-preview')!.textContent).toContain('# 河道整治'));
  const type = (words: string) =>
    act(async () => {
      const field = one('markdown-template') as HTMLTextAreaElement;
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  await type('{{#marks}}');
  expect(one('markdown-template-fault')!.textContent).toContain('marks');
  expect((one('markdown-template-keep') as HTMLButtonElement).disabled).toBe(true);
  await type('题：{{title}}');
  expect(one('markdown-preview')!.textContent).toBe('题：河道整治\n');
  await press('markdown-template-keep');
  await vi.waitFor(() =>
    expect(page.storage.local.held.get('settings')).toMatchObject({ markdownTemplate: '题：{{title}}' }),
  );
  await press('markdown-template-reset');
  await vi.waitFor(() =>
    expect(page.storage.local.held.get('settings')).toMatchObject({ markdownTemplate: '' }),
  );
});

const keeping = () => one('keep-snapshots') as HTMLInputElement | null;
const offerSnapshots = () => {
  const { chrome } = globalThis as unknown as { chrome: { runtime: object } };
  Object.assign(chrome.runtime, { getManifest: () => ({ optional_permissions: ['tabs', 'pageCapture'] }) });
};

test('pages are kept as they were by a permission that is asked for by a click and given back', async () => {
  offerSnapshots();
  let allowed = false;
  page.permissions.contains.mockImplementation(async () => allowed);
  page.permissions.request.mockImplementation(async () => {
    allowed = true;
    return true;
  });
  page.permissions.remove.mockImplementation(async () => {
    allowed = false;
    return true;
  });
  await show(<Options />);
  expect(keeping()!.checked).toBe(false);
  await press('keep-snapshots');
  await vi.waitFor(() => expect(keeping()!.checked).toBe(true));
  expect(page.permissions.request.mock.calls).toEqual([[{ permissions: ['pageCapture'] }]]);
  await press('keep-snapshots');
  await vi.waitFor(() =>
    expect(page.permissions.remove.mock.calls).toEqual([[{ permissions: ['pageCapture'] }]]),
  );
  await vi.waitFor(() => expect(keeping()!.checked).toBe(false));
});

test('a permission that is refused leaves the switch off, and one taken back in the browser switches it off', async () => {
  offerSnapshots();
  let allowed = false;
  page.permissions.contains.mockImplementation(async () => allowed);
  page.permissions.request.mockImplementation(async () => false);
  await show(<Options />);
  await press('keep-snapshots');
  await vi.waitFor(() => expect(page.permissions.request).toHaveBeenCalled());
  await vi.waitFor(() => expect(keeping()!.checked).toBe(false));
  for (const [event, isAllowed] of [
    ['onAdded', true],
    ['onRemoved', false],
  ] as const) {
    allowed = isAllowed;
    await act(async () => page.permissions[event].fire({}));
    await vi.waitFor(() => expect(keeping()!.checked).toBe(isAllowed));
  }
});

test('a browser that cannot keep pages as they were has no switch, and says why', async () => {
  await show(<Options />);
  expect(keeping()).toBeNull();
  expect(one('snapshots')!.textContent).toContain('Chrome');
});
