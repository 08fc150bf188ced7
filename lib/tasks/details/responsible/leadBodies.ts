import { ALL_OF_KIND } from '../../lexicon/bodies.ts';
import type { Span } from '../../schema.ts';
import { bodiesOfSubject, subjectIn } from './subjects.ts';

/** How many UTF-16 units before a list are searched for its public bodies. */
const BEFORE = 120;

/**
 * The part of a sentence before a list, from its last stop on: 下一步，全县各水务站 in 下一步，全县各水务站一要 (next, all water stations
 * of the county first must).
 */
const LAST_CLAUSE = /[^，。；：\n]*$/;
const LAST_SENTENCE = /[^。；：\n]*$/;

/**
 * Public bodies of which a sentence before a list demands something: 各站 in 要求各站围绕汛期，一是 (demands that all stations,
 * for the flood season, first). Group 1 names them.
 */
const DEMANDED_OF = new RegExp(
  `(?:要求|责成)(${ALL_OF_KIND})(?![的要])(?=[\\u4e00-\\u9fff]{2})[^。；：]*，$`,
);

/**
 * Finds the public bodies in the sentence before an inline list, which all its items address: 各水务站 in 各水务站一要清淤，二要巡堤
 * (all water stations must, first, clear silt, second, patrol the dikes). `at` is the offset of the first marker.
 */
export function bodiesBeforeList(text: string, at: number): Span[] {
  const before = text.slice(Math.max(0, at - BEFORE), at);
  const clause = LAST_CLAUSE.exec(before)![0].trimStart();
  if (clause === '') return bodiesDemandedOf(LAST_SENTENCE.exec(before)![0], at);
  const subject = subjectIn(`${clause}要抓好`);
  const found = subject ? bodiesOfSubject(subject) : [];
  // The names must reach up to the marker. In 各站汛前一要 (before the flood season, all stations first must) the words
  // between say when.
  if (!found.some(({ end }) => end === clause.length)) return [];
  const from = at - clause.length;
  return found.map(({ start, end }) => ({ start: from + start, end: from + end }));
}

/** Finds the public bodies of which a sentence demands something that ends at the offset `at`. */
function bodiesDemandedOf(sentence: string, at: number): Span[] {
  const demanded = DEMANDED_OF.exec(sentence);
  if (!demanded) return [];
  const [whole, bodies = ''] = demanded;
  const start = at - whole.length + whole.indexOf(bodies);
  return [{ start, end: start + bodies.length }];
}
