// @vitest-environment jsdom

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { useLive } from './useLive.ts';

const id = '9b2f6a52-4a55-4c3e-8a8f-7a4b0a2f1c11';
beforeEach(() => {
  vi.useFakeTimers();
  resetPage();
});
afterEach(() => {
  resetPage();
  vi.useRealTimers();
});
const pause = (milliseconds: number) =>
  act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)));
const live = { states: { m: 'found' as const }, reading: sampleReading() };

test('the page of an article is asked at once, and again when tabs have changed and settled', async () => {
  background.answers['article.live'] = () => live;
  const hook = await useInPage(() => useLive(id, []));
  await pause(0);
  expect(hook.now()).toMatchObject({ states: { m: 'found' } });
  expect(background.asked).toEqual([{ name: 'article.live', request: { articleId: id } }]);
  const { onActivated, onUpdated, onRemoved } = page.tabs;
  for (const event of [onActivated, onUpdated, onRemoved]) {
    background.asked = [];
    event.fire();
    await pause(599);
    event.fire();
    await pause(599);
    expect(background.asked).toHaveLength(0);
    await pause(1);
    expect(background.asked).toHaveLength(1);
  }
  onUpdated.fire();
  await hook.end();
  await pause(5000);
  expect(background.asked).toHaveLength(1);
  expect([onActivated.size, onUpdated.size, onRemoved.size]).toEqual([0, 0, 0]);
});

test('a page that is not open, or cannot be asked, is told as none', async () => {
  background.answers['article.live'] = () => null;
  const hook = await useInPage(() => useLive(id, []));
  expect(hook.now()).toBeUndefined();
  background.answers['article.live'] = () => Promise.reject(new Error('gone'));
  await pause(0);
  expect(hook.now()).toBeNull();
  page.tabs.onActivated.fire();
  await pause(600);
  expect(hook.now()).toBeNull();
});

test('what is asked about anew is asked when it changes, and a late answer about another is not shown', async () => {
  let answer: (value: unknown) => void = () => {};
  background.answers['article.live'] = () => new Promise((resolve) => (answer = resolve));
  let marks = 'one';
  const hook = await useInPage(() => useLive(id, [marks]));
  const late = answer;
  marks = 'two';
  await hook.again();
  late({ ...live, states: {} });
  await pause(0);
  expect(hook.now()).toBeUndefined();
  answer(live);
  await pause(0);
  expect(hook.now()).toMatchObject({ states: { m: 'found' } });
  expect(background.asked).toHaveLength(2);
});
