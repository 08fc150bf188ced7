import { iso } from '../../chinese/calendar.ts';
import { SIGNATORY_END, SOCIETY_END } from '../../chinese/organisations.ts';
import { matchesIn } from '../../chinese/patterns.ts';
import type { Span } from '../schema.ts';

const DATE =
  '(?:(?:20\\d{2}年)?\\d{1,2}月\\d{1,2}日|\\d{1,2}日|今天|今日|昨天|昨日|近日|日前)(?:上午|下午|晚|晚上|晚间)?';
const DAY = new RegExp(DATE, 'g');
/**
 * A meeting whose name follows the verb: 召开全市防汛工作推进会 (hold the citywide meeting on flood control). Group 1 is the
 * name, which ends with the last 会 (meeting) before a stop.
 */
const CALLED =
  /(?:召开|举行|举办|主持召开|组织召开|出席|参加)(?:了)?([^，。；：\n《》]{0,60}?(?:会议|大会|全会|座谈会|推进会|动员会|调度会|部署会|例会|培训会|现场会|启动会|研讨会|论坛|发布会|交流会|述职会|评审会|推介会|视频会|办公会|碰头会|总结会|表彰会|联席会|培训班|会)(?:（扩大）|（扩大会议）)?(?:会议)?)(?=[，。；、\s）]|$|并|上|，|暨)/g;
/** Names that end in 会 and belong to organisations, not to meetings: 市残疾人联合会. */
const NO_MEETING = new RegExp(`(?:${SOCIETY_END})$`);
/**
 * A meeting whose name precedes the verb: 全国春运工作电视电话会议6日在京召开 (the national video conference on holiday travel was
 * held in Beijing on the 6th). Group 1 is the name, group 2 the day.
 */
const HELD = new RegExp(
  `(?<=^|[，。；：\\s])([\\u4e00-\\u9fff0-9“”（）]{2,40}?会(?:议|（扩大）)?)(${DATE})?，?(?:在[^，。；\\s]{1,16}?)?(?:隆重|胜利|顺利)?(?:召开|举行|开幕)(?![的过前后])`,
  'gm',
);
/** A day at the beginning of the words that match as a name: 6日全国春运工作会议. The day is no part of the name. */
const BEFORE_NAME = new RegExp(`^(?:${DATE}|上午|下午)+`);
/** A day at the end of the words before a name: 2月28日 in 2月28日，全省水利工作会议. Group 1 is the day. */
const DAY_BEFORE = new RegExp(`(${DATE})，?$`);
/** Names of meetings that are too general without the organisation that meets: 第七次会议, 专题会议, 常务会议. */
const NEEDS_HOST =
  /^(?:会议|第|20\d{2}年(?=第|度|工作)|（?扩大|（扩大|专题|专家|视频|座谈|电视电话|常务|动员|工作|紧急|党组|党委|主席|局长|院长|全体|例会|年[度终中]|[十一二三四五六七八九]{1,4}届)/;
/** The organisation that meets, before the day and the verb: 市国资委党委4日召开. Group 1 is its name. */
const HOST = new RegExp(
  `(?:^|[，。：\\s）]|[日午天晚])((?:[\\u4e00-\\u9fff]{2,14}、){0,3}[\\u4e00-\\u9fff]{1,24}?(?:${SIGNATORY_END}|党组|[会办镇乡]|街道|政协|小组|联社))(?:${DATE}|，)*(?:在[^，。]{2,16}?)?(?:联合|组织|主持)?$`,
);
/** A second name of the same meeting, directly after the first: 暨表彰大会. It belongs to the name. */
const CONTINUED = /^暨[^，。；\n]{2,40}(?:会|班)/;

/** Reads the day of a meeting: 2月2日. Takes a missing year from the day of publication; null where no year is known. */
function dateOf(words: string | null, publishedAt: string | null): string | null {
  if (!words) return null;
  const match = /(?:(20\d{2})年)?(?:(\d{1,2})月)?(\d{1,2})日/.exec(words);
  const published = /^(\d{4})-(\d{2})-(\d{2})/.exec(publishedAt ?? '');
  if (!match) return published && /今[天日]/.test(words) ? published[0] : null;
  const month = match[2] ?? published?.[2];
  let year = match[1] ?? published?.[1];
  if (!year || !month) return null;
  // A report of January can be about 30 December, in the year before.
  if (!match[1] && published && Number(month) > Number(published[2]) + 1) year = String(Number(year) - 1);
  return iso(Number(year), Number(month), Number(match[3]));
}

/** A meeting that a text reports. The span is that of its name. */
export type FoundMeeting = Span & {
  /** The organisation that meets, where the name of the meeting is too general without it. */
  host: Span | null;
  dateText: Span | null;
  date: string | null;
  place: Span | null;
};

/** The place of a meeting, at the end of the words before the verb: 市政府三楼会议室 in 在市政府三楼会议室召开. Group 1 is the place. */
const PLACE_BEFORE = /(?:在|于)([\u4e00-\u9fffA-Za-z0-9“”]{2,24}?)(?:主持|组织|顺利|隆重|胜利)?$/;
/** The place of a meeting, after its name: 临江 in 全省水利工作会议在临江召开. Group 1 is the place. */
const PLACE_BEHIND = /^(?:[^。\n]{0,16}?)在([\u4e00-\u9fffA-Za-z0-9“”]{2,20}?)(?:召开|举行|开幕)/;
/**
 * Every report of a meeting has words of the first pattern, and every match of `HELD` has words of the second. Texts
 * without such words are not searched, to save time.
 */
const [MAY_MEET, MAY_BE_HELD] = [/召开|举[行办]|出席|参加|开幕/, /会[^。；\n]{0,50}?(?:召开|举行|开幕)/];
/**
 * Words before the verb which show that the meeting is planned or ordered, and not reported: 要 (must) in
 * 要在3月15日前召开专题会议 (must hold a special meeting before 15 March).
 */
