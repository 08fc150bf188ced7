import { BLOCK, nameOf, UNSEEN } from './elements.ts';

/** Marks the edge of an element within a line, so that two values side by side stay separate. */
export const EDGE = '\t';

/**
 * A line: its words, with `EDGE` between elements, and the element of its first word. `hidden`: the page's own mark-up
 * hides the line, like the block `pubtime_baidu` for search engines.
 */
export type PageLine = { text: string; element: Element; hidden?: boolean };

/** Inline styles that hide; style sheets are ignored, because they would cost a layout. */
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|(?:^|[;\s])height\s*:\s*0(?:px)?\s*(?:;|$)/i;
/** WeChat hides the article until its script has run; in a page stored before, the article stays hidden. */
const WECHAT_BODY = 'js_content';

function isHiding(element: Element): boolean {
  if (!element.hasAttributes()) return false;
  const style = element.getAttribute('style');
  const id = element.getAttribute('id');
  if (id === WECHAT_BODY) return false;
  return (
    element.hasAttribute('hidden') ||
    (style !== null && HIDING.test(style)) ||
    // 百度新闻源 reads elements like id="author_baidu", which many pages hide by a style sheet. Reads the attribute, because
    // a form with <input name="id"> has that input as its property `id`.
    (id?.endsWith('_baidu') ?? false)
  );
}

/**
 * Invisible characters: zero-width characters, marks of writing direction (U+202E), controls. They separate no words.
 */
const UNPRINTED = /(?!\s)[\p{Cf}\p{Cc}]|\ufeff/u;
const UNPRINTED_ALL = new RegExp(UNPRINTED, 'gu');

/** Two blanks, or a character that is no letter, sign or blank of ordinary Chinese text. */
const UNTIDY = /[^ -~\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e“”‘’…—·]| {2}/;

/**
 * Replaces every sequence of white space by one blank, including U+3000 and no-break spaces, and removes invisible
 * characters.
 */
export function tidy(text: string): string {
  // Tests quickly first, because most trimmed texts have nothing to replace.
  const trimmed = text.trim();
  if (!UNTIDY.test(trimmed)) return trimmed;
  return (UNPRINTED.test(text) ? text.replace(UNPRINTED_ALL, '') : text)
    .trim()
    .replace(/\s{2,}|[^\S ]/g, ' ');
}

/** Characters other than ASCII, Han and signs that have only one width. */
const WIDTHS = /[^\t -~\u4e00-\u9fff、。《》“”—·]/;
/** Folds a text for comparison: ignores white space and the widths of digits and punctuation. */
export function squeeze(text: string): string {
  const narrow = WIDTHS.test(text) ? text.normalize('NFKC') : text;
  return /\s/.test(narrow) ? narrow.replace(/\s+/g, '') : narrow;
}

/** The visible lines of a page in order; block elements and `<br>` end a line. */
export function linesOf(root: Element): PageLine[] {
  const lines: PageLine[] = [];
  /** The words of the present line by element; those of the last element are still in `words`. */
  let parts: string[] = [];
  let words = '';
  let holder: Element | null = null;
  let hiding = 0;
  let hidden = false;
  const edge = () => {
    const part = words && tidy(words);
    if (part) parts.push(part);
    words = '';
  };
  const flush = () => {
    edge();
    if (holder && parts.length) {
      const text = parts.join(EDGE);
      lines.push(hidden ? { text, element: holder, hidden } : { text, element: holder });
      parts = [];
    }
    holder = null;
  };
  // Uses a stack instead of recursion, because hostile pages nest a hundred thousand levels.
  const open: { element: Element; end: () => void; hides: boolean }[] = [];
  let node: Node | null = root;
  for (;;) {
    if (!node) {
      const done = open.pop();
      if (!done) break;
      done.end();
      if (done.hides) hiding--;
      node = open.length ? done.element.nextSibling : null;
      continue;
    }
    if (node.nodeType === 3) {
      const { data } = node as Text;
      if (!holder && /\S/.test(data)) {
        holder = (node.parentNode as Element) ?? root;
        hidden = hiding > 0;
      }
      if (holder) words += data;
    } else if (node.nodeType === 1) {
      const element = node as Element;
      const name = nameOf(element);
      if (!UNSEEN.has(name)) {
        const end = BLOCK.has(name) ? flush : edge;
        end();
        const hides = isHiding(element);
        if (hides) hiding++;
        open.push({ element, end, hides });
        node = element.firstChild;
        continue;
      }
    }
    node = node.nextSibling;
  }
  return lines;
}

/**
 * Whether an element is in an item of a list of links: <li>03-01 <a>青山区部署防汛</a></li>. Ignores shorter links, which are
 * buttons (纠错), as in the list of an article's own metadata.
 */
export const isLinkItem = (element: Element): boolean =>
  (element.closest('li')?.querySelector('a')?.textContent?.trim().length ?? 0) >= 6;
