import { closesDocument } from '../../lexicon/notOrders/closings.ts';
import { sentencesOf } from '../../paragraphs.ts';
import type { Span } from '../../schema.ts';
import { isLedByBody } from '../actors.ts';
import { opensWithVerb } from '../orders/openings.ts';
import { orderIn } from '../orders/orders.ts';
import type { Speakers } from '../speakers/speakers.ts';

/** Words of a line that announce orders in the next lines, although no speaker is named: 主要任务：. */
const ANNOUNCES = /要求|任务|措施|如下|以下|[做抓]好|落实/;

/** The end of a line after which the document gives its own orders: 现紧急通知如下：. */
const NOTICE =
  /(?:通知|函告|[通公]告|要求|部署|强调|提醒|重申|安排|明确)如下[：。]$|(?:提出|作出?|按照?|落实|执行|做好|抓好|完成)[^，。：]{0,4}(?:以下|如下|下列)[^，。：]{0,8}(?:要求|工作|事项|步骤|措施|安排|任务|分工)[^，。：]{0,12}：$/;

/** How many UTF-16 units at the end of a line are read as the words that announce the next lines. */
const LONGEST_LEAD = 200;

/** A line that addresses the listeners, and announces nothing: 各位代表：, 同志们：. */
const ADDRESS = /^\s*(?:各位|[^，。：]{1,8}们)[^，。：]{0,8}：$/;

/** Returns the end of a line that announces the lines below it, by a colon or by 如下。; null for another line. */
export function leadBelow(text: string, { start, end }: Span): string | null {
  const lead = text.slice(Math.max(start, end - LONGEST_LEAD), end).trimEnd();
  return (lead.endsWith('：') || lead.endsWith('如下。')) && !ADDRESS.test(lead) ? lead : null;
}

/** Whether a line announces what the document orders: 现紧急通知如下：. */
export const isNotice = (lead: string): boolean => NOTICE.test(lead);

/** Whether a line announces orders, although nobody speaks. */
export const announcesOrders = (lead: string): boolean => ANNOUNCES.test(lead);

/** The greatest length of a slogan at the beginning of a line (责任到位。), in UTF-16 units. */
const LONGEST_SLOGAN = 10;

/** The greatest number of lines with slogans that a text announces. The limit saves time. */
const MOST_SLOGANS = 20;

/** Whether a line begins with a slogan and has more sentences. */
function opensWithSlogan(text: string, line: Span): boolean {
  const [first, second] = sentencesOf(text, line);
  return second !== undefined && first!.end - first!.start <= LONGEST_SLOGAN;
}

/** Counts the lines in which a sentence gives an order. */
const ordersIn = (text: string, lines: Span[]): number =>
  lines.filter((line) => sentencesOf(text, line).some((one) => orderIn(text, one) || isLedByBody(text, one)))
    .length;

/**
 * Counts the consecutive lines, from `lines[at]` on, that begin with an order and name no new speaker. Lines that end
 * with ； are items of one list, whatever their words, and the first line without ； closes that list. Lines that open
 * with a slogan are items where their number is announced (`isAnnounced`).
 */
export function countOrderLines(
  text: string,
  speakers: Speakers,
  lines: Span[],
  at: number,
  isAnnounced: (count: number) => boolean,
): number {
  const below = lines.slice(at, at + MOST_SLOGANS);
  const other = below.findIndex((line) => !opensWithSlogan(text, line));
  const slogans = other < 0 ? below.length : other;
  if (slogans > 1 && isAnnounced(slogans) && ordersIn(text, below.slice(0, slogans)) * 2 >= slogans)
    return slogans;
  let count = 0;
  let isListed = false;
  for (; at + count < lines.length; count++) {
    const line = lines[at + count]!;
    const sentence = sentencesOf(text, line)[0]!;
    const goesOn = text.slice(line.start, line.end).trimEnd().endsWith('；');
    const next = lines[at + count + 1];
    // Between two orders, a line is an order, too.
    const isBetween = () => count > 0 && next !== undefined && ordersIn(text, [next]) > 0;
    const isItem = isListed || orderIn(text, sentence) || isLedByBody(text, sentence) || isBetween();
    if (!isItem || speakers.introductionIn(sentence)) break;
    if (count > 0 && !isListed && closesDocument(text.slice(line.start, line.end))) break;
    if (isListed && !goesOn) return count + 1;
    isListed = goesOn;
  }
  return count;
}

/** A short line without punctuation, which is a heading if it begins with the verb of an order: 抓渠道疏通. */
const BARE_HEADING = /^\s*[\u4e00-\u9fff“”]{3,16}\s*$/;

/**
 * Finds consecutive pairs of lines, from `lines[at]` on: a heading without an ordinal (抓渠道疏通), and a paragraph with an
 * order. Returns one span for each pair.
 */
export function headedLinesFrom(text: string, lines: Span[], at: number): Span[] {
  const found: Span[] = [];
  for (let i = at; i + 1 < lines.length; i += 2) {
    const [heading, below] = [lines[i]!, lines[i + 1]!];
    const words = text.slice(heading.start, Math.min(heading.end, heading.start + 24));
    if (!BARE_HEADING.test(words) || !opensWithVerb(words)) break;
    if (!/[。！]\s*$/.test(text.slice(below.start, below.end)) || ordersIn(text, [below]) === 0) break;
    found.push({ start: heading.start + words.length - words.trimStart().length, end: below.end });
  }
  return found;
}
