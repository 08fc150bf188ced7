import { OLD_RULE_NAMES, Origin } from '../article/schema.ts';
import type { z } from '../zod.ts';
import { isObject } from './jsonValue.ts';
import { LIST_ROW } from './listRow.ts';
import { FIRST_REVISION } from './row.ts';
import {
  migrateTo,
  type RawRow,
  type Reading,
  type RowForm,
  readAs,
  type Step,
  versionOfForm,
} from './rowForm.ts';
import { CapturedText, KeptAnnotation, SavedArticle, textId } from './schema.ts';
import { Snapshot } from './snapshot.ts';
import { Tombstone, TrashRow } from './trash.ts';

const isOrigin = (rule: unknown): rule is Origin => Origin.safeParse(rule).success;

/**
 * Updates provenance that was stored before rules had names. Its `rule` is only a kind of place (`Origin`). Moves that
 * to `origin`, and fills in a rule name.
 */
function withRuleNames(provenance: unknown): unknown {
  if (!isObject(provenance)) return provenance;
  const renamed = (value: unknown): unknown => {
    if (!isObject(value) || 'origin' in value || !isOrigin(value.rule)) return value;
    return { ...value, rule: OLD_RULE_NAMES[value.rule], origin: value.rule };
  };
  return Object.fromEntries(
    Object.entries(provenance).map(([field, value]) => {
      const one = renamed(value);
      return [
        field,
        isObject(one) && 'otherwise' in one ? { ...one, otherwise: renamed(one.otherwise) } : one,
      ];
    }),
  );
}

/**
 * Migrates an article from version 1 to 2: adds a revision, rule names, and ids of corrections. An id is made from the
 * correction's position, so that each reading gives the same id.
 */
const articleTo2: Step = ({ taskCorrections = [], article, ...row }) => ({
  ...row,
  revision: FIRST_REVISION,
  article: isObject(article) ? { ...article, provenance: withRuleNames(article.provenance) } : article,
  taskCorrections: (taskCorrections as RawRow[]).map((one, i) => ({ id: `${i}@${one.created}`, ...one })),
});

/** Migrates a text from version 1 to 2: adds an id, a revision, and the times of its creation and last change. */
const textTo2: Step = (row) => ({
  id: textId(String(row.articleId), String(row.sha256)),
  created: row.capturedAt,
  modified: row.capturedAt,
  revision: FIRST_REVISION,
  ...row,
});

/** Migrates a mark from version 1 to 2: adds a revision. */
const annotationTo2: Step = (row) => ({ revision: FIRST_REVISION, ...row });

/** The schema of each kind of row, and the steps that migrate rows of earlier versions to it. */
const KINDS = {
  article: { schema: SavedArticle, steps: [articleTo2] },
  text: { schema: CapturedText, steps: [textTo2] },
  annotation: { schema: KeptAnnotation, steps: [annotationTo2] },
  snapshot: { schema: Snapshot, steps: [] },
  listRow: LIST_ROW,
  tombstone: { schema: Tombstone, steps: [] },
  trash: { schema: TrashRow, steps: [] },
} satisfies Record<string, RowForm>;

export type Kind = keyof typeof KINDS;
export type Row<K extends Kind> = z.infer<(typeof KINDS)[K]['schema']>;

/** The version in which rows of a kind are written now. */
export const presentVersion = (kind: Kind): number => versionOfForm(KINDS[kind]);

/** Migrates a row to the present form. Leaves a row of a newer version as it is. */
export const migrate = (kind: Kind, row: RawRow): RawRow => migrateTo(KINDS[kind], row);

/** Reads a stored row of any version. Never throws; keeps unknown properties. */
export const readRow = <K extends Kind>(kind: K, raw: unknown): Reading<Row<K>> =>
  readAs(KINDS[kind] as RowForm, raw) as Reading<Row<K>>;
