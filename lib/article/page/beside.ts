/** What a page has beside an article, told by tag, role, style, class or id, or by being made of links. */

const words = (text: string) => new Set(text.split(' '));

/** Elements whose words nobody sees as words. */
export const UNSEEN = words(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME FRAMESET OBJECT EMBED APPLET CANVAS VIDEO AUDIO MAP ' +
    'SELECT OPTION DATALIST BUTTON INPUT TEXTAREA LINK META TITLE BASE HEAD PIZHU-HOST',
);
/** Elements that hold no article. */
export const DROPPED = new Set([...UNSEEN, 'NAV', 'ASIDE', 'DIALOG', 'MENU']);
/** Carry nothing but looks. Their words stay, as words of the element around them. */
export const FLATTENED = words(
  'FONT B STRONG EM I U S INS BIG SMALL MARK ABBR ACRONYM CITE BDO BDI NOBR TT Q DFN TIME DATA WBR O:P ST1',
);
/** Elements that begin and end a line. */
export const BLOCK = words(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL',
);
/** Blocks that, mostly made of links, are a menu, a list of other articles or a map of the site. */
const CHROME = words('DIV UL OL DL SECTION TABLE TBODY TR TD FOOTER HEADER FIELDSET CENTER ARTICLE FORM');
export const NAMES = new Map<string, string>([
  ['FORM', 'DIV'], // ASP.NET puts the whole page in one: <form id="form1">
  ['MAIN', 'DIV'],
  ['CENTER', 'DIV'],
  ['FIELDSET', 'DIV'],
  ['FOOTER', 'DIV'], // Readability drops a <footer>, where some pages keep their last paragraphs
]);
/** Of `role`: controls and places for other things. */
export const UNLIKELY_ROLE = /^(menu|navigation|complementary|alert|search|toolbar|tablist)|dialog$/;
const HIDDEN_STYLE = /display\s*:\s*none/i;
/** WeChat hides the body until its script has run: <div id="js_content" style="visibility: hidden">. */
const UNSEEN_STYLE = /visibility\s*:\s*hidden/i;

/** Read aloud only: names that Bootstrap, WordPress and the BBC give to it. */
const UNSEEN_CLASS = /(^|\s)(visually-?hidden|sr-only|screen-reader-(text|only))(\s|$)/;

/** The name of an element in capitals: those of other languages than HTML keep their small letters (<svg>). */
export const nameOf = ({ tagName }: Element): string =>
  tagName.charCodeAt(0) >= 97 ? tagName.toUpperCase() : tagName;

/** Hidden by the page's own mark-up. A style sheet is not asked: that would cost a layout. */
export function isHidden(element: Element, kind: string | null): boolean {
  if (kind && UNSEEN_CLASS.test(kind)) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  if (style === null) return false;
  return HIDDEN_STYLE.test(style) || (UNSEEN_STYLE.test(style) && (element.textContent ?? '').length < 200);
}

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

/** Where no body stands, however many sentences there are. */
export const NO_BODY =
  /comment|pinglun|repl(y|ies)|side(bar|-)|footer|relate|recommend|tuijian|popup|modal|disclaimer|mianze|copyright|discuss|feed|hidden/i;

/** The counts that tell a place beside the article from the article. */
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

/** A place beside the article, by its name, that holds too little to be the article itself. */
export function isBeside({ text, stops }: Counts, { isNotice, isPlace }: Naming): boolean {
  if (isNotice) return text <= 400;
  return isPlace && (stops === 0 || text > stops * 200) && text < 3000;
}
