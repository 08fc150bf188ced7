import type { Entry, Stretch } from './entries.ts';
import { fieldCode, RANKS_FIRST, type SearchField } from './fields.ts';
import { foldWithPlaces } from './foldSearched.ts';
import { type Query, wantedWords } from './query.ts';

/** A part of a value, as written. `hit` is true where it matches the search and is highlighted. */
export type Lit = { words: string; hit: boolean };

/** A passage of an article's field around searched words, split into highlighted parts and the words between them. */
export type Excerpt = { field: SearchField; parts: Lit[] };

/** How many UTF-16 units an excerpt has at most before its first hit. */
const BEFORE = 12;
/** The greatest length of an excerpt, in UTF-16 units: two lines of a narrow panel. Only a longer hit exceeds it. */
const LONGEST = 64;

/** Finds where the words of a query occur in one value of a field, in order. Joins overlapping hits. */
export function hitsIn({ field, words, tasks = [] }: Entry, query: Query): Stretch[] {
  const wanted = wantedWords(query).filter(
    (one) => one.field === null || one.field === field || (one.field === 'task' && tasks.length > 0),
  );
  if (wanted.length === 0) return [];
  const { folded, places } = foldWithPlaces(words);
  const ended = `${folded}\n`;
  const hits: Stretch[] = [];
  const inTask = (hit: Stretch) => tasks.some(({ start, end }) => hit.start >= start && hit.end <= end);
  for (const { words: sought, whole, field: of } of wanted)
    for (let at = ended.indexOf(sought); at >= 0 && !(whole && at > 0); at = ended.indexOf(sought, at + 1)) {
      const last = at + sought.replace(whole ? /[\n/]$/ : /\n$/, '').length - 1;
      if (last < at) continue;
      const hit = { start: places[at]!, end: places[last]! + 1 };
      if (of === null || of === field || inTask(hit)) hits.push(hit);
    }
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Stretch[] = [];
  for (const hit of hits) {
    const before = merged.at(-1);
    if (before && hit.start < before.end) before.end = Math.max(before.end, hit.end);
    else merged.push(hit);
  }
  return merged;
}

/** Splits the part `from`–`to` of a value into hits and the words between them. */
function lit(words: string, hits: Stretch[], from: number, to: number): Lit[] {
  const parts: Lit[] = [];
  const push = (start: number, end: number, hit: boolean) => {
    if (end > start) parts.push({ words: words.slice(start, end), hit });
  };
  let at = from;
  for (const { start, end } of hits) {
    if (end <= from || start >= to) continue;
    push(at, start, false);
    push(Math.max(start, from), Math.min(end, to), true);
    at = Math.min(end, to);
  }
  push(at, to, false);
  return parts;
}

/** Cuts an excerpt of limited length from a value, around the hit with the most other hits near it. */
function excerptAround({ field, words }: Entry, hits: Stretch[]): Excerpt {
  let best = hits[0]!;
  let most = 0;
  for (const hit of hits) {
    const near = hits.filter(
      ({ start }) => start >= hit.start && start < hit.start + LONGEST - BEFORE,
    ).length;
    if (near > most) [best, most] = [hit, near];
    if (hits.length > 200) break;
  }
  const lineStart = words.lastIndexOf('\n', best.start - 1) + 1;
  const nextLine = words.indexOf('\n', best.end);
  const lineEnd = nextLine < 0 ? words.length : nextLine;
  const from = Math.max(lineStart, best.start - BEFORE);
  const to = Math.min(lineEnd, Math.max(best.end, from + LONGEST));
  const parts = lit(words, hits, from, to);
  if (from > lineStart) parts.unshift({ words: '…', hit: false });
  if (to < lineEnd) parts.push({ words: '…', hit: false });
  return { field, parts };
}

/**
 * Finds at most `most` excerpts of an article with the words of a query, and highlights all hits in them. Notes come
 * first, then the text. Leaves out the headline, because lists show it whole.
 */
export function excerptsOf(entries: Entry[], query: Query, most = 2): Excerpt[] {
  const found = entries.flatMap((entry) => {
    const hits = entry.field === 'title' || entry.field === 'date' ? [] : hitsIn(entry, query);
    return hits.length ? [{ entry, hits }] : [];
  });
  const rank = ({ field }: Entry) => (RANKS_FIRST[fieldCode(field)] ? 0 : field === 'text' ? 1 : 2);
  return found
    .sort((a, b) => rank(a.entry) - rank(b.entry))
    .slice(0, most)
    .map(({ entry, hits }) => excerptAround(entry, hits));
}

/** Splits a whole value into hits and other words. The list shows headlines in this way. */
export const litWhole = (entry: Entry, query: Query): Lit[] =>
  lit(entry.words, hitsIn(entry, query), 0, entry.words.length);
