import { isEmptyValue } from '../metadata/labels.ts';
import { tidy } from './lines.ts';

/** The contents of the page's `<meta>` tags. */
export type Meta = {
  /** The first value that is not empty among these names, in upper or lower case. */
  any: (...names: string[]) => string | null;
  /**
   * The value of a name in the spelling of 政府网站发展指引 (国办发〔2017〕47号), only on a page with that set of tags. Its `Author`
   * is the writer, while `author` is the web editor or the portal.
   */
  standard: (name: string) => string | null;
};

/** Names that only this set uses. They prove that a page has the set. */
const SIGNS = ['ArticleTitle', 'SiteIDCode', 'ColumnName', 'ContentSource'];

/** The greatest length of a value: readers of longer hostile values would take quadratic time. */
const MOST = 1000;

export function readMeta(doc: Document): Meta {
  /** Keeps the last tag of a name. Where a page prints the set twice, the article's own values follow the site's. */
  const exact = new Map<string, string>();
  const folded = new Map<string, string>();
  for (const meta of doc.querySelectorAll('meta[content]')) {
    const name = tidy(meta.getAttribute('name') ?? meta.getAttribute('property') ?? '');
    const content = tidy((meta.getAttribute('content') ?? '').slice(0, MOST));
    // Skips `<meta name="keywords" content="<meta name=">`, where a template printed a tag into a tag.
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
