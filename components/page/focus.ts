/**
 * Remembers which element of a page has the focus. Returns a function that gives the focus back. Where no element had
 * the focus, that function puts the caret behind the range, so that the keyboard continues from there.
 */
export function rememberFocus(doc: Document, range: Range): () => void {
  const { activeElement, body, documentElement } = doc;
  const isSomething = activeElement && activeElement !== body && activeElement !== documentElement;
  return () => {
    if (isSomething && activeElement.isConnected)
      return HTMLElement.prototype.focus.call(activeElement, { preventScroll: true });
    if (!range.endContainer.isConnected) return;
    doc.getSelection()?.collapse(range.endContainer, range.endOffset);
  };
}
