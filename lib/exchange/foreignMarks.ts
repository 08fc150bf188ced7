import { COLOR_IDS, DEFAULT_COLOR } from '../annotation/colors.ts';
import { type Body, type Color, Selector } from '../annotation/schema.ts';
import { Article } from '../article/schema.ts';
import { recognisedAddresses } from '../record/address.ts';
import { isObject } from '../record/jsonValue.ts';
import { FIRST_REVISION } from '../record/row.ts';
import type { RawRow } from '../record/rowForm.ts';
import { sha256 } from '../record/sha256.ts';
import { z } from '../zod.ts';

/**
 * Imports marks of other programs: W3C Web Annotation (JSON-LD) and Hypothesis. Such files identify a page only by its
 * address. So their marks are added to the saved article with that address, or to a new article without a text.
 */

/** A mark as read from either kind of file. `selector` is empty for a note on the whole page. */
type ForeignMark = {
  id: string;
  source: string;
  title: string;
  created: string | null;
  modified: string | null;
  color: Color;
  body: Body[];
  selector: unknown[];
  /** The id of the mark to which this mark is a reply; null where this mark is no reply. */
  parent: string | null;
};

const list = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const comment = (value: string): Body => ({ type: 'TextualBody', purpose: 'commenting', value });
const tagging = (value: string): Body => ({ type: 'TextualBody', purpose: 'tagging', value });

/** The properties of a Hypothesis annotation (API 1.0) that the import needs. */
const HypothesisAnnotation = z.looseObject({
  id: z.string(),
  uri: z.string(),
  created: z.optional(z.string()),
  updated: z.optional(z.string()),
  text: z.optional(z.string()),
  tags: z.optional(z.array(z.string())),
  references: z.optional(z.array(z.string())),
  target: z.optional(z.array(z.looseObject({ selector: z.optional(z.array(z.looseObject({}))) }))),
  document: z.optional(z.looseObject({ title: z.optional(z.array(z.string())) })),
});

function hypothesisMark(value: unknown): ForeignMark | null {
  const { success, data } = HypothesisAnnotation.safeParse(value);
  if (!success) return null;
  const words = data.text?.trim() ? [comment(data.text)] : [];
  const selectors = data.target?.flatMap(({ selector }) => selector ?? []) ?? [];
  return {
    id: data.id,
    source: data.uri,
    title: data.document?.title?.[0] ?? '',
    created: data.created ?? null,
    modified: data.updated ?? null,
    color: DEFAULT_COLOR,
    body: [...words, ...(data.tags ?? []).map(tagging)],
    // Takes only quotes, because Hypothesis counts paths and offsets differently from the W3C model.
    selector: selectors.filter(({ type }) => type === 'TextQuoteSelector'),
    parent: data.references?.at(-1) ?? null,
  };
}

/** The address of a resource. A resource is a string or an object with an `id`. */
const addressOf = (value: unknown): string => text(isObject(value) ? value.id : value);

function w3cBody(value: unknown): Body[] {
  if (typeof value === 'string') return [];
  if (!isObject(value)) return [];
  const words = text(value.value);
  if (!words.trim()) return [];
  return [list(value.purpose).includes('tagging') ? tagging(words) : comment(words)];
}

/** Reads a W3C annotation as a mark. Where it has several targets, uses the first. */
function w3cMark(value: unknown): ForeignMark | null {
  if (!isObject(value)) return null;
  const [target] = list(value.target);
  const source = isObject(target) && 'source' in target ? addressOf(target.source) : addressOf(target);
  if (source === '') return null;
  const about = isObject(target) ? target : {};
  const bodies = list(value.body).flatMap(w3cBody);
  const selectors = list(about.selector).flatMap((one) =>
    isObject(one) && one.type === 'TextQuoteSelector' ? [{ prefix: '', suffix: '', ...one }] : [one],
  );
  return {
    id: text(value.id) || JSON.stringify(value),
    source,
    title: '',
    created: text(value.created) || null,
    modified: text(value.modified) || null,
    color:
      (list(about.styleClass).find((one) => COLOR_IDS.includes(one as Color)) as Color | undefined) ??
      DEFAULT_COLOR,
    body: text(value.bodyValue) ? [comment(text(value.bodyValue))] : bodies,
    selector: selectors,
    parent: null,
  };
}

const isW3c = (value: unknown): value is Record<string, unknown> =>
  isObject(value) &&
  (list(value['@context']).includes('http://www.w3.org/ns/anno.jsonld') ||
    list(value.type).some((type) => /^Annotation(Collection|Page)?$/.test(text(type))));

/**
 * Lists the annotations of a W3C collection, page or list, or a single annotation. Pages given only as addresses are
 * not fetched.
 */
