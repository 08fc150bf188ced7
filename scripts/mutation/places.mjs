// Draws a sample of places for faults. The sample is the same in every run.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.mjs';

/** Lists the source files of lib/FOLDER, without its tests. */
export const sourcesOf = (folder) =>
  readdirSync(join(root, 'lib', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file))
    .map((file) => `lib/${folder}/${file}`)
    .sort();

/** Random numbers from 0 to 1, the same at every run (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Selects a fixed sample of places, in the form that Stryker's option `mutate` takes: FILE:LINE:COLUMN-LINE:COLUMN. */
export async function samplePlaces(folders, size) {
  const { createInstrumenter } = await import('@stryker-mutator/instrumenter');
  const { createInjector } = await import('typed-inject');
  const silent = new Proxy({}, { get: () => () => false });
  const instrumenter = createInjector()
    .provideValue('logger', silent)
    .provideFactory('getLogger', () => () => silent)
    .injectFunction(createInstrumenter);
  const files = folders.flatMap(sourcesOf).map((name) => ({
    name,
    mutate: true,
    content: readFileSync(join(root, name), 'utf8'),
  }));
  const { mutants } = await instrumenter.instrument(files, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  // Uses only places that contain no other place, because Stryker plants every fault within a place.
  const places = new Map();
  for (const { fileName, location } of mutants) {
    const { start, end } = location;
    const place = `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
    const known = places.get(place) ?? { place, fileName, start, end, count: 0 };
    places.set(place, { ...known, count: known.count + 1 });
  }
  const isBefore = (one, other) =>
    one.line < other.line || (one.line === other.line && one.column <= other.column);
  const all = [...places.values()];
  const holds = (one, other) =>
    one !== other &&
    one.fileName === other.fileName &&
    isBefore(one.start, other.start) &&
    isBefore(other.end, one.end);
  const next = random(20261128);
  const drawn = all
    .filter((one) => !all.some((other) => holds(one, other)))
    .map((one) => ({ ...one, order: next() }))
    .sort((a, b) => a.order - b.order);
  let count = 0;
  return drawn
    .filter((one) => {
      if (count >= size) return false;
      count += one.count;
      return true;
    })
    .map(({ place }) => place);
}
