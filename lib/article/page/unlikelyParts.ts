import { words } from './elements.ts';

/** Parts of a page that are no article, known by class, id and role, or by being made of links. */

/** Blocks that, mostly made of links, are a menu, a list of other articles or a map of the site. */
const CHROME = words('DIV UL OL DL SECTION TABLE TBODY TR TD FOOTER HEADER FIELDSET CENTER ARTICLE FORM');

/** Places that a class or an id names as none of the article's: dropped where they hold no prose. */
const PLACE = words(
  'share bdshare bdsharebuttonbox jiathis social comment comments pinglun relate related recommend tuijian xgxw xgyd ' +
    'xiangguan crumb crumbs breadcrumb breadcrumbs qrcode erweima ewm toolbar fontsize tag tags keyword keywords prenext prevnext ' +
    'pagination login subscribe',
);
/** The same for what may hold sentences: advertisements and rights. */
const NOTICE = words(
  'ad ads adv advert podcast newsletter guanggao gg copyright cprt banquan mianze disclaimer statement shengming',
);

/** Names that pages give to the summary above an article. */
const LEAD = words('summary abstract brief digest subhead intro introduction lead zhaiyao daodu daoyu');

/** What the words of a class and an id, between signs that are no letters, call an element. */
export type Naming = { isPlace: boolean; isNotice: boolean; isLead: boolean };

/** Reads the names of a page's elements, each name once: the items of a list all have the same. */
export function namingOf(): (named: string) => Naming {
  const known = new Map<string, Naming>();
  return (named) => {
    let naming = known.get(named);
    if (!naming) {
      const own = named.toLowerCase().split(/[^a-z]+/);
      const isOf = (names: ReadonlySet<string>) => own.some((word) => names.has(word));
      naming = { isPlace: isOf(PLACE), isNotice: isOf(NOTICE), isLead: isOf(LEAD) };
      known.set(named, naming);
    }
    return naming;
  };
}

/** Of `role`: controls and places for other things. */
export const UNLIKELY_ROLE = /^(menu|navigation|complementary|alert|search|toolbar|tablist)|dialog$/;

/** Where no body stands, however many sentences there are. */
export const NO_BODY =
  /comment|pinglun|repl(y|ies)|side(bar|-)|footer|relate|recommend|tuijian|popup|modal|disclaimer|mianze|copyright|discuss|feed|hidden/i;

/** What is counted in an element, by which parts of the page are told from the article. */
export type Counts = {
  name: string;
  named: string;
  text: number;
  linked: number;
  links: number;
  stops: number;
};

/** 附件：…… or the name of a file: what it begins with is part of the article. */
const ATTACHED = /^附件|^附\s*[:：]|\.(docx?|pdf|xlsx?|pptx?|wps|et|ofd|zip|rar)\b/i;

/** Mostly links, and several of them: nothing of an article. A list of attachments (附件) is part of one. */
export function isChrome({ name, text, linked, links, stops }: Counts, firstLine: string): boolean {
  if (!CHROME.has(name) || links < 4 || ATTACHED.test(firstLine)) return false;
  // Other words beside the links are few, or days and sources: 标题 2023-02-02.
  return linked >= text * 0.75 ? text - linked < 80 : stops === 0 && linked >= text * 0.5;
}

/** A part that its name calls none of the article's, and that holds too little to be the article itself. */
export function isUnlikelyPart({ text, stops }: Counts, { isNotice, isPlace }: Naming): boolean {
  if (isNotice) return text <= 400;
  return isPlace && (stops === 0 || text > stops * 200) && text < 3000;
}
