// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchLateContent } from './lateContent.ts';

const look = vi.fn(() => true);
let watch: ReturnType<typeof watchLateContent>;
beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<p>第一段。</p><div></div>';
  look.mockReset().mockReturnValue(true);
  watch = watchLateContent(document, look);
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
async function add(words: string) {
  const made = document.createElement('p');
  made.textContent = words;
  document.body.append(made);
  await pass(0);
}

test('a page that has changed its words and come to rest is looked at, once', async () => {
  watch.start([]);
  await add('第二段。');
  await pass(200);
  await add('第三段。');
  await pass(249);
  expect(look).not.toHaveBeenCalled();
  await pass(1);
  expect(look).toHaveBeenCalledTimes(1);
  await pass(20_000);
  expect(look).toHaveBeenCalledTimes(1);
});

test.each<[what: string, change: () => void, looks: number]>([
  ['words put in', () => document.body.append('新的'), 1],
  ['words taken away', () => document.querySelector('p')!.remove(), 1],
  ['words changed', () => (document.querySelector('p')!.firstChild as Text).replaceData(0, 1, '改'), 1],
  ['blanks put in', () => document.body.append(' \n '), 0],
  ['an empty element put in', () => document.body.append(document.createElement('hr')), 0],
  ['an attribute changed', () => document.body.setAttribute('class', 'a'), 0],
])('%s', async (_, change, looks) => {
  watch.start([]);
  change();
  await pass(0);
  await pass(300);
  expect(look).toHaveBeenCalledTimes(looks);
});

test('a shadow tree is watched where it is named', async () => {
  const root = document.querySelector('div')!.attachShadow({ mode: 'open' });
  watch.start([]);
  root.append('一');
  await pass(300);
  expect(look).not.toHaveBeenCalled();
  watch.start([root]);
  root.append('二');
  await pass(0);
  await pass(300);
  expect(look).toHaveBeenCalledTimes(1);
});

test('nothing is looked at before the start and after a stop, also not what was due', async () => {
  await add('第二段。');
  await pass(300);
  watch.start([]);
  await add('第三段。');
  watch.stop();
  await pass(300);
  await add('第四段。');
  await pass(300);
  expect(look).not.toHaveBeenCalled();
  watch.start([]);
  await add('第五段。');
  await pass(300);
  expect(look).toHaveBeenCalledTimes(1);
});

test('fruitless looks grow rarer, up to eight seconds, until something is found or wanted', async () => {
  look.mockReturnValue(false);
  watch.start([]);
  const waits = async (ms: number) => {
    const before = look.mock.calls.length;
    await add('又一段。');
    await pass(ms - 1);
    const early = look.mock.calls.length - before;
    await pass(1);
    return [early, look.mock.calls.length - before];
  };
  for (const ms of [250, 500, 1000, 2000, 4000, 8000, 8000]) expect(await waits(ms)).toEqual([0, 1]);
  watch.wake();
  expect(await waits(250)).toEqual([0, 1]);
  expect(await waits(500)).toEqual([0, 1]);
  look.mockReturnValue(true);
  expect(await waits(1000)).toEqual([0, 1]);
  expect(await waits(250)).toEqual([0, 1]);
});

test('a page that never rests is looked at all the same', async () => {
  watch.start([]);
  for (let i = 0; i < 20; i++) {
    await add('滚动的新闻。');
    await pass(100);
  }
  expect(look.mock.calls.length).toBeGreaterThan(0);
});
