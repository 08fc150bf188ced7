import { isNoName } from '../../../chinese/people.ts';
import { isSurname } from '../../../chinese/surnames.ts';
import {
  ANYBODY_AT_HEAD,
  BODY,
  BODY_AT_HEAD,
  DEMANDS,
  FIRST_DEMANDED,
  GROUP_END,
  MEETINGS,
  NOBODY,
  ROLE,
  ROLE_AT_HEAD,
  UNDERTAKING_AT_HEAD,
  withoutAdverbs,
} from '../../lexicon/speech.ts';
import { anyOf } from '../../rules.ts';
import type { Span } from '../../schema.ts';
import { startsWithVerb } from '../orders/openings.ts';
import { nameless, type Person } from '../people/person.ts';
import type { Saying } from './sayings.ts';

/** A meeting as a speaker. Its name is always 会议, however the text calls the meeting. */
export const MEETING = nameless('会议', null);

/**
 * A word for a notice, between an organisation's name and the verb of speech: 通知 (notice) in 市水务局通知要求 (the water
 * bureau's notice demands).
 */
const NOTIFIES = /(?<=[\u4e00-\u9fff]{2})(?:紧急|专门)?(?:通知|发文|行文|致函)$/;

/** Finds the meeting, the holder of a role (分管领导) or the organisation that is the subject of the verb of speech. */
export function organisationBefore({ span, before, clause, near }: Saying): Person | null {
  if (anyOf(MEETINGS, near)) return MEETING;
  const subject = near.replace(NOTIFIES, '');
  const own = (ROLE.exec(subject) ?? BODY.exec(subject))?.[1];
  if (own) {
    const end = span.end - clause.length + clause.indexOf(near) + subject.length;
    return nameless(own, { start: end - own.length, end });
  }
  const body = BODY_AT_HEAD.exec(before) ?? ROLE_AT_HEAD.exec(before) ?? UNDERTAKING_AT_HEAD.exec(before);
  if (!body) return null;
  const end = span.start + body[0].length;
  return nameless(body[1]!, { start: end - body[1]!.length, end });
}

/**
 * Finds a speaker whom only the place shows: any words that fill the sentence before a verb of demand. An example is
 * 青山镇 in 青山镇要求， (the town of Qingshan demands,).
 */
export function anybodyAtHead({ verb, span, before, behind, counted }: Saying): Person | null {
  if (counted || !DEMANDS.has(verb) || !FIRST_DEMANDED.test(behind)) return null;
  const words = withoutAdverbs(before);
  const own = ANYBODY_AT_HEAD.exec(words)?.[1];
  if (!own || NOBODY.test(own) || isNoName(own) || startsWithVerb(own)) return null;
  const end = span.start + words.length;
  return nameless(own, { start: end - own.length, end });
}

/** Whether a meeting is the subject in an earlier clause of the sentence: 会议听取了汇报，强调要…. */
export const hasMeetingBefore = ({ before, near }: Saying): boolean =>
  /(?:会议|大会|全会|座谈会)[^。；]{0,80}$/.test(before) ||
  // In 会上，何苗逐条指出 (at the meeting, He Miao pointed out one by one) a person speaks, even where nothing else shows the
  // name.
  (before.startsWith('会上') && (near === '' || !isSurname(near.charAt(0)) || isNoName(near)));

/** An inspection group at the beginning of a sentence about its visit and judgement. Group 1 is the group's name. */
const GROUP_AT_HEAD = new RegExp(
  `^\\s*([\\u4e00-\\u9fff]{0,10}${GROUP_END})(?=(?:一致|充分|高度)?(?:对|认为|肯定|在听取|听取|现场))`,
);

/** Finds the inspection group that is the subject of a sentence: 督导组对前期工作给予肯定. */
export function inspectionGroupIn(text: string, { start, end }: Span): Person | null {
  const words = text.slice(start, Math.min(end, start + 24));
  const group = words.includes('组') ? GROUP_AT_HEAD.exec(words) : null;
  if (!group) return null;
  const at = start + group[0].length - group[1]!.length;
  return nameless(group[1]!, { start: at, end: at + group[1]!.length });
}
