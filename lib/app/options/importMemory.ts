import { z } from '../../zod.ts';

const LastImport = z.object({
  importId: z.string(),
  isFinished: z.boolean(),
  /** The position in the file (from 1) of the last article that was written to the database. Absent where none was. */
  place: z.optional(z.int()),
  /** How many articles were new or changed so far. */
  count: z.optional(z.int()),
  /** Whether there is a copy of the file, with which the import can continue after a restart. */
  hasCopy: z.optional(z.boolean()),
});
/**
 * The last import, which can be undone. `isFinished` is false during the import, and afterwards if it was stopped or
 * the browser was closed during it.
 */
export type LastImport = z.infer<typeof LastImport>;

/**
 * Stores the record of the last import, so that it remains after a restart of the browser. The data needed to undo the
 * import are in the database, under `importId`.
 */
export type ImportMemory = { get(): LastImport | null; set(last: LastImport | null): void };

export const LAST_IMPORT = 'lastImport';
/** Stores the record of the last import in `localStorage`, which only the pages of the extension can read. */
export const inThisBrowser: ImportMemory = {
  get: () => {
    try {
      return LastImport.safeParse(JSON.parse(localStorage.getItem(LAST_IMPORT) ?? 'null')).data ?? null;
    } catch {
      return null;
    }
  },
  set: (last) => localStorage.setItem(LAST_IMPORT, JSON.stringify(last)),
};
