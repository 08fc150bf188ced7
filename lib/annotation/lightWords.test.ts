// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { hasLightWords } from './lightWords.ts';

function element(color: string): Element {
  const one = document.createElement('p');
  one.style.color = color;
  document.body.append(one);
  return one;
}

test.each([
  ['rgb(255, 255, 255)', true],
  ['rgb(187, 187, 187)', true],
  ['rgba(201, 209, 217, 0.9)', true],
  ['rgb(0, 255, 0)', true],
  ['rgb(255, 255, 0)', true],
  ['rgb(0, 0, 0)', false],
  ['rgb(64, 64, 64)', false],
  ['rgb(120, 120, 120)', false],
  ['rgb(255, 0, 0)', false],
  ['rgb(0, 0, 255)', false],
  ['rgb(26, 13, 171)', false],
])('words in %s are light: %s', (color, isLight) => {
  expect(hasLightWords(element(color))).toBe(isLight);
});

test('words of no element, and of a colour in another form, count as dark', () => {
  expect(hasLightWords(null)).toBe(false);
  for (const color of ['color(display-p3 1 1 1)', 'oklch(1 0 0)', 'transparent', ''])
    expect(hasLightWords(element(color))).toBe(false);
});
