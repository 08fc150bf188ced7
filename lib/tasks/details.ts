import type { Deadline } from './schema.ts';

const LAST_DAY = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

// 2025年底前, 2025年6月30日前, 今年年底前, 到2025年, 三年内 (日前 alone is no deadline)
const DEADLINE =
  /(?:到|至|在|于)?(?:(20\d{2})年|(今年|明年))?(?:(\d{1,2})月)?(?:(\d{1,2})日|(底|末|年底|年末|上半年))?(?:之?前|以前)|[到至](20\d{2})年(?:底|末)?|(?:年内|[一二三两]年内|\d+年内|\d+个?(?:工作日|日|天|月)内)/g;

/** The time limits of a text, with the day that each falls on where it can be worked out. */
export function deadlinesIn(text: string, publishedAt: string | null): Deadline[] {
  const found: Deadline[] = [];
  const now = publishedAt ? Number(publishedAt.slice(0, 4)) : null;
  for (const match of text.matchAll(DEADLINE)) {
    const [whole, year, relative, month, day, end, until] = match;
    const named = year ?? until;
    // 日前, 以前, 之前 without a year, month or day say nothing.
    if (/前$/.test(whole) && !named && !relative && !month && !day && !end) continue;
    const y = named ? Number(named) : relative && now ? now + (relative === '明年' ? 1 : 0) : (now ?? null);
    let date: string | null = null;
    const m = month ? Number(month) : end === '上半年' ? 6 : 12;
    if (y && m >= 1 && m <= 12 && !/内$/.test(whole)) {
      const d = day ? Number(day) : LAST_DAY(y, m);
      date = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
    } else if (whole === '年内' && now) date = `${now}-12-31`;
    found.push({ text: whole.replace(/^[在于]/, ''), date, from: null, every: null });
  }
  return found;
}

const BRACKET = /[（(]([^（）()]{2,120}?)(?:牵头|负责|按职责分工负责|配合|组织实施)[^（）()]{0,40}[）)]/g;
const SUBJECT = /^((?:各|全[市区县省州]|相关|有关)[\p{Script=Han}、]{1,24}?)(?:要|必须|务必|应当?|负责)/u;

/** The bodies that must do it, as written: the subject of the order, or those in 牵头 and 负责 brackets. */
export function responsibleIn(text: string): string[] {
  const bodies: string[] = [];
  const subject = text.match(SUBJECT)?.[1];
  if (subject) bodies.push(subject);
  for (const [, names] of text.matchAll(BRACKET))
    bodies.push(
      ...names!
        .split(/[、,，;；]|分别|会同|和(?=[\p{Script=Han}]{2,}(?:部|局|委|办|署|厅))/u)
        .map((name) => name.replace(/^(由|各)$/, '').trim()),
    );
  return [...new Set(bodies.filter((name) => name.length >= 2))];
}

// 五个方面, 四点要求, 21项措施
const COUNT =
  /([一二三四五六七八九十两]{1,3}|\d{1,2})(?:个方面|点(?:要求|意见|希望|建议)|项(?:重点)?(?:工作|任务|措施|要求|举措)|方面(?:工作|要求)|条(?:要求|措施|意见))/;

/** The numeral of an announced count in a text, or null. */
export const announcedIn = (text: string): string | null => text.match(COUNT)?.[1] ?? null;
