import { z } from '../zod.ts';
import { isObject } from './jsonValue.ts';

/** A stored row of any version. */
export type RawRow = Record<string, unknown>;

/**
 * Turns a row of one version into a row of the next. Pure and repeatable, because a row is migrated each time it is
 * read.
 */
export type Step = (row: RawRow) => RawRow;

/** The present schema of a kind of row, and the steps that lead from version 1 to it. */
export type RowForm<S extends z.ZodMiniType = z.ZodMiniType> = { schema: S; steps: Step[] };

/** The version in which rows of this form are written now. */
export const versionOfForm = ({ steps }: RowForm): number => steps.length + 1;

/** The version of a row: 1 where the row names no version, null where it names an invalid one. */
function versionOf(row: RawRow): number | null {
  const { schema = 1 } = row;
  return Number.isInteger(schema) && (schema as number) >= 1 ? (schema as number) : null;
}

/** Migrates a row to the present form. Leaves a row of a newer version as it is. */
export function migrateTo(form: RowForm, row: RawRow): RawRow {
  const version = versionOf(row) ?? 1;
  const present = versionOfForm(form);
  const moved = form.steps.slice(version - 1).reduce((now, step) => step(now), row);
  return version < present || row.schema === undefined ? { ...moved, schema: present } : moved;
}

/**
 * Puts back the properties that parsing dropped because the schema does not know them. Works at every depth, so that
 * data of a newer version is not lost. Returns `raw` itself where parsing changed nothing. This is so for most rows,
 * and copying them would take longer than parsing.
 */
export function keepUnknown(raw: unknown, parsed: unknown): unknown {
  if (typeof parsed !== 'object' || raw === parsed) return parsed;
  if (Array.isArray(raw) && Array.isArray(parsed)) {
    let isSame = raw.length === parsed.length;
    for (let i = 0; i < parsed.length; i++) {
      parsed[i] = keepUnknown(raw[i], parsed[i]);
      isSame &&= parsed[i] === raw[i];
    }
    return isSame ? raw : parsed;
  }
  if (!isObject(raw) || !isObject(parsed)) return parsed;
  let row = raw;
  for (const name of Object.keys(parsed)) {
    const value = keepUnknown(raw[name], parsed[name]);
    if (value === raw[name] && (value !== undefined || Object.hasOwn(raw, name))) continue;
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

/** Reads a stored row of any version of this form. Never throws; keeps unknown properties. */
export function readAs<S extends z.ZodMiniType>(form: RowForm<S>, raw: unknown): Reading<z.infer<S>> {
  if (!isObject(raw)) return unread('invalid', 'not an object');
  const version = versionOf(raw);
  if (version === null) return unread('invalid', 'no version: schema');
  const newer = version > versionOfForm(form);
  try {
    const migrated = migrateTo(form, raw);
    const parsed = form.schema.safeParse(migrated);
    if (parsed.success) return { ok: true, row: keepUnknown(migrated, parsed.data) as z.infer<S>, newer };
    return unread(newer ? 'newer' : 'invalid', z.prettifyError(parsed.error));
  } catch (error) {
    return unread(newer ? 'newer' : 'invalid', String(error));
  }
}
