// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sha256 } from '@/lib/record/sha256.ts';
import { getArticle, openStore, restoreArticle, saveReading } from '@/lib/store/index.ts';
import { background, page, resetPage, show } from '@/test/support/ownPage.ts';
import { sampleReading, sampleSaved } from '@/test/support/samples.ts';
import { Popup } from './Popup.tsx';

const db = openStore();
beforeEach(resetPage);
afterEach(resetPage);

const one = (id: string) => document.querySelector<HTMLButtonElement>(`[data-testid=${id}]`);
async function shown(id: string) {
  await show(<Popup />);
  await vi.waitFor(() => expect(one(id)).not.toBeNull());
}
const press = (button: HTMLElement) => act(async () => button.click());
const reading = sampleReading();
const read = (more: object = {}) => {
  background.answers['tab.read'] = () => ({ reading, saved: null, updates: false, copies: [], ...more });
};

test('saving stands out where the page is not saved, and is done', async () => {
  read();
  await shown('save');
  expect([one('save')!.className, one('save')!.textContent]).toEqual(['primary', '保存此页']);
  background.answers['tab.save'] = () => ({ saved: sampleSaved(), created: true });
  await press(one('save')!);
  await vi.waitFor(() =>
    expect(background.asked.map(({ name }) => name)).toEqual([
      'tab.read',
      'tab.save',
      'tab.snapshot',
      'tab.read',
    ]),
  );
  await vi.waitFor(() => expect(document.querySelector('[role=status]')!.textContent).toBe('已保存'));
});

test('a snapshot that was not kept is told after the saving, which can still be taken back', async () => {
  read();
  await shown('save');
  let answer: (value: unknown) => void = () => {};
  background.answers['tab.save'] = () => ({ saved: sampleSaved(), created: true });
  background.answers['tab.snapshot'] = () => new Promise((done) => (answer = done));
  await press(one('save')!);
  const status = () => document.querySelector('[role=status]')!.textContent;
  await vi.waitFor(() => expect(status()).toBe('已保存'));
  await act(async () => answer({ outcome: 'tooLarge', size: 31 * 2 ** 20 }));
  await vi.waitFor(() =>
    expect(status()).toBe('文章已保存。网页快照有 31 MB，超过 25 MB 的上限，没有保存。'),
  );
  expect(one('undo')).not.toBeNull();
});

test('a page that is saved as it is does not ask for it, one that has changed does, as a warning', async () => {
  read({ saved: sampleSaved({ sha256: await sha256(reading.article.text) }), updates: true });
  await shown('save');
  const status = () => document.querySelector('[role=status]')!;
  expect([one('save')!.className, status().className]).toEqual(['', 'quiet']);
  expect(one('save')!.textContent).not.toBe('保存此页');
  resetPage();
  read({ saved: sampleSaved({ sha256: 'b'.repeat(64) }), updates: true });
  await shown('save');
  expect([one('save')!.className, status().className]).toEqual(['primary', 'unsure']);
});

test('from a private window nothing is saved until that is allowed', async () => {
  page.tabs.query.mockResolvedValue([{ id: 7, windowId: 3, url: reading.url, incognito: true }]);
  read();
  await shown('save');
  expect(one('save')!.disabled).toBe(true);
  await press(one('allow-private')!);
  await vi.waitFor(() => expect(one('save')!.disabled).toBe(false));
  expect(one('private')).toBeNull();
});

test('what was just saved is taken back beside the message, and the page is read again', async () => {
  const { saved } = await saveReading(db, reading);
  read();
  await shown('save');
  expect(one('undo')).toBeNull();
  background.answers['tab.save'] = () => ({ saved, created: true });
  await press(one('save')!);
  await vi.waitFor(() => expect(one('undo')).not.toBeNull());
  await press(one('undo')!);
  await vi.waitFor(() => expect(one('undo')).toBeNull());
  expect(await getArticle(db, saved.id)).toBeNull();
  // Undo deletes the article as the panel does, so the article can be restored.
  await restoreArticle(db, saved.id);
  expect(await getArticle(db, saved.id)).toMatchObject({ id: saved.id });
  expect(background.asked.filter(({ name }) => name === 'tab.read')).toHaveLength(3);
  expect(document.querySelector('[role=status]')!.textContent).toBe('尚未保存');
});

