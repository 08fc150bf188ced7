import { aboveOf, nameOf, rootOf, shadowOf, walkerOf } from '../../annotation/dom.ts';

/** ARIA roles of elements into which a person types, whatever their tag. */
const TYPED_ROLES = /(^|\s)(textbox|searchbox|combobox|spinbutton)(\s|$)/i;

const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

/** Whether an element's own attributes make it editable; null where they do not say. */
function editableBySelf(element: Element): boolean | null {
  if (/^(input|textarea|select)$/i.test(nameOf(element))) return true;
  if (TYPED_ROLES.test(attributeOf(element, 'role') ?? '')) return true;
  // Chromium's EditContext API can make any element an editor, even a canvas.
  if (element instanceof HTMLElement && (element as { editContext?: unknown }).editContext) return true;
  const value = attributeOf(element, 'contenteditable')?.trim().toLowerCase();
  if (value === undefined) return null;
  if (value === 'false') return false;
  return value === '' || value === 'true' || value === 'plaintext-only' ? true : null;
}

/**
 * Whether the target of an event is editable: an element of the page or of a shadow tree, or a document in design mode.
 */
export function isEditable(target: EventTarget | null | undefined): boolean {
  if (!(target instanceof Element)) return false;
  if (target.ownerDocument.designMode === 'on') return true;
  for (let at: Node | null = target; at; at = aboveOf(at)) {
    const says = at instanceof Element ? editableBySelf(at) : null;
    if (says !== null) return says;
  }
  return false;
}

/** A browser function that gives an extension shadow trees that are closed to the page's scripts. */
type Opener = { chrome?: { dom?: { openOrClosedShadowRoot?: (host: Element) => ShadowRoot | null } } };

function anyShadowOf(element: Element): ShadowRoot | null {
  const own = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (own) return own;
  try {
    return (globalThis as Opener).chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null;
  } catch {
    return shadowOf(element);
  }
}

/** The innermost element that gets a typed key. An event names only the host of a closed shadow tree. */
export function typedInto(event: Event): EventTarget | undefined {
  let [target] = event.composedPath();
  while (target instanceof Element) {
    const inner = anyShadowOf(target)?.activeElement;
    if (!inner) break;
    target = inner;
  }
  return target;
}

/** Browser functions that read a selection in shadow trees: the standard one, and below it an older one of Chromium. */
type ComposedSelection = {
  getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
};
type RootWithSelection = { getSelection?: () => Selection | null };

/** The open shadow roots on the path of an event, the innermost first. */
export const rootsOf = (event: Event): ShadowRoot[] =>
  event.composedPath().filter((one) => one instanceof ShadowRoot);

/** All open shadow roots of a page, for callers without an event whose path contains them. */
function openRoots(top: Document | ShadowRoot): ShadowRoot[] {
  return [...top.querySelectorAll('*')].flatMap((element) => {
    const root = shadowOf(element);
    return root ? [root, ...openRoots(root)] : [];
  });
}

/** The selected ranges, including those within the given shadow roots, which the document's selection omits. */
function allRanges(doc: Document, roots: ShadowRoot[]): Range[] {
  const selection = doc.getSelection();
  if (!selection) return [];
  for (const root of roots) {
    const inner = (root as RootWithSelection).getSelection?.();
    if (inner && !inner.isCollapsed && inner.rangeCount) return [inner.getRangeAt(0)];
  }
  const composed =
    roots.length && (selection as ComposedSelection).getComposedRanges?.({ shadowRoots: roots })[0];
  if (composed && !composed.collapsed && rootOf(composed.startContainer) === rootOf(composed.endContainer)) {
    const range = new Range();
    range.setStart(composed.startContainer, composed.startOffset);
    range.setEnd(composed.endContainer, composed.endOffset);
    return [range];
  }
  const ranges = Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i));
  // `isCollapsed` describes only one of several ranges. That one may be empty while others are not.
  return selection.isCollapsed && ranges.length < 2 ? [] : joinedRanges(ranges);
}

/** Whether a range holds only white space and words that cannot be selected. */
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
 * Joins the ranges of one selection. Firefox splits a selection around words that cannot be selected, and the joined
 * range includes those words. Passages that were selected separately stay apart.
 */
export function joinedRanges(ranges: Range[]): Range[] {
  const joined: Range[] = [];
  for (const next of ranges) {
    const last = joined.at(-1);
    const between = last?.cloneRange();
    between?.collapse(false);
    between?.setEnd(next.startContainer, next.startOffset);
    if (last && between && isUnselectable(between)) last.setEnd(next.endContainer, next.endOffset);
    else joined.push(next.cloneRange());
  }
  return joined;
}

/** Whether a range holds words that can be marked: not only white space, and not in a form field. */
function isMarkable(range: Range): boolean {
  const { commonAncestorContainer: around } = range;
  if (range.collapsed || isEditable(around instanceof Element ? around : around.parentElement)) return false;
  return range.toString().trim() !== '';
}

/** The selected passages: one, or in Firefox several. Leaves out passages of white space and words in a form field. */
export const selectedRanges = (doc: Document, roots = openRoots(doc)): Range[] =>
  allRanges(doc, roots)
    .filter(isMarkable)
    .map((range) => range.cloneRange());

/** The first selected passage; null where there is none. */
export const selectedRange = (doc: Document, roots = openRoots(doc)): Range | null =>
  selectedRanges(doc, roots)[0] ?? null;
