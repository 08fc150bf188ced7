import { expect, test, vi } from 'vitest';
import { broadcast, ChangeFeed, type Transport } from './changes.ts';

const notice = { counter: 1, refs: [{ kind: 'tag' as const, id: '水务', articleId: null, gone: false }] };

test('contexts of one collection hear each other and not themselves, until they stop', async () => {
  const name = crypto.randomUUID();
  const [one, two, stranger] = [broadcast(name), broadcast(name), broadcast(`${name}-other`)];
  const heard: unknown[] = [];
  one.listen((message) => heard.push(['one', message]));
  const stop = two.listen((message) => heard.push(['two', message]));
  stranger.listen((message) => heard.push(['stranger', message]));
  one.post('甲');
  await vi.waitFor(() => expect(heard).toEqual([['two', '甲']]));
  two.post('乙');
  await vi.waitFor(() => expect(heard.at(-1)).toEqual(['one', '乙']));
  stop();
  one.post('丙');
  two.post('丁');
  await vi.waitFor(() => expect(heard.at(-1)).toEqual(['one', '丁']));
  expect(heard).toHaveLength(3);
});

/** A fake transport that records what is posted, and can deliver a message as if from another context. */
function fakeTransport() {
  const posted: unknown[] = [];
  const listening = new Set<(message: unknown) => void>();
  const transport: Transport = {
    post: (message) => posted.push(message),
    listen: (listener) => {
      listening.add(listener);
      return () => listening.delete(listener);
    },
  };
  return {
    transport,
    posted,
    listening,
    say: (message: unknown) => {
      for (const one of listening) one(message);
    },
  };
}

test('a notice goes to the other contexts and to every listener here', () => {
  const { transport, posted, say } = fakeTransport();
  const feed = new ChangeFeed(transport);
  const heard: unknown[] = [];
  feed.listen((one) => heard.push(one));
  feed.listen((one) => heard.push(one));
  feed.announce(notice);
  expect([posted, heard]).toEqual([[notice], [notice, notice]]);
  say({ ...notice, counter: 2 });
  expect(heard.slice(2)).toMatchObject([{ counter: 2 }, { counter: 2 }]);
});

test('what is no notice is not passed on', () => {
  const { transport, say } = fakeTransport();
  const heard: unknown[] = [];
  new ChangeFeed(transport).listen((one) => heard.push(one));
  for (const strange of [null, 'x', {}, { counter: 1 }, { ...notice, refs: [{ kind: 'other' }] }])
    say(strange);
  expect(heard).toEqual([]);
});

test('other contexts are listened to once, and no longer than somebody listens here', () => {
  const { transport, listening } = fakeTransport();
  const feed = new ChangeFeed(transport);
  const [one, two] = [feed.listen(() => {}), feed.listen(() => {})];
  expect(listening.size).toBe(1);
  one();
  expect(listening.size).toBe(1);
  two();
  expect(listening.size).toBe(0);
  const heard: unknown[] = [];
  feed.listen((message) => heard.push(message));
  expect(listening.size).toBe(1);
});

test('a listener may end itself, and one that fails keeps no other from hearing', () => {
  const feed = new ChangeFeed(fakeTransport().transport);
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const heard: string[] = [];
  const stop = feed.listen(() => {
    stop();
    heard.push('one');
    throw new Error('fails');
  });
  feed.listen(() => heard.push('two'));
  feed.announce(notice);
  feed.announce(notice);
  expect(heard).toEqual(['one', 'two', 'two']);
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
});
