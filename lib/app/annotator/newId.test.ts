import { expect, test, vi } from 'vitest';
import { z } from '../../zod.ts';
import { newId } from './newId.ts';

test('ids are UUIDs that the messages accept, each another, also where a page has no https', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const ids = Array.from({ length: 200 }, newId);
  for (const id of ids) expect(z.uuid().safeParse(id).success, id).toBe(true);
  expect(new Set(ids).size).toBe(200);
  vi.unstubAllGlobals();
});
