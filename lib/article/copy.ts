import {
  BLOCK,
  type Counts,
  DROPPED,
  FLATTENED,
  HIDDEN_STYLE,
  isBeside,
  isChrome,
  LEAD,
  NAMES,
  NO_BODY,
  UNLIKELY_ROLE,
  UNSEEN_STYLE,
} from './beside.ts';
import { imageAddress } from './images.ts';
import { tidy } from './lines.ts';

/** A line of the copy: its words, and how many of their characters stand in links. */
export type CopiedLine = { text: string; linked: number };

/** A page without what no body needs, as a document of its own that may be changed. */
export type PageCopy = {
  doc: Document;
  /** The block that holds most sentences, how many characters of them, and whether they are all there is. */
  densest: { element: Element; sentences: number; isAll: boolean };
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

/** An element that is being copied, and what was counted in it so far. */
type Frame = Counts & {
  source: Node;
  /** Where children go: the element's copy, or the parent's where it is laid flat. */
  into: Element;
  own: Element | null;
  /** Characters of sentences, and those of them that no block within holds. */
  sentences: number;
  ownSentences: number;
  hasBlock: boolean;
  /** Number of lines when the element opened: a block that is dropped takes its lines with it. */
  firstLine: number;
  rows: number;
  cells: number;
  longestCell: number;
  inLink: boolean;
};

/** A paragraph: its sentences are those of the block around it. */
const isParagraph = ({ name, hasBlock }: Frame): boolean =>
  name === 'P' || (!hasBlock && !/^(LI|TD|TH|DT|DD|CAPTION|FIGCAPTION)$/.test(name));

/** True for a block that alone has sentences, on a page that has enough of them, and that is none of comments. */
function isWhole({ own, ownSentences, sentences }: Frame, page: Frame): boolean {
  if (!own || sentences < 150 || sentences < page.sentences * 0.95 || ownSentences < page.sentences * 0.7)
    return false;
  for (let element: Element | null = own; element; element = element.parentElement)
    if (NO_BODY.test(`${element.className} ${element.id}`)) return false;
  return true;
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
  let best: Frame | null = null;
  const frame = (node: Node, into: Element, own: Element | null, name: string, inLink: boolean): Frame => ({
    source: node,
    into,
    own,
    name,
    text: 0,
    linked: 0,
    links: 0,
    stops: 0,
    sentences: 0,
    ownSentences: 0,
    hasBlock: false,
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
    top.sentences += done.sentences;
    top.hasBlock ||= block || done.hasBlock;
    if (isParagraph(done)) top.ownSentences += done.ownSentences;
    else if (done.own && done.ownSentences > (best?.ownSentences ?? 0)) best = done;
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
    const stops = length >= 8 ? (data.match(/[。！？]/g)?.length ?? 0) : 0;
    if (stops) {
      top.stops += stops;
      top.sentences += length;
      if (!top.inLink) top.ownSentences += length;
    }
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
  const densest = best ?? top;
  return {
    densest: { element: densest.own ?? root, sentences: densest.ownSentences, isAll: isWhole(densest, top) },
    doc,
    lines,
    leads,
    elements,
    hides,
    whole: seen <= MAX_NODES,
  };
}
