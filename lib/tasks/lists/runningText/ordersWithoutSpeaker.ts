import type { Span } from '../../schema.ts';
import type { SentenceOrders } from './sentenceOrders.ts';

/** Words for the cases that a notice has reported above: 上述问题. */
const LESSONS = /^\s*(?:上述|以上)[^，。；：]{0,8}(?:问题|案例|案件|事故|事件|行为|情况)/;

/** A line without a speaker must have at least this many orders to count. Fewer may occur in any report. */
const ENOUGH = 3;

/** Public bodies of a kind and 要 at the beginning of a line: 全区各级水利部门要. */
const TO_BODIES = /^\s*(?:全[省市县区])?(?:各|广大)[^，。；：要]{1,16}要(?![素闻领害义点]|求[，：的了])/;

/** A polite order to all bodies of a kind: 请各单位. */
const PLEA = /^请(?:各|有关|相关)/;

/** A line that addresses a document to public bodies: 各县水务局，各灌区管理处：. */
const ADDRESS =
  /^\s*(?:各|[省市县区]直|有关|驻)[^。；：！？]{1,120}(?:[局委办厅院校府会处室所站队部]|单位|部门|公司|企业|街道|[镇乡县区市]）?)：\s*$/;

/** A line that begins with the number of a heading: 一、, （一）, 1.. */
const HEADED_LINE = /^\s*(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）|\d{1,2}[.．、])/m;

/** Only the first lines of a document can address it, and only so many lines from there can hold its orders. */
const FIRST_LINES = 3;
const BELOW_ADDRESS = 12;

/**
 * Whether a line before which nobody speaks gives orders of the document: all its sentences begin with 要, as in a
 * commentary or an untitled notice, or it draws lessons from the cases above it (上述问题…。各村要…。), or it and the next
 * lines say one after the other what bodies of a kind must do, or it tells those whom the document addresses several
 * things. `at`: the index of the line among `lines`.
 */
export const ordersWithoutSpeaker = (
  text: string,
  orders: SentenceOrders,
  lines: readonly Span[],
  at: number,
): boolean =>
  givesOrders(text, orders, lines[at]!) ||
  areToBodies(text, orders, lines, at) ||
  (at < BELOW_ADDRESS &&
    isAddressed(text, lines, at) &&
    tellsSeveralThings(text, orders, lines[at]!) &&
    !HEADED_LINE.test(text));

/**
 * Whether a document addresses bodies above a line. Where it has headed lists, a paragraph to all of them only closes
 * it.
 */
const isAddressed = (text: string, lines: readonly Span[], at: number): boolean =>
  lines.slice(0, Math.min(at, FIRST_LINES)).some(({ start, end }) => ADDRESS.test(text.slice(start, end)));

/** Whether the orders of a line begin with one to bodies of a kind, and are at least two. */
function tellsSeveralThings(text: string, orders: SentenceOrders, line: Span): boolean {
  const explicit = orders.sentencesOf(line).filter((one) => orders.orderIn(one)?.explicit);
  const first = explicit[0];
  if (!first) return false;
  const order = orders.orderIn(first)!;
  // In 为掌握情况，请各单位排查 the reason stands before the order.
  const words = text.slice(order.start, order.start + 30);
  if (!TO_BODIES.test(text.slice(first.start, first.start + 30)) && !PLEA.test(words)) return false;
  return explicit.reduce((sum, one) => sum + orders.partsOf(one).length, 0) > 1;
}

const givesOrders = (text: string, orders: SentenceOrders, line: Span): boolean =>
  isOfOrders(text, orders, line) ||
  (LESSONS.test(text.slice(line.start, line.start + 24)) && orders.explicitIn(line) >= ENOUGH);

function isOfOrders(text: string, orders: SentenceOrders, line: Span): boolean {
  const head = text.slice(line.start, line.start + 4).trimStart();
  if (!head.startsWith('要')) return false;
  const sentences = orders.sentencesOf(line);
  return (
    sentences.length >= ENOUGH &&
    sentences.every((one) => text.startsWith('要', one.start) && orders.orderIn(one)?.explicit)
  );
}

/** Whether this line and the next ones are each to bodies of a kind, and have enough orders and nothing else. */
function areToBodies(text: string, orders: SentenceOrders, lines: readonly Span[], at: number): boolean {
  let given = 0;
  for (let i = at; i < lines.length; i++) {
    const line = lines[i]!;
    const count = orders.sentencesOf(line).length;
    if (!TO_BODIES.test(text.slice(line.start, line.start + 30)) || orders.explicitIn(line) < count)
      return false;
    given += count;
    if (i > at && given >= ENOUGH) return true;
  }
  return false;
}
