import { isCutShort, isProse } from '../../chinese/phrases.ts';
import { BLOCK, DROPPED, FLATTENED, isHidden, NAMES, nameOf } from '../page/elements.ts';
import { fileKind } from '../page/files.ts';
import { tidy } from '../page/lines.ts';
import {
  isChrome,
  isUnlikelyPart,
  type Naming,
  NO_BODY,
  namingOf,
  UNLIKELY_ROLE,
} from '../page/unlikelyParts.ts';
import { addCounts, type Frame, frameOf, isDataTable, isParagraph } from './frame.ts';
import { imageAddress } from './images.ts';
import { type CopiedElement, copiedElement } from './tree.ts';

/** A line of the copy, with the number of its characters that are in links. */
export type CopiedLine = { text: string; linked: number };

/** A block with sentences of its own (`sentences` characters of them), as a range of lines. */
export type SentenceBlock = {
  element: CopiedElement;
  sentences: number;
  firstLine: number;
  lastLine: number;
};

/** A copy of the page, without parts that no body needs. */
export type PageCopy = {
  root: CopiedElement;
  /** The blocks that could be the body, in the order of their ends; none is part of comments or the like. */
  blocks: SentenceBlock[];
  /** The block with all sentences of the page, if there is one. */
  only: SentenceBlock | null;
  lines: CopiedLine[];
  /** The `<figure>` elements, each with its first line. */
  figures: { element: CopiedElement; firstLine: number }[];
  /** Texts that the page marks as a summary. */
  leads: Set<string>;
  elements: number;
  /** Whether hidden parts were omitted. */
  hides: boolean;
  /** Whether the page was copied whole. The end of a page larger than `MAX_NODES` is omitted. */
  whole: boolean;
};

/** The most nodes of a page that are copied; real pages have some thousands, the largest seen 30,000. */
const MAX_NODES = 600_000;
/** The depth from which on elements are flattened: Readability recurses, and no article nests so deep. */
const MAX_DEPTH = 200;

/** Whether a block alone has sentences, on a page with enough of them. */
const isOnly = ({ element, sentences }: SentenceBlock, page: Frame): boolean =>
  element.sentences >= Math.max(150, page.sentences * 0.95) && sentences >= page.sentences * 0.7;

/** The greatest length of a summary, in UTF-16 units. */
const LONGEST_LEAD = 400;
/** A heading in a line of its own above a summary. */
const LEAD_HEADING = /^[【[]?\s?(?:(?:核心|阅读|要点|新闻)提示|(?:内容)?[摘提]要|导读|導讀)\s?[】\]]?$/;
/** The heading of an advertisement, or of earlier articles. */
const OTHERS = /^(?:往期.{0,8}|[广廣]告|推[广廣]|[赞贊]助)$/;
/** The most characters of a part with such a heading, or beside the article. */
const LONGEST_ASIDE = 600;
/** The count below an article whose pages are all on this one. */
const PAGE_COUNT = /第\s*\d+\s*[页頁][\s/／,，]*共\s*\d+\s*[页頁]/;
/** The length of a text below which its sentences are words of a menu: 登录！ */
const SHORTEST_SENTENCE = 8;

/** Walks over a page and copies it; `top` is the innermost open element. */
class PageCopier {
  readonly lines: CopiedLine[] = [];
  readonly leads = new Set<string>();
  readonly blocks: SentenceBlock[] = [];
  readonly figures: PageCopy['figures'] = [];
  elements = 0;
  hides = false;
  /** The words of the present line, and how many of their characters are in links. */
  private words: string[] = [];
  private linked = 0;
  private readonly open: Frame[] = [];
  private readonly naming = namingOf();
  /** The line of the first sentence; −1 where there is none yet. */
  private firstProse = -1;
  private paged: { holder: Element; counts: boolean } | null = null;

  constructor(
    private top: Frame,
    private readonly url: string,
    private readonly takesHidden: boolean,
  ) {}

  /** Copies everything below the root; false where the page was too large and its end was left out. */
  run(): boolean {
    let seen = 0;
    let node: Node | null = this.top.source.firstChild;
    for (;;) {
      if (!node || seen > MAX_NODES) {
        if (this.open.length === 0) break;
        node = this.top.source.nextSibling;
        this.close();
        continue;
      }
      seen++;
      if (node.nodeType === 3) this.text((node as Text).data);
      else if (node.nodeType === 1 && this.enter(node as Element)) {
        node = node.firstChild;
        continue;
      }
      node = node.nextSibling;
    }
    this.endLine();
    return seen <= MAX_NODES;
  }

