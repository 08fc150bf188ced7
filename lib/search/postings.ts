/**
 * The word index of one segment: for every two neighbouring UTF-16 units of the folded texts, all places where they
 * occur. Such pairs find words without a word list. A bucket is a list of records. A record has the two units (2 bytes
 * each), the length of its places in bytes (varint), and the places. Each place is stored as a varint of its distance
 * from the place before.
 *
 * The first unit of a pair chooses one of GROUPS groups, and the second one of the group's PARTS buckets. So a pair is
 * looked up in one bucket, and a single unit in the PARTS buckets of its group.
 */
const GROUPS = 128;
const PARTS = 8;
export const BUCKETS = GROUPS * PARTS;

const groupOf = (first: number): number => (Math.imul(first, 0x9e3779b1) >>> 16) % GROUPS;
const bucketOf = (first: number, second: number): number =>
  groupOf(first) * PARTS + ((Math.imul(second, 0x85ebca6b) >>> 16) % PARTS);

/** Thrown for a damaged bucket. The index must then be built again. */
export class DamagedIndex extends Error {}

/** A byte array that grows as it is written. */
class Bytes {
  private bytes = new Uint8Array(256);
  length = 0;

  room(more: number): Uint8Array {
    if (this.length + more > this.bytes.length) {
      const next = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
      next.set(this.bytes);
      this.bytes = next;
    }
    return this.bytes;
  }