const TO_BE_HELD = /(?:要|将|拟|应|定期|每[年季月周]|定于|适时|及时)[^。；，]{0,30}$/;

/**
 * The words of a sentence before an offset, at most 80 UTF-16 units, as group 1. The lookbehind reads backwards from
 * the offset, so that a long text before them costs no time.
 */
const SENTENCE_BEFORE = /(?<=([^。\n]{0,80}))/y;

/**
 * Finds the meetings that a text reports, each once, with date and place where the same sentence has them. The text
 * must be folded (see `fold`).
 */
export function meetingsOf(text: string, publishedAt: string | null): FoundMeeting[] {
  if (!MAY_MEET.test(text)) return [];
  const found = new Map<string, FoundMeeting>();
  for (const meeting of [
    ...meetingsBehindVerbs(text, publishedAt),
    ...meetingsBeforeVerbs(text, publishedAt),
  ]) {
    const { host, start, end } = meeting;
    const name = (host ? text.slice(host.start, host.end) : '') + text.slice(start, end);
    const known = found.get(name);
    if (!known) found.set(name, meeting);
    else {
      if (!known.dateText) Object.assign(known, { dateText: meeting.dateText, date: meeting.date });
      known.place ??= meeting.place;
    }
  }
  // 扩大会议 (enlarged meeting) in the headline and 第九次扩大会议 (ninth enlarged meeting) in the text are the same, so only
  // the longer name stays.
  const names = [...found.keys()].slice(0, 200);
  return [...found]
    .filter(([own]) => !names.some((other) => other !== own && other.endsWith(own)))
    .map(([, meeting]) => meeting)
    .sort((a, b) => a.start - b.start);
}

/** Finds the meetings whose names follow a verb: 召开全市防汛工作推进会. */
function meetingsBehindVerbs(text: string, publishedAt: string | null): FoundMeeting[] {
  const found: FoundMeeting[] = [];
  for (const match of matchesIn(text, CALLED)) {
    const own = match[1]!;
    if (NO_MEETING.test(own) || own.length < 2 || /^(?:的|了|次|并|主持|各[类种级]|[\d多两几]+次)/.test(own))
      continue;
    const start = match.index + match[0].length - own.length;
    const behind = text.slice(start + own.length, start + own.length + 50);
    const end = start + own.length + (CONTINUED.exec(behind)?.[0].length ?? 0);
    SENTENCE_BEFORE.lastIndex = match.index;
    const sentence = SENTENCE_BEFORE.exec(text)![1]!;
    const sentenceStart = match.index - sentence.length;
    if (TO_BE_HELD.test(sentence)) continue;
    const host =
      !/^(?:出席|参加)/.test(match[0]) && NEEDS_HOST.test(own) ? hostIn(sentence, sentenceStart) : null;
    if (own.length < 3 && !host) continue;
    const day = matchesIn(sentence, DAY).at(-1);
    const dateText = day
      ? { start: sentenceStart + day.index, end: sentenceStart + day.index + day[0].length }
      : null;
    const date = dateOf(day?.[0] ?? null, publishedAt);
    const place =
      placeIn(PLACE_BEFORE, sentence, sentenceStart) ?? placeIn(PLACE_BEHIND, text.slice(end, end + 50), end);
    found.push({ host, dateText, date, place, start, end });
  }
  return found;
}

/** Finds the meetings whose names stand before a verb: 全国春运工作电视电话会议6日在京召开. */
function meetingsBeforeVerbs(text: string, publishedAt: string | null): FoundMeeting[] {
  if (!MAY_BE_HELD.test(text)) return [];
  const found: FoundMeeting[] = [];
  for (const match of matchesIn(text, HELD)) {
    const lead = BEFORE_NAME.exec(match[1]!)?.[0].length ?? 0;
    const start = match.index + lead;
    const end = match.index + match[1]!.length;
    const own = text.slice(start, end);
    if (NO_MEETING.test(own) || own.length < 4 || /召开|举行|出席|参加/.test(own)) continue;
    if (TO_BE_HELD.test(text.slice(Math.max(0, match.index - 12), match.index))) continue;
    const day = match[2] ? { start: end, end: end + match[2].length } : null;
    // In 2月28日，全省水利工作会议在临江召开 the day stands before the name.
    const earlier = DAY_BEFORE.exec(text.slice(Math.max(0, start - 24), start))?.[1];
    const dayEnd = start - (text[start - 1] === '，' ? 1 : 0);
    const before = earlier ? { start: dayEnd - earlier.length, end: dayEnd } : null;
    const dateText = day ?? before;
    const date = dateText && dateOf(text.slice(dateText.start, dateText.end), publishedAt);
    const place = placeIn(PLACE_BEHIND, text.slice(end, end + 50), end);
    found.push({ host: null, dateText, date, place, start, end });
  }
  return found;
}

function hostIn(sentence: string, at: number): Span | null {
  const match = HOST.exec(sentence);
  if (!match) return null;
  const lead = BEFORE_NAME.exec(match[1]!)?.[0].length ?? 0;
  const start = at + match.index + match[0].indexOf(match[1]!);
  return lead < match[1]!.length ? { start: start + lead, end: start + match[1]!.length } : null;
}

function placeIn(pattern: RegExp, words: string, at: number): Span | null {
  const match = pattern.exec(words);
  // 在家的院领导 (leaders of the hospital who are in town) names people, not a place.
  if (!match || /\d[日号]|[时中员人]$|的|领导/.test(match[1]!)) return null;
  const start = at + match.index + match[0].indexOf(match[1]!);
  return { start, end: start + match[1]!.length };
}
