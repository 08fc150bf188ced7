// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { trusted } from '@/test/support/trusted.ts';
import { endsWithoutRelease, SelectingGesture } from './gesture.ts';

let gesture: SelectingGesture;
let stop: AbortController;
const ended = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  ended.mockReset();
  gesture = new SelectingGesture();
  stop = new AbortController();
  endsWithoutRelease(document, gesture, stop.signal, ended);
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const press = (pointerType: string) =>
  gesture.press({ clientX: 0, clientY: 0, timeStamp: 0, isTrusted: true, pointerType } as PointerEvent);
const change = () => document.dispatchEvent(new Event('selectionchange'));
const move = (buttons: number) => dispatchEvent(trusted(new MouseEvent('pointermove', { buttons })));
const overFrame = (isOver: boolean) =>
  vi.spyOn(document, 'querySelector').mockReturnValue(isOver ? document.createElement('iframe') : null);

test('words that a finger selects count as made when they rest', () => {
  press('touch');
  change();
  vi.advanceTimersByTime(399);
  change();
  vi.advanceTimersByTime(399);
  expect(ended).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ended).toHaveBeenCalledTimes(1);
  change();
  stop.abort();
  vi.advanceTimersByTime(400);
  expect(ended).toHaveBeenCalledTimes(1);
});

test('a selection drawn into a frame counts as made when it rests there', () => {
  press('mouse');
  overFrame(false);
  change();
  vi.advanceTimersByTime(400);
  expect(ended).not.toHaveBeenCalled();
  overFrame(true);
  change();
  vi.advanceTimersByTime(399);
  expect(ended).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ended).toHaveBeenCalledTimes(1);
  expect(gesture.isHeld).toBe(false);
  change();
  vi.advanceTimersByTime(400);
  expect(ended).toHaveBeenCalledTimes(1);
});

test('without a press nothing that changes the selection ends one', () => {
  overFrame(true);
  change();
  vi.advanceTimersByTime(400);
  move(0);
  expect(ended).not.toHaveBeenCalled();
});

test('a pointer that comes back released ends the selection once; one still pressed, or a script, does not', () => {
  press('mouse');
  move(1);
  dispatchEvent(new MouseEvent('pointermove', { buttons: 0 }));
  expect(ended).not.toHaveBeenCalled();
  move(0);
  move(0);
  expect(ended).toHaveBeenCalledTimes(1);
  press('mouse');
  stop.abort();
  move(0);
  expect(ended).toHaveBeenCalledTimes(1);
});

test('the last press tells a finger from a mouse', () => {
  expect(gesture.isTouch).toBe(false);
  press('touch');
  expect(gesture.isTouch).toBe(true);
  press('pen');
  expect(gesture.isTouch).toBe(false);
});

test('clicks one below the other are as far apart as clicks side by side', () => {
  const at = (y: number, time: number) =>
    ({ clientX: 0, clientY: y, timeStamp: time, isTrusted: true, shiftKey: false }) as PointerEvent;
  gesture.press(at(50, 0));
  expect(gesture.ends(at(53, 100))).toBe(false);
  expect(gesture.ends(at(54, 200))).toBe(true);
  gesture.press(at(53, 300));
  expect(gesture.ends(at(53, 310))).toBe(true);
});
