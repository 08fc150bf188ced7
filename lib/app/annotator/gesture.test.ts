import { expect, test } from 'vitest';
import { SelectingGesture } from './gesture.ts';

const at = (x: number, time: number, more = {}) =>
  ({ clientX: x, clientY: 0, timeStamp: time, isTrusted: true, shiftKey: false, ...more }) as PointerEvent;
const key = (more: object) => ({ isTrusted: true, shiftKey: false, ...more }) as KeyboardEvent;

test('dragging, a double click, Shift and keys select', () => {
  const gesture = new SelectingGesture();
  gesture.press(at(0, 0));
  expect(gesture.ends(at(4, 300))).toBe(true);
  gesture.press(at(50, 5000));
  expect(gesture.ends(at(50, 5100))).toBe(false);
  gesture.press(at(51, 5300));
  expect(gesture.ends(at(51, 5400))).toBe(true);
  gesture.press(at(90, 9000));
  expect(gesture.ends(at(90, 9050, { shiftKey: true }))).toBe(true);
  expect(gesture.ends(key({ key: 'ArrowRight', shiftKey: true }))).toBe(true);
});

test('one click, two clicks far apart and whatever a script makes select nothing', () => {
  const gesture = new SelectingGesture();
  expect(gesture.ends(at(9, 0))).toBe(false);
  gesture.press(at(0, 0));
  expect(gesture.ends(at(3, 10))).toBe(false);
  gesture.press(at(100, 200));
  expect(gesture.ends(at(100, 210))).toBe(false);
  gesture.press(at(0, 3000, { isTrusted: false }));
  expect(gesture.ends(at(100, 3010))).toBe(false);
  expect(gesture.ends(at(500, 3010, { isTrusted: false }))).toBe(false);
  expect(gesture.ends(key({ key: 'Shift', isTrusted: false }))).toBe(false);
  expect(gesture.ends(key({ key: 'a' }))).toBe(false);
});