function w3cItems(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(w3cItems);
  if (!isObject(value)) return [value];
  if (!('first' in value || 'items' in value))
    return list(value.type).includes('AnnotationCollection') ? [] : [value];
  const items = list(value.items);
  for (let page = value.first; isObject(page); page = page.next) items.push(...list(page.items));
  return items;
}

/** The annotations of a file, and the function that reads one of them. Null where the file is of another kind. */
function annotationsOf(
  value: unknown,
): { items: unknown[]; read: (one: unknown) => ForeignMark | null } | null {
  const rows = isObject(value) ? (value.annotations ?? value.rows) : value;
  const isHypothesis = Array.isArray(rows) && rows.some((one) => HypothesisAnnotation.safeParse(one).success);
  if (isHypothesis) return { items: rows, read: hypothesisMark };
  if (isW3c(value) || (Array.isArray(value) && value.some(isW3c)))
    return { items: w3cItems(value), read: w3cMark };
  return null;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * The UUID at the end of an id, or else a UUID computed from the id (RFC 9562, version 8). The same mark always gets
 * the same UUID, so a repeated import creates no duplicates.
 */
async function uuidOf(id: string): Promise<string> {
  const own = UUID.exec(id)?.[0];
  if (own) return own.toLowerCase();
  const hash = await sha256(id);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

const momentOf = (time: string | null, otherwise: string): string => {
  const at = time ? Date.parse(time) : Number.NaN;
  return Number.isNaN(at) ? otherwise : new Date(at).toISOString();
};

/** The earliest possible time. With it, every stored reading of the page counts as newer than an imported one. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** The fields of an article, all without a value. */
const NOTHING = Object.fromEntries(
  Object.entries(Article.shape).map(([key, schema]) => [key, z.safeParse(schema, null).success ? null : []]),
);

/** Makes an article for which only the address and the title are known. */
async function unknownArticle(source: string, title: string, note: string, now: string): Promise<RawRow> {
  const { text: _, ...fields } = NOTHING;
  return {
    id: await uuidOf(recognisedAddresses(source, null)[0] ?? source),
    created: now,
    modified: now,
    revision: FIRST_REVISION,
    schema: 2,
    url: source,
    canonicalUrl: null,
    addresses: recognisedAddresses(source, null),
    capturedAt: NEVER,
    sha256: await sha256(''),
    article: {
      ...fields,
      title: title || source,
      isExcerpt: true,
      pageKind: 'other',
      isArticle: false,
      provenance: {},
    },
    taskLists: [],
    tags: [],
    note,
  };
}

/**
 * Groups the marks of a file by article, in the form of an exported file, so that the same checks apply. Null where the
 * file is of another kind. Replies become notes of their mark, and notes on a page become the article's note. Invalid
 * entries are kept, so that the import can report them.
 */
export async function foreignArticles(value: unknown, now = new Date()): Promise<unknown[] | null> {
  const found = annotationsOf(value);
  if (!found) return null;
  const moment = now.toISOString();
  const bySource = new Map<string, { title: string; marks: ForeignMark[] }>();
  const byId = new Map<string, ForeignMark>();
  const bad: unknown[] = [];
  for (const item of found.items) {
    const mark = found.read(item);
    const parent = mark?.parent ? byId.get(mark.parent) : undefined;
    if (!mark) bad.push(item);
    else if (parent) {
      parent.body.push(...mark.body);
      byId.set(mark.id, parent);
    } else {
      byId.set(mark.id, mark);
      const key = recognisedAddresses(mark.source, null)[0] ?? mark.source;
      const group = bySource.get(key) ?? { title: '', marks: [] };
      bySource.set(key, group);
      group.title ||= mark.title;
      group.marks.push(mark);
    }
  }
  const articles = [...bySource.values()].map(async ({ title, marks }) => {
    const words = ({ body }: ForeignMark) => body.map(({ value }) => value).join('\n\n');
    const notes = marks.filter(({ selector }) => selector.length === 0).map(words);
    const { source } = marks[0]!;
    const saved = await unknownArticle(source, title, notes.filter(Boolean).join('\n\n'), moment);
    const rows = marks
      .filter(({ selector }) => selector.length > 0)
      .map(async (mark) => {
        const created = momentOf(mark.created, moment);
        const selector = mark.selector.filter((one) => z.safeParse(Selector, one).success);
        const hasQuote = selector.some((one) => (one as Selector).type === 'TextQuoteSelector');
        return {
          id: await uuidOf(mark.id),
          articleId: saved.id,
          created,
          modified: momentOf(mark.modified, created),
          revision: FIRST_REVISION,
          schema: 2,
          color: mark.color,
          body: mark.body,
          // A mark without a quote cannot be found in a text, so it gets no target.
          target: hasQuote ? { source: mark.source, selector, captured: null } : null,
        };
      });
    return { saved, texts: [], annotations: await Promise.all(rows) };
  });
  return [...(await Promise.all(articles)), ...bad];
}
