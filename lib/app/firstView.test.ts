import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let firstView: typeof import('./firstView.ts');
beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers();
  firstView = await import('./firstView.ts');
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('work waits for the first view, then for the browser to be idle', () => {
  const idle: (() => void)[] = [];
  vi.stubGlobal('requestIdleCallback', (work: () => void) => idle.push(work));
  const done: number[] = [];
  firstView.afterFirstView(() => done.push(1));
  vi.advanceTimersByTime(1000);
  expect(idle).toEqual([]);
  firstView.firstViewShown();
  firstView.afterFirstView(() => done.push(2));
  expect(done).toEqual([]);
  for (const work of idle) work();
  expect(done).toEqual([1, 2]);
  vi.runAllTimers();
  firstView.firstViewShown();
  expect(idle).toHaveLength(2);
});

test('work is done even where no first view comes, or where the browser does not tell when it is idle', () => {
  const work = vi.fn();
  firstView.afterFirstView(work);
  vi.runAllTimers();
  expect(work).toHaveBeenCalledTimes(1);
});
