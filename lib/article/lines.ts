/** Marks an element's edge within a line: two values side by side are two, whatever the page puts between. */
export const EDGE = '\t';

const BLOCK =
  /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|CENTER|DD|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TBODY|TD|TH|THEAD|TR|UL|BR)$/;
const UNSEEN = /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|IFRAME|SVG|SELECT|OPTION|TEXTAREA|BUTTON|PIZHU-HOST|HEAD)$/;

/** A visible line: its words with `EDGE` between elements, and the element that holds it. */
export type Line = { text: string; element: Element };

/** Blanks of every kind are one blank; U+3000 and no-break blanks too. */
export const tidy = (text: string): string => text.replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, ' ').trim();

/** The visible lines of a page in order: a line ends where a block element or a `<br>` does. */
export function linesOf(root: Element, { edges = true } = {}): Line[] {
  const lines: Line[] = [];
  let parts: string[] = [];
  let holder: Element | null = null;
  const flush = () => {
    const whole = parts.join('');
    const text = edges ? whole.split(EDGE).map(tidy).filter(Boolean).join(EDGE) : tidy(whole);
    if (text) lines.push({ text, element: holder ?? root });
    parts = [];
    holder = null;
  };
  // A stack and not recursion: hostile pages nest a hundred thousand deep.
  const stack: (Node | 'flush' | 'edge')[] = [root];
  while (stack.length) {
    const node = stack.pop()!;
    if (node === 'flush') flush();
    else if (node === 'edge') {
      if (edges) parts.push(EDGE);
    } else if (node.nodeType === 3) {
      const data = (node as Text).data;
      if (!holder && /\S/.test(data)) holder = node.parentNode as Element | null;
      parts.push(data.replaceAll(EDGE, ' '));
    } else if (node.nodeType === 1) {
      const name = (node as Element).tagName.toUpperCase();
      if (UNSEEN.test(name)) continue;
      const block = BLOCK.test(name);
      if (block) flush();
      stack.push(block ? 'flush' : 'edge');
      for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child);
      if (!block && edges) parts.push(EDGE);
    }
  }
  flush();
  return lines;
}
