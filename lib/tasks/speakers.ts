import type { Speaker } from './schema.ts';

/** Titles that stand before a name: 区委书记, 副市长, 局长, 主任. */
const TITLE =
  '(?:[\\p{Script=Han}]{0,12}?(?:书记|省长|市长|区长|县长|镇长|乡长|州长|主席|部长|局长|厅长|司长|处长|院长|校长|主任|总理|总书记|委员长|组长|秘书长|专员|董事长|总经理|检察长|站长|科长|会长|委员))';
/** Verbs by which orders are given. */
export const SAYING = '(?:强调|指出|要求|表示|提出|部署|说)';

const PERSON = new RegExp(
  `(?:^|[，,。；;、\\s“])(${TITLE})([\\p{Script=Han}]{2,3}?)(?=(?:[，,、：:就在对作出主持到出参讲同率带]|${SAYING}|等))`,
  'gu',
);
const MEETING = new RegExp(
  `(?:^|[，,。；;\\s])(?:[\\p{Script=Han}]{0,6})(会议|大会|座谈会|推进会)(?:还|并|同时)?${SAYING}`,
  'u',
);
const PRONOUN = new RegExp(`(?:^|[，,。；;\\s])[他她](?:还|并|同时)?${SAYING}`, 'u');

/** The people of a text who are named with a title, by name. Linear. */
export function peopleOf(text: string): Map<string, Speaker> {
  const people = new Map<string, Speaker>();
  for (const [, title, name] of text.matchAll(PERSON))
    if (!people.has(name!)) people.set(name!, { name: name!, title: title! });
  return people;
}

/** Who speaks from a sentence on: a person named in it who says or orders something, he or she, a meeting; or null. */
export function speakerOf(
  sentence: string,
  people: Map<string, Speaker>,
  last: Speaker | null,
): Speaker | null {
  // Only what stands before the verb names a speaker: 强调要学习某某的讲话 does not.
  const verb = sentence.search(new RegExp(SAYING, 'u'));
  if (verb < 0) return null;
  const head = sentence.slice(0, verb + 2);
  let best: Speaker | null = null;
  let at = -1;
  for (const speaker of people.values()) {
    const place = head.indexOf(speaker.name);
    if (place >= 0 && (at < 0 || place < at)) [best, at] = [speaker, place];
  }
  if (best) return best;
  if (PRONOUN.test(head)) return last;
  return MEETING.test(head) ? { name: '会议', title: null } : null;
}
