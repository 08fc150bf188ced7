import type { XPathSelector } from './schema.ts';
import type { Boundary, TextIndex } from './textIndex.ts';

/** An element's step in an XPath, `p[3]`, for each element asked for and its siblings; good as long as the index. */
const stepsOf = new WeakMap<TextIndex, Map<Element, string>>();

function stepOf(element: Element, known: Map<Element, string>): string {
  const step = known.get(element);
  if (step) return step;
  const counts = new Map<string, number>();
  // All siblings at once: counting back from each of a thousand paragraphs would take a million steps.
  for (const one of element.parentNode?.children ?? [element]) {
    const name = one.tagName.toLowerCase();
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    known.set(one, `${name}[${count}]`);
  }
  return known.get(element)!;
}

/** A boundary as the XPath of its element below the index's root, and a UTF-16 offset into that element's text. */
export function pathTo({ node, offset }: Boundary, index: TextIndex): XPathSelector {
  const known = stepsOf.get(index) ?? new Map<Element, string>();
  stepsOf.set(index, known);
  const steps: string[] = [];
  for (let one: Node | null = node.parentNode; one && one !== index.root; one = one.parentNode)
    if (one.nodeType === 1) steps.unshift(stepOf(one as Element, known));
  let at = offset;
  for (let before = node.previousSibling; before; before = before.previousSibling)
    if (before.nodeType === 1 || before.nodeType === 3) at += before.textContent?.length ?? 0;
  return {
    type: 'XPathSelector',
    value: `/${steps.join('/')}`,
    refinedBy: { type: 'TextPositionSelector', start: at, end: at },
  };
}
