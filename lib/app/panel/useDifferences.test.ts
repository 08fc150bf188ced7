// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { resetPage, useInPage } from '@/test/support/ownPage.ts';
import { compareTexts } from '../../record/compare.ts';
import { useDifferences } from './useDifferences.ts';
import { useNextHitKeys } from './useNextHitKeys.ts';

const BEFORE = ['首段。', ...Array.from({ length: 20 }, (_, i) => `第${i}段。`), '末段。'].join('\n');
const AFTER = BEFORE.replace('首段', '开头').replace('末段', '结尾').replace('第4段', '中间');
const CHANGES = compareTexts(BEFORE, AFTER);

const scrolled: string[] = [];
let root: HTMLElement;
beforeEach(() => {
  resetPage();
  scrolled.length = 0;
  Element.prototype.scrollIntoView = function (this: Element) {
    scrolled.push((this as HTMLElement).dataset.difference ?? '');
  };
  root = document.createElement('main');
  root.innerHTML = '<i data-difference="0"></i><i data-difference="1"></i><i data-difference="2"></i>';
  document.documentElement.append(root);
});
afterEach(() => {
  root.remove();
  resetPage();
});

const press = (init: KeyboardEventInit, target: EventTarget = document.body) => {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  return act(() => void target.dispatchEvent(event));
};

test('steps go from change to change and around, each scrolled into view', async () => {
  const { now } = await useInPage(() => useDifferences({ current: root }, BEFORE, CHANGES, 0));
  expect({ count: now().count, at: now().at }).toEqual({ count: 3, at: 0 });
  for (const by of [1, 1, 1, -1] as const) await act(() => void now().step(by));
  expect(scrolled).toEqual(['0', '1', '2', '0', '2']);
});

test('a comparison that the person has not asked for does not scroll before the first step', async () => {
  const { now } = await useInPage(() => useDifferences({ current: root }, BEFORE, CHANGES, -1));
  expect(now().at).toBe(-1);
  expect(scrolled).toEqual([]);
  await act(() => void now().step(-1));
  expect(now().at).toBe(2);
});

test('a fold is opened for good, and another comparison begins anew', async () => {
  let parts: typeof CHANGES | null = CHANGES;
  const { now, again } = await useInPage(() => useDifferences({ current: root }, BEFORE, parts, 0));
  await act(() => void now().step(1));
  const folds = () => now().pieces.filter(({ kind }) => kind === 'folded') as { start: number }[];
  const before = folds().length;
  expect(before).toBeGreaterThan(0);
  await act(() => now().unfold(folds()[0]!.start));
  expect(folds()).toHaveLength(before - 1);
  expect(now().at).toBe(1);
  parts = compareTexts(BEFORE, AFTER);
  await again();
  expect(now().at).toBe(0);
  expect(folds()).toHaveLength(before);
  parts = null;
  await again();
  expect(now()).toMatchObject({ count: 0, at: -1, pieces: [] });
  await act(() => void now().step(1));
  expect(now().at).toBe(-1);
});

test('the keys step where nothing is typed or selected, and only while they are on', async () => {
  const steps: number[] = [];
  let isOn = true;
  const { again, end } = await useInPage(() => useNextHitKeys((by) => steps.push(by), isOn));
  await press({ code: 'KeyN' });
  await press({ code: 'KeyN', shiftKey: true });
  await press({ key: 'F3', code: 'F3' });
  expect(steps).toEqual([1, -1, 1]);
  await press({ code: 'KeyN', ctrlKey: true });
  await press({ code: 'KeyM' });
  const field = document.body.appendChild(document.createElement('input'));
  await press({ code: 'KeyN' }, field);
  field.remove();
  root.textContent = '管网';
  document.getSelection()!.selectAllChildren(root);
  await press({ code: 'KeyN' });
  expect(steps).toHaveLength(3);
  document.getSelection()!.removeAllRanges();
  isOn = false;
  await again();
  await press({ code: 'KeyN' });
  expect(steps).toHaveLength(3);
  await end();
});
