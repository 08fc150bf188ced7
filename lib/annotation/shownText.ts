import { isReading, nameOf, rootOf, shadowOf } from './dom.ts';
import { isSkipped } from './textIndex.ts';

/** Elements whose text is not shown: it is only for browsers that cannot show the video, picture or the like. */
const REPLACED = new Set('AUDIO CANVAS METER OBJECT PROGRESS VIDEO'.split(' '));
const BLOCK_DISPLAY = /^(block|flow-root|flex|grid|list-item|table|table-row|table-caption)$/;
const KEPT_SPACE = /^(pre|pre-wrap|break-spaces)$/;
/** A `clip` with four equal sides, which leaves nothing visible. Pages use it for words only for screen readers. */
const EMPTY_CLIP = /^rect\((\S+), \1, \1, \1\)$/;
/** A `clip-path` that cuts off half of the element, or all of it, at each side, which leaves nothing visible. */
const EMPTY_CLIP_PATH = /^inset\((50|100)%\)$/;
/**
 * A position in CSS pixels. Pages that show an image in place of a heading move the heading's text at least this far to
 * the left.
 */
const FAR_OUT = -999;
/** How deep nested elements are followed. A script can nest elements without limit, though the parser stops at 512. */
const DEEPEST = 1000;

/** Joins words, spaces and line breaks as a browser does for the clipboard. */
class CopiedText {
  private text = '';
  private breaks = 0;

  /** Requires at least this many line breaks before the next words. */
  part(breaks: number): void {
    this.breaks = Math.max(this.breaks, breaks);
  }

  /** Adds text, treating white space by its `white-space` style. */
  add(text: string, whiteSpace = 'normal'): void {
    if (KEPT_SPACE.test(whiteSpace)) {
      this.append(text);
      return;
    }
    const blanks = whiteSpace === 'pre-line' ? /[ \t]*(\n)[ \t]*|[ \t\r\f]+/g : /[ \t\n\r\f]+/g;
    const collapsed = text.replace(blanks, (_, line) => (line === '\n' ? '\n' : ' '));
    const begins = this.breaks > 0 || this.text === '' || /\s$/.test(this.text);
    this.append(begins ? collapsed.replace(/^ /, '') : collapsed);
  }

  /** Adds the tab between two cells of a row. */
  addTab(): void {
    this.breaks = 0;
    this.text = `${this.text.replace(/ $/, '')}\t`;
  }

  addLineBreak(): void {
    this.append('\n');
  }

  private append(text: string): void {
    if (text === '') return;
    if (this.breaks && !/(^|\t)$/.test(this.text))
      this.text = this.text.replace(/ $/, '') + '\n'.repeat(this.breaks);
    this.breaks = 0;
    this.text += text;
  }

  get whole(): string {
    return this.text.replace(/ (?=\n)/g, '').trim();
  }
}

/** Whether an element is positioned outside the normal flow, so that it causes no line break. */
const isPlaced = ({ position }: CSSStyleDeclaration) => position === 'absolute' || position === 'fixed';

/** Whether an element is invisible with all its content, by style or by its size. */
function isOutOfSight(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.opacity === '0' || style.contentVisibility === 'hidden') return true;
  if (style.display === 'contents') return false;
  // Older browsers and jsdom have no `checkVisibility`.
  if ('checkVisibility' in Element.prototype && !Element.prototype.checkVisibility.call(element)) return true;
  if (EMPTY_CLIP_PATH.test(style.clipPath)) return true;
  const isCut = style.overflowX === 'hidden' || style.overflowX === 'clip';
  if (!isPlaced(style) && !isCut) return false;
  if (isPlaced(style) && EMPTY_CLIP.test(style.clip)) return true;
  const box = Element.prototype.getBoundingClientRect.call(element);
  if (isCut && style.display !== 'inline' && (box.width <= 1 || box.height <= 1)) return true;
  const scrolled = style.position === 'absolute' ? { x: scrollX, y: scrollY } : { x: 0, y: 0 };
  return isPlaced(style) && (box.right + scrolled.x <= 0 || box.bottom + scrolled.y <= 0);
}

