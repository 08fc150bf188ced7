// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resetPage, useInPage } from '@/test/support/ownPage.ts';
import type { Span } from '../../tasks/schema.ts';
import { useSpanChoice } from './useSpanChoice.ts';

const text = '会议要求，各街道要检查管网。\n区水务局要清理河道，按月报送台账。\n会议还研究了其他事项。';
const spanOf = (words: string): Span => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const keep = vi.fn(async (_span: Span): Promise<string | null> => null);
const close = vi.fn();
const pageSelection = vi.fn(async (): Promise<Span | string> => '');
let box: HTMLElement;
beforeEach(() => {
  resetPage();
  for (const mock of [keep, close, pageSelection]) mock.mockClear();
  box = document.createElement('div');
  box.tabIndex = 0;
  document.documentElement.append(box);
});
afterEach(() => {
  getSelection()!.removeAllRanges();
  box.remove();
  resetPage();
});
async function choice(span: Span | null) {
  const input = { correct: { text, pageSelection }, span, keep, close, box: { current: box } };
  const hook = await useInPage(() => useSpanChoice(input));
  const { start, end } = hook.now().shown;
  box.innerHTML = '<b></b><i></i>';
  // The text is split between two elements, so that offsets must be counted across both.
  box.firstChild!.textContent = text.slice(start, start + 5);
  box.lastChild!.textContent = text.slice(start + 5, end);
  return hook;
}
/** Selects words in the box as with the pointer. */
async function select(words: string): Promise<void> {
  const [first, second] = [box.firstChild!.firstChild!, box.lastChild!.firstChild!];
  const at = box.textContent!.indexOf(words);
  const place = (offset: number): [Node, number] => (offset < 5 ? [first, offset] : [second, offset - 5]);
  const range = document.createRange();
  range.setStart(...place(at));
  range.setEnd(...place(at + words.length));
  getSelection()!.removeAllRanges();
  getSelection()!.addRange(range);
  await act(() => void document.dispatchEvent(new Event('pointerup')));
}

test('for a new task the whole text shows and nothing is chosen; closing keeps nothing', async () => {
  const { now } = await choice(null);
  expect(now()).toMatchObject({ chosen: null, shown: { start: 0, end: text.length }, problem: '' });
  expect(document.activeElement).toBe(box);
  await act(() => now().move('end', 1));
  expect(now().chosen).toBeNull();
  await act(() => now().confirm());
  expect([keep.mock.calls.length, close.mock.calls.length]).toEqual([0, 1]);
});

test('selected words are chosen, without blanks and breaks at their ends, and kept', async () => {
  const { now } = await choice(null);
  await select('管网。\n区水务局要清理河道');
  expect(now().chosen).toEqual(spanOf('管网。\n区水务局要清理河道'));
  expect(getSelection()!.rangeCount).toBe(0);
  await select('\n区水务局要清理河道');
  expect(now().chosen).toEqual(spanOf('区水务局要清理河道'));
  await act(() => now().confirm());
  expect(keep.mock.calls).toEqual([[spanOf('区水务局要清理河道')]]);
  expect(close).toHaveBeenCalledTimes(1);
});

test('words that were not changed are not kept as a correction', async () => {
  const { now } = await choice(spanOf('区水务局要清理河道'));
  await act(() => now().confirm());
  expect([keep.mock.calls.length, close.mock.calls.length]).toEqual([0, 1]);
});

test('a selection of blanks, an empty one and one that reaches outside choose nothing', async () => {
  const { now } = await choice(null);
  await select('\n');
  await act(() => void document.dispatchEvent(new Event('pointerup')));
  const outside = document.createRange();
  outside.setStart(document.documentElement, 0);
  outside.setEnd(box.firstChild!.firstChild!, 2);
  getSelection()!.addRange(outside);
  await act(() => void document.dispatchEvent(new Event('pointerup')));
  expect(now().chosen).toBeNull();
});

test('of a task its surroundings show, and stay when the choice grows', async () => {
  const span = spanOf('区水务局要清理河道');
  const { now } = await choice(span);
  expect(now().chosen).toEqual(span);
  const { shown } = now();
  expect(shown.start).toBeLessThanOrEqual(span.start);
  expect(shown.end).toBeGreaterThanOrEqual(span.end);
  await act(() => now().move('end', 1));
  expect(now().chosen!.start).toBe(span.start);
  expect(now().chosen!.end).toBeGreaterThan(span.end);
  await act(() => now().move('start', -1));
  expect(now().chosen!.start).toBeLessThan(span.start);
  expect(now().shown.start).toBeLessThanOrEqual(shown.start);
  expect(now().shown.end).toBeGreaterThanOrEqual(shown.end);
});

test('what cannot be kept says why, until another choice is made', async () => {
  keep.mockResolvedValueOnce('已有此任务');
  const { now } = await choice(spanOf('各街道要检查管网'));
  await act(() => now().move('end', 1));
  await act(() => now().confirm());
  expect(now().problem).toBe('已有此任务');
  expect(close).not.toHaveBeenCalled();
  await act(() => now().move('end', 1));
  expect(now().problem).toBe('');
});

test('words are taken from the page, or the reason why there are none', async () => {
  const { now } = await choice(null);
  pageSelection.mockResolvedValueOnce('先在网页上选字');
  await act(() => now().fromPage());
  expect(now()).toMatchObject({ chosen: null, problem: '先在网页上选字' });
  const { start, end } = spanOf('各街道要检查管网');
  pageSelection.mockResolvedValueOnce({ start, end: end + 2 });
  await act(() => now().fromPage());
  expect(now()).toMatchObject({ chosen: { start, end }, problem: '' });
});
