import type { Meeting } from './schema.ts';

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

/** The meetings that a folded text reports, each once, with date and place where its sentence names them. */
export function meetingsOf(text: string, publishedAt: string | null): Meeting[] {
  const found = new Map<string, Meeting>();
  for (const match of text.matchAll(CALLED)) {
    let name = match[1]!;
    if (NO_MEETING.test(name) || name.length < 3 || /^(?:的|[\d多两几次])/.test(name)) continue;
    const start = match.index + match[0].length - name.length;
    const more = CONTINUED.exec(text.slice(start + name.length, start + name.length + 50))?.[0] ?? '';
    name += more;
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    // 要在3月15日前召开专题会议 is an order and no report.
    if (/(?:要|将|拟|应|定期|每[年季月周]|定于)[^。；，]{0,30}$/.test(before)) continue;
    const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1);
    const dateText = [...sentence.matchAll(new RegExp(DATE, 'g'))].at(-1)?.[0] ?? null;
    const place =
      /(?:在|于)([\u4e00-\u9fffA-Za-z0-9“”]{2,24}?)(?:主持|组织|顺利|隆重|胜利)?$/.exec(sentence)?.[1] ??
      /^[^。\n]{0,4}在([\u4e00-\u9fff]{2,20})(?:召开|举行)/.exec(
        text.slice(start + name.length, start + name.length + 30),
      )?.[1] ??
      null;
    const known = found.get(name);
    if (known) {
      known.dateText ??= dateText;
      known.date ??= dateOf(dateText, publishedAt);
      known.place ??= place;
    } else
      found.set(name, {
        name,
        dateText,
        date: dateOf(dateText, publishedAt),
        place,
        start,
        end: start + name.length,
      });
  }
  return [...found.values()];
}
