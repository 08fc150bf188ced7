import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { COLOR_IDS } from '@/lib/annotation/colors.ts';
import { type Extras, withoutEmpty } from '@/lib/exchange/extras.ts';
import { recognisedAddresses } from '@/lib/record/address.ts';
import { presentVersion } from '@/lib/record/migrate.ts';
import {
  type ArticleBundle,
  CapturedText,
  KeptAnnotation,
  SavedArticle,
  textId,
} from '@/lib/record/schema.ts';
import { DEFAULTS } from '@/lib/record/settings.ts';
import { type TrashEntry, TrashRow, trashId } from '@/lib/record/trash.ts';
import { GROUP_IDS } from '@/lib/search/groups.ts';
import { ORDER_IDS } from '@/lib/search/orders.ts';

type AnySchema = { _zod: { def: unknown }; safeParse(value: unknown): { success: boolean } };
type Def = {
  type: string;
  shape?: Record<string, AnySchema>;
  element?: AnySchema;
  innerType?: AnySchema;
  valueType?: AnySchema;
  options?: AnySchema[];
  entries?: Record<string, string>;
  values?: unknown[];
};

const HOSTILE = [
  '',
  '__proto__',
  'constructor',
  '\u202Efdp.exe',
  '\u0000',
  '<img src=x onerror=a>',
  '"],"x":[',
  '\uD800',
  '𠀀',
];
const words = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constant('水'.repeat(9)),
);
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Strings in the formats that schemas require. The least restricted format is first. */
const STRINGS = [
  words,
  day,
  day.map((iso) => iso.slice(0, 10)),
  fc.uuid({ version: 4 }),
  fc.stringMatching(/^[0-9a-f]{64}$/),
  fc.stringMatching(/^\d{6}$/),
  fc.stringMatching(/^[a-z]{1,9}$/),
];
const NUMBERS = [
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n || 0),
  fc.integer(),
  fc.nat(),
  fc.integer({ min: 1, max: 99 }),
  fc.double({ min: 0, max: 1, noNaN: true }).map((n) => n || 0),
];

