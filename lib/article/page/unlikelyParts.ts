import { words } from './elements.ts';
import { ATTACHMENT } from './files.ts';

/** Recognises parts of a page that are outside the article: by class, id and role, or because they consist of links. */

/** Elements that can be a menu, a list of other articles or a site map, if they consist mostly of links. */
const CHROME = words('DIV UL OL DL SECTION TABLE TBODY TR TD FOOTER HEADER FIELDSET CENTER ARTICLE FORM');

/** Names in class or id of parts outside the article. Such a part is dropped if it contains few sentences or none. */
const PLACE = words(
  'share bdshare bdsharebuttonbox jiathis social comment comments pinglun relate related recommend tuijian xgxw xgyd ' +
    'xiangguan crumb crumbs breadcrumb breadcrumbs qrcode erweima ewm jiucuo toolbar fontsize tag tags keyword keywords prenext prevnext ' +
    'pagination login subscribe',
);
/** Names of parts that are outside the article even if they contain sentences: advertisements and copyright notices. */
const NOTICE = words(
  'ad ads adv advert podcast newsletter guanggao gg copyright cprt banquan mianze disclaimer statement shengming',
);

/** Names in class or id of a summary above an article. */
const LEAD = words('summary abstract brief digest subhead intro introduction lead zhaiyao daodu daoyu');

/** Names in class or id of parts beside the article. */
const SIDE = words('side sidebar aside');

/** What the class and id of an element say about the element, by the lists of names above. */
export type Naming = { isPlace: boolean; isNotice: boolean; isLead: boolean; isSide: boolean };

/**
 * Makes a function that evaluates class and id of elements. It evaluates each combination once, because all items of a
 * list have the same class.
 */
export function namingOf(): (named: string) => Naming {
  const known = new Map<string, Naming>();
  return (named) => {
    let naming = known.get(named);
    if (!naming) {
      const own = named.toLowerCase().split(/[^a-z]+/);
      const isOf = (names: ReadonlySet<string>) => own.some((word) => names.has(word));
      naming = { isPlace: isOf(PLACE), isNotice: isOf(NOTICE), isLead: isOf(LEAD), isSide: isOf(SIDE) };
      known.set(named, naming);
    }
    return naming;
  };
}

/** Values of the attribute `role` for controls and other parts outside the article. */
export const UNLIKELY_ROLE = /^(menu|navigation|complementary|alert|search|toolbar|tablist)|dialog$/;

/** Names in class or id of parts that never contain the article's text, however many sentences they have. */
export const NO_BODY =
  /comment|pinglun|repl(y|ies)|side(bar|-)|footer|relate|recommend|tuijian|popup|modal|disclaimer|mianze|copyright|discuss|feed|hidden/i;

/**
 * Counts by which other parts of the page are distinguished from the article. `text` and `linked`: how many characters
 * an element has, and how many of these are in links. `stops`: how many full stops and other ends of sentences.
 * `named`: the class and id.
 */
export type Counts = {
  name: string;
  named: string;
  text: number;
  linked: number;
  links: number;
  stops: number;
};

/**
 * Whether an element consists mostly of links, of which it has at least four. Such an element is outside the article,
 * unless it is a list of attachments (附件).
 */
export function isChrome({ name, text, linked, links, stops }: Counts, firstLine: string): boolean {
  if (!CHROME.has(name) || links < 4 || ATTACHMENT.test(firstLine)) return false;
  // Beside the links, there may be a few words, or days and sources: 标题 2023-02-02 (title, day).
  return linked >= text * 0.75 ? text - linked < 80 : stops === 0 && linked >= text * 0.5;
}

/**
 * Whether the class or id of a part says that it is outside the article. False for a part that is long enough to be the
 * article itself.
 */
export function isUnlikelyPart({ text, stops }: Counts, { isNotice, isPlace }: Naming): boolean {
  if (isNotice) return text <= 400;
  return isPlace && (stops === 0 || text > stops * 200) && text < 3000;
}
