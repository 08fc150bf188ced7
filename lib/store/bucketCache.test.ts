import { expect, test } from 'vitest';
import { BucketCache } from './bucketCache.ts';

const MB = 2 ** 20;
/** A range whose bucket has so many bytes, and the number of times that it was read. */
function rangeOf(name: string, bytes: number) {
  const range = { name, times: 0, rows: [{ bucket: 1, segment: 1, bytes: new Uint8Array(bytes) }] };
  const read = async () => {
    range.times++;
    return range.rows;
  };
  return Object.assign(range, { from: (cache: BucketCache) => cache.get(name, read) });
}

test('buckets are read once, and again after the index has changed', async () => {
  const cache = new BucketCache();
  const range = rangeOf('1-1', 10);
  cache.startAt(1);
  expect(await range.from(cache)).toBe(range.rows);
  cache.startAt(1);
  expect(await range.from(cache)).toBe(range.rows);
  expect(range.times).toBe(1);
  cache.startAt(2);
  await range.from(cache);
  expect(range.times).toBe(2);
});

test('buckets whose reading outlasts a change of the index are not kept', async () => {
  const cache = new BucketCache();
  const range = rangeOf('1-1', 10);
  cache.startAt(1);
  const late = range.from(cache);
  cache.startAt(2);
  expect(await late).toBe(range.rows);
  await range.from(cache);
  expect(range.times).toBe(2);
});

test('what would fill the memory is not kept', async () => {
  const cache = new BucketCache();
  cache.startAt(1);
  const [small, large, huge] = [rangeOf('1-1', MB), rangeOf('2-2', 15.5 * MB), rangeOf('3-3', 17 * MB)];
  await small.from(cache);
  await large.from(cache);
  await large.from(cache);
  expect(large.times).toBe(1);
  await small.from(cache);
  expect(small.times).toBe(2);
  await huge.from(cache);
  await huge.from(cache);
  expect(huge.times).toBe(2);
});
