// Edits an article, and records where each of its characters is afterwards.
import { between, paragraph, pick, sentence } from './article.mjs';

/** A piece of text. `from` is its offset in the original article; null for text that is new. */
const piece = (text, from) => ({ text, from });

/**
 * The unchanged article: each paragraph is a list with one piece. Offsets are UTF-16 units in all paragraphs joined.
 */
export function untouched(paragraphs) {
  let at = 0;
  return paragraphs.map((text) => {
    const one = [piece(text, at)];
    at += text.length;
    return one;
  });
}

const lengthOf = (pieces) => pieces.reduce((sum, { text }) => sum + text.length, 0);

/** Replaces `length` UTF-16 units of a paragraph, from `at` on, with new words. */
function replace(pieces, at, length, words) {
  const result = [];
  let offset = 0;
  let placed = false;
  const place = () => {
    if (!placed && words) result.push(piece(words, null));
    placed = true;
  };
  for (const { text, from } of pieces) {
    const head = text.slice(0, Math.max(0, at - offset));
    const rest = Math.max(0, at + length - offset);
    const tail = text.slice(rest);
    if (head) result.push(piece(head, from));
    if (offset + text.length >= at) place();
    if (tail && rest > 0) result.push(piece(tail, from === null ? null : from + rest));
    else if (tail && !head) result.push(piece(tail, from));
    offset += text.length;
  }
  place();
  return result;
}

/** Makes one to three small edits, as an editor would: replaces, deletes or inserts words, or adds a sentence. */
function edited(random, pieces) {
  let result = pieces;
  for (let n = between(random, 1, 3); n > 0; n--) {
    const at = Math.floor(random() * Math.max(1, lengthOf(result) - 12));
    const words = sentence(random);
    const some = words.slice(0, between(random, 1, 8));
    result = pick(random, [
      () => replace(result, at, between(random, 1, 8), some),
      () => replace(result, at, between(random, 2, 12), ''),
      () => replace(result, at, 0, some),
      () => replace(result, lengthOf(result), 0, words),
    ])();
  }
  return result;
}

const KINDS = ['edited', 'inserted', 'removed', 'moved'];

/**
 * Edits, inserts, removes or moves a `share` of the paragraphs. The four kinds of change take turns; a random one is
 * first.
 */
export function change(random, paragraphs, share) {
  const result = untouched(paragraphs);
  const count = Math.max(1, Math.round(paragraphs.length * share));
  const first = Math.floor(random() * KINDS.length);
  for (let i = 0; i < count; i++) {
    const at = Math.floor(random() * result.length);
    const to = Math.floor(random() * result.length);
    const kind = KINDS[(first + i) % KINDS.length];
    if (kind === 'edited') result[at] = edited(random, result[at]);
    else if (kind === 'inserted') result.splice(at, 0, [piece(paragraph(random), null)]);
    else if (kind === 'removed') result.splice(at, 1);
    else result.splice(to, 0, ...result.splice(at, 1));
  }
  return result;
}

/** Whether some words occur exactly once in a text. */
export const isSaidOnce = (text, words) => {
  const at = text.indexOf(words);
  return at >= 0 && text.indexOf(words, at + 1) < 0;
};

/** Selects passages of four to eight characters that occur only once in the article, at most one in each paragraph. */
export function fewWords(random, paragraphs) {
  const whole = paragraphs.join('');
  const spans = [];
  let start = 0;
  for (const text of paragraphs) {
    const size = between(random, 4, 8);
    const at = between(random, 0, Math.max(0, text.length - size));
    if (isSaidOnce(whole, text.slice(at, at + size)))
      spans.push({ start: start + at, end: start + at + size });
    start += text.length;
  }
  return spans;
}

/**
 * Rewrites the text around marked passages: half of the paragraphs keep the marked words, one in ten loses them. The
 * other paragraphs stay unchanged.
 */
export function rewrite(random, paragraphs, spans) {
  let start = 0;
  return untouched(paragraphs).map((pieces) => {
    const end = start + lengthOf(pieces);
    const span = spans.find((one) => one.start >= start && one.end <= end);
    const words = span && pieces[0].text.slice(span.start - start, span.end - start);
    start = end;
    const chance = random();
    if (!span || chance < 0.4) return pieces;
    const before = paragraph(random);
    const after = paragraph(random);
    const kept = chance < 0.9 ? [piece(words, span.start)] : [];
    const cut = (text) => between(random, 0, text.length);
    return [piece(before.slice(0, cut(before)), null), ...kept, piece(after.slice(cut(after)), null)];
  });
}

export const textsOf = (changed) => changed.map((pieces) => pieces.map(({ text }) => text).join(''));

/** Maps each UTF-16 unit of the original article to its place in the changed one; -1 where the unit was removed. */
export function placesAfter(changed, length) {
  const places = new Int32Array(length).fill(-1);
  let at = 0;
  for (const { text, from } of changed.flat()) {
    if (from !== null) for (let i = 0; i < text.length; i++) places[from + i] = at + i;
    at += text.length;
  }
  return places;
}

/**
 * What became of a passage, and where it is now. `kept`: every word, in one piece. `edited`: at least half of it, in
 * one place. `removed`: nothing is left. `torn`: anything else; a torn passage has no defined place.
 */
export function fateOf(places, { start, end }) {
  let kept = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = -1;
  for (let i = start; i < end; i++) {
    const place = places[i];
    if (place < 0) continue;
    kept++;
    low = Math.min(low, place);
    high = Math.max(high, place + 1);
  }
  const length = end - start;
  if (kept === 0) return { fate: 'removed', start: -1, end: -1 };
  if (kept === length && high - low === length) return { fate: 'kept', start: low, end: high };
  const together = high - low <= 1.5 * length + 12;
  return { fate: kept >= length / 2 && together ? 'edited' : 'torn', start: low, end: high };
}

/** Selects passages such as people mark: from one word to a few sentences. One in twenty spans two paragraphs. */
export function passages(random, paragraphs, count) {
  const starts = [];
  let length = 0;
  for (const { length: own } of paragraphs) {
    starts.push(length);
    length += own;
  }
  return Array.from({ length: count }, () => {
    const i = Math.floor(random() * paragraphs.length);
    const across = random() < 0.05;
    const size = Math.min(between(random, 4, 60), across ? length : paragraphs[i].length);
    const room = paragraphs[i].length - size;
    const at = across
      ? starts[i] + paragraphs[i].length - Math.ceil(size / 2)
      : starts[i] + between(random, 0, Math.max(0, room));
    const start = Math.max(0, Math.min(at, length - size));
    return { start, end: start + size };
  });
}
