/**
 * Copies a text; false where the browser refuses. Pages without https have no `navigator.clipboard`, and
 * many a government site is one: there a field in our own shadow root is copied from.
 */
export async function copyText(text: string, layer: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    layer.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    return copied;
  }
}
