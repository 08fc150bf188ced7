import { beforeEach, expect, test, vi } from 'vitest';
import { FakeBrowser } from '../../../test/support/fakeBrowser.ts';
import { keepStubRegistered } from './permissions.ts';

let fake: FakeBrowser;
beforeEach(() => {
  fake = new FakeBrowser();
});
const settled = () => new Promise((done) => setTimeout(done));
const startBackground = () => keepStubRegistered({ browser: fake as never });
/** Starts the background in a browser in which the extension has started before. */
const started = async () => {
  startBackground();
  await settled();
};

test('when the extension starts the stub is registered on what is granted then', async () => {
  fake.origins = ['https://a.cn/*'];
  startBackground();
  await settled();
  expect(fake.scripts).toEqual([
    {
      id: 'stub',
      js: ['stub.js'],
      matches: ['https://a.cn/*'],
      excludeMatches: [],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ]);
  fake.origins = ['https://b.cn/*'];
  await fake.storage.session.remove('started');
  startBackground();
  await settled();
  expect(fake.scripts).toMatchObject([{ matches: ['https://b.cn/*'] }]);
});

test('a background that the browser stopped and starts again registers nothing and asks no tab', async () => {
  fake.origins = ['https://a.cn/*'];
  await started();
  fake.open(1, 'https://a.cn/1');
  const getAll = vi.spyOn(fake.permissions, 'getAll');
  await started();
  expect(getAll).not.toHaveBeenCalled();
  expect(fake.injected).toEqual([]);
});

test('the browser starts the background for an update and for its own start', () => {
  const listened = [fake.runtime.onInstalled, fake.runtime.onStartup].map((one) =>
    vi.spyOn(one, 'addListener'),
  );
  startBackground();
  for (const one of listened) expect(one).toHaveBeenCalled();
});

test('a grant that comes adds its hosts, and open pages of it get the stub at once', async () => {
  await started();
  fake.open(1, 'https://a.cn/1');
  fake.open(2, 'https://b.cn/1');
  fake.open(3, 'https://a.cn/2', { discarded: true });
  fake.open(4, 'https://a.cn/3', { refuses: 'gone' });
  fake.open(5, 'https://a.cn/4', {}, [{}, {}]);
  fake.origins = ['https://a.cn/*'];
  fake.permissions.onAdded.fire({ origins: ['https://a.cn/*'] });
  await settled();
  expect(fake.scripts).toMatchObject([{ matches: ['https://a.cn/*'] }]);
  expect(fake.injected).toEqual([
    { tabId: 1, frameIds: [0], file: '/stub.js' },
    { tabId: 5, frameIds: [0, 1], file: '/stub.js' },
  ]);
});

test('an open page that does not answer holds up no other page', async () => {
  await started();
  fake.open(1, 'https://a.cn/1');
  fake.open(2, 'https://a.cn/2');
  fake.origins = ['https://a.cn/*'];
  vi.spyOn(fake.scripting, 'executeScript').mockReturnValueOnce(new Promise(() => {}));
  fake.permissions.onAdded.fire({ origins: ['https://a.cn/*'] });
  await vi.waitFor(() => expect(fake.injected).toEqual([{ tabId: 2, frameIds: [0], file: '/stub.js' }]));
});

test('after a start the open pages of granted hosts get the new stub, and their old scripts hear of it', async () => {
  fake.open(1, 'https://a.cn/1');
  fake.open(2, 'https://b.cn/1');
  fake.origins = ['https://a.cn/*'];
  startBackground();
  await vi.waitFor(() => expect(fake.injected).toEqual([{ tabId: 1, frameIds: [0], file: '/stub.js' }]));
  expect(fake.events).toEqual(['1.0 pizhu:retire']);
});

test('a grant of what is no page of the web registers nothing and asks no tab', async () => {
  await started();
  fake.open(1, 'chrome-extension://other/1');
  fake.origins = ['chrome-extension://other/*', 'file:///*'];
  fake.permissions.onAdded.fire({ origins: ['chrome-extension://other/*'] });
  fake.permissions.onAdded.fire({ permissions: ['downloads'] });
  await settled();
  expect(fake.scripts).toEqual([]);
  expect(fake.injected).toEqual([]);
});

test('a grant that goes takes its hosts along, and the last one the stub', async () => {
  fake.origins = ['https://a.cn/*', '*://b.cn/*'];
  await started();
  fake.origins = ['*://b.cn/*'];
  fake.permissions.onRemoved.fire({ origins: ['https://a.cn/*'] });
  await settled();
  expect(fake.scripts).toMatchObject([{ matches: ['*://b.cn/*'] }]);
  fake.origins = [];
  fake.permissions.onRemoved.fire({ origins: ['*://b.cn/*'] });
  await settled();
  expect(fake.scripts).toEqual([]);
});

test('changes that come together are taken one after another', async () => {
  const failed = vi.spyOn(console, 'error').mockImplementation(() => {});
  fake.origins = ['https://a.cn/*'];
  startBackground();
  fake.permissions.onAdded.fire({ origins: [] });
  fake.permissions.onRemoved.fire({ origins: [] });
  await settled();
  expect(fake.scripts).toHaveLength(1);
  expect(failed).not.toHaveBeenCalled();
});

test('a registration that fails is not the last', async () => {
  const failed = vi.spyOn(console, 'error').mockImplementation(() => {});
  fake.origins = ['https://a.cn/*'];
  const getAll = vi.spyOn(fake.permissions, 'getAll').mockRejectedValueOnce(new Error('busy'));
  startBackground();
  fake.permissions.onAdded.fire({ origins: [] });
  await settled();
  expect(getAll).toHaveBeenCalledTimes(3);
  expect(failed).toHaveBeenCalledTimes(1);
  expect(fake.scripts).toHaveLength(1);
});