test('an update offers no undo, because the version before it is still there', async () => {
  read({ saved: sampleSaved({ sha256: 'b'.repeat(64) }), updates: true });
  await shown('save');
  background.answers['tab.save'] = () => ({ saved: sampleSaved(), created: false });
  await press(one('save')!);
  await vi.waitFor(() => expect(document.querySelector('[role=status]')!.textContent).toBe('已重新保存'));
  expect(one('undo')).toBeNull();
});

test('a tag of the session that was removed by mistake comes back', async () => {
  await page.storage.session.set({ sessionTags: ['环保', '督办'] });
  read();
  await shown('session-notice');
  await press(document.querySelector<HTMLElement>('.remove-tag')!);
  const tags = () => page.storage.session.held.get('sessionTags');
  await vi.waitFor(() => expect(tags()).toEqual(['督办']));
  await vi.waitFor(() => expect(document.querySelector('[role=status]')!.textContent).toContain('环保'));
  await press(one('undo')!);
  await vi.waitFor(() => expect(tags()).toEqual(['督办', '环保']));
});

test('Pizhu is switched off for the host of the page, and on again, with nothing read in between', async () => {
  read();
  await shown('turn-off');
  await press(one('turn-off')!);
  await vi.waitFor(() => expect(one('state-off')).not.toBeNull());
  expect(one('state-off')!.textContent).toContain('a.example');
  expect(page.storage.local.held.get('settings')).toMatchObject({ offHosts: ['a.example'] });
  expect(background.asked.map(({ name }) => name)).toEqual(['tab.read']);
  await press(one('turn-on')!);
  await vi.waitFor(() => expect(one('save')).not.toBeNull());
  expect(page.storage.local.held.get('settings')).toMatchObject({ offHosts: [] });
});

test('nothing is switched off for a file, and in a private window only when that is allowed', async () => {
  page.tabs.query.mockResolvedValue([{ id: 7, windowId: 3, url: 'file:///tmp/a.html' }]);
  read();
  await shown('save');
  expect(one('turn-off')).toBeNull();
  resetPage();
  page.tabs.query.mockResolvedValue([{ id: 7, windowId: 3, url: reading.url, incognito: true }]);
  read();
  await shown('allow-private');
  expect(one('turn-off')).toBeNull();
  await press(one('allow-private')!);
  await vi.waitFor(() => expect(one('turn-off')).not.toBeNull());
});

test('a page that is no article is told from one that is', async () => {
  read({ reading: { ...reading, article: { ...reading.article, pageKind: 'list', isArticle: false } } });
  await shown('state-plain');
});

test.each([
  ['restricted', 'state-restricted', false],
  ['pdf', 'state-restricted', false],
  ['noPermission', 'state-error', true],
  ['unexpected', 'state-error', true],
])(
  'a page that cannot be read (%s) says why; another try is offered where it may help',
  async (code, id, again) => {
    background.answers['tab.read'] = () => Promise.reject({ code });
    await shown(id);
    const retry = document.querySelector<HTMLElement>('.primary');
    expect(retry !== null).toBe(again);
    // The collection can be opened from any page, even from one that cannot be read.
    await vi.waitFor(() => expect(one('open-panel')!.disabled).toBe(false));
    await press(one('open-panel')!);
    expect(page.sidePanel.open).toHaveBeenCalledWith({ windowId: 3 });
    if (!retry) return;
    read();
    await press(retry);
    await vi.waitFor(() => expect(one('save')).not.toBeNull());
  },
);
