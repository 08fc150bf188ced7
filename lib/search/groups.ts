import type { OrderId } from './orders.ts';

/** The ways to group the list of articles. Each one's label is the text `group_ID` of `_locales`. */
export const GROUP_IDS = ['none', 'day', 'source', 'issuer', 'region', 'tag'] as const;
export type GroupId = (typeof GROUP_IDS)[number];

/**
 * The values by which an article can be grouped. A list is empty where the article has no value. Only tags can be
 * several.
 */
export type Grouped = Record<Exclude<GroupId, 'none' | 'day'>, string[]>;

/** The properties of a found article by which the list is grouped. See `Facts` for their units. */
export type Groupable = {
  published: number;
  captured: number;
  grouped: (by: keyof Grouped) => string[];
};

/**
 * The found articles that share one value. `value` is empty for articles without a value. `at` has their indexes in the
 * list of found articles.
 */
export type Group = { value: string; at: Uint32Array };

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** Returns the day on which the page was saved, in the time zone of the browser. */
function savedOn(captured: number): string {
  const date = new Date(captured);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** Returns the day of a time of publication (YYYYMMDDhhmm); empty where the time is not known. */
function publishedOn(published: number): string {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)/.exec(String(Math.floor(published / 10_000))) ?? [];
  return parts.join('-');
}

const valuesOf = (found: Groupable, by: Exclude<GroupId, 'none'>, order: OrderId): string[] =>
  by === 'day'
    ? [order === 'saved' ? savedOn(found.captured) : publishedOn(found.published)]
    : found.grouped(by);

let collator: Intl.Collator | undefined;
const compared = (a: string, b: string): number => {
  collator ??= new Intl.Collator('zh');
  return collator.compare(a, b);
};

/**
 * Groups found articles and keeps their order within each group. The latest day comes first; other groups come by size,
 * the largest first, and articles without a value last. `order` decides whether "day" is the day of saving or of
 * publication.
 */
export function groupsOf(found: Groupable[], by: GroupId, order: OrderId): Group[] {
  if (by === 'none') return [];
  const groups = new Map<string, number[]>();
  found.forEach((one, at) => {
    const values = valuesOf(one, by, order);
    for (const value of values.length ? values : ['']) {
      const group = groups.get(value);
      if (group) group.push(at);
      else groups.set(value, [at]);
    }
  });
  return [...groups]
    .sort(([a, inA], [b, inB]) => {
      if (a === '' || b === '') return a === '' ? 1 : -1;
      if (by === 'day') return b.localeCompare(a);
      return inB.length - inA.length || compared(a, b);
    })
    .map(([value, at]) => ({ value, at: Uint32Array.from(at) }));
}
