import { OLD_RULE_NAMES, Origin } from '../article/schema.ts';
import { z } from '../zod.ts';
import { ListRow } from './listRow.ts';
import { FIRST_REVISION } from './row.ts';
import { CapturedText, KeptAnnotation, SavedArticle, textId } from './schema.ts';
import { Snapshot } from './snapshot.ts';
import { Tombstone, TrashRow } from './trash.ts';

/** A stored row of any version. */
export type RawRow = Record<string, unknown>;

/**
 * Turns a row of one version into a row of the next. Pure and repeatable, because a row is migrated each time it is
 * read.
 */
type Step = (row: RawRow) => RawRow;

const isRow = (value: unknown): value is RawRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOrigin = (rule: unknown): rule is Origin => Origin.safeParse(rule).success;

/**
 * Updates provenance that was stored before rules had names. Its `rule` is only a kind of place (`Origin`). Moves that
 * to `origin`, and fills in a rule name.
 */
function withRuleNames(provenance: unknown): unknown {
  if (!isRow(provenance)) return provenance;
  const renamed = (value: unknown): unknown => {
    if (!isRow(value) || 'origin' in value || !isOrigin(value.rule)) return value;
    return { ...value, rule: OLD_RULE_NAMES[value.rule], origin: value.rule };
  };
  return Object.fromEntries(
    Object.entries(provenance).map(([field, value]) => {
      const one = renamed(value);
      return [field, isRow(one) && 'otherwise' in one ? { ...one, otherwise: renamed(one.otherwise) } : one];
    }),
  );
}

/**
 * 1 → 2: adds a revision, rule names, and ids of corrections. An id is made from the correction's position, so that
 * each reading gives the same id.
 */
const articleTo2: Step = ({ taskCorrections = [], article, ...row }) => ({
  ...row,
  revision: FIRST_REVISION,
  article: isRow(article) ? { ...article, provenance: withRuleNames(article.provenance) } : article,
  taskCorrections: (taskCorrections as RawRow[]).map((one, i) => ({ id: `${i}@${one.created}`, ...one })),
});

/** 1 → 2: adds an id, a revision, and the times when the row was created and last changed. */
const textTo2: Step = (row) => ({
  id: textId(String(row.articleId), String(row.sha256)),
  created: row.capturedAt,
  modified: row.capturedAt,
  revision: FIRST_REVISION,
  ...row,
});

/** 1 → 2: adds a revision. */
const annotationTo2: Step = (row) => ({ revision: FIRST_REVISION, ...row });

/** For each kind of row: its present schema, and the steps that lead from version 1 to it. */
const KINDS = {
  article: { schema: SavedArticle, steps: [articleTo2] },
  text: { schema: CapturedText, steps: [textTo2] },
  annotation: { schema: KeptAnnotation, steps: [annotationTo2] },
  snapshot: { schema: Snapshot, steps: [] },
  listRow: { schema: ListRow, steps: [] },
  tombstone: { schema: Tombstone, steps: [] },
  trash: { schema: TrashRow, steps: [] },
} satisfies Record<string, { schema: z.ZodMiniType; steps: Step[] }>;

export type Kind = keyof typeof KINDS;
export type Row<K extends Kind> = z.infer<(typeof KINDS)[K]['schema']>;

/** The version in which rows of a kind are written now. */
export const presentVersion = (kind: Kind): number => KINDS[kind].steps.length + 1;

/** The version of a row: 1 where the row names no version, null where it names an invalid one. */
function versionOf(row: RawRow): number | null {
  const { schema = 1 } = row;
  return Number.isInteger(schema) && (schema as number) >= 1 ? (schema as number) : null;
}

/** Migrates a row to the present form. Leaves a row of a newer version as it is. */
export function migrate(kind: Kind, row: RawRow): RawRow {
  const version = versionOf(row) ?? 1;
  const present = presentVersion(kind);
  const steps: Step[] = KINDS[kind].steps;
  const moved = steps.slice(version - 1).reduce((now, step) => step(now), row);
  return version < present || row.schema === undefined ? { ...moved, schema: present } : moved;
}

/**
 * Puts back the properties that parsing dropped because the schema does not know them. Works at every depth, so that
 * data of a newer version is not lost. Returns `raw` itself where parsing changed nothing, because most rows are such,
 * and copies would take more time than the parsing.
 */
export function keepUnknown(raw: unknown, parsed: unknown): unknown {
  if (Array.isArray(raw) && Array.isArray(parsed)) {
    const all = parsed.map((one, i) => keepUnknown(raw[i], one));
    return raw.length === all.length && all.every((one, i) => one === raw[i]) ? raw : all;
  }
  if (!isRow(raw) || !isRow(parsed)) return parsed;
  let row = raw;
  for (const name of Object.keys(parsed)) {
    const value = keepUnknown(raw[name], parsed[name]);
    if (value === raw[name] && Object.hasOwn(raw, name)) continue;
    if (row === raw) row = { ...raw };
    row[name] = value;
  }
  return row;
}

/**
 * The result of reading a row: the row, or why it could not be read. A `newer` row comes from a newer version: it can
 * be shown but must not be written.
 */
export type Reading<T> =
  | { ok: true; row: T; newer: boolean }
  | { ok: false; row: null; reason: 'invalid' | 'newer'; message: string };

const unread = (reason: 'invalid' | 'newer', message: string) =>
  ({ ok: false, row: null, reason, message }) as const;

/** Reads a stored row of any version. Never throws; keeps unknown properties. */
export function readRow<K extends Kind>(kind: K, raw: unknown): Reading<Row<K>> {
  if (!isRow(raw)) return unread('invalid', 'not an object');
  const version = versionOf(raw);
  if (version === null) return unread('invalid', 'no version: schema');
  const newer = version > presentVersion(kind);
  try {
    const migrated = migrate(kind, raw);
    const parsed = KINDS[kind].schema.safeParse(migrated);
    if (parsed.success) return { ok: true, row: keepUnknown(migrated, parsed.data) as Row<K>, newer };
    return unread(newer ? 'newer' : 'invalid', z.prettifyError(parsed.error));
  } catch (error) {
    return unread(newer ? 'newer' : 'invalid', String(error));
  }
}