  private endLine(): void {
    if (this.words.length === 0) return;
    const text = tidy(this.words.length === 1 ? this.words[0]! : this.words.join(''));
    if (text) {
      if (this.firstProse < 0 && !this.linked && isProse(text)) this.firstProse = this.lines.length;
      this.lines.push({ text, linked: Math.min(this.linked, text.length) });
    }
    this.words = [];
    this.linked = 0;
  }

  private text(data: string): void {
    const { top } = this;
    const { length } = data.trim();
    if (length === 0) {
      // Keeps a blank between two words, but not between two blocks.
      if (this.words.length) {
        this.words.push(' ');
        top.into.children.push(' ');
      }
      return;
    }
    top.into.children.push(data);
    this.words.push(data);
    top.text += length;
    const stops = length >= SHORTEST_SENTENCE ? (data.match(/[。！？]/g)?.length ?? 0) : 0;
    if (stops) {
      top.stops += stops;
      top.sentences += length;
      if (!top.inLink) top.ownSentences += length;
    }
    if (top.inLink) {
      top.linked += length;
      this.linked += length;
    }
  }

  /** Opens an element; false where it is copied whole or left out. */
  private enter(element: Element): boolean {
    const name = nameOf(element);
    if (DROPPED.has(name) || this.leaf(element, name)) return false;
    const isBare = !element.hasAttributes();
    const kind = isBare ? null : element.getAttribute('class');
    const id = isBare ? null : element.getAttribute('id');
    if (!isBare && this.isLeftOut(element, kind)) return false;
    if (BLOCK.has(name)) this.endLine();
    // A link to a file belongs to the article, unlike a link to another page.
    const isFile = name === 'A' && fileKind(element) !== null;
    const flat =
      isFile || FLATTENED.has(name) || (name === 'SPAN' && !kind && !id) || this.open.length > MAX_DEPTH;
    const frame = flat
      ? frameOf(element, this.top.into, false, isFile ? 'SPAN' : name, this.lines.length, this.top)
      : this.copied(element, name, kind, id);
    this.open.push(this.top);
    this.top = frame;
    return true;
  }

  /** Copies a line break or a picture, which have no content. */
  private leaf(element: Element, name: string): boolean {
    // A headline set in two lines is one headline.
    if (name === 'BR' && /^H[1-3]$/.test(this.top.name)) this.text(' ');
    else if (name === 'BR' || name === 'HR') {
      this.endLine();
      this.top.into.children.push(copiedElement(name));
    } else if (name === 'IMG') {
      const address = imageAddress(element, this.url);
      if (address) this.top.into.children.push({ ...copiedElement(name), address });
    } else return false;
    return true;
  }

  private isLeftOut(element: Element, kind: string | null): boolean {
    if (!this.takesHidden && isHidden(element, kind) && !this.isNextPage(element, kind)) {
      this.hides = true;
      return true;
    }
    const role = element.getAttribute('role');
    return role !== null && UNLIKELY_ROLE.test(role);
  }

  /**
   * Whether a hidden element is a further page of the article, which a script of this page shows: like the one before
   * it by its class, with 第1页/共3页 below them. The panels of tabs are hidden in the same way, without such a count.
   */
  private isNextPage({ previousElementSibling, parentElement }: Element, kind: string | null): boolean {
    let before = previousElementSibling;
    while (before && DROPPED.has(nameOf(before))) before = before.previousElementSibling;
    if (!kind || before?.getAttribute('class') !== kind || !parentElement) return false;
    // The answer is the same for all pages beside each other.
    if (this.paged?.holder !== parentElement) {
      const counts = [...parentElement.children].some(
        (child) =>
          child.getAttribute('class') !== kind && PAGE_COUNT.test((child.textContent ?? '').slice(0, 60)),
      );
      this.paged = { holder: parentElement, counts };
    }
    return this.paged.counts;
  }

  private copied(element: Element, name: string, kind: string | null, id: string | null): Frame {
    const copy = copiedElement(NAMES.get(name) ?? (/[-:]/.test(name) ? 'DIV' : name));
    copy.kind = kind;
    copy.id = id;
    this.top.into.children.push(copy);
    this.elements++;
    const frame = frameOf(element, copy, true, name, this.lines.length, this.top);
    if (name === 'A') {
      frame.links = 1;
      const href = element.getAttribute('href');
      // Readability gives links within the page less weight. For other links, it only needs to know that there is an
      // address.
      if (href?.startsWith('#')) copy.address = href;
    }
    if (kind || id) frame.named = `${kind ?? ''} ${id ?? ''}`;
    // Sina marks its blocks for its counter by an attribute: data-sudaclick="ad_content_top".
    if (BLOCK.has(name) && element.hasAttribute('data-sudaclick'))
      frame.named += ` ${element.getAttribute('data-sudaclick')}`;
    if (frame.named && !frame.isUnlikely) frame.isUnlikely = NO_BODY.test(frame.named);
    return frame;
  }

