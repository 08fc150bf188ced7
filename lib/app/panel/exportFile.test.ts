// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, resetPage } from '@/test/support/ownPage.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { json } from '../../exchange/formats/json.ts';
import { parseExport } from '../../exchange/readExport.ts';
import { getArticle, type Store, saveReading } from '../../store/index.ts';
import { downloadArticles } from './download.ts';
import { download } from './exportFile.ts';
import { openPanel, openSidePanel } from './openSidePanel.ts';

let db: Store;
const said: string[] = [];
const saved: { name: string; file: Blob }[] = [];
const revoked: string[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  resetPage();
  said.length = saved.length = revoked.length = 0;
  [db] = contexts(1) as [Store];
  const files: Blob[] = [];
  URL.createObjectURL = (file) => `blob:${files.push(file as Blob) - 1}`;
  URL.revokeObjectURL = (url) => void revoked.push(url);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, file: files[Number(this.href.slice(5))]! });
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('a file is handed over with its name, its type and its words, and freed when it has been read', async () => {
  download(['甲', '乙'], 'text/plain', '笔记.txt');
  expect(saved.map(({ name, file }) => [name, file.type])).toEqual([['笔记.txt', 'text/plain']]);
  expect(saved[0]!.file.size).toBe(6);
  vi.advanceTimersByTime(59_999);
  expect(revoked).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(revoked).toEqual(['blob:0']);
});

test('articles are exported with the version that wrote them, and counted', async () => {
  vi.useRealTimers();
  const { saved: one } = await saveReading(db, sampleReading());
  const { saved: two } = await saveReading(db, sampleReading({}, 'https://b.example/'));
  await downloadArticles({
    db,
    ids: [one.id, two.id],
    format: json,
    notify: (words) => void said.push(words),
  });
  expect(said).toEqual(['已导出 2 篇']);
  const file = parseExport(await readBlob(saved[0]!.file));
  expect([file.generator, file.articles.length]).toEqual(['Pizhu 9.9.9', 2]);
  expect(saved[0]!.name).toMatch(/^pizhu-2-.*\.json$/);
  await (await db.writing()).articles.update(two.id, { note: null as never });
  await getArticle(db, two.id);
  await db.settled();
  await downloadArticles({
    db,
    ids: [one.id, two.id],
    format: json,
    notify: (words) => void said.push(words),
  });
  expect(said[1]).toContain('已导出 1 篇，另有 1 条');
});

/** Reads the text of a file as a web page would. */
const readBlob = (file: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });

test('an export that fails says why, and hands over nothing', async () => {
  const { stream: _, ...atOnce } = json;
  const format = { ...atOnce, write: () => Promise.reject({ code: 'storage' }) };
  await downloadArticles({ db, ids: [], format, notify: (words) => void said.push(words) });
  expect(said).toEqual(['没能写入本机存储，内容尚未保存。请检查磁盘空间后再试。']);
  expect(saved).toEqual([]);
});

test('the panel opens in its window, in Firefox as the sidebar, at an article or at the list', async () => {
  await openSidePanel(3, 'an id');
  expect(page.sidePanel.open).toHaveBeenCalledWith({ windowId: 3 });
  expect(page.storage.session.held.get('panelArticle')).toBe('an id');
  await openPanel(undefined);
  expect(page.sidePanel.open).toHaveBeenCalledTimes(1);
  const { chrome } = globalThis as unknown as { chrome: Record<string, unknown> };
  const open = vi.fn(async () => {});
  chrome.sidebarAction = { open };
  await openPanel(3);
  delete chrome.sidebarAction;
  expect([open.mock.calls.length, page.sidePanel.open.mock.calls.length]).toEqual([1, 1]);
});
