import { expect, test } from 'vitest';
import { judgeClick } from './judgeClick.ts';

test('a click in the card counts when the card stood there in sight; a deletion out of sight is asked again', () => {
  const frame = (settled: boolean, visible: boolean) => ({
    isSettled: () => settled,
    isVisible: () => visible,
  });
  const remove = { type: 'remove' } as const;
  const color = { type: 'edit', patch: { color: 'blue' } } as const;
  const note = { type: 'edit', patch: { note: '词' } } as const;
  expect(judgeClick(remove, frame(true, true))).toBe('counts');
  expect(judgeClick(remove, frame(false, true))).toBe('ignore');
  expect(judgeClick(remove, frame(true, false))).toBe('ask');
  expect(judgeClick(color, frame(true, false))).toBe('ignore');
  expect(judgeClick({ type: 'edit', patch: { removeTags: ['甲'] } }, frame(false, true))).toBe('ignore');
  for (const one of [frame(true, true), frame(false, false)]) expect(judgeClick(note, one)).toBe('counts');
});
