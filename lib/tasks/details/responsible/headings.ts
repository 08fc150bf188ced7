import { ACTOR_END } from '../../../chinese/organisations.ts';
import { NO_BODY } from '../../lists/actors.ts';
import { startsWithVerb } from '../../lists/orders/openings.ts';
import { bodiesOf } from './enumerations.ts';
import type { FoundBody } from './found.ts';

/** A heading that has only names of public bodies, each of one place or of all of a kind: 县民政局、各乡镇人民政府。 */
const NAMES_ALONE = new RegExp(
  `^\\s*((?:(?:各|[省市县区州旗镇乡])[\\u4e00-\\u9fff]{0,16}?(?:${ACTOR_END}|[镇乡村])[、和]){0,8}(?:各|[省市县区州旗镇乡])[\\u4e00-\\u9fff]{0,16}?(?:${ACTOR_END}|[镇乡村]))\\s*[。：\\n]\\s*(?=[^\\s])`,
);

/** The greatest length of such a heading, in UTF-16 units. */
const LONGEST_HEADING = 80;

/** Finds the public bodies of a heading that only names those who must do what the task says below: 县民政局。 */
export function bodiesInHeading(words: string): FoundBody[] {
  const head = words.slice(0, LONGEST_HEADING);
  if (!/^\s*[各省市县区州旗镇乡]/.test(head)) return [];
  const match = NAMES_ALONE.exec(head);
  const names = match?.[1];
  if (!match || !names || startsWithVerb(names) || NO_BODY.test(names)) return [];
  const start = match[0].indexOf(names);
  return bodiesOf(words, { start, end: start + names.length }).map((body) => ({ ...body, leads: false }));
}
