import type { Span } from '../schema.ts';

/** An order in a run of orders (see `OrderRun`). */
export type RunOrder = Span & {
  /** Whether the order contains 要, 必须 or the like. */
  explicit: boolean;
  /** Whether the first sentence of the order is as short as a heading. */
  short: boolean;
  /** Whether sentences without an order follow, which explain this order. */
  explained: boolean;
};

/** Whether a sentence can be the heading of the sentences after it: 要把底数摸得更清。 */
export const isHeadingSentence = (words: string): boolean =>
  /^要(?:[^，；]{3,25}|[^，；]{3,9}，[^，；]{3,9})[。；]?$/.test(words);

/** A run of orders: consecutive orders of one speaker, which together form a list (要…。要…。). */
export class OrderRun {
  private orders: RunOrder[] = [];

  get length(): number {
    return this.orders.length;
  }

  get first(): RunOrder | undefined {
    return this.orders[0];
  }

  get last(): RunOrder | undefined {
    return this.orders.at(-1);
  }

  get beforeLast(): RunOrder | undefined {
    return this.orders.at(-2);
  }

  push(order: RunOrder): void {
    this.orders.push(order);
  }

  /** Removes the last order, because it introduces a list and is no sibling of the other orders. */
  dropLast(): void {
    this.orders.pop();
  }

  /** Extends the last order by a sentence without an order, which explains it. */
  explain(end: number): void {
    const last = this.orders.at(-1);
    if (last) Object.assign(last, { end, explained: true });
  }

  /** Removes the first order, because it only counts the others: 要做到“四个再”。 */
  dropFirst(): void {
    this.orders.shift();
  }

  /** Ends the run and returns its tasks, or none where it has fewer than two. */
  close(): Span[] {
    const tasks = tasksOf(this.orders);
    this.orders = [];
    return tasks.length >= 2 ? tasks : [];
  }
}

/**
 * Turns the orders of a run into tasks. Where short sentences with 要 are headings, the sentences after each heading
 * belong to its task: 要把底数摸得更清。逐条街巷核对管道。要把隐患治得更早。分级处理破损管段。
 */
function tasksOf(orders: RunOrder[]): Span[] {
  const headings = orders.filter(
    (order, i) => order.short && (order.explained || orders[i + 1]?.explicit === false),
  ).length;
  const explicit = orders.filter((order) => order.explicit).length;
  // Headings count only where there are at least two of them, and where they are at least three quarters of the
  // explicit orders. Otherwise each order is a task of its own.
  const last = orders.at(-1);
  const others = explicit - (last?.explicit && last.short ? 1 : 0);
  if (headings < 2 || headings * 4 < others * 3) return orders;
  const tasks: Span[] = [];
  for (const order of orders) {
    if (order.explicit || tasks.length === 0) tasks.push({ start: order.start, end: order.end });
    else tasks.at(-1)!.end = order.end;
  }
  return tasks;
}
