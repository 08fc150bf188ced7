// What the pictures and the end-to-end tests of the interface share: views fed with a reading made by hand.
import { createHash, randomUUID } from 'node:crypto';

/** The saved record of a reading, as the collection keeps it, and its text. */
export function savedFrom(reading, changes = {}) {
  const { article: whole, ...rest } = reading;
  const { text, ...article } = whole;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const time = '2025-03-13T02:00:00.000Z';
  const id = randomUUID();
  const saved = {
    ...rest,
    id,
    addresses: [],
    created: time,
    modified: time,
    capturedAt: time,
    sha256,
    article,
    taskCorrections: [],
    tags: [],
    note: '',
    ...changes,
  };
  return { saved, captured: { articleId: id, sha256, capturedAt: time, text } };
}

/** Puts a reading into the collection from one of the extension's pages, and gives its id. */
export async function keepReading(page, reading, changes = {}) {
  const { saved, captured } = savedFrom(reading, changes);
  await page.evaluate(
    (article, text) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open('pizhu');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['articles', 'texts'], 'readwrite');
          writing.objectStore('articles').put(article);
          writing.objectStore('texts').put(text);
          writing.onerror = () => failed(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            done(undefined);
          };
        };
      }),
    saved,
    captured,
  );
  return saved.id;
}

/**
 * The popup in a tab, as it is when the background answers `tab.read` thus: `{ value }`, `{ code }` of an error, or
 * null for no answer yet. Everything else is answered by the real background.
 */
export async function popupAnswered(browser, extensionId, answer) {
  const page = await browser.newPage();
  await page.setViewport({ width: 420, height: 600 });
  await page.evaluateOnNewDocument((given) => {
    const { runtime } = globalThis.chrome;
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = (message, ...rest) => {
      if (message?.pizhu !== 'tab.read') return send(message, ...rest);
      if (!given) return new Promise(() => {});
      return Promise.resolve(
        given.code ? { ok: false, code: given.code, message: given.code } : { ok: true, value: given.value },
      );
    };
  }, answer);
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.waitForSelector(`[data-testid^=state-]${answer ? ':not([data-testid=state-loading])' : ''}`);
  return page;
}
