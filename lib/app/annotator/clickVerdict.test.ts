import { expect, test } from 'vitest';
import { clickVerdict } from './clickVerdict.ts';

test('a click in the card counts when the card stood there in sight; a deletion out of sight is asked again', () => {
  const frame = (settled: boolean, visible: boolean) => ({
    isSettled: () => settled,
    isVisible: () => visible,
  });
  const remove = { type: 'remove' } as const;
  const color = { type: 'edit', patch: { color: 'blue' } } as const;
  const note = { type: 'edit', patch: { note: '词' } } as const;
  expect(clickVerdict(remove, frame(true, true))).toBe('counts');
  expect(clickVerdict(remove, frame(false, true))).toBe('ignore');
  expect(clickVerdict(remove, frame(true, false))).toBe('ask');
  expect(clickVerdict(color, frame(true, false))).toBe('ignore');
  expect(clickVerdict({ type: 'edit', patch: { removeTags: ['甲'] } }, frame(false, true))).toBe('ignore');
  for (const one of [frame(true, true), frame(false, false)]) expect(clickVerdict(note, one)).toBe('counts');
});
