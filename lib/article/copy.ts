import { imageAddress } from './images.ts';
import { tidy } from './lines.ts';

/** A line of the copy: its words, and how many of their characters stand in links. */
export type CopiedLine = { text: string; linked: number };

/** A page without what no body needs, as a document of its own that may be changed. */
export type PageCopy = {
  doc: Document;
  /** The lines of the copy in order, before anything changes it. */
  lines: CopiedLine[];
  /** Texts that the page names a summary. */
  leads: Set<string>;
  /** Elements in the copy. */
  elements: number;
  /** True where something hidden was left out. */
  hides: boolean;
  /** False where the page is larger than `MAX_NODES` and its end was left out. */
  whole: boolean;
};

/** Nodes of a page that are looked at; real pages have some thousands, the largest seen 30,000. */
const MAX_NODES = 600_000;
/** Elements deeper than this are laid flat: Readability recurses, and no article nests so deep. */
const MAX_DEPTH = 200;

const words = (text: string) => new Set(text.split(' '));

const DROPPED = words(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME FRAMESET OBJECT EMBED APPLET CANVAS VIDEO AUDIO MAP ' +
    'SELECT OPTION DATALIST BUTTON INPUT TEXTAREA LINK META TITLE BASE HEAD NAV ASIDE DIALOG MENU PIZHU-HOST',
);
/** Carry nothing but looks. Their words stay, as words of the element around them. */
const FLATTENED = words(
  'FONT B STRONG EM I U S INS BIG SMALL MARK ABBR ACRONYM CITE BDO BDI NOBR TT Q DFN TIME DATA WBR O:P ST1',
);
/** Elements that begin and end a line. */
const BLOCK = words(
  'ADDRESS ARTICLE BLOCKQUOTE CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL',
);
/** Blocks that, mostly made of links, are a menu, a list of other articles or a map of the site. */
const CHROME = words('DIV UL OL DL SECTION TABLE TBODY TR TD FOOTER HEADER FIELDSET CENTER ARTICLE FORM');
const NAMES = new Map<string, string>([
  ['FORM', 'div'], // ASP.NET puts the whole page in one: <form id="form1">
  ['MAIN', 'div'],
  ['CENTER', 'div'],
  ['FIELDSET', 'div'],
  ['FOOTER', 'div'], // Readability drops a <footer>, where some pages keep their last paragraphs
]);
/** Of `role`: controls and places for other things. */
const UNLIKELY_ROLE =
  /^(menu|menubar|navigation|complementary|alert|alertdialog|dialog|search|toolbar|tablist)$/;
const HIDDEN_STYLE = /display\s*:\s*none/i;
/** WeChat hides the body until its script has run: <div id="js_content" style="visibility: hidden">. */
const UNSEEN_STYLE = /visibility\s*:\s*hidden/i;

/** Places that a class or an id names as none of the article's: dropped where they hold no prose. */
const PLACE =
  /(^|[^a-z])(share|bdshare|bdsharebuttonbox|jiathis|social|comments?|pinglun|related?|recommend|tuijian|xgxw|xgyd|xiangguan|crumbs?|breadcrumbs?|qrcode|erweima|ewm|toolbar|fontsize|tags?|prenext|prevnext|pagination|login|subscribe)([^a-z]|$)/i;
/** The same for what may hold sentences: advertisements and rights. */
const NOTICE =
  /(^|[^a-z])(ads?|adv|advert|guanggao|gg|copyright|banquan|mianze|disclaimer|statement|shengming)([^a-z]|$)/i;

/** Names that pages give to the summary above an article. */
const LEAD =
  /(^|[^a-z])(summary|abstract|brief|digest|subhead|intro|introduction|lead|zhaiyao|daodu|daoyu)([^a-z]|$)/i;

type Frame = {
  source: Node;
  /** Where children go: the element's copy, or the parent's where it is laid flat. */
  into: Element;
  own: Element | null;
  name: string;
  text: number;
  linked: number;
  links: number;
  /** Ends of sentences. */
  stops: number;
  /** Number of lines when the element opened: a block that is dropped takes its lines with it. */
  firstLine: number;
  rows: number;
  cells: number;
  longestCell: number;
  inLink: boolean;
  /** Class, id and Sina's name of the place (data-sudaclick="ad_content_top"). */
  named: string;
};

