import { contentOf, elementsIn, isElement, nameOf, parentOf, previousOf, rootOf } from './dom.ts';
import type { RangeSelector, XPathSelector } from './schema.ts';
import type { Boundary, TextIndex } from './textIndex.ts';

/** XPaths of elements and of their siblings, cached as long as the text index lives. */
const pathsOf = new WeakMap<TextIndex, Map<Node, string>>();

function pathOf(element: Node, index: TextIndex, known: Map<Node, string>): string {
  const path = known.get(element);
  if (path !== undefined) return path;
  const parent = element === index.root ? null : parentOf(element);
  if (!parent) return '';
  const above = pathOf(parent, index, known);
  const counts = new Map<string, number>();
  // Numbers all siblings at once. Counting the siblings before each of a thousand paragraphs would take a million
  // steps.
  for (const one of elementsIn(parent)) {
    const name = nameOf(one).toLowerCase();
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    known.set(one, `${above}/${name}[${count}]`);
  }
  return known.get(element) ?? above;
}

/**
 * Describes one end of a range: by the XPath of its element below the index's root, and by a UTF-16 offset into that
 * element's text.
 */
function pathTo({ node, offset }: Boundary, index: TextIndex): XPathSelector {
  const known = pathsOf.get(index) ?? new Map<Node, string>();
  pathsOf.set(index, known);
  const parent = parentOf(node);
  let at = offset;
  for (let before = previousOf(node); before; before = previousOf(before))
    if (before.nodeType === 3 || isElement(before)) at += contentOf(before).length;
  return {
    type: 'XPathSelector',
    value: (parent && pathOf(parent, index, known)) || '/',
    refinedBy: { type: 'TextPositionSelector', start: at, end: at },
  };
}

/** Describes a range by the XPaths of its two ends. Null in a shadow tree, which XPath cannot reach. */
export function rangeSelector(start: Boundary, end: Boundary, index: TextIndex): RangeSelector | null {
  if (index.shadows.length && rootOf(start.node) !== rootOf(index.root)) return null;
  return {
    type: 'RangeSelector',
    startSelector: pathTo(start, index),
    endSelector: pathTo(end, index),
  };
}
