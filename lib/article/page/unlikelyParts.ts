import { words } from './elements.ts';

/** Parts of a page outside the article, recognised by class, id and role, or because they consist of links. */

/** Blocks that count as a menu, a list of other articles or a site map where they consist mostly of links. */
const CHROME = words('DIV UL OL DL SECTION TABLE TBODY TR TD FOOTER HEADER FIELDSET CENTER ARTICLE FORM');

/** Names in class or id of parts outside the article, which are dropped where they contain no prose. */
const PLACE = words(
  'share bdshare bdsharebuttonbox jiathis social comment comments pinglun relate related recommend tuijian xgxw xgyd ' +
    'xiangguan crumb crumbs breadcrumb breadcrumbs qrcode erweima ewm jiucuo toolbar fontsize tag tags keyword keywords prenext prevnext ' +
    'pagination login subscribe',
);
/** Names of parts that may contain sentences and are still outside the article: advertisements and copyright. */
const NOTICE = words(
  'ad ads adv advert podcast newsletter guanggao gg copyright cprt banquan mianze disclaimer statement shengming',
);

/** Names that pages give to the summary above an article. */
const LEAD = words('summary abstract brief digest subhead intro introduction lead zhaiyao daodu daoyu');

/** Names of parts beside the article. */
const SIDE = words('side sidebar aside');

/** The kinds of part that the names in an element's class and id indicate. */
export type Naming = { isPlace: boolean; isNotice: boolean; isLead: boolean; isSide: boolean };

/** Evaluates class and id of elements, each combination once, because the items of a list share theirs. */
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

/** Values of `role` for controls and other parts outside the article. */
export const UNLIKELY_ROLE = /^(menu|navigation|complementary|alert|search|toolbar|tablist)|dialog$/;

/** Names of parts that contain no body, however many sentences they have. */
export const NO_BODY =
  /comment|pinglun|repl(y|ies)|side(bar|-)|footer|relate|recommend|tuijian|popup|modal|disclaimer|mianze|copyright|discuss|feed|hidden/i;

/** The counts of an element that distinguish other parts of the page from the article. */
export type Counts = {
  name: string;
  named: string;
  text: number;
  linked: number;
  links: number;
  stops: number;
};

/** An attachment, which is part of the article: 附件：…… or the name of a file. */
const ATTACHED = /^附件|^附\s*[:：]|\.(docx?|pdf|xlsx?|pptx?|wps|et|ofd|zip|rar)\b/i;

/**
 * Whether an element consists mostly of links, and of several, so that it is outside the article. A list of attachments
 * (附件) is part of the article.
 */
export function isChrome({ name, text, linked, links, stops }: Counts, firstLine: string): boolean {
  if (!CHROME.has(name) || links < 4 || ATTACHED.test(firstLine)) return false;
  // Other words beside the links are few, or days and sources: 标题 2023-02-02.
  return linked >= text * 0.75 ? text - linked < 80 : stops === 0 && linked >= text * 0.5;
}

/** Whether a part is named like parts outside the article, and contains too little to be the article. */
export function isUnlikelyPart({ text, stops }: Counts, { isNotice, isPlace }: Naming): boolean {
  if (isNotice) return text <= 400;
  return isPlace && (stops === 0 || text > stops * 200) && text < 3000;
}
