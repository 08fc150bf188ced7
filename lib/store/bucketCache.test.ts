import { expect, test } from 'vitest';
import { BucketCache } from './bucketCache.ts';

const MB = 2 ** 20;
const rowsOf = (bytes: number) => [{ bucket: 1, segment: 1, bytes: new Uint8Array(bytes) }];

test('buckets are in memory until the index has changed', () => {
  const cache = new BucketCache();
  const rows = rowsOf(10);
  expect(cache.get(1, '1-1')).toBeUndefined();
  cache.keep(1, '1-1', rows);
  expect(cache.get(1, '1-1')).toBe(rows);
  expect(cache.get(2, '1-1')).toBeUndefined();
  cache.keep(2, '2-2', rows);
  expect(cache.get(1, '1-1')).toBeUndefined();
  expect(cache.get(2, '1-1')).toBeUndefined();
  expect(cache.get(2, '2-2')).toBe(rows);
});

test('buckets whose reading outlasts a change of the index are not kept', () => {
  const cache = new BucketCache();
  cache.keep(2, '1-1', rowsOf(10));
  cache.keep(1, '2-2', rowsOf(10));
  expect(cache.get(1, '2-2')).toBeUndefined();
  expect(cache.get(2, '2-2')).toBeUndefined();
  expect(cache.get(2, '1-1')).toHaveLength(1);
});

test('what would fill the memory is not kept', () => {
  const cache = new BucketCache();
  const kept = () => ['1-1', '2-2', '3-3'].filter((range) => cache.get(1, range));
  cache.keep(1, '1-1', rowsOf(MB));
  cache.keep(1, '2-2', rowsOf(15.5 * MB));
  expect(kept()).toEqual(['2-2']);
  cache.keep(1, '1-1', rowsOf(0.5 * MB));
  expect(kept()).toEqual(['1-1', '2-2']);
  cache.keep(1, '3-3', rowsOf(17 * MB));
  expect(kept()).toEqual(['1-1', '2-2']);
});