  /** Returns a copy of the bytes written so far. */
  taken(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

function putVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  let place = at;
  while (rest > 0x7f) {
    bytes[place++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[place++] = rest;
  return place;
}

const varintLength = (value: number): number =>
  value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : value < 0x1000_0000 ? 4 : 5;

/** Sorts places by the unit that `unitAt` gives for them. Places with the same unit keep their order. */
function sortedBy(places: Uint32Array, unitAt: (place: number) => number): Uint32Array {
  const counts = new Uint32Array(0x10001);
  for (const place of places) counts[unitAt(place) + 1]!++;
  for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!;
  const sorted = new Uint32Array(places.length);
  for (const place of places) sorted[counts[unitAt(place)]!++] = place;
  return sorted;
}

/** Makes the buckets of a folded text, by bucket number, without empty ones. Takes time linear in the text's length. */
export function bucketsOfText(text: string): Map<number, Uint8Array> {
  const units = new Uint16Array(text.length + 1);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  const all = new Uint32Array(text.length);
  let count = 0;
  // Skips line breaks, because no searched word begins with one.
  for (let i = 0; i < text.length; i++) if (units[i] !== 0x0a) all[count++] = i;
  const bySecond = sortedBy(all.subarray(0, count), (place) => units[place + 1]!);
  const places = sortedBy(bySecond, (place) => units[place]!);

  const buckets = new Map<number, Bytes>();
  for (let from = 0, to = 0; from < count; from = to) {
    const first = units[places[from]!]!;
    const second = units[places[from]! + 1]!;
    let size = 0;
    let before = 0;
    for (to = from; to < count; to++) {
      const place = places[to]!;
      if (units[place] !== first || units[place + 1] !== second) break;
      size += varintLength(place - before);
      before = place;
    }
    const bucket = bucketOf(first, second);
    const bytes = buckets.get(bucket) ?? new Bytes();
    buckets.set(bucket, bytes);
    const room = bytes.room(size + 9);
    let at = bytes.length;
    room[at++] = first >> 8;
    room[at++] = first & 0xff;
    room[at++] = second >> 8;
    room[at++] = second & 0xff;
    at = putVarint(room, at, size);
    before = 0;
    for (let i = from; i < to; i++) {
      at = putVarint(room, at, places[i]! - before);
      before = places[i]!;
    }
    bytes.length = at;
  }
  return new Map([...buckets].map(([bucket, bytes]) => [bucket, bytes.taken()]));
}

/** The buckets in which some words are looked up: all numbers from `first` to `last`. */
export type BucketRange = { first: number; last: number };

/**
 * Splits words into pairs of units that together cover them, and returns the offsets of the pairs: 0 (防汛) and 2 (部署)
 * for 防汛部署 (flood control plans).
 */
function coveringPairs(words: string): number[] {
  const pairs: number[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) pairs.push(at);
  if (words.length % 2 === 1 && words.length > 1) pairs.push(words.length - 2);
  return pairs;
}

/** Lists the buckets that must be read to find these folded words. */
export function rangesOf(words: string): BucketRange[] {
  if (words.length === 1) {
    const first = groupOf(words.charCodeAt(0)) * PARTS;
    return [{ first, last: first + PARTS - 1 }];
  }
  const buckets = coveringPairs(words).map((at) => bucketOf(words.charCodeAt(at), words.charCodeAt(at + 1)));
  return [...new Set(buckets)].map((bucket) => ({ first: bucket, last: bucket }));
}

/** A record of a bucket: the range of bytes that holds its places. */
type PostingsRecord = { bytes: Uint8Array; from: number; to: number };

/**
 * Finds the records of the pairs from `low` to `high` in a bucket. A pair is one number: its first unit times 65536,
 * and its second one. Stops after `high`, because the records are in the order of their pairs.
 */
function recordsBetween(bytes: Uint8Array, low: number, high: number): PostingsRecord[] {
  const found: PostingsRecord[] = [];
  const { length } = bytes;
  for (let at = 0; at < length; ) {
    const pair = ((bytes[at]! << 8) | bytes[at + 1]!) * 0x10000 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    if (pair > high) break;
    at += 4;
    let size = 0;
    let shift = 0;
    for (;;) {
      if (at >= length || shift > 28) throw new DamagedIndex('a record has no end');
      const byte = bytes[at++]!;
      size |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
      shift += 7;
    }
    if (at + size > length) throw new DamagedIndex('a record is longer than its bucket');
    if (pair >= low) found.push({ bytes, from: at, to: at + size });
    at += size;
  }
  return found;
}

/** Finds the record of a pair of units; undefined where the bucket has none. */
function recordOf(bucket: Uint8Array | undefined, first: number, second: number): PostingsRecord | undefined {
  const pair = first * 0x10000 + second;
  return bucket && recordsBetween(bucket, pair, pair)[0];
}

/** Reads the places of a record. */
function placesIn({ bytes, from, to }: PostingsRecord): Uint32Array {
  const places = new Uint32Array(to - from);
  let count = 0;
  let place = 0;
  for (let at = from; at < to; ) {
    let value = 0;
    let shift = 0;
    let byte = 0;
    do {
      byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte >= 0x80 && at < to);
    place += value;
    places[count++] = place;
  }
  return places.subarray(0, count);
}

const NO_PLACES = new Uint32Array(0);

/** Keeps those of the ascending `places` for which the record has a place exactly `distance` units further on. */
function followedBy(places: Uint32Array, { bytes, from, to }: PostingsRecord, distance: number): Uint32Array {
  let count = 0;
  let i = 0;
  let place = 0;
  // Reads the record only as far as it is needed, because a record can be much longer than `places`.
  for (let at = from; at < to && i < places.length; ) {
    let value = 0;
    let shift = 0;
    let byte = 0;
    do {
      byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte >= 0x80 && at < to);
    place += value;
    while (i < places.length && places[i]! + distance < place) i++;
    if (i < places.length && places[i]! + distance === place) places[count++] = places[i++]!;
  }
  return places.subarray(0, count);
}

/** Finds the places of a single unit: those of all pairs that begin with it. */
function placesOfUnit(unit: number, buckets: ReadonlyMap<number, Uint8Array>): Uint32Array {
  const parts: Uint32Array[] = [];
  for (let i = 0; i < PARTS; i++) {
    const bucket = buckets.get(groupOf(unit) * PARTS + i);
    if (!bucket) continue;
    for (const record of recordsBetween(bucket, unit * 0x10000, unit * 0x10000 + 0xffff))
      parts.push(placesIn(record));
  }
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.sort();
}

/**
 * Finds the places of folded words in a segment, ascending. `buckets` must contain the buckets of `rangesOf(words)`.
 */
export function placesOf(words: string, buckets: ReadonlyMap<number, Uint8Array>): Uint32Array {
  if (words.length === 1) return placesOfUnit(words.charCodeAt(0), buckets);
  const pairs: { at: number; record: PostingsRecord }[] = [];
  for (const at of coveringPairs(words)) {
    const first = words.charCodeAt(at);
    const second = words.charCodeAt(at + 1);
    const record = recordOf(buckets.get(bucketOf(first, second)), first, second);
    if (!record) return NO_PLACES;
    pairs.push({ at, record });
  }
  // Begins with the rarest pair, so that `places` is short and each further record is read only as far as needed.
  pairs.sort((a, b) => a.record.to - a.record.from - (b.record.to - b.record.from));
  const [rarest, ...others] = pairs;
  if (!rarest) return NO_PLACES;
  let places = placesIn(rarest.record);
  if (rarest.at > 0) places = places.filter((place) => place >= rarest.at).map((place) => place - rarest.at);
  for (const { at, record } of others) places = followedBy(places, record, at);
  return places;
}