  /** Closes the open element: drops it where it is no part of the article, else adds its counts to its parent. */
  private close(): void {
    const done = this.top;
    const isBlock = BLOCK.has(done.name);
    if (isBlock) this.endLine();
    this.top = this.open.pop()!;
    const naming = done.named ? this.naming(done.named) : null;
    const begins = this.lines[done.firstLine]?.text ?? '';
    if (done.isOwn && isBlock) {
      if (
        isChrome(done, begins) ||
        this.isAside(done, begins, naming) ||
        (naming && (isUnlikelyPart(done, naming) || (naming.isPlace && this.isCards(done))))
      ) {
        this.drop(done);
        return;
      }
    }
    // The block around an element with such a heading also holds the body.
    const isLead =
      naming?.isLead ||
      (isBlock && LEAD_HEADING.test(begins) && !this.leads.has(this.lines[done.firstLine + 1]?.text ?? ''));
    if (
      isLead &&
      done.text <= LONGEST_LEAD &&
      this.lines.length > done.firstLine + (naming?.isLead ? 0 : 1)
    ) {
      this.leads.add(tidy(done.source.textContent ?? ''));
      for (const line of this.lines.slice(done.firstLine)) this.leads.add(line.text);
    }
    if (done.isOwn) done.into.sentences = done.sentences;
    if (done.name === 'TABLE') done.into.isData = done.isOwn && isDataTable(done);
    addCounts(this.top, done, isBlock);
    this.note(done);
  }

  /** Whether a part below the first sentence is an advertisement, holds earlier articles or stands beside the article. */
  private isAside({ text, firstLine }: Frame, begins: string, naming: Naming | null): boolean {
    const isBelow = this.firstProse >= 0 && this.firstProse < firstLine;
    return (
      isBelow &&
      text <= LONGEST_ASIDE &&
      ((text > begins.length && OTHERS.test(begins)) || naming?.isSide === true)
    );
  }

  /** Whether the sentences of a part are beginnings of other articles: cards below 精彩推荐. */
  private isCards({ firstLine }: Frame): boolean {
    const prose = this.lines.slice(firstLine).filter(({ text }) => isProse(text));
    return prose.length >= 2 && prose.every(({ text }) => isCutShort(text));
  }

  /** Removes from the copy what an element has added. */
  private drop({ firstLine }: Frame): void {
    this.top.into.children.pop();
    this.lines.length = firstLine;
    if (this.firstProse >= firstLine) this.firstProse = -1;
    for (const list of [this.blocks, this.figures])
      while (list.length && list.at(-1)!.firstLine >= firstLine) list.pop();
  }

  /** Records an element that could be the body, and a `<figure>`. */
  private note(done: Frame): void {
    const isLikely = done.isOwn && !done.isUnlikely;
    const { into: element, ownSentences: sentences, firstLine } = done;
    if (sentences && isParagraph(done)) this.top.ownSentences += sentences;
    else if (sentences && isLikely)
      this.blocks.push({ element, sentences, firstLine, lastLine: this.lines.length });
    if (done.name === 'FIGURE' && isLikely) this.figures.push({ element, firstLine });
  }
}

/**
 * Copies whatever can be part of a body. Leaves out scripts, styles, controls, hidden parts and parts made of links,
 * so that the slower steps after it see little more than the article. `hidden` includes what the page hides, for a
 * page whose script shows the body. The page itself is not changed.
 */
export function copyPage(source: Document, url: string, { hidden = false } = {}): PageCopy {
  const root = copiedElement('BODY');
  const page = frameOf(source.body ?? source.documentElement ?? source, root, true, 'BODY', 0);
  const copier = new PageCopier(page, url, hidden);
  const whole = copier.run();
  root.sentences = page.sentences;
  const { blocks, figures, lines, leads, elements, hides } = copier;
  const only = blocks.find((block) => isOnly(block, page)) ?? null;
  return { root, blocks, figures, only, lines, leads, elements, hides, whole };
}
