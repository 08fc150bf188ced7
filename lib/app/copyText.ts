import { plainText } from '../record/plainText.ts';

/**
 * Copies a text by means of a temporary field in this document, which need not have the focus. False where the browser
 * refuses. Only for documents of the extension: scripts of a web page could change what is copied.
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

/**
 * Copies a text without its invisible characters, from a document of the extension. False where the browser refuses.
 */
export function copyText(text: string): Promise<boolean> {
  const seen = plainText(text);
  return navigator.clipboard.writeText(seen).then(
    () => true,
    () => copyFromField(seen),
  );
}
