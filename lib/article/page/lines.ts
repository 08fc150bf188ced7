import { BLOCK, nameOf, UNSEEN } from './elements.ts';

/** Marks an element's edge within a line: two values side by side are two, whatever the page puts between. */
export const EDGE = '\t';

/**
 * A line: its words with `EDGE` between elements, and the element that holds its first word. `hidden` where the
 * page's own markup keeps it from the eye: the block of `pubtime_baidu` and its like, which search engines read.
 */
export type PageLine = { text: string; element: Element; hidden?: boolean };

/** The inline styles that hide; a style sheet is not asked, for that would cost a layout. */
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|(?:^|[;\s])height\s*:\s*0(?:px)?\s*(?:;|$)/i;
/** WeChat hides the article until its script has run, and a page stored before that for ever. */
const WECHAT_BODY = 'js_content';

function isHiding(element: Element): boolean {
  if (!element.hasAttributes()) return false;
  const style = element.getAttribute('style');
  const id = element.getAttribute('id');
  if (id === WECHAT_BODY) return false;
  return (
    element.hasAttribute('hidden') ||
    (style !== null && HIDING.test(style)) ||
    // 百度新闻源: id="author_baidu" and the like are for its crawler; many pages hide them by a style sheet.
    // By attribute: a form that holds <input name="id"> has that for its id.
    (id?.endsWith('_baidu') ?? false)
  );
}

/** Signs that are not to be seen: of no width, of writing direction (U+202E), controls. Between two words none is a blank. */
const UNPRINTED = /(?!\s)[\p{Cf}\p{Cc}]|\ufeff/u;
const UNPRINTED_ALL = new RegExp(UNPRINTED, 'gu');

/** Blanks of every kind are one blank; U+3000 and no-break blanks too. What has none to change is not copied. */
export const tidy = (text: string): string =>
  // Trimmed first: most texts then have nothing to replace.
  (UNPRINTED.test(text) ? text.replace(UNPRINTED_ALL, '') : text).trim().replace(/\s{2,}|[^\S ]/g, ' ');

/** More than ASCII, Han and the signs that have one width only. */
const WIDTHS = /[^\t -~\u4e00-\u9fff、。《》“”—·]/;
/** White space and the widths of figures and stops do not count when two texts are compared. */
export const squeeze = (text: string): string =>
  (WIDTHS.test(text) ? text.normalize('NFKC') : text).replace(/\s+/g, '');

/** The visible lines of a page in order: a line ends where a block element or a `<br>` does. */
export function linesOf(root: Element): PageLine[] {
  const lines: PageLine[] = [];
  /** The words of the line that is being read, by element; those of the last one are still in `words`. */
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
  // A stack and not recursion: hostile pages nest a hundred thousand deep.
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
 * Whether an element stands in an item of a list of links: <li>03-01 <a>青山区部署防汛</a></li>. A shorter link is a
 * button (纠错), as in the list of an article's own metadata.
 */
export const isLinkItem = (element: Element): boolean =>
  (element.closest('li')?.querySelector('a')?.textContent?.trim().length ?? 0) >= 6;
