import type { Body } from '../body/body.ts';
import { splitHeadings } from '../metadata/headingLines.ts';
import { labelledLines, readLabelled } from '../metadata/labelled.ts';
import { Line } from '../metadata/line.ts';
import { zonesOf } from '../metadata/zones.ts';
import { canonicalUrl } from '../page/canonical.ts';
import { readJsonLd } from '../page/jsonLd.ts';
import { filled, linesOf, tidy } from '../page/lines.ts';
import { readMeta } from '../page/meta.ts';
import { readScriptData } from '../page/scriptData.ts';
import type { Evidence } from './evidence.ts';
import { findHeadline, linesOfTitle } from './headlineLines.ts';
import { FIELD_RULES } from './index.ts';
import { lazyObjects } from './lazy.ts';
import type { ReadField } from './readField.ts';
import { type FieldRules, type Reading, readByRules, type Trial, tryAll } from './rule.ts';
import { readWeChat } from './weChat.ts';

/** How many lines are searched for a document's header, before the headline is known. */
const HEADER_LINES = 200;

/**
 * Tags that follow the `<title>` of a page. A `<title>` that is never closed contains them, so the title is cut before
 * the first of them.
 */
const UNCLOSED = /<\/?(?:head|body|meta|link|script|style|title|div|table|p|h[1-6])\b/i;
/** The greatest length of the text of a `<title>`, in UTF-16 units. */
const LONGEST_TITLE = 1000;

const titleOf = (doc: Document): string =>
  tidy(filled((doc.title ?? '').slice(0, LONGEST_TITLE).split(UNCLOSED)[0]!));

/** Whether a line is a sentence of an article, and not the link to another article. */
const isSentence = ({ text, element, hidden }: Line): boolean =>
  !hidden && text.length >= 40 && text.includes('。') && !element.closest('a');

/** A page, with functions that read its fields. Each field is read at most once. */
export type Readings = {
  page: Evidence;
  readingOf: <F extends ReadField>(field: F) => Reading<F> | null;
};

/** What is needed to read a page. `body` returns null until a later step has read the article's text. */
type Given = {
  doc: Document;
  url: string;
  now?: Date | undefined;
  body: () => Body | null;
  fieldValue: Evidence['fieldValue'];
};

const evidenceOf = lazyObjects<Evidence, Given>({
  doc: (_, { doc }) => doc,
  pageTitle: (_, { doc }) => titleOf(doc),
  url: (_, { url }) => url,
  canonical: (_, { doc, url }) => canonicalUrl(doc, url),
  now: (_, { now }) => now,
  meta: (_, { doc }) => readMeta(doc),
  linked: (_, { doc }) => readJsonLd(doc),
  weChat: (_, { doc }) => readWeChat(doc),
  script: (page, { doc }) => (page.lines.some(isSentence) ? null : readScriptData(doc)),
  lines: (_, { doc }) =>
    doc.body ? splitHeadings(linesOf(doc.body)).map((line, i) => new Line(line, i)) : [],
  labelledLines: (page) => labelledLines(page.lines),
  header: (page) =>
    readLabelled(page.labelledLines, {
      head: page.lines.slice(0, HEADER_LINES),
      before: [],
      opening: [],
      closing: [],
      tail: [],
    }),
  headline: (page) =>
    findHeadline(page.lines, {
      title: page.pageTitle,
      meta: page.meta,
      linked: page.linked,
      siteName: page.fieldValue('siteName'),
      header: page.header,
    }),
  headlineLines: (page) => linesOfTitle(page.lines, page.fieldValue('title'), page.headline),
  zones: (page) => {
    const { line, end } = page.headlineLines;
    return zonesOf(page.lines, line < 0 ? -1 : end - 1);
  },
  labelled: (page) => readLabelled(page.labelledLines, page.zones),
  body: (_, { body }) => body(),
  fieldValue: (_, { fieldValue }) => fieldValue,
});

/** Prepares a page for the rules. Each field is read when it is first asked for. */
export function gather(doc: Document, given: Omit<Given, 'doc' | 'fieldValue'>): Readings {
  const known = new Map<ReadField, Reading | null>();
  const readingOf = <F extends ReadField>(field: F): Reading<F> | null => {
    let reading = known.get(field);
    if (reading === undefined) {
      reading = readByRules(FIELD_RULES[field] as FieldRules, page);
      known.set(field, reading);
    }
    return reading as Reading<F> | null;
  };
  const page = evidenceOf({ ...given, doc, fieldValue: (field) => readingOf(field)?.value ?? null });
  return { page, readingOf };
}

/** Tries every rule of a field on a page, so that a developer can see what each of them finds. */
export const trialsOf = (field: ReadField, page: Evidence): Trial[] =>
  tryAll(FIELD_RULES[field] as FieldRules, page);
