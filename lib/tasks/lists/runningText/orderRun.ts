import type { Span } from '../../schema.ts';
import { mentions } from '../announced.ts';

/** One of several consecutive orders (see `OrderRun`). */
export type RunOrder = Span & {
  /** Whether the order contains 要, 必须 or the like. */
  explicit: boolean;
  /** Whether the first sentence of the order is as short as a heading. */
  short: boolean;
  /** Whether sentences without an order follow, which explain this order. */
  explained: boolean;
};

/**
 * A sentence that says how a matter must be, or what must not happen to it: 市场要干干净净, 修缮不能等、不能拖. Names no public body,
 * and no verb with an object.
 */
const STATEMENT =
  /^(?![要各请由]|必须|务必)[^，。；：要]{2,12}(?:要(?:(.)\1(.)\2|(?:更加?|再)[\u4e00-\u9fff]{1,3}|[\u4e00-\u9fff]{1,2}[。；]?$)|不能[^，。；]{1,2}、不能)[^；：]{0,16}$/;

/** Whether a sentence can be the heading of the sentences after it: 要把底数摸得更清。 */
export const isHeadingSentence = (words: string): boolean =>
  /^要(?:[^，；]{3,25}|[^，；]{3,9}，[^，；]{3,9})[。；]?$/.test(words);

/** The end of an order that announces points without their number: 要做到以下几点. */
export const SOME_POINTS = /(?:以下|如下|下列)(?:几|各)?(?:点|条|项|个?方面)(?:工作|要求|任务)?[。：]?\s*$/;

/** A run of orders: consecutive orders of one speaker, which together form a list (要…。要…。). */
export class OrderRun {
  private orders: RunOrder[] = [];
  /** The end of a sentence about the present state that follows an order; 0 where no such sentence follows. */
  private situationEnd = 0;

  /** Whether the same speaker has been introduced again after the last order, with words that order nothing. */
  private isInterrupted = false;

  constructor(private readonly text: string) {}

  get length(): number {
    return this.orders.length;
  }

  get first(): RunOrder | undefined {
    return this.orders[0];
  }

  get last(): RunOrder | undefined {
    return this.orders.at(-1);
  }

  /** The first order, if it is as short as a heading: 要抓好安全。 (Safety must be ensured.) Null where it is longer. */
  get firstHeading(): string | null {
    const { first } = this;
    return first?.short ? this.text.slice(first.start, first.end) : null;
  }

  /** Whether a sentence stands in the line of the last order. */
  isInLineOf(sentence: Span): boolean {
    return this.length > 0 && !this.text.slice(this.last!.end, sentence.start).includes('\n');
  }

  /**
   * Whether only blanks stand between the last order and a sentence: 会议强调，…。 and 会议指出，…。 on the next line form one
   * list. Passes over a sentence about the present state after the last order.
   */
  isDirectlyAbove(sentence: Span): boolean {
    if (this.length === 0) return false;
    const end = Math.max(this.last!.end, this.situationEnd);
    return /^\s*$/.test(this.text.slice(end, sentence.start));
  }

  /** Whether the last order stands in a later line than the order before it. */
  get isLastAlone(): boolean {
    const [beforeLast, last] = this.orders.slice(-2);
    return Boolean(last && beforeLast && this.text.slice(beforeLast.end, last.start).includes('\n'));
  }

  /** Whether the last order begins with the public body that must act, and has 要 or the like. */
  get isLastOfBody(): boolean {
    const { last } = this;
    return last?.explicit === true && !/[要应必务]/.test(this.text[last.start]!);
  }

  push(order: RunOrder): void {
    this.orders.push(order);
    this.isInterrupted = false;
  }

  /** Records that the speaker is introduced again with words that order nothing. They explain no earlier order. */
  interrupt(): void {
    this.isInterrupted = true;
  }

  /**
   * Whether the only order says how a matter must be, in one clause: 市场要干干净净, 修缮不能等. Before the demands of the same
   * speaker, this clause only gives the reason for them.
   */
  get isStatement(): boolean {
    const { first } = this;
    if (this.length !== 1 || first?.explained) return false;
    return STATEMENT.test(this.text.slice(first!.start, first!.end));
  }

  /** Removes the last order, because it introduces a list and is no sibling of the other orders. */
  dropLast(): void {
    this.orders.pop();
  }

  /** Extends the last order by a sentence without an order, which explains it. */
  explain(end: number): void {
    if (this.isInterrupted) return;
    const last = this.orders.at(-1);
    if (last) Object.assign(last, { end: Math.max(last.end, end), explained: true });
  }

