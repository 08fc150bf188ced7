import { expect, test } from 'vitest';
import { History } from './history.ts';

const nothing = { undo: false, redo: false };

test('what can be undone is what the collection says, and whatever is done from then on', async () => {
  const history = new History(async (redo) => ({ undo: redo, redo: !redo }));
  expect([history.can(false), history.can(true)]).toEqual([false, false]);
  history.set({ undo: true, redo: true });
  expect([history.can(false), history.can(true)]).toEqual([true, true]);
  history.recordStep();
  expect([history.can(false), history.can(true)]).toEqual([true, false]);
  await history.undoOrRedo(false);
  expect([history.can(false), history.can(true)]).toEqual([false, true]);
  await history.undoOrRedo(true);
  expect([history.can(false), history.can(true)]).toEqual([true, false]);
});

test('a step that is refused can be tried again', async () => {
  let refused = true;
  const history = new History(async () => {
    if (refused) throw new Error('full');
    return nothing;
  });
  history.recordStep();
  await expect(history.undoOrRedo(false)).rejects.toThrow('full');
  expect(history.can(false)).toBe(true);
  refused = false;
  await history.undoOrRedo(false);
  expect(history.can(false)).toBe(false);
});

test('a call waits for the one before it', async () => {
  const order: string[] = [];
  const history = new History(async (redo) => {
    order.push(`begin ${redo}`);
    await Promise.resolve();
    order.push(`end ${redo}`);
    return nothing;
  });
  await Promise.all([history.undoOrRedo(false), history.undoOrRedo(true)]);
  expect(order).toEqual(['begin false', 'end false', 'begin true', 'end true']);
});
