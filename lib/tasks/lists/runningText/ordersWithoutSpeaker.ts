import type { Span } from '../../schema.ts';
import type { SentenceOrders } from './sentenceOrders.ts';

/** Words for the cases that a notice has reported above: 上述问题. */
const LESSONS =
  /^\s*(?:(?:上述|以上)[^，。；：]{0,8}(?:问题|案例|案件|事故|事件|行为|情况)|[^，。；：]{0,6}教训[^，。；：]{0,3}(?:深刻|惨痛))/;

/** A line without a speaker must have at least this many orders to count. Fewer may occur in any report. */
const ENOUGH = 3;

/** All public bodies of a kind and 要, at the beginning of a line: 全区各级水利部门要. */
const TO_BODIES = /^\s*(?:全[省市县区])?(?:各|广大)[^，。；：要]{1,16}要(?![素闻领害义点]|求[，：的了])/;

/** A polite order to all public bodies of a kind: 请各单位. */
const PLEA = /^请(?:各|有关|相关)/;

/** A line that addresses a document to public bodies: 各县水务局，各灌区管理处：. */
const ADDRESS =
  /^\s*(?:各|[省市县区]直|有关|驻)[^。；：！？]{1,120}(?:[局委办厅院校府会处室所站队部]|单位|部门|公司|企业|街道|[镇乡县区市]）?)：\s*$/;

/**
 * A line that begins with the number of a heading: 一、, （一）, 1.. In a text with such lines, a paragraph to all whom the
 * document addresses only closes the document.
 */
const HEADED_LINE = /^\s*(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）|\d{1,2}[.．、])/m;

/** How many lines at the beginning of a document can address it to public bodies. */
const FIRST_LINES = 3;
/** How many lines at the beginning of a document can hold orders to those whom it addresses. */
const BELOW_ADDRESS = 12;

/**
 * Whether a line gives orders of the document, although nobody speaks before it. It does so in four cases:
 * - All its sentences begin with 要, as in a commentary or an untitled notice.
 * - It draws lessons from the cases above it: 上述问题…。各村要…。
 * - It and the next lines each say what public bodies of a kind must do.
 * - It tells those whom the document addresses several things.
 * `at` is the index of the line among `lines`.
 */
export const ordersWithoutSpeaker = (
  text: string,
  orders: SentenceOrders,
  lines: readonly Span[],
  at: number,
): boolean =>
  givesOrders(text, orders, lines[at]!) ||
  (at > 0 && drawsLessons(text, lines[at - 1]!) && isToBodies(text, orders, lines[at]!)) ||
  areToBodies(text, orders, lines, at) ||
  (at < BELOW_ADDRESS &&
    isAddressed(text, lines, at) &&
    tellsSeveralThings(text, orders, lines[at]!) &&
    !HEADED_LINE.test(text));

/** Whether a line draws lessons from the cases that a notice has reported above. */
const drawsLessons = (text: string, { start }: Span): boolean => LESSONS.test(text.slice(start, start + 24));

/** Whether a line has enough orders, and the first is to all public bodies of a kind. */
const isToBodies = (text: string, orders: SentenceOrders, line: Span): boolean =>
  TO_BODIES.test(text.slice(line.start, line.start + 30)) && orders.explicitIn(line) >= ENOUGH;

/** Whether one of the first lines, above this line, addresses the document to public bodies. */
const isAddressed = (text: string, lines: readonly Span[], at: number): boolean =>
  lines.slice(0, Math.min(at, FIRST_LINES)).some(({ start, end }) => ADDRESS.test(text.slice(start, end)));

/** Whether a line has at least two orders, and the first is to all public bodies of a kind: 各镇要…, 请各单位…. */
function tellsSeveralThings(text: string, orders: SentenceOrders, line: Span): boolean {
  const explicit = orders.sentencesOf(line).filter((one) => orders.orderIn(one)?.explicit);
  const first = explicit[0];
  if (!first) return false;
  const order = orders.orderIn(first)!;
  // In 为掌握情况，请各单位排查 (to know the situation, units, please check) the reason stands before the order.
  const words = text.slice(order.start, order.start + 30);
  if (!TO_BODIES.test(text.slice(first.start, first.start + 30)) && !PLEA.test(words)) return false;
  return explicit.reduce((sum, one) => sum + orders.partsOf(one).length, 0) > 1;
}

/** Whether a line consists of orders, or draws lessons from reported cases with enough orders. */
const givesOrders = (text: string, orders: SentenceOrders, line: Span): boolean =>
  isOfOrders(text, orders, line) || (drawsLessons(text, line) && orders.explicitIn(line) >= ENOUGH);

/** Whether a line has enough sentences, and all of them are orders that begin with 要. */
function isOfOrders(text: string, orders: SentenceOrders, line: Span): boolean {
  const head = text.slice(line.start, line.start + 4).trimStart();
  if (!head.startsWith('要')) return false;
  const sentences = orders.sentencesOf(line);
  return (
    sentences.length >= ENOUGH &&
    sentences.every((one) => text.startsWith('要', one.start) && orders.orderIn(one)?.explicit)
  );
}

/**
 * Whether this line and at least the next one each begin with an order to all public bodies of a kind. Each of their
 * sentences must be an order, and there must be enough of them.
 */
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
