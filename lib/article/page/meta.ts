import { isEmptyValue } from '../metadata/labels.ts';
import { tidy } from './lines.ts';

/** Functions that return the values of the page's `<meta>` tags. */
export type Meta = {
  /** The first value that is not empty among the tags with these names, in upper or lower case. */
  any: (...names: string[]) => string | null;
  /**
   * The value of a tag in the exact spelling of the government web-site guidelines (政府网站发展指引, 国办发〔2017〕47号). Null on a
   * page without that set of tags, because there the same names can mean something else. `Author` in the set is the
   * writer; `author` elsewhere is the web editor or the portal.
   */
  standard: (name: string) => string | null;
};

/**
 * Names that only the set of tags of the government web-site guidelines (政府网站发展指引) uses. A page with one of these names
 * has that set.
 */
const SIGNS = ['ArticleTitle', 'SiteIDCode', 'ColumnName', 'ContentSource'];

/**
 * The greatest length of a value. Reading longer values, which only hostile pages have, could take time that grows with
 * the square of the length.
 */
const MOST = 1000;

export function readMeta(doc: Document): Meta {
  /**
   * For each name, the value of its last tag: if a page prints the set twice, the site's values come first and the
   * article's last.
   */
  const exact = new Map<string, string>();
  const folded = new Map<string, string>();
  for (const meta of doc.querySelectorAll('meta[content]')) {
    const name = tidy(meta.getAttribute('name') ?? meta.getAttribute('property') ?? '');
    const content = tidy((meta.getAttribute('content') ?? '').slice(0, MOST));
    // Skips a value that is a tag itself, which a template printed in the wrong place: `<meta name="keywords"
    // content="<meta name=">`.
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
