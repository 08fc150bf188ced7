import { isEmptyValue } from '../metadata/labels.ts';
import { tidy } from './lines.ts';

/** The contents of the page's `<meta>` tags. */
export type Meta = {
  /** By name, in any case; the first that is not empty. */
  any: (...names: string[]) => string | null;
  /**
   * By name in the spelling of 政府网站发展指引 (国办发〔2017〕47号), and only on a page that carries that set: its
   * `Author` is the writer, while an `author` beside it is the web editor or the portal.
   */
  standard: (name: string) => string | null;
};

/** Names that only this set uses, so that they show that a page has it. */
const SIGNS = ['ArticleTitle', 'SiteIDCode', 'ColumnName', 'ContentSource'];

/** The greatest length of a value: readers of longer hostile values would take quadratic time. */
const MOST = 1000;

export function readMeta(doc: Document): Meta {
  /** The last tag of a name counts: where a set is printed twice, the article's own values follow the site's. */
  const exact = new Map<string, string>();
  const folded = new Map<string, string>();
  for (const meta of doc.querySelectorAll('meta[content]')) {
    const name = tidy(meta.getAttribute('name') ?? meta.getAttribute('property') ?? '');
    const content = tidy((meta.getAttribute('content') ?? '').slice(0, MOST));
    // `<meta name="keywords" content="<meta name=">`: a template that printed a tag into a tag.
    if (!name || isEmptyValue(content) || /^<\/?\w/.test(content)) continue;
    exact.set(name, content);
    if (!folded.has(name.toLowerCase())) folded.set(name.toLowerCase(), content);
  }
  const official = SIGNS.some((name) => exact.has(name));
  return {
    any: (...names) =>
      names.map((name) => folded.get(name.toLowerCase())).find((value) => value !== undefined) ?? null,
    standard: (name) => (official ? (exact.get(name) ?? null) : null),
  };
}
