import type { Span } from './schema.ts';

const DATE =
  '(?:(?:20\\d{2}年)?\\d{1,2}月\\d{1,2}日|\\d{1,2}日|今天|今日|昨天|昨日|近日|日前)(?:上午|下午|晚|晚上|晚间)?';
/** 召开全市防汛工作推进会: the meeting's name runs from the verb to the last 会 before a stop. */
const CALLED =
  /(?:召开|举行|举办|主持召开|组织召开|出席|参加)(?:了)?([^，。；：\n《》]{0,60}?(?:会议|大会|全会|座谈会|推进会|动员会|调度会|部署会|例会|培训会|现场会|启动会|研讨会|论坛|发布会|交流会|述职会|评审会|推介会|视频会|办公会|碰头会|总结会|表彰会|联席会|培训班|会)(?:（扩大）|（扩大会议）)?(?:会议)?)(?=[，。；、\s）]|$|并|上|，|暨)/g;
const NO_MEETING =
  /社会|机会|协会|委员会|学会|工会|商会|联合会|基金会|理事会|人代会代表|常委会$|妇联会|居委会|村委会/;
const CONTINUED = /^暨[^，。；\n]{2,40}(?:会|班)/;

/** 2月2日 → the day, with the year of the publication or of the text; null where there is none to go by. */
function dateOf(words: string | null, publishedAt: string | null): string | null {
  if (!words) return null;
  const match = /(?:(20\d{2})年)?(?:(\d{1,2})月)?(\d{1,2})日/.exec(words);
  const published = /^(\d{4})-(\d{2})-(\d{2})/.exec(publishedAt ?? '');
  if (!match) return published && /今[天日]/.test(words) ? published[0] : null;
  const month = match[2] ?? published?.[2];
  let year = match[1] ?? published?.[1];
  if (!year || !month) return null;
  // A report of 30 December that appears in January.
  if (!match[1] && published && Number(month) > Number(published[2]) + 1) year = String(Number(year) - 1);
  const day = new Date(Date.UTC(Number(year), Number(month) - 1, Number(match[3])));
  return Number.isNaN(day.getTime()) || day.getUTCMonth() + 1 !== Number(month)
    ? null
    : day.toISOString().slice(0, 10);
}

export type FoundMeeting = Span & { dateText: Span | null; date: string | null; place: Span | null };

/** 在市政府三楼会议室 at the end of the words before the verb, or 在…召开 behind the name. Group 1 is the place. */
const PLACE_BEFORE = /(?:在|于)([\u4e00-\u9fffA-Za-z0-9“”]{2,24}?)(?:主持|组织|顺利|隆重|胜利)?$/;
const PLACE_BEHIND = /^(?:[^。\n]{0,16}?)在([\u4e00-\u9fffA-Za-z0-9“”]{2,20}?)(?:召开|举行|开幕)/;
/** 要在3月15日前召开专题会议 is an order and no report. */
const TO_BE_HELD = /(?:要|将|拟|应|定期|每[年季月周]|定于|适时|及时)[^。；，]{0,30}$/;

/** The meetings that a folded text reports, each once, with date and place where its sentence names them. */
export function meetingsOf(text: string, publishedAt: string | null): FoundMeeting[] {
  const found = new Map<string, FoundMeeting>();
  for (const match of text.matchAll(CALLED)) {
    const own = match[1]!;
    if (NO_MEETING.test(own) || own.length < 3 || /^(?:的|次|[\d多两几]+次)/.test(own)) continue;
    const start = match.index + match[0].length - own.length;
    const behind = text.slice(start + own.length, start + own.length + 50);
    const end = start + own.length + (CONTINUED.exec(behind)?.[0].length ?? 0);
    const sentenceStart =
      match.index - /[^。\n]{0,80}$/.exec(text.slice(Math.max(0, match.index - 80), match.index))![0].length;
    const sentence = text.slice(sentenceStart, match.index);
    if (TO_BE_HELD.test(sentence)) continue;
    const day = [...sentence.matchAll(new RegExp(DATE, 'g'))].at(-1);
    const dateText = day
      ? { start: sentenceStart + day.index, end: sentenceStart + day.index + day[0].length }
      : null;
    const date = dateOf(day?.[0] ?? null, publishedAt);
    const place =
      placeIn(PLACE_BEFORE, sentence, sentenceStart) ?? placeIn(PLACE_BEHIND, text.slice(end, end + 50), end);
    const known = found.get(own);
    if (!known) found.set(own, { dateText, date, place, start, end });
    else {
      if (!known.dateText) Object.assign(known, { dateText, date });
      known.place ??= place;
    }
  }
  // 扩大会议 of the headline is 第九次扩大会议 of the text.
  const names = [...found.keys()].slice(0, 200);
  return [...found]
    .filter(([own]) => !names.some((other) => other !== own && other.endsWith(own)))
    .map(([, meeting]) => meeting);
}

function placeIn(pattern: RegExp, words: string, at: number): Span | null {
  const match = pattern.exec(words);
  if (!match || /\d[日号]|[时中]$/.test(match[1]!)) return null;
  const start = at + match.index + match[0].indexOf(match[1]!);
  return { start, end: start + match[1]!.length };
}
