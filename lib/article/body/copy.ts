import {
  BLOCK,
  DROPPED,
  FLATTENED,
  isBeside,
  isChrome,
  isHidden,
  NAMES,
  NO_BODY,
  nameOf,
  namingOf,
  UNLIKELY_ROLE,
} from '../page/beside.ts';
import { tidy } from '../page/lines.ts';
import { type Frame, isDataTable, isParagraph } from './frame.ts';
import { imageAddress } from './images.ts';
import { type CopiedElement, copiedElement } from './tree.ts';

/** A line of the copy: its words, and how many of their characters are linked. */
export type CopiedLine = { text: string; linked: number };

/** A block that has sentences of its own, `sentences` characters of them, from line to line. */
export type SentenceBlock = {
  element: CopiedElement;
  sentences: number;
  firstLine: number;
  lastLine: number;
};

/** A page without what no body needs. */
export type PageCopy = {
  root: CopiedElement;
  /** The blocks that could be the body, as they end: none that stands among comments and the like. */
  blocks: SentenceBlock[];
  /** The one that has all the sentences of the page, if there is one. */
  only: SentenceBlock | null;
  lines: CopiedLine[];
  /** `<figure>`s, each with the line that it begins at. */
  figures: { element: CopiedElement; firstLine: number }[];
  /** Texts that the page names a summary. */
  leads: Set<string>;
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

/** True for a block that alone has sentences, on a page that has enough of them. */
const isOnly = ({ element, sentences }: SentenceBlock, page: Frame): boolean =>
  element.sentences >= Math.max(150, page.sentences * 0.95) && sentences >= page.sentences * 0.7;

const BLANK = /^\s*$/;

/**
 * Copies what can be part of a body. Scripts, styles, controls, hidden and link-made parts are left out while
 * copying, so that what comes after, and takes time, sees little more than the article. `hidden` takes in what
 * the page hides, for a page whose body is shown by a script. The page itself is only read.
 */
export function copyPage(source: Document, url: string, { hidden = false } = {}): PageCopy {
  const lines: CopiedLine[] = [];
  const leads = new Set<string>();
  let parts: string[] = [];
  let linked = 0;
  let elements = 0;
  let seen = 0;
  let hides = false;
  const blocks: SentenceBlock[] = [];
  const naming = namingOf();
  const figures: PageCopy['figures'] = [];

  const frame = (node: Node, into: CopiedElement, isOwn: boolean, name: string, parent?: Frame): Frame => ({
    source: node,
    into,
    isOwn,
    name,
    named: '',
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
    inLink: name === 'A' || (parent?.inLink ?? false),
    isUnlikely: parent?.isUnlikely ?? false,
  });
  const root = copiedElement('BODY');
  const stack: Frame[] = [];
  let top = frame(source.body ?? source.documentElement ?? source, root, true, 'BODY');

  const flush = () => {
    if (parts.length === 0) return;
    const text = tidy(parts.length === 1 ? parts[0]! : parts.join(''));
    if (text) lines.push({ text, linked: Math.min(linked, text.length) });
    parts = [];
    linked = 0;
  };

  const close = () => {
    const done = top;
    const { name } = done;
    const block = BLOCK.has(name);
    if (block) flush();
    top = stack.pop()!;
    const names = done.named ? naming(done.named) : null;
    const isDropped = () =>
      isChrome(done, lines[done.firstLine]?.text ?? '') || (names !== null && isBeside(done, names));
    if (done.isOwn && block && isDropped()) {
      top.into.children.pop();
      lines.length = done.firstLine;
      while (blocks.length && blocks.at(-1)!.firstLine >= done.firstLine) blocks.pop();
      while (figures.length && figures.at(-1)!.firstLine >= done.firstLine) figures.pop();
      return;
    }
    if (names?.isLead && done.text <= 400) {
      leads.add(tidy(done.source.textContent ?? ''));
      for (const line of lines.slice(done.firstLine)) leads.add(line.text);
    }
    top.text += done.text;
    top.linked += done.linked;
    top.links += done.links;
    top.stops += done.stops;
    top.sentences += done.sentences;
    if (done.isOwn) done.into.sentences = done.sentences;
    top.hasBlock ||= block || done.hasBlock;
    if (done.ownSentences) {
      if (isParagraph(done)) top.ownSentences += done.ownSentences;
      else if (done.isOwn && !done.isUnlikely)
        blocks.push({
          element: done.into,
          sentences: done.ownSentences,
          firstLine: done.firstLine,
          lastLine: lines.length,
        });
    }
    if (name === 'FIGURE' && done.isOwn && !done.isUnlikely)
      figures.push({ element: done.into, firstLine: done.firstLine });
    if (name === 'TABLE') {
      done.into.isData = done.isOwn && isDataTable(done);
      top.longestCell = Number.POSITIVE_INFINITY;
    } else {
      const cell = name === 'TD' || name === 'TH';
      top.rows += done.rows + (name === 'TR' ? 1 : 0);
      top.cells += done.cells + (cell ? 1 : 0);
      top.longestCell = Math.max(top.longestCell, done.longestCell, cell ? done.text : 0);
    }
  };

  const text = (data: string) => {
    if (BLANK.test(data)) {
      // A blank between two words counts, one between two blocks does not.
      if (parts.length) {
        parts.push(' ');
        top.into.children.push(' ');
      }
      return;
    }
    top.into.children.push(data);
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
    const name = nameOf(element);
    if (DROPPED.has(name)) return null;
    if (name === 'BR' && /^H[1-3]$/.test(top.name)) {
      // A headline set in two lines is one headline.
      text(' ');
      return null;
    }
    if (name === 'BR' || name === 'HR') {
      flush();
      top.into.children.push(copiedElement(name));
      return null;
    }
    if (name === 'IMG') {
      const address = imageAddress(element, url);
      if (address) top.into.children.push({ ...copiedElement(name), address });
      return null;
    }
    let kind: string | null = null;
    let id: string | null = null;
    if (element.hasAttributes()) {
      kind = element.getAttribute('class');
      id = element.getAttribute('id');
      if (!hidden && isHidden(element, kind)) {
        hides = true;
        return null;
      }
      const role = element.getAttribute('role');
      if (role && UNLIKELY_ROLE.test(role)) return null;
    }
    const block = BLOCK.has(name);
    if (block) flush();
    const flat = FLATTENED.has(name) || (name === 'SPAN' && !kind && !id) || stack.length > MAX_DEPTH;
    if (flat) return frame(element, top.into, false, name, top);
    const copy = copiedElement(NAMES.get(name) ?? (/[-:]/.test(name) ? 'DIV' : name));
    copy.kind = kind;
    copy.id = id;
    top.into.children.push(copy);
    elements++;
    const opened = frame(element, copy, true, name, top);
    if (name === 'A') {
      opened.links = 1;
      const href = element.getAttribute('href');
      // Readability weighs a link within the page less; of other addresses it only needs that they are there.
      if (href?.startsWith('#')) copy.address = href;
    }
    if (kind || id) opened.named = `${kind ?? ''} ${id ?? ''}`;
    // Sina names its places for its counter: data-sudaclick="ad_content_top".
    if (block && element.hasAttribute('data-sudaclick'))
      opened.named += ` ${element.getAttribute('data-sudaclick')}`;
    if (opened.named && !opened.isUnlikely) opened.isUnlikely = NO_BODY.test(opened.named);
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
    const { nodeType } = node;
    if (nodeType === 3) text((node as Text).data);
    else if (nodeType === 1) {
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
  root.sentences = top.sentences;
  return {
    root,
    blocks,
    figures,
    only: blocks.find((block) => isOnly(block, top)) ?? null,
    lines,
    leads,
    elements,
    hides,
    whole: seen <= MAX_NODES,
  };
}
