import { expect, test } from 'vitest';
import { fullValue } from '../../test/support/fullValue.ts';
import { Annotation } from '../annotation/schema.ts';
import { CardFocus, FromCard, ToCard } from './card.ts';

const annotation = Annotation.parse(fullValue(Annotation));
const request = (one: object) => ({ type: 'request', request: one, byPointer: true });
const open = {
  type: 'open',
  annotation,
  state: 'moved',
  tags: ['任务'],
  meanings: { yellow: '存疑' },
  canJoin: true,
  focus: 'tag',
};

test.each([
  open,
  { ...open, focus: null, tags: [] },
  { type: 'done', annotation, state: 'found', canJoin: true },
  { type: 'done', annotation: null, state: 'missing', canJoin: false },
  { type: 'failed', code: 'storage' },
  { type: 'hidden' },
])('the page may send the card %j', (message) => {
  expect(ToCard.parse(message)).toEqual(message);
});

test.each([
  { ...open, annotation: null },
  { ...open, tags: '任务' },
  { ...open, focus: 'color' },
  { type: 'done', annotation },
  { type: 'done', state: 'found' },
  { type: 'failed', code: 'invented' },
  { type: 'failed' },
  { type: 'close' },
  {},
])('the card refuses of the page %j', (message) => {
  expect(ToCard.safeParse(message).success).toBe(false);
});

test.each([
  request({ type: 'edit', patch: { note: '六月', addTags: ['跟进'], color: 'blue' } }),
  request({ type: 'remove' }),
  request({ type: 'restore' }),
  request({ type: 'confirm' }),
  request({ type: 'join' }),
  request({ type: 'stretch', end: 'start', by: 1 }),
  request({ type: 'stretch', end: 'end', by: -1 }),
  { type: 'close' },
  { type: 'step', by: 1 },
  { type: 'step', by: -1 },
  { type: 'size', height: 190.5 },
])('the card may send the page %j', (message) => {
  expect(FromCard.parse(message)).toEqual(message);
});

test.each([
  request({ type: 'edit' }),
  request({ type: 'edit', patch: { color: 'red' } }),
  { type: 'request', request: { type: 'remove' } },
  request({ type: 'split' }),
  request({ type: 'stretch', end: 'middle', by: 1 }),
  request({ type: 'stretch', end: 'end', by: 2 }),
  { type: 'remove' },
  { type: 'step', by: 2 },
  { type: 'step' },
  { type: 'size', height: '190' },
  { type: 'size' },
  { type: 'open' },
  {},
])('the page refuses of the card %j', (message) => {
  expect(FromCard.safeParse(message).success).toBe(false);
});

test('the card begins in the note, in the tags or on itself', () => {
  for (const focus of ['note', 'tag', null]) expect(CardFocus.parse(focus)).toBe(focus);
});
