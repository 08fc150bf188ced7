import { beforeEach, expect, test, vi } from 'vitest';
import { backgroundForTest, draftOn, readingAt } from '../../../test/support/background.ts';
import { LONGEST_ADDRESS, MOST_ASKED } from '../../messages/savedLinks.ts';
import {
  addAnnotation,
  deleteArticle,
  eraseEverything,
  restoreArticle,
  saveReading,
} from '../../store/index.ts';
import { switchHost } from '../offHosts.ts';
import { changeSettings } from '../settings.ts';
import { startBackground } from './start.ts';

const HOST = 'www.qingshan.example';
const LIST = `https://${HOST}/list`;
const SAVED = `https://${HOST}/1`;
let own: ReturnType<typeof backgroundForTest>;
beforeEach(() => {
  own = backgroundForTest();
  startBackground(own, { firefox: false, openPanel: async () => {} });
});
const turn = (on: boolean) => changeSettings(own.fake.storage.local, { marksSavedLinks: on });
const files = (tabId: number, frame = 0) => own.fake.tab(tabId).frames[frame]!.files;
const recognise = (frame = 0) => own.fake.fromPage(1, 'visit.recognise', { canonicalUrl: null }, frame);
const ask = (urls: string[]) => own.fake.fromPage(1, 'visit.savedLinks', { urls });

test('at first no page gets the script, and none is told which links are saved', async () => {
  await saveReading(own.db, readingAt(SAVED));
  own.fake.open(1, LIST);
  expect(await recognise()).toMatchObject({ ok: true });
  expect(own.fake.injected).toEqual([]);
  expect(await ask([SAVED])).toMatchObject({ ok: false, code: 'switchedOff' });
});

test('switched on, the frame that asks gets the script, and each address its answer', async () => {
  await saveReading(own.db, readingAt(SAVED));
  await turn(true);
  own.fake.open(1, LIST, {}, [{}, {}]);
  await recognise(1);
  expect(own.fake.injected).toEqual([{ tabId: 1, frameIds: [1], file: '/links.js' }]);
  expect(await ask([`https://${HOST}/2`, `${SAVED}?spm=1`])).toEqual({
    ok: true,
    value: { saved: [false, true] },
  });
});

test('a saved page gets both scripts', async () => {
  await saveReading(own.db, readingAt(LIST));
  await turn(true);
  own.fake.open(1, LIST);
  await recognise();
  expect(files(1)).toEqual(['/reader.js', '/links.js']);
});

test('a request of too many or too long addresses is refused whole', async () => {
  await turn(true);
  own.fake.open(1, LIST);
  const address = (length: number) => SAVED.padEnd(length, '1');
  expect(await ask(Array(MOST_ASKED).fill(address(LONGEST_ADDRESS)))).toMatchObject({ ok: true });
  expect(await ask(Array(MOST_ASKED + 1).fill(SAVED))).toMatchObject({ ok: false });
  expect(await ask([address(LONGEST_ADDRESS + 1)])).toMatchObject({ ok: false });
});

test('open pages begin and end at once, and a change of another setting changes nothing', async () => {
  own.fake.open(1, LIST, {}, [{ files: ['/stub.js'] }, { files: ['/stub.js'] }]);
  own.fake.open(2, LIST, { discarded: true }, [{ files: ['/stub.js'] }]);
  own.fake.open(3, LIST, { refuses: 'gone' });
  await turn(true);
  await vi.waitFor(() => expect([files(1), files(1, 1)]).toEqual(Array(2).fill(['/stub.js', 'asked again'])));
  await recognise();
  await changeSettings(own.fake.storage.local, { printsMarks: false });
  await turn(false);
  await vi.waitFor(() => expect(files(1)).toEqual(['/stub.js', 'asked again', '/links.js', 'links ended']));
  expect([files(1, 1), files(2)]).toEqual([['/stub.js', 'asked again'], ['/stub.js']]);
});

test('a page that does not answer holds up no other page', async () => {
  own.fake.open(1, LIST);
  own.fake.open(2, LIST, {}, [{ files: ['/stub.js'] }]);
  vi.spyOn(own.fake.scripting, 'executeScript').mockReturnValueOnce(new Promise(() => {}));
  await turn(true);
  await vi.waitFor(() => expect(files(2)).toEqual(['/stub.js', 'asked again']));
});

test('a host that is switched off has no marks of links, at once and later', async () => {
  await turn(true);
  own.fake.open(1, LIST);
  await recognise();
  await switchHost(own.fake.storage.local, HOST, true);
  await vi.waitFor(() => expect(files(1)).toEqual(['/links.js', 'links ended']));
  await recognise();
  expect(files(1)).toHaveLength(2);
  expect(await ask([SAVED])).toMatchObject({ ok: false, code: 'switchedOff' });
});

test('pages in view look again when an article is saved, deleted or restored', async () => {
  await turn(true);
  own.fake.open(1, LIST, { active: true }, [{ files: ['/links.js'] }, { files: ['/links.js'] }]);
  own.fake.open(2, LIST, {}, [{ files: ['/links.js'] }]);
  own.fake.open(3, 'https://elsewhere.example/', { active: true, windowId: 2, refuses: 'no access' });
  const looks = (frame = 0) => files(1, frame).filter((one) => one === 'looked again').length;
  let seen = 0;
  const lookedAgain = async () => {
    seen++;
    await vi.waitFor(() => expect([looks(), looks(1)]).toEqual([seen, seen]), 5000);
  };
  const { saved } = await saveReading(own.db, readingAt(SAVED));
  await lookedAgain();
  await deleteArticle(own.db, saved.id);
  await lookedAgain();
  await restoreArticle(own.db, saved.id);
  await lookedAgain();
  // A page of the extension says that the collection has changed, which may have started the background.
  await own.fake.fromOwn('collection.changed', { articleIds: [saved.id] });
  await lookedAgain();
  await eraseEverything(own.db);
  await lookedAgain();
  expect(files(2)).toEqual(['/links.js']);
});

test('many changes together make one look, a mark makes none, and nothing does where no links are marked', async () => {
  await turn(true);
  own.fake.open(1, LIST, { active: true }, [{ files: ['/links.js'] }]);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    for (let n = 0; n < 5; n++) await own.fake.fromOwn('collection.changed', { articleIds: [] });
    await vi.advanceTimersByTimeAsync(500);
    await vi.waitFor(() => expect(files(1)).toEqual(['/links.js', 'looked again']));
    const { saved } = await saveReading(own.db, readingAt(SAVED));
    await vi.advanceTimersByTimeAsync(500);
    await vi.waitFor(() => expect(files(1)).toHaveLength(3));
    await addAnnotation(own.db, saved.id, draftOn('正文'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(files(1)).toEqual(['/links.js', 'looked again', 'looked again']);
    await turn(false);
    await vi.waitFor(() => expect(files(1)).toContain('links ended'));
    const asked = vi.spyOn(own.fake.tabs, 'query');
    await own.fake.fromOwn('collection.changed', { articleIds: [] });
    asked.mockClear();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).not.toHaveBeenCalled();
  } finally {
    vi.useRealTimers();
  }
});
