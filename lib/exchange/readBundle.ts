import { type Kind, type Row, readRow } from '../record/migrate.ts';
import type { RawRow } from '../record/rowForm.ts';
import type { ArticleBundle } from '../record/schema.ts';

/** Why a record is not imported unchanged. The message for each reason is `bad_REASON` in `_locales`. */
type BadReason =
  /** The record does not match its schema. */
  | 'invalid'
  /** A newer version of Pizhu has written the record. */
  | 'newer'
  /** An earlier record in the file has the same id. */
  | 'duplicate'
  /** The record belongs to another article. */
  | 'foreign'
  /** The text does not match its SHA-256. */
  | 'altered'
  /**
   * The mark refers to a place that no text in the file contains. The mark is imported without the place, but with its
   * quoted words.
   */
  | 'dangling';

/** The ids found so far. */
type Ids = { has(id: string): boolean; add(id: string): unknown };

/** A record that cannot be imported unchanged, and where it is in the file. */
export type BadRecord = {
  /** The position of the article in the file, counted from 1. */
  article: number;
  /** The part of the article: `saved`, `texts[0]`, `annotations[2]`. */
  part: string;
  reason: BadReason;
  /** What is wrong with the record, for a person who wants to repair it. */
  detail: string;
};

type Bad = Omit<BadRecord, 'article'>;

/** A row that was read, and the part of the article that it came from. */
type Placed<K extends Kind> = { row: Row<K>; part: string };

function readOneRow<K extends Kind>(kind: K, raw: unknown, part: string, bad: Bad[]): Placed<K> | null {
  const reading = readRow(kind, raw);
  if (reading.ok && !reading.newer) return { row: reading.row, part };
  const detail = reading.ok ? `schema ${(raw as RawRow).schema}` : reading.message;
  bad.push({ part, reason: reading.ok ? 'newer' : reading.reason, detail });
  return null;
}

/** Reads the valid rows of a list. Adds the others to `bad`. */
function readRows<K extends Kind>(kind: K, value: unknown, name: string, bad: Bad[]): Placed<K>[] {
  if (value === undefined) return [];
  if (Array.isArray(value))
    return value.flatMap((raw, i) => readOneRow(kind, raw, `${name}[${i}]`, bad) ?? []);
  bad.push({ part: name, reason: 'invalid', detail: 'not a list' });
  return [];
}

/** The result of reading an exported article. `textParts` names the part from which each text came. */
export type BundleReading = {
  bundle: ArticleBundle | null;
  textParts: string[];
  bad: Bad[];
  /** Whether any row differs from what is in the file, for example because it was migrated. */
  isMended: boolean;
};

/**
 * Reads an exported article row by row. Migrates rows of older versions, and leaves out bad rows. `seen` contains the
 * ids of articles and marks found so far in the file. Never throws.
 */
export function readBundle(value: unknown, seen: Ids = new Set<string>()): BundleReading {
  const bad: Bad[] = [];
  const raw = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const isNew = (id: string, part: string, ids = seen) => {
    if (ids.has(id)) bad.push({ part, reason: 'duplicate', detail: id });
    return !ids.has(id) && !!ids.add(id);
  };
  const article = readOneRow('article', raw.saved, 'saved', bad);
  if (!article || !isNew(article.row.id, 'saved'))
    return { bundle: null, textParts: [], bad, isMended: true };
  const { row: saved } = article;
  const isOwn = ({ row, part }: { row: { articleId: string }; part: string }) => {
    if (row.articleId !== saved.id) bad.push({ part, reason: 'foreign', detail: row.articleId });
    return row.articleId === saved.id;
  };
  // Keeps a set for this article alone: the id of a text contains that of its article, so no other article has it.
  const seenTexts = new Set<string>();
  const texts = readRows('text', raw.texts, 'texts', bad).filter(
    (one) => isOwn(one) && isNew(one.row.id, one.part, seenTexts),
  );
  const lengths = new Map(texts.map(({ row }) => [row.sha256, row.text.length]));
  const annotations = readRows('annotation', raw.annotations, 'annotations', bad)
    .filter((one) => isOwn(one) && isNew(one.row.id, one.part))
    .map(({ row, part }) => {
      const { captured } = row.target;
      if (!captured) return row;
      const { sha256, start, end } = captured;
      if (start >= 0 && start <= end && end <= (lengths.get(sha256) ?? -1)) return row;
      bad.push({ part, reason: 'dangling', detail: `${sha256} ${start}-${end}` });
      return { ...row, target: { ...row.target, captured: null } };
    });
  const bundle = { saved, texts: texts.map(({ row }) => row), annotations };
  const isMended =
    bad.length > 0 ||
    saved !== raw.saved ||
    !isSame(raw.texts, bundle.texts) ||
    !isSame(raw.annotations, annotations);
  return { bundle, textParts: texts.map(({ part }) => part), bad, isMended };
}

const isSame = (raw: unknown, rows: unknown[]): boolean =>
  Array.isArray(raw) && raw.length === rows.length && rows.every((row, i) => row === raw[i]);

/**
 * Reads an exported article again, of which `readBundle` has found that it needs no change. Adds its ids to `seen`,
 * with which later articles are compared; null where no article is compared.
 */
export function readAgain(value: unknown, seen: Ids | null): BundleReading {
  const { saved, texts, annotations } = value as ArticleBundle;
  if (seen) for (const { id } of [saved, ...annotations]) seen.add(id);
  return { bundle: { saved, texts, annotations }, textParts: [], bad: [], isMended: false };
}
