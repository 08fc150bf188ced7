import { tagsOf } from '../annotation/edit.ts';
import { readRow } from '../record/migrate.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { ChosenSettings, countSettings, withSettings } from '../record/settings.ts';
import { TagInfo } from '../record/tagInfo.ts';
import { TrashEntry } from '../record/trash.ts';
import { SavedSearch } from '../search/savedSearch.ts';
import { z } from '../zod.ts';
import type { BadRecord } from './readBundle.ts';

/** The parts of a collection apart from its articles. */
export const Extras = z.object({
  /** The colours and descriptions of tags. */
  tags: z.optional(z.array(TagInfo)),
  searches: z.optional(z.array(SavedSearch)),
  settings: z.optional(ChosenSettings),
  /** Deleted items that can be restored. Included only if the person chose so. */
  trash: z.optional(z.array(TrashEntry)),
});
export type Extras = z.infer<typeof Extras>;

/** The number of items of each kind. */
export type ExtrasCounts = Record<keyof Extras, number>;

/**
 * Counts the items of each kind. Each meaning of a colour counts as one setting, and so does each host where Pizhu is
 * switched off.
 */
export function countExtras({ tags, searches, settings, trash }: Extras): ExtrasCounts {
  return {
    tags: tags?.length ?? 0,
    searches: searches?.length ?? 0,
    settings: countSettings(settings ?? {}),
    trash: trash?.length ?? 0,
  };
}

/** Leaves out kinds that have no items. */
export const withoutEmpty = (extras: Extras): Extras => {
  const counts = countExtras(extras);
  return Object.fromEntries(Object.entries(extras).filter(([kind]) => counts[kind as keyof Extras] > 0));
};

/**
 * Joins the extras of several export files that were concatenated into one file. If two of them have a value for the
 * same setting, the first value stays.
 */
export const joinExtras = (all: Extras[]): Extras =>
  withoutEmpty({
    tags: all.flatMap(({ tags }) => tags ?? []),
    searches: all.flatMap(({ searches }) => searches ?? []),
    settings: all.reduceRight<ChosenSettings>(
      (joined, { settings = {} }) => withSettings(joined, settings),
      {},
    ),
    trash: all.flatMap(({ trash }) => trash ?? []),
  });

/** Collects, while articles are written, which tags they have and in which colours they are marked. */
export class Usage {
  private readonly tags = new Set<string>();
  private readonly colors = new Set<string>();

  add({ saved, annotations }: Pick<ArticleBundle, 'saved' | 'annotations'>): void {
    for (const tag of [...saved.tags, ...annotations.flatMap(tagsOf)]) {
      const levels = tag.split('/');
      // Slashes nest tags. An article with the tag 水务/管网 (water services/pipes) thus also uses the tag 水务, whose
      // description is included.
      for (let length = 1; length <= levels.length; length++)
        this.tags.add(levels.slice(0, length).join('/'));
    }
    for (const { color } of annotations) this.colors.add(color);
  }

  /** The part of a collection's extras that belongs to the articles: their tags, and the meanings of their colours. */
  extrasOf({ tags = [], settings = {} }: Extras): Extras {
    const meanings = Object.entries(settings.colorMeanings ?? {}).filter(([color]) => this.colors.has(color));
    return withoutEmpty({
      tags: tags.filter(({ id }) => this.tags.has(id)),
      settings: meanings.length ? { colorMeanings: Object.fromEntries(meanings) } : {},
    });
  }
}

/**
 * Reads a deleted item of any schema version and migrates it to the present version. Returns the reason where it cannot
 * be read.
 */
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

/** Reads the parts of a file apart from its articles, item by item. Leaves out unreadable items and lists them. */
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
