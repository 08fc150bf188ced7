/** The element with the focus or under a selection in which somebody writes. */
export const isEditable = (target: EventTarget | null | undefined): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable=""], [contenteditable="true"]') !== null;

type WithSelection = { getSelection?: () => Selection | null };

/** The innermost open shadow root with the focus; the document where there is none. */
function focusedRoot(doc: Document): Document | ShadowRoot {
  let root: Document | ShadowRoot = doc;
  while (root.activeElement?.shadowRoot) root = root.activeElement.shadowRoot;
  return root;
}

/** The selected passage, or null where nothing is selected, or only blanks, or words in a field. */
export function selectedRange(doc: Document): Range | null {
  // Chromium keeps the selection within a shadow root on the root itself.
  const inner = (focusedRoot(doc) as WithSelection).getSelection?.();
  const selection = inner && !inner.isCollapsed ? inner : doc.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: around } = range;
  if (isEditable(around instanceof Element ? around : around.parentElement)) return null;
  return range.toString().trim() ? range.cloneRange() : null;
}
