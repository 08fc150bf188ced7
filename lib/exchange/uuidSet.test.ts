import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UuidSet } from './uuidSet.ts';

const ids = fc.oneof(
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  // Few values, so that some come twice, and some that differ in one digit.
  fc.integer({ min: 0, max: 40 }).map((n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
  fc.constantFrom('', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
  fc.string(),
);

test('it has what a set has', () => {
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 300 }), fc.array(ids), (added, others) => {
      const set = new UuidSet();
      const expected = new Set<string>();
      for (const id of added) {
        expect(set.has(id)).toBe(expected.has(id));
        set.add(id);
        expected.add(id);
      }
      for (const id of [...added, ...others]) expect(set.has(id)).toBe(expected.has(id));
    }),
  );
});

test('it grows, and keeps what it has', () => {
  const set = new UuidSet();
  const all = Array.from({ length: 20_000 }, () => crypto.randomUUID());
  for (const id of all) set.add(id);
  expect(all.every((id) => set.has(id))).toBe(true);
  expect(Array.from({ length: 20_000 }, () => crypto.randomUUID()).some((id) => set.has(id))).toBe(false);
});
