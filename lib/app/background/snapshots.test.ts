import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { allArticles, backgroundForTest, draftOn, readingAt } from '../../../test/support/background.ts';
import { MOST_SNAPSHOT_BYTES } from '../../record/snapshot.ts';
import { deleteArticle, listSnapshots, saveReading, snapshotFile } from '../../store/index.ts';
import { PRIVATE_ALLOWED } from '../privateWindows.ts';
import { listenToCommands } from './commands.ts';
import { answerMessages } from './router.ts';

const URL = 'https://www.qingshan.example/1';
let own: ReturnType<typeof backgroundForTest>;
beforeEach(() => {
  own = backgroundForTest();
  own.fake.optional = ['pageCapture'];
  answerMessages(own, 'AUTHOR');
  listenToCommands(own, async () => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const text = '正文。';
const openPage = (id: number, more = {}, url = URL) =>
  own.fake.open(id, url, more, [{ answers: { 'page.read': () => readingAt(url, text) } }]);
/** Sends a message to the background, and returns the value in the answer. */
const ask = async (name: string, request: object) =>
  ((await own.fake.fromOwn(name, request)) as { value: unknown }).value;
const save = (tabId: number) => ask('tab.save', { tabId });
const snapshotIn = (tabId: number) => ask('tab.snapshot', { tabId });
/** The words that were shown on pages. */
function toldOnPages(): string[] {
  const told: string[] = [];
  const { executeScript } = own.fake.scripting;
  vi.spyOn(own.fake.scripting, 'executeScript').mockImplementation((injection) => {
    if (injection.args?.length === 2 && injection.func?.name === 'showWords') {
      told.push(String(injection.args[0]));
      return Promise.resolve([]);
    }
    return executeScript(injection);
  });
  return told;
}
const capture = (file: (what: { tabId: number }) => Promise<Blob | undefined>) =>
  vi.spyOn(own.fake.pageCapture, 'saveAsMHTML').mockImplementation(file);
async function snapshots() {
  const [saved] = await allArticles(own.db);
  return listSnapshots(own.db, saved!.id);
}

test('a page that is saved is kept as it was, of the version that was saved', async () => {
  openPage(4);
  await save(4);
  expect(await snapshotIn(4)).toEqual({ outcome: 'kept', size: expect.any(Number) });
  const [saved] = await allArticles(own.db);
  const [snapshot, ...more] = await snapshots();
  expect(more).toEqual([]);
  expect(snapshot).toMatchObject({ articleId: saved!.id, sha256: saved!.sha256 });
  expect(await (await snapshotFile(own.db, snapshot!.id))!.text()).toContain('的正文');
});

test.each([
  ['the key', () => void own.fake.commands.onCommand.fire('save-page', { id: 4, windowId: 1 })],
  [
    'the context menu',
    () => void own.fake.contextMenus.onClicked.fire({ menuItemId: 'save-page' }, { id: 4 }),
  ],
  [
    'a mark made on the page',
    () => own.fake.fromPage(4, 'annotation.create', { id: crypto.randomUUID(), draft: draftOn('正文', URL) }),
  ],
  ['a task marked in the popup', () => ask('tab.mark', { tabId: 4, draft: draftOn('正文', URL) })],
])('a page that %s saves is kept as it was', async (_, act) => {
  openPage(4);
  await act();
  await vi.waitFor(async () => expect(await snapshots()).toHaveLength(1));
});

test('the panel has the page kept when it saves a new version', async () => {
  openPage(4);
  const { saved } = await saveReading(own.db, readingAt(URL, '新的正文。'));
  expect(await ask('article.snapshot', { articleId: saved.id })).toMatchObject({ outcome: 'kept' });
  expect(await snapshots()).toMatchObject([{ sha256: saved.sha256 }]);
  own.fake.close(4);
  expect(await ask('article.snapshot', { articleId: saved.id })).toEqual({ outcome: 'off', size: null });
});

test('without the permission nothing is captured, and nothing is said of it', async () => {
  own.fake.optional = [];
  openPage(4);
  const told = toldOnPages();
  const captured = capture(async () => new Blob(['x']));
  await save(4);
  expect(await snapshotIn(4)).toEqual({ outcome: 'off', size: null });
  expect([captured.mock.calls, await snapshots(), told]).toEqual([[], [], []]);
});

test('the saving waits for no snapshot, and does not fail by it', async () => {
  openPage(4);
  const told = toldOnPages();
  let fail = (_: Error) => {};
  capture(() => new Promise((_, failed) => (fail = failed)));
  expect(await save(4)).toMatchObject({ created: true });
  await vi.waitFor(() => expect(own.fake.pageCapture.saveAsMHTML).toHaveBeenCalled());
  fail(new Error("Don't have permissions required to capture this page."));
  expect(await snapshotIn(4)).toEqual({ outcome: 'refused', size: null });
  await vi.waitFor(() => expect(told).toEqual(['«snapshot_refused»']));
  expect(await allArticles(own.db)).toHaveLength(1);
  expect(await snapshots()).toEqual([]);
});

test('the key says that the page is saved when the snapshot is there, or why it is not', async () => {
  openPage(4);
  const told = toldOnPages();
  let done = (_: Blob | undefined) => {};
  const captured = capture(() => new Promise((answer) => (done = answer)));
  own.fake.commands.onCommand.fire('save-page', { id: 4, windowId: 1 });
  await vi.waitFor(() => expect(captured).toHaveBeenCalledTimes(1));
  expect(told).toEqual([]);
  done(new Blob([`Snapshot-Content-Location: ${URL}\r\n\r\n`]));
  await vi.waitFor(() => expect(told).toEqual(['«page_savedNow»']));
  own.fake.commands.onCommand.fire('save-page', { id: 4, windowId: 1 });
  await vi.waitFor(() => expect(captured).toHaveBeenCalledTimes(2));
  done(undefined);
  await vi.waitFor(() => expect(told).toEqual(['«page_savedNow»', '«snapshot_refused»']));
});

test.each([
  ['tooLarge', () => new Blob([new Uint8Array(MOST_SNAPSHOT_BYTES + 1)])],
  ['otherPage', () => new Blob(['Snapshot-Content-Location: https://www.qingshan.example/2\r\n\r\n'])],
  ['otherPage', () => new Blob(['no such line'])],
  ['refused', () => undefined],
])('a snapshot that is not to be kept (%s) is not, and why is said on the page', async (outcome, file) => {
  openPage(4);
  const told = toldOnPages();
  capture(async () => file());
  await save(4);
  expect(await snapshotIn(4)).toMatchObject({ outcome });
  await vi.waitFor(() => expect(told).toEqual([`«snapshot_${outcome}»`]));
  expect(await snapshots()).toEqual([]);
});

/** A snapshot whose file the browser has deleted already. */
class Gone extends Blob {
  override arrayBuffer(): Promise<never> {
    return Promise.reject(new DOMException('gone', 'NotFoundError'));
  }
}

test('a snapshot whose file is gone before it is read is asked for again, and not for ever', async () => {
  openPage(4);
  const { saveAsMHTML } = own.fake.pageCapture;
  const captured = capture(async () => new Gone(['x']));
  captured.mockImplementationOnce(async () => new Gone(['x']));
  captured.mockImplementationOnce((what) => saveAsMHTML(what));
  await save(4);
  expect(await snapshotIn(4)).toMatchObject({ outcome: 'kept' });
  expect(captured).toHaveBeenCalledTimes(2);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await save(4);
  const answer = snapshotIn(4);
  await vi.waitFor(() => expect(captured).toHaveBeenCalled());
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answer).toEqual({ outcome: 'refused', size: null });
  expect(captured.mock.calls.length).toBe(10);
});

test('a tab that has gone on to another route of the page is not taken for the one that was saved', async () => {
  const tab = openPage(4, {}, `${URL}#/a`);
  capture(async () => {
    tab.url = `${URL}#/b`;
    return new Blob([`Snapshot-Content-Location: ${URL}\r\n\r\n`]);
  });
  await save(4);
  expect(await snapshotIn(4)).toMatchObject({ outcome: 'otherPage' });
});

test('a page that does not answer is given up', async () => {
  openPage(4);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const captured = capture(() => new Promise(() => {}));
  await save(4);
  await vi.waitFor(() => expect(captured).toHaveBeenCalled());
  const answer = snapshotIn(4);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await answer).toEqual({ outcome: 'slow', size: null });
});

test('a disk without room keeps the article, and says that the snapshot was not kept', async () => {
  openPage(4);
  const told = toldOnPages();
  await save(4);
  await snapshotIn(4);
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 1, usage: 0 }) } });
  const [saved] = await allArticles(own.db);
  expect(await ask('article.snapshot', { articleId: saved!.id })).toMatchObject({ outcome: 'noRoom' });
  await vi.waitFor(() => expect(told).toEqual(['«snapshot_noRoom»']));
  vi.unstubAllGlobals();
});

test('an article that is deleted at once is not missed', async () => {
  openPage(4);
  const told = toldOnPages();
  capture(async () => {
    const [saved] = await allArticles(own.db);
    await deleteArticle(own.db, saved!.id);
    return new Blob([`Snapshot-Content-Location: ${URL}\r\n\r\n`]);
  });
  await save(4);
  expect(await snapshotIn(4)).toEqual({ outcome: 'off', size: null });
  expect(told).toEqual([]);
});

test('a private window is captured only after the person has allowed saving from there', async () => {
  openPage(4, { incognito: true });
  const captured = vi.spyOn(own.fake.pageCapture, 'saveAsMHTML');
  expect(await own.fake.fromOwn('tab.save', { tabId: 4 })).toMatchObject({ ok: false, code: 'private' });
  const { saved } = await saveReading(own.db, readingAt(URL, text));
  expect(await own.fake.fromOwn('article.snapshot', { articleId: saved.id })).toMatchObject({
    ok: false,
    code: 'private',
  });
  expect(captured).not.toHaveBeenCalled();
  await own.fake.storage.session.set({ [PRIVATE_ALLOWED]: true });
  await save(4);
  expect(await snapshotIn(4)).toMatchObject({ outcome: 'kept' });
});
