import { ACTOR_END } from '../../../chinese/organisations.ts';
import { NO_BODY } from '../../lists/actors.ts';
import { assignsByLabel, bodiesBeforeColon } from '../../lists/bodyLabels.ts';
import { startsWithVerb } from '../../lists/orders/openings.ts';
import type { Span } from '../../schema.ts';
import { bodiesOf } from './enumerations.ts';

/** The name of a public body of one place, or of all of a kind: 县民政局, 沿河各村. */
const NAME = `(?:(?:沿[线江河湖海]|有关|相关|属地|涉及)?各|[省市县区州旗镇乡](?![级域城里])|街道(?=办))[\\u4e00-\\u9fff]{0,16}?(?:（[^（）]{1,8}）[\\u4e00-\\u9fff]{0,8}?)?(?:${ACTOR_END}|[镇乡村县区])`;
/** A heading that consists of such names: 县民政局、各乡镇人民政府。 Group 1 is the names. */
const NAMES_ALONE = new RegExp(`^\\s*((?:${NAME}[、和]){0,8}${NAME})\\s*[。：\\n]\\s*(?=[^\\s])`);

/** The greatest length of such a heading, in UTF-16 units. */
const LONGEST_HEADING = 80;

/**
 * Finds the public bodies in a heading that names nothing but those responsible for the task below it: 县民政局。, or 教务处：
 * before their duties.
 */
export function bodiesInHeading(words: string): Span[] {
  const head = words.slice(0, LONGEST_HEADING);
  if (assignsByLabel(words, { start: 0, end: words.length }))
    return bodiesOf(words, bodiesBeforeColon(words)!);
  if (!/^\s*[各省市县区州旗镇乡沿有相属涉]/.test(head)) return [];
  const match = NAMES_ALONE.exec(head);
  const names = match?.[1];
  if (!match || !names || startsWithVerb(names) || NO_BODY.test(names)) return [];
  const start = match[0].indexOf(names);
  return bodiesOf(words, { start, end: start + names.length });
}
