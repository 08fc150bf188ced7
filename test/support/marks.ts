import { indexText } from '@/lib/annotation/index.ts';
import { boundaryAt } from '@/lib/annotation/textIndex.ts';

/** Fills the page with elements. A string becomes a paragraph; a pair gives the name and the text of an element. */
export function showPage(parts: (string | [name: string, text: string])[]): void {
  document.body.replaceChildren(
    ...parts.map((part) => {
      const [name, text] = typeof part === 'string' ? ['p', part] : part;
      const element = document.createElement(name);
      element.textContent = text;
      return element;
    }),
  );
}

/** The range of some words on the page, which may span several nodes. `nth` counts repeated words from 0. */
export function rangeOf(words: string, nth = 0): Range {
  const index = indexText(document.body);
  let at = index.raw.indexOf(words);
  for (let i = 0; i < nth && at >= 0; i++) at = index.raw.indexOf(words, at + 1);
  const [from, to] = [boundaryAt(index, at, 'start'), boundaryAt(index, at + words.length, 'end')];
  if (at < 0 || !from || !to) throw new Error(`${words} is not on the page`);
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}
