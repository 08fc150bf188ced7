/** The least length of the text in a frame that may be an article. */
const LEAST = 200;

/** The text of the page in a frame. Empty if the frame is of another origin or has not loaded. */
function wordsOf(frame: HTMLIFrameElement | HTMLFrameElement): string {
  try {
    return frame.contentDocument?.body?.textContent ?? '';
  } catch {
    return '';
  }
}

/**
 * The address of a frame (of the page's own origin) that holds sentences; null where there is none. Catalogues of
 * government documents (信息公开目录) show each document in such a frame.
 */
export function frameOfArticle(doc: Document): string | null {
  const frames = doc.querySelectorAll<HTMLIFrameElement | HTMLFrameElement>('iframe[src], frame[src]');
  for (const frame of [...frames].slice(0, 20)) {
    const words = wordsOf(frame).replace(/\s+/g, '');
    const address =
      words.length >= LEAST && /。.{10,}。/.test(words) ? frame.contentDocument?.URL : undefined;
    if (address && /^https?:/.test(address)) return address;
  }
  return null;
}
