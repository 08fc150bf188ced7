import { beforeEach, expect, test, vi } from 'vitest';
import { backgroundForTest, readingAt } from '../../../test/support/background.ts';
import { saveReading } from '../../store/index.ts';
import { switchHost } from '../offHosts.ts';
import { startBackground } from './start.ts';

const HOST = 'www.qingshan.example';
const URL = `https://${HOST}/1`;
const OTHER = 'https://www.bishui.example/1';
let own: ReturnType<typeof backgroundForTest>;
beforeEach(() => {
  own = backgroundForTest();
  startBackground(own, { firefox: false, openPanel: async () => {} });
});
const turn = (off: boolean) => switchHost(own.fake.storage.local, HOST, off);
const files = (tabId: number, frame = 0) => own.fake.tab(tabId).frames[frame]!.files;

test('the stub is registered on no page of a host that is off, and on all of them when it is on again', async () => {
  own.fake.origins = ['*://*/*'];
  own.fake.permissions.onAdded.fire({ origins: [] });
  await vi.waitFor(() => expect(own.fake.scripts).toMatchObject([{ excludeMatches: [] }]));
  await turn(true);
  await vi.waitFor(() => expect(own.fake.scripts).toMatchObject([{ excludeMatches: [`*://${HOST}/*`] }]));
  await turn(false);
  await vi.waitFor(() => expect(own.fake.scripts).toMatchObject([{ excludeMatches: [] }]));
});

test('a pattern that a browser may refuse keeps the stub from no other host', async () => {
  own.fake.origins = ['*://*/*'];
  await switchHost(own.fake.storage.local, '[::1]', true);
  await vi.waitFor(() => expect(own.fake.scripts).toMatchObject([{ excludeMatches: [] }]));
  own.fake.open(1, 'http://[::1]:8080/1');
  expect(await own.fake.fromPage(1, 'visit.reader', {})).toMatchObject({ ok: false, code: 'switchedOff' });
});

test('open pages of a host end at once when it is switched off, and no others', async () => {
  const tab = own.fake.open(1, URL, { badge: '✓' }, [{ files: ['/reader.js'] }, { files: ['/reader.js'] }]);
  const other = own.fake.open(2, OTHER, { badge: '✓' }, [{ files: ['/reader.js'] }]);
  own.fake.open(3, URL, { refuses: 'gone' });
  await turn(true);
  await vi.waitFor(() => expect(tab.badge).toBe(''));
  expect([files(1), files(1, 1), files(2)]).toEqual([
    ['/reader.js', 'paused'],
    ['/reader.js', 'paused'],
    ['/reader.js'],
  ]);
  expect(other.badge).toBe('✓');
});

test('a change of another setting switches nothing', async () => {
  own.fake.open(1, URL, {}, [{ files: ['/reader.js'] }]);
  await turn(true);
  await vi.waitFor(() => expect(files(1)).toContain('paused'));
  const { settings } = (await own.fake.storage.local.get('settings')) as { settings: object };
  await own.fake.storage.local.set({ settings: { ...settings, printsMarks: false } });
  await new Promise((done) => setTimeout(done));
  expect(files(1)).toEqual(['/reader.js', 'paused']);
});

test('when a host is switched on again its open pages resume, and get the stub where the host is granted', async () => {
  await turn(true);
  own.fake.origins = [`*://${HOST}/*`];
  own.fake.open(1, URL, {}, [{ files: ['/stub.js', '/reader.js'] }]);
  own.fake.open(2, URL);
  await turn(false);
  await vi.waitFor(() =>
    expect([files(1), files(2)]).toEqual([
      ['/stub.js', '/reader.js', '/stub.js', 'resumed', 'asked again'],
      ['/stub.js', 'asked again'],
    ]),
  );
});

test('on a host that is not granted nothing new comes into open pages', async () => {
  await turn(true);
  own.fake.open(1, URL);
  own.fake.open(2, URL, {}, [{ files: ['/reader.js'] }]);
  await turn(false);
  await vi.waitFor(() => expect(files(2)).toEqual(['/reader.js', 'resumed']));
  expect(own.fake.injected).toEqual([]);
});

test('a page of a host that is off gets nothing and is told nothing, whatever it asks', async () => {
  await saveReading(own.db, readingAt(URL));
  await turn(true);
  const executed = vi.spyOn(own.fake.scripting, 'executeScript');
  own.fake.open(1, URL, {}, [{}, { foreign: true, url: OTHER }]);
  const ask = (name: string, request = {}, frameId = 0) => own.fake.fromPage(1, name, request, frameId);
  expect(await ask('visit.recognise', { canonicalUrl: null })).toMatchObject({ code: 'switchedOff' });
  expect(await ask('visit.reader')).toMatchObject({ code: 'switchedOff' });
  expect(await ask('visit.foreignFrame', {}, 1)).toMatchObject({ code: 'switchedOff' });
  expect(await own.fake.fromOwn('tab.save', { tabId: 1 })).toMatchObject({ code: 'switchedOff' });
  expect(executed).not.toHaveBeenCalled();
});

test.each(['save-page', 'highlight-selection', 'lift-restrictions', 'save-links'])(
  'the command %s shows why it does nothing on the icon and not on the page',
  async (menuItemId) => {
    await turn(true);
    const tab = own.fake.open(1, URL, {}, [{ files: ['/reader.js'] }]);
    const executed = vi.spyOn(own.fake.scripting, 'executeScript');
    own.fake.contextMenus.onClicked.fire({ menuItemId }, { id: 1 });
    await vi.waitFor(() => expect(tab.title).toBe('«error_switchedOff»'));
    await new Promise((done) => setTimeout(done));
    expect([tab.badge, executed.mock.calls, own.fake.created]).toEqual(['!', [], []]);
  },
);

test('a reader that a person selected words for while the host was off comes when it is on', async () => {
  await turn(true);
  own.fake.open(1, URL, {}, [{ files: ['/stub.js'], selected: true }]);
  await turn(false);
  await vi.waitFor(() =>
    expect(own.fake.injected).toEqual([{ tabId: 1, frameIds: [0], file: '/reader.js' }]),
  );
});
