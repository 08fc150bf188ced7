import { ACTOR_END } from '../../../chinese/organisations.ts';
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
  `(?:要求|责成)(各(?![项类种个环阶方])[\\u4e00-\\u9fff]{0,8}?(?:${ACTOR_END}|[镇乡村县区])|(?:有关|相关)(?:部门|单位))(?![的要])(?=[\\u4e00-\\u9fff]{2})[^。；：]*，$`,
);

/**
 * Finds the public bodies in the sentence before an inline list, which all its items address: 各水务站 in 各水务站一要清淤，二要巡堤
 * (all water stations must, first, clear silt, second, patrol the dikes). `at` is the offset of the first marker.
 */
export function bodiesBeforeList(text: string, at: number): Span[] {
  const before = text.slice(Math.max(0, at - BEFORE), at);
  const offset = at - before.length;
  const clause = LAST_CLAUSE.exec(before)![0];
  if (clause === '') {
    const sentence = LAST_SENTENCE.exec(before)![0];
    const demanded = DEMANDED_OF.exec(sentence);
    if (!demanded) return [];
    const start = at - sentence.length + demanded.index + demanded[0].indexOf(demanded[1]!);
    return [{ start, end: start + demanded[1]!.length }];
  }
  const from = offset + before.length - clause.length;
  const subject = subjectIn(`${clause.trimStart()}要抓好`);
  const blank = clause.length - clause.trimStart().length;
  const found = subject ? bodiesOfSubject(subject) : [];
  // The names must reach up to the marker. In 各站汛前一要 the words between, 汛前 (before the flood season), say when.
  return found.some(({ end }) => blank + end === clause.length)
    ? found.map(({ start, end }) => ({ start: from + blank + start, end: from + blank + end }))
    : [];
}
