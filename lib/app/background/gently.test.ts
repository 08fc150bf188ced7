import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gently } from './gently.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a pause is as long as the work before it, and never longer than a quarter of a second', async () => {
  const getPlatformInfo = vi.fn(async () => {});
  const rest = gently({ getPlatformInfo }, Date.now);
  for (const [worked, pause] of [
    [40, 40],
    [5000, 250],
    [0, 0],
  ] as const) {
    vi.setSystemTime(Date.now() + worked);
    let isOver = false;
    void rest().then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(Math.max(0, pause - 1));
    if (pause > 0) expect([worked, isOver]).toEqual([worked, false]);
    await vi.advanceTimersByTimeAsync(1);
    expect([worked, isOver]).toEqual([worked, true]);
  }
  expect(getPlatformInfo).not.toHaveBeenCalled();
});

test('the browser is asked something before half a minute is over, again and again, whatever it answers', async () => {
  const getPlatformInfo = vi.fn(() => Promise.reject(new Error('gone')));
  const rest = gently({ getPlatformInfo }, Date.now);
  const asked: number[] = [];
  for (let second = 1; second <= 60; second++) {
    vi.setSystemTime(Date.now() + 750);
    const over = rest();
    await vi.advanceTimersByTimeAsync(250);
    await over;
    asked.push(getPlatformInfo.mock.calls.length);
  }
  for (let second = 28; second < 60; second++) expect(asked[second]).toBeGreaterThan(asked[second - 28]!);
});
