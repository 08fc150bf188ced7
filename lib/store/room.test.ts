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
