import { isProse, WORDS_FOR_LEAD } from '../../chinese/phrases.ts';
import { BLOCK, DROPPED, FLATTENED, isHidden, NAMES, nameOf } from '../page/elements.ts';
import { fileKind } from '../page/files.ts';
import { tidy } from '../page/lines.ts';
import { isChrome, isUnlikelyPart, NO_BODY, namingOf, UNLIKELY_ROLE } from '../page/unlikelyParts.ts';
import { areCards, isAside } from './asides.ts';
import { addCounts, type Frame, frameOf, isDataTable, isParagraph } from './frame.ts';
import { furtherPageTest } from './furtherPages.ts';
import { imageAddress } from './images.ts';
import { type CopiedElement, copiedElement } from './tree.ts';

/** A line of the copy, with the number of its characters that are in links. */
export type CopiedLine = { text: string; linked: number };

/**
 * A block that has sentences outside its inner blocks. `sentences` is the number of their characters. `start` is
 * its first line, `end` the line after its last one.
 */
export type SentenceBlock = {
  element: CopiedElement;
  sentences: number;
  start: number;
  end: number;
};

/** A copy of the page, without parts that cannot belong to the article's text, such as scripts and menus. */
export type PageCopy = {
  root: CopiedElement;
  /**
   * The blocks that could be the article's text, in the order of their closing tags. Leaves out blocks in readers'
   * comments and similar parts of the page.
   */
  blocks: SentenceBlock[];
  /** The block that has nearly all sentences of the page; null where there is none. */
  only: SentenceBlock | null;
  lines: CopiedLine[];
  /** The `<figure>` elements, each with the index of its first line. */
  figures: { element: CopiedElement; start: number }[];
  /** A data table without links; null where there is none. */
  loneTable: CopiedElement | null;
  /** The texts that the page marks as a summary of the article. */
  leads: Set<string>;
  elements: number;
  /** Whether the copy omits parts that the page hides. */
  hides: boolean;
  /** False if the page is larger than `MAX_NODES`, so that its end was not copied. */
  whole: boolean;
};

/** The most nodes of a page that are copied. Real pages have some thousands; the largest seen had 30,000. */
const MAX_NODES = 600_000;
/**
 * The depth below which nested elements are copied without nesting. Readability is recursive, so deeper nesting could
 * exceed its stack. No article nests so deep.
 */
const MAX_DEPTH = 200;

/** Whether a block has nearly all sentences of the page, and these are long enough for an article. */
const isOnly = ({ element, sentences }: SentenceBlock, page: Frame): boolean =>
  element.sentences >= Math.max(150, page.sentences * 0.95) && sentences >= page.sentences * 0.7;

/** The greatest length of a summary, in UTF-16 units. */
const LONGEST_LEAD = 400;
/** A heading above a summary, in a line of its own. */
const LEAD_HEADING = new RegExp(`^[【[]?\\s?${WORDS_FOR_LEAD}\\s?[】\\]]?$`);
/** A shorter text that ends like a sentence is a word of a menu and no prose: 登录！ (log in). */
const SHORTEST_SENTENCE = 8;

/** Walks over a page and copies it. `top` is the innermost element that is not closed yet. */
class PageCopier {
  readonly lines: CopiedLine[] = [];
  readonly leads = new Set<string>();
  readonly blocks: SentenceBlock[] = [];
  readonly figures: PageCopy['figures'] = [];
  loneTable: CopiedElement | null = null;
  elements = 0;
  hides = false;
  /** The words of the line that is being read, and how many of their characters are in links. */
  private words: string[] = [];
  private linked = 0;
  private readonly open: Frame[] = [];
  private readonly naming = namingOf();
  /** The index of the line with the first sentence; −1 while there is none. */
  private firstProse = -1;
  private readonly isFurtherPage = furtherPageTest();

  constructor(
    private top: Frame,
    private readonly url: string,
    private readonly takesHidden: boolean,
  ) {}

  /** Copies everything below the root. False where the page was too large, so that its end is missing. */
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
      // Keeps a blank after a word, but not at the beginning of a block.
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