/** Whether an element's own text is invisible, while elements within it may be visible. */
const hasUnseenText = (style: CSSStyleDeclaration): boolean =>
  style.visibility === 'hidden' ||
  style.visibility === 'collapse' ||
  Number.parseFloat(style.fontSize) === 0 ||
  Number.parseFloat(style.textIndent) <= FAR_OUT;

const childNodesOf = (node: Node): Node[] => [
  ...(Reflect.get(Node.prototype, 'childNodes', node) as NodeListOf<ChildNode>),
];

/**
 * The child nodes that an element shows. A host shows the nodes of its shadow tree, a slot the nodes assigned to it,
 * and a closed `details` only its summary.
 */
function shownChildren(node: Node): Node[] {
  if (node.nodeType !== Node.ELEMENT_NODE) return childNodesOf(node);
  const element = node as Element;
  const shadow = shadowOf(element);
  if (shadow) return childNodesOf(shadow);
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes({ flatten: true });
    return assigned.length ? assigned : childNodesOf(element);
  }
  const children = childNodesOf(element);
  if (!(element instanceof HTMLDetailsElement) || element.hasAttribute('open')) return children;
  return children.filter((child) => child instanceof HTMLElement && nameOf(child) === 'SUMMARY').slice(0, 1);
}

/**
 * The words of a range as a person sees them and as a browser copies them. Cells of a row are separated by tabs, list
 * items and blocks by line breaks. Leaves out ruby pronunciation and all that a style, a size or a closed `details`
 * hides. Reads computed styles, so it needs a page with a layout, and the answer may change with the page.
 */
export function shownText(range: Range): string {
  const copied = new CopiedText();
  const tree = rootOf(range.startContainer);
  let row: Node | null = null;

  const isWithin = (node: Node) => rootOf(node) !== tree || range.intersectsNode(node);
  const dataWithin = (node: Text) => {
    const end = node === range.endContainer ? range.endOffset : node.length;
    return node.data.slice(node === range.startContainer ? range.startOffset : 0, end);
  };
  const visitElement = (element: Element, depth: number) => {
    const name = nameOf(element).toUpperCase();
    if (isSkipped(element) || isReading(element) || REPLACED.has(name)) return;
    if (name === 'BR') return copied.addLineBreak();
    const style = getComputedStyle(element);
    if (style.display === 'none') return;
    // Browsers copy an empty line between paragraphs, so a paragraph needs two line breaks.
    const breaks = name === 'P' ? 2 : BLOCK_DISPLAY.test(style.display) ? 1 : 0;
    if (isOutOfSight(element, style)) return isPlaced(style) ? undefined : copied.part(breaks);
    const isCell = style.display === 'table-cell';
    if (isCell && row === element.parentNode) copied.addTab();
    if (isCell) row = element.parentNode;
    copied.part(breaks);
    visitChildren(element, style, depth);
    copied.part(breaks);
  };
  const visitChildren = (parent: Node, style: CSSStyleDeclaration | null, depth: number) => {
    if (depth > DEEPEST) return;
    for (const child of shownChildren(parent)) {
      if (!isWithin(child)) continue;
      if (child.nodeType === Node.ELEMENT_NODE) visitElement(child as Element, depth + 1);
      else if (child.nodeType === Node.TEXT_NODE && !(style && hasUnseenText(style)))
        copied.add(dataWithin(child as Text), style?.whiteSpace);
    }
  };

  const around = range.commonAncestorContainer;
  if (around.nodeType === Node.TEXT_NODE) copied.add(range.toString());
  else visitChildren(around, around instanceof Element ? getComputedStyle(around) : null, 0);
  // A passage that is hidden as a whole has no shown words, so this function returns its raw words.
  return copied.whole || range.toString().trim();
}
