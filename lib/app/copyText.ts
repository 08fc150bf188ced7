/**
 * Copies a text; false where the browser refuses. Pages without https, as many government sites are, have no
 * `navigator.clipboard`: there the text is copied from a field in our own shadow root.
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
