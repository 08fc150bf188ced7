import { BLOCK, nameOf, UNSEEN } from './elements.ts';
import { writtenBy } from './written.ts';

/** The character between two elements of one line, so that two values side by side stay separate. */
export const EDGE = '\t';

/**
 * A line of a page: its words, with `EDGE` between elements, and the element of its first word. `hidden`: the page
 * hides the line by its own mark-up, like the block `pubtime_baidu` for search engines.
 */
export type PageLine = { text: string; element: Element; hidden?: boolean };

/**
 * Inline styles that hide an element. Style sheets are ignored, because asking for their effect makes the browser
 * compute a layout.
 */
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|(?:^|[;\s])height\s*:\s*0(?:px)?\s*(?:;|$)/i;
/**
 * The id of the element that contains a WeChat article. WeChat hides it until a script has run, so in a stored page it
 * is still hidden but must be read.
 */
const WECHAT_BODY = 'js_content';

function isHiding(element: Element): boolean {
  if (!element.hasAttributes()) return false;
  const style = element.getAttribute('style');
  const id = element.getAttribute('id');
  if (id === WECHAT_BODY) return false;
  return (
    element.hasAttribute('hidden') ||
    (style !== null && HIDING.test(style)) ||
    // Elements such as id="author_baidu" are for Baidu's news index (百度新闻源), and many pages hide them by a style sheet.
    // Reads the attribute and not the property `id`: in a form with <input name="id">, the property is that input.
    (id?.endsWith('_baidu') ?? false)
  );
}

/**
 * Invisible characters: zero-width characters, marks of writing direction (U+202E), control characters. Unlike blanks,
 * they do not separate words.
 */
const UNPRINTED = /(?!\s)[\p{Cf}\p{Cc}]|\ufeff/gu;

/**
 * A quick test whether `tidy` has anything to do: two blanks in a row, or a character that is unusual in Chinese text.
 */
const UNTIDY = /[^ -~\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e“”‘’…—·]| {2}/;

/**
 * Replaces each sequence of white space (also U+3000 and no-break spaces) by one blank, and removes invisible
 * characters.
 */
export function tidy(text: string): string {
  // Tests first, because most trimmed texts have nothing to replace.
  const trimmed = text.trim();
  if (!UNTIDY.test(trimmed)) return trimmed;
  return text
    .replace(UNPRINTED, '')
    .trim()
    .replace(/\s{2,}|[^\S ]/g, ' ');
}

/**
 * Placeholders of a template that the site did not fill: {{news.title}}, ${title}, <%=title%>, {$title}, [!--title--].
 */
const TEMPLATE = /\{\{[^{}]*\}\}|\$?\{[\w$.:/]+\}|<%[^%]*%>|\[!--[\w.]+--\]/g;
/** Removes placeholders that the site did not fill, so that they are not read as values. */
export const filled = (text: string): string => (/[{%]|\[!/.test(text) ? text.replace(TEMPLATE, '') : text);

/** A quick test for characters that may be full-width forms: any character except ASCII, Han and some punctuation. */
const WIDTHS = /[^\t -~\u4e00-\u9fff、。《》“”—·]/;
/**
 * Normalizes a text for comparison: removes white space, and gives letters, digits and punctuation their half-width
 * form.
 */
export function squeeze(text: string): string {
  const narrow = WIDTHS.test(text) ? text.normalize('NFKC') : text;
  return /\s/.test(narrow) ? narrow.replace(/\s+/g, '') : narrow;
}

/** Lists the lines of a page in order, also those that the page hides. A block element or `<br>` ends a line. */
export function linesOf(root: Element): PageLine[] {
  const lines: PageLine[] = [];
  /**
   * The words of the line that is being read, one string per element. The words of the last element are still in
   * `words`.
   */
  let parts: string[] = [];
  let words = '';
  let holder: Element | null = null;
  let hiding = 0;
  let hidden = false;
  const edge = () => {
    const part = words && tidy(filled(words));
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
  // Uses a stack instead of recursion, because a hostile page may nest a hundred thousand levels.
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
    const isScript = node.nodeType === 1 && nameOf(node as Element) === 'SCRIPT';
    if (node.nodeType === 3 || isScript) {
      const data = isScript ? writtenBy(node as Element) : (node as Text).data;
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
 * Whether an element is in an item of a list of links: <li>03-01 <a>青山区部署防汛</a></li> (Qingshan prepares for floods). A
 * short link is only a button, such as 纠错 (report a mistake), as in a list of the article's own metadata, and does not
 * count.
 */
export const isLinkItem = (element: Element): boolean =>
  (element.closest('li')?.querySelector('a')?.textContent?.trim().length ?? 0) >= 6;