/** Mostly links, and several of them: nothing of an article. A list of attachments (附件) is part of one. */
function isChrome({ name, text, linked, links }: Frame, firstLine: string): boolean {
  if (!CHROME.has(name) || links < 4 || linked < text * 0.75) return false;
  return text - linked < 80 && !/^附件|^附\s*[:：]/.test(firstLine);
}

/** A place beside the article, by its name, that holds too little to be the article itself. */
function isBeside({ named, text, stops }: Frame): boolean {
  if (!named) return false;
  if (NOTICE.test(named)) return text <= 400;
  return PLACE.test(named) && (stops === 0 || text > stops * 200) && text < 3000;
}

/** Two rows or more of two cells or more, none of which holds an article. */
const isDataTable = ({ rows, cells, longestCell, text, linked }: Frame): boolean =>
  rows >= 2 && cells >= rows * 2 && longestCell <= 200 && text > 0 && linked < text * 0.5;

/**
 * Copies what can be part of a body. Scripts, styles, controls, hidden and link-made parts are left out while
 * copying, so that Readability, whose time grows with the document, sees little more than the article. `hidden`
 * takes in what the page hides, for a page whose body is shown by a script. The page itself is only read.
 */
export function copyPage(source: Document, url: string, { hidden = false } = {}): PageCopy {
  const doc = source.implementation.createHTMLDocument('-');
  // With these Readability neither looks for a byline, which it would cut out of the body, nor takes a heading
  // that shares its figures with the headline for the headline: both are our own readers' work.
  for (const [key, value] of [
    ['name', 'author'],
    ['property', 'og:title'],
    ['name', 'description'],
  ] as const) {
    const meta = doc.createElement('meta');
    meta.setAttribute(key, value);
    meta.setAttribute('content', '-');
    doc.head.append(meta);
  }
  // Built apart from the document: a connected element costs more to append to.
  const root = doc.body;
  root.remove();
  const lines: CopiedLine[] = [];
  let parts: string[] = [];
  let linked = 0;
  const flush = () => {
    if (parts.length === 0) return;
    const text = tidy(parts.join(''));
    if (text) lines.push({ text, linked: Math.min(linked, text.length) });
    parts = [];
    linked = 0;
  };
  const leads = new Set<string>();
  let elements = 0;
  let seen = 0;
  let hides = false;
  const frame = (node: Node, into: Element, own: Element | null, name: string, inLink: boolean): Frame => ({
    source: node,
    into,
    own,
    name,
    text: 0,
    linked: 0,
    links: 0,
    stops: 0,
    firstLine: lines.length,
    rows: 0,
    cells: 0,
    longestCell: 0,
    inLink,
    named: '',
  });
  const stack: Frame[] = [];
  let top = frame(source.body ?? source.documentElement, root, null, 'BODY', false);

  const close = () => {
    const done = top;
    const block = BLOCK.has(done.name);
    if (block) flush();
    top = stack.pop()!;
    if (done.own && block && (isChrome(done, lines[done.firstLine]?.text ?? '') || isBeside(done))) {
      done.own.remove();
      lines.length = done.firstLine;
      return;
    }
    if (done.named && done.text <= 400 && LEAD.test(done.named)) {
      leads.add(tidy(done.source.textContent ?? ''));
      for (const line of lines.slice(done.firstLine)) leads.add(line.text);
    }
    top.text += done.text;
    top.linked += done.linked;
    top.links += done.links;
    top.stops += done.stops;
    if (done.name === 'TABLE') {
      // Kept by Readability as a table of data, whatever its shape.
      if (done.own && isDataTable(done)) done.own.setAttribute('summary', '-');
      top.longestCell = Number.POSITIVE_INFINITY;
    } else {
      top.rows += done.rows + (done.name === 'TR' ? 1 : 0);
      top.cells += done.cells + (done.name === 'TD' || done.name === 'TH' ? 1 : 0);
      const own = done.name === 'TD' || done.name === 'TH' ? done.text : 0;
      top.longestCell = Math.max(top.longestCell, done.longestCell, own);
    }
  };

  const text = (data: string) => {
    if (!/\S/.test(data)) {
      // A blank between two words counts, one between two blocks does not.
      if (parts.length) {
        parts.push(' ');
        top.into.append(doc.createTextNode(' '));
      }
      return;
    }
    top.into.append(doc.createTextNode(data));
    parts.push(data);
    const length = data.trim().length;
    top.text += length;
    if (length >= 8) top.stops += data.match(/[。！？]/g)?.length ?? 0;
    if (top.inLink) {
      top.linked += length;
      linked += length;
    }
  };

  const open = (element: Element): Frame | null => {
    const name = element.tagName.toUpperCase();
    if (DROPPED.has(name)) return null;
    if (name === 'BR' && /^H[1-3]$/.test(top.name)) {
      // A headline set in two lines is one headline.
      text(' ');
      return null;
    }
    if (name === 'BR' || name === 'HR') {
      flush();
      top.into.append(doc.createElement(name));
      return null;
    }
    if (name === 'IMG') {
      const src = imageAddress(element, url);
      if (src) {
        const image = doc.createElement('img');
        image.setAttribute('src', src);
        top.into.append(image);
        elements++;
      }
      return null;
    }
    let kind: string | null = null;
    let id: string | null = null;
    if (element.hasAttributes()) {
      kind = element.getAttribute('class');
      id = element.getAttribute('id');
      if (!hidden) {
        const style = element.getAttribute('style');
        if (
          element.hasAttribute('hidden') ||
          element.getAttribute('aria-hidden') === 'true' ||
          (style && HIDDEN_STYLE.test(style)) ||
          (style && UNSEEN_STYLE.test(style) && (element.textContent ?? '').length < 200)
        ) {
          hides = true;
          return null;
        }
      }
      const role = element.getAttribute('role');
      if (role && UNLIKELY_ROLE.test(role)) return null;
    }
    const isLink = name === 'A';
    const inLink = top.inLink || isLink;
    const block = BLOCK.has(name);
    if (block) flush();
    const flat = FLATTENED.has(name) || (name === 'SPAN' && !kind && !id) || stack.length > MAX_DEPTH;
    if (flat) return frame(element, top.into, null, name, inLink);
    const known = NAMES.get(name) ?? (name.includes('-') || name.includes(':') ? 'div' : name.toLowerCase());
    const copy = doc.createElement(known);
    if (kind) copy.className = kind;
    if (id) copy.id = id;
    if (isLink) {
      const href = element.getAttribute('href');
      // Readability weighs a link within the page less; of other addresses it only needs that they are there.
      if (href?.startsWith('#')) copy.setAttribute('href', href);
    } else if (name === 'TD' || name === 'TH' || name === 'TR') {
      for (const span of ['rowspan', 'colspan']) {
        const value = element.getAttribute(span);
        if (value) copy.setAttribute(span, value);
      }
    }
    top.into.append(copy);
    elements++;
    const opened = frame(element, copy, copy, name, inLink);
    if (isLink) opened.links = 1;
    if (kind || id) opened.named = `${kind ?? ''} ${id ?? ''}`;
    if (block && element.hasAttribute('data-sudaclick'))
      opened.named += ` ${element.getAttribute('data-sudaclick')}`;
    return opened;
  };

  let node: Node | null = top.source.firstChild;
  for (;;) {
    if (!node || seen > MAX_NODES) {
      if (stack.length === 0) break;
      node = top.source.nextSibling;
      close();
      continue;
    }
    seen++;
    if (node.nodeType === 3) text((node as Text).data);
    else if (node.nodeType === 1) {
      const opened = open(node as Element);
      if (opened) {
        stack.push(top);
        top = opened;
        node = node.firstChild;
        continue;
      }
    }
    node = node.nextSibling;
  }
  flush();
  doc.documentElement.append(root);
  return { doc, lines, leads, elements, hides, whole: seen <= MAX_NODES };
}
