/**
 * Copies a text from a field of this document, which needs no focus; false where the browser refuses. Only for documents
 * of the extension: in a page's document the page's scripts decide what is copied.
 */
export function copyFromField(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}

/** Copies a text from a document of the extension; false where the browser refuses. */
export const copyText = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => copyFromField(text),
  );
