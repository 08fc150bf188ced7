import { browser } from 'wxt/browser';
import { askOffscreen } from '../../messages/clipboard.ts';

/** Copies a text; false where the browser refuses. */
export type Copy = (text: string) => Promise<boolean>;

/** Copies from the background itself. Works only in Firefox, where the background is a document. */
export const copyHere: Copy = (text) =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

let last: Promise<unknown> = Promise.resolve();

/**
 * Copies from an offscreen document, because Chromium's background is a service worker without a clipboard. Never
 * copies from the page, whose scripts could delay, read or replace the text.
 */
export const copyOffscreen: Copy = (text) => {
  // Runs one call after another, because only one offscreen document can be open.
  const turn = last.then(async () => {
    await browser.offscreen.createDocument({
      url: 'offscreen.html',
      reasons: ['CLIPBOARD'],
      justification: 'Copy a quotation with its source, out of reach of the page that it is from.',
    });
    try {
      return (await askOffscreen('clipboard.write', { text })).copied;
    } finally {
      await browser.offscreen.closeDocument();
    }
  });
  last = turn.catch(() => {});
  return turn.catch(() => false);
};