  /** Records a sentence about the present state. It explains the last order only where another order follows it. */
  passSituation(end: number): void {
    if (!this.isInterrupted) this.situationEnd = end;
  }

  /** Whether a sentence about the present state stands between the last order and the next sentence. */
  get isAfterSituation(): boolean {
    return this.situationEnd > 0;
  }

  /** Adds the recorded sentence about the present state to the last order, as its reason. */
  explainBySituation(): void {
    if (this.situationEnd > 0) this.explain(this.situationEnd);
    this.situationEnd = 0;
  }

  /**
   * Ends the series of orders. Returns its tasks, or none where there are fewer than two. `counted` is the number of
   * tasks if the first order only announces the others (要做到“四个再”。, four things must be done again) and is therefore
   * dropped.
   */
  close(): { tasks: Span[]; counted: number | null } {
    this.situationEnd = 0;
    this.isInterrupted = false;
    if (this.length === 0) return { tasks: [], counted: null };
    // In 重点抓好以下四方面工作： (do the following four things:) the order only introduces the list below it.
    const { last } = this;
    if (last && (this.text[last.end - 1] === '：' || SOME_POINTS.test(this.text.slice(last.start, last.end))))
      this.dropLast();
    const [first, ...others] = this.orders;
    const counts =
      first !== undefined &&
      others.length > 1 &&
      mentions(this.text.slice(first.start, first.end).split('，').at(-1)!, others.length);
    const tasks = tasksOf(this.text, counts ? others : this.orders);
    this.orders = [];
    return { tasks: tasks.length >= 2 ? tasks : [], counted: counts ? others.length : null };
  }
}

/** How many first characters headings have in common: 要抓好. */
export const ALIKE = 3;

/**
 * Finds the headings among orders whose first order is a heading: 要抓好安全。, 要抓好环保。 At least three must begin with the
 * same characters, and each must have other sentences after it. Returns null where there are no such headings.
 */
function headingsAlike(text: string, orders: RunOrder[]): Set<RunOrder> | null {
  const first = orders[0];
  if (!first?.short) return null;
  const head = text.slice(first.start, first.start + ALIKE);
  const alike = orders.filter((order) => order.short && text.startsWith(head, order.start));
  const haveText = orders.every(
    (order, i) =>
      !alike.includes(order) || order.explained || (i + 1 < orders.length && !alike.includes(orders[i + 1]!)),
  );
  return alike.length >= 3 && haveText ? new Set(alike) : null;
}

/**
 * Turns consecutive orders into tasks. Where short sentences with 要 (must) are headings, the sentences after each
 * heading belong to its task: 要把底数摸得更清。逐条街巷核对管道。要把隐患治得更早。分级处理破损管段。 (Know better. Check pipes in each street. Cure
 * earlier. Treat broken pipes.)
 */
function tasksOf(text: string, orders: RunOrder[]): Span[] {
  const opensLine = ({ start }: Span) => /\n\s*$/.test(text.slice(start - 4, start));
  // Where each line opens with a short heading, 各镇要… (all towns must …) inside the line also belongs to the task of
  // that heading.
  const byLine = orders.every(
    (order, i) => i === 0 || (opensLine(order) ? order.short : text[order.start] !== '要'),
  );
  // In 要抓好安全。…；要抓好环保。…；要抓好资金。… (see to safety, environment, funds) the headings begin alike. All between them, in the
  // same line, belongs to their tasks.
  const alike = headingsAlike(text, orders);
  const isBelow = (order: RunOrder) => text.slice(orders[0]!.start, order.start).includes('\n');
  const begins = (order: RunOrder) =>
    alike && !isBelow(order) ? alike.has(order) : order.explicit && (!byLine || opensLine(order));
  const headings = orders.filter(
    (order, i) => order.short && (order.explained || (orders[i + 1] && !begins(orders[i + 1]!))),
  ).length;
  const explicit = orders.filter(begins).length;
  // Sentences count as headings only if there are at least two of them, and if they are at least three quarters of the
  // explicit orders. Otherwise each order is a task of its own.
  const last = orders.at(-1);
  const others = explicit - (last?.explicit && last.short ? 1 : 0);
  if (headings < 2 || headings * 4 < others * 3) return orders;
  const tasks: Span[] = [];
  for (const order of orders) {
    if (begins(order) || tasks.length === 0) tasks.push({ start: order.start, end: order.end });
    else tasks.at(-1)!.end = order.end;
  }
  return tasks;
}
