import { beforeEach, expect, test, vi } from 'vitest';
import type { Annotation } from '../../annotation/schema.ts';
import { CardRequests } from './cardRequests.ts';

const mark = { id: 'a', color: 'blue' } as Annotation;
const actions = {
  edit: vi.fn(async () => mark),
  remove: vi.fn(async (): Promise<Annotation | null> => mark),
  restore: vi.fn(async (): Promise<Annotation | null> => mark),
  confirm: vi.fn(async (): Promise<Annotation | null> => null),
  stretch: vi.fn(async (): Promise<Annotation | null> => mark),
  join: vi.fn(async (): Promise<Annotation | null> => mark),
};
let requests: CardRequests;
beforeEach(() => {
  vi.clearAllMocks();
  requests = new CardRequests(actions);
});

test('an edit and a confirmation are done with the mark of the card', async () => {
  expect(await requests.run('a', { type: 'edit', patch: { note: '六月' } })).toBe(mark);
  expect(actions.edit.mock.calls).toEqual([['a', { note: '六月' }]]);
  expect(await requests.run('a', { type: 'confirm' })).toBeNull();
  expect(actions.confirm.mock.calls).toEqual([['a']]);
});

test('the ends of the mark are moved, and the mark is joined', async () => {
  expect(await requests.run('a', { type: 'stretch', end: 'end', by: -1 })).toBe(mark);
  expect(actions.stretch.mock.calls).toEqual([['a', 'end', -1]]);
  expect(await requests.run('a', { type: 'join' })).toBe(mark);
  expect(actions.join.mock.calls).toEqual([['a']]);
});

test('a removed mark is gone, and restored from the same card', async () => {
  expect(await requests.run('a', { type: 'remove' })).toBeNull();
  expect(await requests.run('a', { type: 'restore' })).toBe(mark);
  expect(actions.restore.mock.calls).toEqual([['a']]);
});

test('the card of another mark restores nothing, nor does one of which nothing was removed', async () => {
  expect(await requests.run('a', { type: 'restore' })).toBeNull();
  await requests.run('a', { type: 'remove' });
  expect(await requests.run('b', { type: 'restore' })).toBeNull();
  actions.remove.mockResolvedValueOnce(null);
  await requests.run('a', { type: 'remove' });
  expect(await requests.run('a', { type: 'restore' })).toBeNull();
  expect(actions.restore).not.toHaveBeenCalled();
});

test('a failure is passed on', async () => {
  actions.edit.mockRejectedValueOnce(new Error('full'));
  await expect(requests.run('a', { type: 'edit', patch: {} })).rejects.toThrow('full');
});
