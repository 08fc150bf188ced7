import { beforeEach, expect, test, vi } from 'vitest';
import { backgroundForTest } from '../../../test/support/background.ts';
import { OWN } from '../../../test/support/fakeBrowser.ts';
import { closeLeftTabs, type TabKeeper } from '../batch/leftTabs.ts';
import { answerMessages } from './router.ts';

const URL = 'https://www.qingshan.example/1';
const BATCH = `${OWN}batch.html`;
let own: ReturnType<typeof backgroundForTest>;
/** Opens a tab. `more`: further properties of the tab, such as whether it is active. */
const open = (id: number, url: string, more = {}) => Object.assign(own.fake.open(id, url, more), more);
let next = 40;
let meanwhile = () => {};
const removed: number[] = [];
beforeEach(() => {
  own = backgroundForTest();
  answerMessages(own, 'AUTHOR');
  removed.length = 0;
  meanwhile = () => {};
  Object.assign(own.fake.tabs, {
    create: vi.fn(async ({ url, windowId }: { url: string; windowId: number }) => {
      const tab = open(next++, url, { windowId });
      meanwhile();
      return { id: tab.id };
    }),
    get: async (id: number) => {
      const { url, windowId, active, granted } = own.fake.tab(id);
      return { id, windowId, active, ...(granted ? { url } : {}) };
    },
    remove: async (id: number) => {
      own.fake.tab(id);
      removed.push(id);
      own.fake.close(id);
    },
  });
});

const browser = () => own.fake as unknown as TabKeeper;
const ask = async (ownerId: number, url = URL) =>
  (await own.fake.fromOwn('tab.open', { url, ownerId })) as { ok: boolean; value: { tabId: number } };
const remembered = async () => Object.keys(await own.fake.storage.session.get(null));
const close = (ownId: number, isOwn: (tabId: number) => boolean = () => false) =>
  closeLeftTabs(browser(), ownId, isOwn);

test('a link opens behind, in the window of its batch, and its tab is remembered', async () => {
  open(7, BATCH, { windowId: 3 });
  const { value } = await ask(7);
  expect(own.fake.tab(value.tabId)).toMatchObject({ url: URL, windowId: 3, active: false });
  expect(await remembered()).toEqual([`batchTab.${value.tabId}`]);
});

test.each(['javascript:alert(1)', 'chrome://settings', 'file:///etc/passwd'])(
  '%s is not opened',
  async (url) => {
    open(7, BATCH);
    expect(await ask(7, url)).toMatchObject({ ok: false });
    expect(own.fake.tabs.create).not.toHaveBeenCalled();
  },
);

test('a tab whose batch page is closed while it opens is closed at once', async () => {
  open(7, BATCH);
  meanwhile = () => own.fake.close(7);
  const { value } = await ask(7);
  expect(removed).toEqual([value.tabId]);
  expect(await remembered()).toEqual([]);
});

test('a tab that stayed behind is closed at the next start, and those of open batch pages are not', async () => {
  open(7, BATCH);
  open(8, `${BATCH}?window=3`);
  const [left, others, mine] = [await ask(7), await ask(8), await ask(8)].map(({ value }) => value.tabId);
  own.fake.close(7);
  open(9, BATCH);
  await close(9, (tabId) => tabId === mine);
  expect(removed).toEqual([left]);
  expect(await remembered()).toEqual([`batchTab.${others}`, `batchTab.${mine}`]);
  // The batch page in tab 8 was loaded again. So the tab that it opened before now counts as left behind.
  await close(8, (tabId) => tabId === mine);
  expect(removed).toEqual([left, others]);
  expect(await remembered()).toEqual([`batchTab.${mine}`]);
});

test.each([
  ['that the person looks at', { active: true }],
  ['that the person has gone on in', { url: 'https://www.qingshan.example/2' }],
  ['whose address is hidden', { granted: false }],
])('a tab %s is left open, and forgotten', async (_, change) => {
  open(7, BATCH);
  const { value } = await ask(7);
  Object.assign(own.fake.tab(value.tabId), change);
  own.fake.close(7);
  await close(9);
  expect(removed).toEqual([]);
  expect(await remembered()).toEqual([]);
});

test('a tab that still loads is told by the address that it goes to, and one that is gone is forgotten', async () => {
  open(7, BATCH);
  const [loading, gone] = [await ask(7), await ask(7)].map(({ value }) => value.tabId);
  own.fake.close(7);
  own.fake.close(gone!);
  const { get } = own.fake.tabs;
  own.fake.tabs.get = async (id) =>
    id === loading ? { ...(await get(id)), url: '', pendingUrl: URL } : get(id);
  await own.fake.storage.session.set({ 'batchTab.99': 'unreadable', other: 1 });
  await close(9);
  expect(removed).toEqual([loading]);
  expect(await remembered()).toEqual(['other']);
});
