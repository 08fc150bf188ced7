/**
 * Remembers what has the focus in a page. The function that it returns gives the focus back; where nothing had it, the
 * caret goes behind the range, so that the keyboard goes on from there.
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