function fitting(schema: AnySchema, all: fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown> {
  const fits = all.find((one) =>
    fc.sample(one, { numRuns: 60, seed: 1 }).every((value) => schema.safeParse(value).success),
  );
  if (!fits) throw new Error('No strings or numbers are known that the schema takes.');
  return fits;
}

const isOptional = (schema: AnySchema): boolean => (schema._zod.def as Def).type === 'optional';

/** Generates values that a schema of the project accepts. */
function valuesOf(schema: AnySchema): fc.Arbitrary<unknown> {
  const def = schema._zod.def as Def;
  switch (def.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(def.shape!).map(([key, field]) => [key, valuesOf(field)])),
        { requiredKeys: Object.keys(def.shape!).filter((key) => !isOptional(def.shape![key]!)) },
      );
    case 'array':
      return fc.array(valuesOf(def.element!), { maxLength: 2 });
    case 'record':
      return fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), valuesOf(def.valueType!), { maxKeys: 3 });
    case 'nullable':
      return fc.option(valuesOf(def.innerType!));
    case 'optional':
    case 'default':
      return valuesOf(def.innerType!);
    case 'union':
      return fc.oneof(...def.options!.map(valuesOf));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries!));
    case 'literal':
      return fc.constantFrom(...def.values!);
    case 'boolean':
      return fc.boolean();
    case 'string':
      return fitting(schema, STRINGS);
    default:
      return fitting(schema, NUMBERS);
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Generates an article with texts and marks that belong to it. Each has an address of its own. */
const bundle: fc.Arbitrary<ArticleBundle> = fc
  .record({
    saved: valuesOf(SavedArticle) as fc.Arbitrary<SavedArticle>,
    texts: fc.array(valuesOf(CapturedText) as fc.Arbitrary<CapturedText>, { minLength: 1, maxLength: 3 }),
    annotations: fc.array(valuesOf(KeptAnnotation) as fc.Arbitrary<KeptAnnotation>, { maxLength: 3 }),
  })
  .map(({ saved, texts, annotations }) => {
    const url = `https://www.qingshan.example/${saved.id}.html`;
    const byHash = new Map(
      texts.map(({ text, ...rest }) => {
        // Replaces lone surrogates, because they have no form in UTF-8.
        const plain = text.toWellFormed();
        const hash = sha256(plain);
        return [
          hash,
          {
            ...rest,
            text: plain,
            sha256: hash,
            articleId: saved.id,
            id: textId(saved.id, hash),
            schema: presentVersion('text'),
          },
        ];
      }),
    );
    const own = [...byHash.values()].sort(
      (a, b) =>
        a.revision.counter - b.revision.counter ||
        a.capturedAt.localeCompare(b.capturedAt) ||
        a.sha256.localeCompare(b.sha256),
    );
    const last = own.at(-1)!;
    return {
      saved: {
        ...saved,
        url,
        canonicalUrl: null,
        addresses: recognisedAddresses(url, null),
        alsoAt: [],
        sha256: last.sha256,
        schema: presentVersion('article'),
      },
      texts: own,
      annotations: annotations
        .map((mark) => ({
          ...mark,
          articleId: saved.id,
          schema: presentVersion('annotation'),
          target: {
            ...mark.target,
            captured: mark.target.captured && { sha256: last.sha256, start: 0, end: last.text.length },
          },
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    };
  });

/** Generates collections of up to four articles, in the form in which an export reads them from the store. */
export const collections: fc.Arbitrary<ArticleBundle[]> = fc.uniqueArray(bundle, {
  maxLength: 4,
  selector: ({ saved }) => saved.id,
});

const asked = fc.record({
  words,
  filtering: fc.record({ tag: words, unread: fc.constant('on') }, { requiredKeys: [] }),
  order: fc.constantFrom(...ORDER_IDS),
  group: fc.constantFrom(...GROUP_IDS),
});
const name = fc.stringMatching(/^[一-十a-z]{1,9}$/);

/** Generates a deleted tag or mark that can still be restored. */
const trashEntry: fc.Arbitrary<TrashEntry> = fc
  .tuple(
    valuesOf(TrashRow.shape.revision) as fc.Arbitrary<TrashRow['revision']>,
    fc.oneof(
      name.map((tag) => ({ kind: 'tag' as const, tag, articleIds: [], annotationIds: [] })),
      (valuesOf(KeptAnnotation) as fc.Arbitrary<KeptAnnotation>).map((annotation) => ({
        kind: 'annotation' as const,
        annotation: { ...annotation, schema: presentVersion('annotation') },
      })),
    ),
  )
  .map(([revision, content]) => {
    const id = trashId(content.kind, content.kind === 'tag' ? content.tag : content.annotation.id);
    const at = '2026-01-02T03:04:05.678Z';
    const stamps = { created: at, modified: at, revision, schema: 1 };
    const articleId = content.kind === 'tag' ? null : content.annotation.articleId;
    return {
      tombstone: {
        id,
        ...stamps,
        kind: content.kind,
        articleId,
        deletedAt: at,
        expires: '2999-01-01T00:00:00.000Z',
        label: '删',
      },
      row: { id, ...stamps, content },
    };
  });

const byId = <T>(idOf: (one: T) => string) => ({
  maxLength: 3,
  selector: idOf,
});
/** Sorts as the database does: by UTF-16 units. */
const sorted = <T>(all: T[], idOf: (one: T) => string) =>
  all.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));

/** Generates values of the same type as `usual`, but different from it. */
function otherThan(usual: unknown): fc.Arbitrary<unknown> {
  if (typeof usual === 'boolean') return fc.constant(!usual);
  if (typeof usual === 'string') return words.filter((one) => one !== usual);
  if (Array.isArray(usual)) return fc.uniqueArray(name, { minLength: 1, maxLength: 2 });
  return fc
    .record({ yellow: name, pink: name }, { requiredKeys: [] })
    .filter((all) => Object.keys(all).length > 0);
}
const settings = Object.fromEntries(Object.entries(DEFAULTS).map(([key, usual]) => [key, otherThan(usual)]));

/**
 * Generates the parts of an exported collection apart from its articles: tags, searches, settings, trash. Each list is
 * sorted, and none is empty.
 */
export const extras: fc.Arbitrary<Extras> = fc
  .record({
    tags: fc
      .uniqueArray(
        fc.record({ id: name, color: fc.option(fc.constantFrom(...COLOR_IDS)), description: words }),
        byId(({ id }) => id),
      )
      .map((all) => sorted(all, ({ id }) => id)),
    searches: fc.uniqueArray(
      fc.record({ name, asked }),
      byId((one) => one.name),
    ),
    settings: fc.record(settings, { requiredKeys: [] }),
    trash: fc
      .uniqueArray(
        trashEntry,
        byId(({ row }) => row.id),
      )
      .map((all) => sorted(all, ({ row }) => row.id)),
  })
  .map((all) => withoutEmpty(all as Extras));
