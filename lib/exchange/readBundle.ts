import { type Kind, type RawRow, type Row, readRow } from '../record/migrate.ts';
import type { ArticleBundle } from '../record/schema.ts';

/** Why a record is left out. Each reason has its sentence in `_locales` as `bad_REASON`. */
type BadReason =
  /** The record is against its schema. */
  | 'invalid'
  /** A newer version of Pizhu has written the record. */
  | 'newer'
  /** An earlier record of the file has the same id. */
  | 'duplicate'
  /** The record belongs to another article. */
  | 'foreign'
  /** The text does not have its SHA-256. */
  | 'altered'
  /** The mark points at a place that no text of the file has. The mark itself is kept, by its words. */
  | 'dangling';

/** A record that cannot be imported unchanged, and its place in the file. */
export type BadRecord = {
  /** The article's place in the file, from 1. */
  article: number;
  /** The place in the article: `saved`, `texts[0]`, `annotations[2]`. */
  part: string;
  reason: BadReason;
  /** What is wrong with the record, for the person who repairs it. */
  detail: string;
};

type Bad = Omit<BadRecord, 'article'>;

/** A row that was read, and its place in the article. */
type Placed<K extends Kind> = { row: Row<K>; part: string };

function readOneRow<K extends Kind>(kind: K, raw: unknown, part: string, bad: Bad[]): Placed<K> | null {
  const reading = readRow(kind, raw);
  if (reading.ok && !reading.newer) return { row: reading.row, part };
  const detail = reading.ok ? `schema ${(raw as RawRow).schema}` : reading.message;
  bad.push({ part, reason: reading.ok ? 'newer' : reading.reason, detail });
  return null;
}

/** Reads the valid rows of a list. */
function readRows<K extends Kind>(kind: K, value: unknown, name: string, bad: Bad[]): Placed<K>[] {
  if (value === undefined) return [];
  if (Array.isArray(value))
    return value.flatMap((raw, i) => readOneRow(kind, raw, `${name}[${i}]`, bad) ?? []);
  bad.push({ part: name, reason: 'invalid', detail: 'not a list' });
  return [];
}

/** The result of reading an exported article. `textParts` are the places of its texts. */
export type BundleReading = { bundle: ArticleBundle | null; textParts: string[]; bad: Bad[] };

/**
 * Reads an exported article row by row: migrates rows of older versions, and leaves out bad rows. `seen` holds the ids
 * found so far in the file. Never throws.
 */
export function readBundle(value: unknown, seen = new Set<string>()): BundleReading {
  const bad: Bad[] = [];
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const isNew = (id: string, part: string) => {
    if (seen.has(id)) bad.push({ part, reason: 'duplicate', detail: id });
    return !seen.has(id) && seen.add(id);
  };
  const article = readOneRow('article', raw.saved, 'saved', bad);
  if (!article || !isNew(article.row.id, 'saved')) return { bundle: null, textParts: [], bad };
  const { row: saved } = article;
  const isOwn = ({ row, part }: { row: { id: string; articleId: string }; part: string }) => {
    if (row.articleId === saved.id) return isNew(row.id, part);
    bad.push({ part, reason: 'foreign', detail: row.articleId });
    return false;
  };
  const texts = readRows('text', raw.texts, 'texts', bad).filter(isOwn);
  const lengths = new Map(texts.map(({ row }) => [row.sha256, row.text.length]));
  const annotations = readRows('annotation', raw.annotations, 'annotations', bad)
    .filter(isOwn)
    .map(({ row, part }) => {
      const { captured } = row.target;
      if (!captured) return row;
      const { sha256, start, end } = captured;
      if (start >= 0 && start <= end && end <= (lengths.get(sha256) ?? -1)) return row;
      bad.push({ part, reason: 'dangling', detail: `${sha256} ${start}-${end}` });
      return { ...row, target: { ...row.target, captured: null } };
    });
  return {
    bundle: { saved, texts: texts.map(({ row }) => row), annotations },
    textParts: texts.map(({ part }) => part),
    bad,
  };
}
