import type { Span } from '../schema.ts';

/**
 * An order of a run: whether it says 要 outright, whether its first sentence is as short as a heading, and whether
 * sentences follow that order nothing.
 */
export type Ordered = Span & { explicit: boolean; brief: boolean; explained: boolean };

/** 要把底数摸得更清。: a sentence that names what follows. */
export const isBrief = (words: string): boolean =>
  /^要(?:[^，；]{3,25}|[^，；]{3,9}，[^，；]{3,9})[。；]?$/.test(words);

/**
 * The orders of a run as tasks. Where brief 要… sentences are each followed by others without 要, as headings are, those
 * say how and belong to them: 要把底数摸得更清。逐条街巷核对管道。要把隐患治得更早。分级处理破损管段。
 */
export function tasksOf(run: Ordered[]): Span[] {
  const headings = run.filter(
    (order, i) => order.brief && (order.explained || run[i + 1]?.explicit === false),
  ).length;
  const explicit = run.filter((order) => order.explicit).length;
  if (headings < 2 || headings * 2 < explicit) return run;
  const tasks: Span[] = [];
  for (const order of run) {
    if (order.explicit || tasks.length === 0) tasks.push({ start: order.start, end: order.end });
    else tasks.at(-1)!.end = order.end;
  }
  return tasks;
}