  /**
   * Opens an element and copies its beginning. False where its children need no visit, because the element was copied
   * whole or left out.
   */
  private enter(element: Element): boolean {
    const name = nameOf(element);
    if (DROPPED.has(name) || this.leaf(element, name)) return false;
    const isBare = !element.hasAttributes();
    const kind = isBare ? null : element.getAttribute('class');
    const id = isBare ? null : element.getAttribute('id');
    if (!isBare && this.isLeftOut(element, kind)) return false;
    if (BLOCK.has(name)) this.endLine();
    // Copies the words of a link to a file as plain text, because attachments belong to the article. As a link, it
    // could cause the part around it to be dropped, like any part that consists of links.
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

  /** Copies an element that has no content, such as a line break or a picture. */
  private leaf(element: Element, name: string): boolean {
    // A line break within a headline becomes a blank, because both lines are one headline.
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
    if (!this.takesHidden && isHidden(element, kind) && !this.isFurtherPage(element, kind)) {
      this.hides = true;
      return true;
    }
    const role = element.getAttribute('role');
    return role !== null && UNLIKELY_ROLE.test(role);
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
      // Copies only the addresses of links within the page (#…), because Readability gives such links less weight.
      // Other addresses make no difference to Readability.
      if (href?.startsWith('#')) copy.address = href;
    }
    if (kind || id) frame.named = `${kind ?? ''} ${id ?? ''}`;
    // Sina names its blocks by an attribute for counting clicks: data-sudaclick="ad_content_top".
    if (BLOCK.has(name) && element.hasAttribute('data-sudaclick'))
      frame.named += ` ${element.getAttribute('data-sudaclick')}`;
    if (frame.named && !frame.isUnlikely) frame.isUnlikely = NO_BODY.test(frame.named);
    return frame;
  }

  /**
   * Closes the innermost open element. Drops it if it is no part of the article, else adds its counts to those of its
   * parent.
   */
  private close(): void {
    const done = this.top;
    const isBlock = BLOCK.has(done.name);
    if (isBlock) this.endLine();
    this.top = this.open.pop()!;
    const naming = done.named ? this.naming(done.named) : null;
    const begins = this.lines[done.start]?.text ?? '';
    if (done.isOwn && isBlock) {
      if (
        isChrome(done, begins) ||
        (this.isBelowProse(done) && isAside(done, begins, naming)) ||
        (naming &&
          (isUnlikelyPart(done, naming) || (naming.isPlace && areCards(this.lines.slice(done.start)))))
      ) {
        this.drop(done);
        return;
      }
    }
    // A block around a known summary begins with the same heading, but also contains the article's text. So that block
    // is no summary.
    const isLead =
      naming?.isLead ||
      (isBlock && LEAD_HEADING.test(begins) && !this.leads.has(this.lines[done.start + 1]?.text ?? ''));
    if (isLead && done.text <= LONGEST_LEAD && this.lines.length > done.start + (naming?.isLead ? 0 : 1)) {
      this.leads.add(tidy(done.source.textContent ?? ''));
      for (const line of this.lines.slice(done.start)) this.leads.add(line.text);
    }
    if (done.isOwn) done.into.sentences = done.sentences;
    done.into.isData = done.name === 'TABLE' && done.isOwn && isDataTable(done);
    if (done.into.isData && !done.linked) this.loneTable = done.into;
    addCounts(this.top, done, isBlock);
    this.note(done);
  }

  /** Whether a part is below the first sentence. */
  private isBelowProse({ start }: Frame): boolean {
    return this.firstProse >= 0 && this.firstProse < start;
  }

  /** Removes the copy of an element that turned out to be no part of the article. */
  private drop({ start }: Frame): void {
    this.top.into.children.pop();
    this.lines.length = start;
    if (this.firstProse >= start) this.firstProse = -1;
    for (const list of [this.blocks, this.figures])
      while (list.length && list.at(-1)!.start >= start) list.pop();
  }

  /** Records an element if it could be the article's text, or if it is a `<figure>`. */
  private note(done: Frame): void {
    const isLikely = done.isOwn && !done.isUnlikely;
    const { into: element, ownSentences: sentences, start } = done;
    if (sentences && isParagraph(done)) this.top.ownSentences += sentences;
    else if (sentences && isLikely) this.blocks.push({ element, sentences, start, end: this.lines.length });
    if (done.name === 'FIGURE' && isLikely) this.figures.push({ element, start });
  }
}

/**
 * Copies whatever can be part of the article's text, and leaves the page itself unchanged. Leaves out scripts, styles,
 * controls, hidden parts and parts made of links, so that the slower steps that follow read little more than the
 * article. `hidden`: also copies what the page hides, for pages whose script shows the article's text later.
 */
export function copyPage(source: Document, url: string, { hidden = false } = {}): PageCopy {
  const root = copiedElement('BODY');
  const page = frameOf(source.body ?? source.documentElement ?? source, root, true, 'BODY', 0);
  const copier = new PageCopier(page, url, hidden);
  const whole = copier.run();
  root.sentences = page.sentences;
  const { blocks, figures, loneTable, lines, leads, elements, hides } = copier;
  const only = blocks.find((block) => isOnly(block, page)) ?? null;
  return { root, blocks, figures, loneTable, only, lines, leads, elements, hides, whole };
}
