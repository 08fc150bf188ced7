import { afterEach, expect, test, vi } from 'vitest';
import { requireRoom } from './room.ts';

afterEach(() => vi.unstubAllGlobals());

const SPARE = 32 * 1024 * 1024;
const told = (estimate: () => Promise<object>) => vi.stubGlobal('navigator', { storage: { estimate } });

test('a disk needs 32 MiB for a write to begin', async () => {
  told(async () => ({ quota: SPARE + 5, usage: 5 }));
  await requireRoom();
  told(async () => ({ quota: SPARE + 4, usage: 5 }));
  await expect(requireRoom()).rejects.toMatchObject({
    code: 'storage',
    message: `Only ${SPARE - 1} bytes are left.`,
  });
});

test.each([
  ['no browser', undefined],
  ['no storage', {}],
  ['no estimate', { storage: {} }],
  ['a refusal', { storage: { estimate: () => Promise.reject(new Error('no')) } }],
  ['no quota', { storage: { estimate: async () => ({ usage: 1 }) } }],
  ['no usage', { storage: { estimate: async () => ({ quota: 1 }) } }],
])('with %s there is taken to be enough', async (_what, navigator) => {
  vi.stubGlobal('navigator', navigator);
  await requireRoom();
});

test('while there is much room, the browser is asked once a minute; with little room, each time', async () => {
  let now = 1000;
  vi.stubGlobal('performance', { now: () => now });
  const asked = async (room: number, after: number) => {
    const estimate = vi.fn(async () => ({ quota: room, usage: 0 }));
    told(estimate);
    await requireRoom();
    now += after;
    await requireRoom();
    return estimate.mock.calls.length;
  };
  expect(await asked(SPARE + 8 * 2 ** 30, 59_000)).toBe(1);
  expect(await asked(SPARE + 8 * 2 ** 30, 60_000)).toBe(2);
  expect(await asked(SPARE + 64 * 2 ** 20, 999)).toBe(1);
  expect(await asked(SPARE + 64 * 2 ** 20, 1000)).toBe(2);
  expect(await asked(SPARE, 0)).toBe(2);
});

test('a large write asks again where the last answer tells too little room for it', async () => {
  const estimate = vi.fn(async () => ({ quota: SPARE + 2 ** 30, usage: 0 }));
  told(estimate);
  await requireRoom();
  await expect(requireRoom(2 ** 31)).rejects.toMatchObject({ code: 'storage' });
  expect(estimate).toHaveBeenCalledTimes(2);
});
