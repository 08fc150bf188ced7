import { indexText } from '@/lib/annotation/index.ts';
import { boundaryAt } from '@/lib/annotation/textIndex.ts';

/** Fills the page with these elements: a paragraph for a string, else the element's name and text. */
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

/** The range of words of the page, which may lie over several nodes. `nth` counts from 0 where they recur. */
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
