import { expect, test } from 'vitest';
import { anchorOf, placeBeside } from './place.ts';

const view = { width: 800, height: 600 };
const size = { width: 200, height: 50 };

test('a box stands centred below its anchor', () => {
  expect(placeBeside({ left: 300, top: 100, bottom: 120, width: 100 }, size, view)).toEqual({
    left: 250,
    top: 128,
  });
});

test('without room below it stands above', () => {
  expect(placeBeside({ left: 300, top: 570, bottom: 590, width: 100 }, size, view).top).toBe(512);
});

test('it never leaves the window', () => {
  expect(placeBeside({ left: 0, top: 0, bottom: 10, width: 4 }, size, view).left).toBe(8);
  expect(placeBeside({ left: 790, top: -90, bottom: 900, width: 4 }, size, view)).toEqual({
    left: 592,
    top: 8,
  });
});

test('of a tall passage the line under the pointer counts, else the last one in view', () => {
  const line = (top: number) => ({ left: 100, right: 500, top, bottom: top + 20, width: 400 });
  const lines = [-100, 50, 300, 700].map(line);
  const whole = { left: 100, right: 500, top: -100, bottom: 720, width: 400 };
  expect(anchorOf(whole, lines, view, { x: 200, y: 60 })).toBe(lines[1]);
  expect(anchorOf(whole, lines, view)).toBe(lines[2]);
  const low = { ...whole, top: 50, bottom: 320 };
  expect(anchorOf(low, lines.slice(1, 3), view)).toBe(low);
});
