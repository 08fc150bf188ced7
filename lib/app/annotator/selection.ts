import { rootOf, shadowOf, walkerOf } from '../../annotation/dom.ts';

/** Whether an event's target is a place to type in. */
export const isEditable = (target: EventTarget | null | undefined): boolean =>
  target instanceof Element &&
  Element.prototype.closest.call(
    target,
    'input, textarea, select, [contenteditable=""], [contenteditable="true"]',
  ) !== null;

/** Two ways into shadow trees: the standard's, and an older one of Chromium's. */
type ComposedSelection = {
  getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
};
type RootWithSelection = { getSelection?: () => Selection | null };

/** The open shadow roots on an event's path, the innermost first. */
export const rootsOf = (event: Event): ShadowRoot[] =>
  event.composedPath().filter((one) => one instanceof ShadowRoot);

/** Every open shadow root of a page, for callers without an event whose path names them. */
function openRoots(top: Document | ShadowRoot): ShadowRoot[] {
  return [...top.querySelectorAll('*')].flatMap((element) => {
    const root = shadowOf(element);
    return root ? [root, ...openRoots(root)] : [];
  });
}

/** The selected range, also within these shadow roots, which the document's own selection leaves out. */
function anyRange(doc: Document, roots: ShadowRoot[]): Range | null {
  const selection = doc.getSelection();
  if (!selection) return null;
  for (const root of roots) {
    const inner = (root as RootWithSelection).getSelection?.();
    if (inner && !inner.isCollapsed && inner.rangeCount) return inner.getRangeAt(0);
  }
  const composed =
    roots.length && (selection as ComposedSelection).getComposedRanges?.({ shadowRoots: roots })[0];
  if (composed && !composed.collapsed && rootOf(composed.startContainer) === rootOf(composed.endContainer)) {
    const range = new Range();
    range.setStart(composed.startContainer, composed.startOffset);
    range.setEnd(composed.endContainer, composed.endOffset);
    return range;
  }
  const ranges = Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i));
  return selection.isCollapsed ? null : joinedRange(ranges);
}

/** Whether a range holds nothing that can be selected but white space. */
function isUnselectable(range: Range): boolean {
  const walker = walkerOf(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE || !range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : undefined;
    const words = (node as Text).data.slice(from, to).trim();
    if (words && node.parentElement && getComputedStyle(node.parentElement).userSelect !== 'none')
      return false;
  }
  return true;
}

/**
 * Joins the ranges of one selection. Firefox splits a selection around words that cannot be selected; the joined range
 * includes those words. Of passages selected separately, with other words between, the first is taken. Null for no
 * range.
 */
export function joinedRange(ranges: Range[]): Range | null {
  const [first, ...others] = ranges;
  const joined = first?.cloneRange();
  if (!joined) return null;
  for (const next of others) {
    const between = joined.cloneRange();
    between.collapse(false);
    between.setEnd(next.startContainer, next.startOffset);
    if (!isUnselectable(between)) break;
    joined.setEnd(next.endContainer, next.endOffset);
  }
  return joined;
}

/** The selected passage; null where nothing is selected, only white space, or words in a field. */
export function selectedRange(doc: Document, roots = openRoots(doc)): Range | null {
  const range = anyRange(doc, roots);
  if (!range || range.collapsed) return null;
  const { commonAncestorContainer: around } = range;
  if (isEditable(around instanceof Element ? around : around.parentElement)) return null;
  return range.toString().trim() ? range.cloneRange() : null;
}
