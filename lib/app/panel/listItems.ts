import type { Group, GroupId } from '../../search/groups.ts';
import { type MessageKey, t } from '../i18n.ts';

/**
 * A line in the list of articles: the heading of a group, or an article. `value`: the group to which the line belongs.
 */
export type ListLine =
  | { kind: 'group'; value: string; count: number; closed: boolean }
  | { kind: 'article'; value: string; id: string };

/**
 * The first lines of the list, at most `limit`, and whether there are more. Without groups, every line is an article.
 * Articles of collapsed groups (`closed`) are left out.
 */
export function linesOf(
  ids: string[],
  groups: Group[],
  closed: ReadonlySet<string>,
  limit: number,
): { lines: ListLine[]; more: boolean } {
  const article = (id: string, value: string): ListLine => ({ kind: 'article', value, id });
  if (groups.length === 0)
    return { lines: ids.slice(0, limit).map((id) => article(id, '')), more: ids.length > limit };
  const lines: ListLine[] = [];
  for (const { value, at } of groups) {
    if (lines.length >= limit) return { lines, more: true };
    const isClosed = closed.has(value);
    lines.push({ kind: 'group', value, count: at.length, closed: isClosed });
    if (isClosed) continue;
    const room = Math.max(limit - lines.length, 0);
    for (const i of at.subarray(0, room)) lines.push(article(ids[i]!, value));
    if (at.length > room) return { lines, more: true };
  }
  return { lines, more: false };
}

/** The heading of a group. Articles without a value, for example without a source, are in a group of their own. */
export const groupWords = (group: GroupId, value: string): string =>
  value || t(`group_${group}_unknown` as MessageKey);
