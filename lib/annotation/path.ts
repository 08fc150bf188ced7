import { contentOf, elementsIn, isElement, nameOf, parentOf, previousOf, rootOf } from './dom.ts';
import type { RangeSelector, XPathSelector } from './schema.ts';
import type { Boundary, TextIndex } from './textIndex.ts';

/** XPaths of the elements asked for and of their siblings, cached as long as the index. */
const pathsOf = new WeakMap<TextIndex, Map<Node, string>>();

function pathOf(element: Node, index: TextIndex, known: Map<Node, string>): string {
  const path = known.get(element);
  if (path !== undefined) return path;
  const parent = element === index.root ? null : parentOf(element);
  if (!parent) return '';
  const above = pathOf(parent, index, known);
  const counts = new Map<string, number>();
  // Numbers all siblings at once: counting back from each of a thousand paragraphs would take a million steps.
  for (const one of elementsIn(parent)) {
    const name = nameOf(one).toLowerCase();
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    known.set(one, `${above}/${name}[${count}]`);
  }
  return known.get(element) ?? above;
}

/**
 * Describes a boundary by the XPath of its element below the index's root, and a UTF-16 offset into that element's
 * text.
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

/** Describes a range by the XPaths of its ends; null in a shadow tree, which XPath cannot reach. */
export function rangeSelector(start: Boundary, end: Boundary, index: TextIndex): RangeSelector | null {
  if (index.shadows.length && rootOf(start.node) !== rootOf(index.root)) return null;
  return {
    type: 'RangeSelector',
    startSelector: pathTo(start, index),
    endSelector: pathTo(end, index),
  };
}
