import { readRow } from '../record/migrate.ts';
import { ChosenSettings, countSettings } from '../record/settings.ts';
import { TagInfo } from '../record/tagInfo.ts';
import { TrashEntry } from '../record/trash.ts';
import { SavedSearch } from '../search/savedSearch.ts';
import { z } from '../zod.ts';
import type { BadRecord } from './readBundle.ts';

/** What belongs to a collection beside its articles. */
export const Extras = z.object({
  /** The colours and descriptions of tags. */
  tags: z.optional(z.array(TagInfo)),
  searches: z.optional(z.array(SavedSearch)),
  settings: z.optional(ChosenSettings),
  /** What was deleted and can be restored; only where the person wished it. */
  trash: z.optional(z.array(TrashEntry)),
});
export type Extras = z.infer<typeof Extras>;

/** How many there are of each kind. */
export type ExtrasCounts = Record<keyof Extras, number>;

/** Counts what there is; each meaning of a colour and each host counts as a setting. */
export function countExtras({ tags, searches, settings, trash }: Extras): ExtrasCounts {
  return {
    tags: tags?.length ?? 0,
    searches: searches?.length ?? 0,
    settings: countSettings(settings ?? {}),
    trash: trash?.length ?? 0,
  };
}

/** Leaves out the kinds of which there is nothing. */
export const withoutEmpty = (extras: Extras): Extras => {
  const counts = countExtras(extras);
  return Object.fromEntries(Object.entries(extras).filter(([kind]) => counts[kind as keyof Extras] > 0));
};

/** A deleted thing of any version of the form, in its present form; null with the reason where it cannot be read. */
function readTrash(raw: unknown): TrashEntry | { reason: 'invalid' | 'newer'; message: string } {
  const { tombstone, row } = (raw ?? {}) as Record<string, unknown>;
  const [stone, content] = [readRow('tombstone', tombstone), readRow('trash', row)];
  for (const one of [stone, content]) {
    if (!one.ok) return one;
    if (one.newer) return { reason: 'newer', message: `schema ${one.row.schema}` };
  }
  const entry = { tombstone: stone.row!, row: content.row! };
  const fits =
    entry.tombstone.id === entry.row.id &&
    entry.tombstone.kind === entry.row.content.kind &&
    entry.tombstone.expires !== undefined;
  return fits ? entry : { reason: 'invalid', message: 'tombstone and content do not belong together' };
}

/** Reads what a file has beside its articles, item by item. What cannot be read is left out, and listed. */
export function readExtras(value: unknown): { extras: Extras; bad: BadRecord[] } {
  const bad: BadRecord[] = [];
  const refuse = (part: string, detail: string, reason: BadRecord['reason'] = 'invalid') =>
    void bad.push({ article: 0, part, reason, detail });
  if (value === undefined) return { extras: {}, bad };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse('extras', 'not an object');
    return { extras: {}, bad };
  }
  const raw = value as Record<string, unknown>;
  const listOf = (name: string): unknown[] => {
    if (raw[name] === undefined || Array.isArray(raw[name])) return raw[name] ?? [];
    refuse(`extras.${name}`, 'not a list');
    return [];
  };
  const read = <T>(name: string, schema: z.ZodMiniType<T>): T[] =>
    listOf(name).flatMap((one, i) => {
      const reading = schema.safeParse(one);
      if (reading.success) return [reading.data];
      refuse(`extras.${name}[${i}]`, z.prettifyError(reading.error));
      return [];
    });
  const settings = ChosenSettings.safeParse(raw.settings ?? {});
  if (!settings.success) refuse('extras.settings', z.prettifyError(settings.error));
  const trash = listOf('trash').flatMap((one, i) => {
    const reading = readTrash(one);
    if ('tombstone' in reading) return [reading];
    refuse(`extras.trash[${i}]`, reading.message, reading.reason);
    return [];
  });
  const extras = {
    tags: read('tags', TagInfo),
    searches: read('searches', SavedSearch) as SavedSearch[],
    settings: settings.data ?? {},
    trash,
  };
  return { extras: withoutEmpty(extras), bad };
}
