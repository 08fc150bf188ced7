/**
 * Remembers which element of a page has the focus. Returns a function that gives the focus back. Where no element had
 * the focus, that function puts the caret at the end of the range, so that the keyboard continues from there.
 */
export function rememberFocus(doc: Document, range: Range): () => void {
  const { activeElement, body, documentElement } = doc;
  const isSomething = activeElement && activeElement !== body && activeElement !== documentElement;
  return () => {
    if (isSomething && activeElement.isConnected)
      return HTMLElement.prototype.focus.call(activeElement, { preventScroll: true });
    // Without this, the page has no focus at all once the card's frame is gone: it shows selections in grey, and its
    // scripts are told that the person is elsewhere.
    doc.defaultView?.focus();
    if (!range.endContainer.isConnected) return;
    doc.getSelection()?.collapse(range.endContainer, range.endOffset);
  };
}
