import { expect, test } from 'vitest';
import { placeBeside } from './place.ts';

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
