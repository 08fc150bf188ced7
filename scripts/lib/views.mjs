// Helpers for pictures and end-to-end tests of the interface: they fill views with a reading made by hand.
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './runTypeScript.mjs';

/** The saved record of a reading, as the background sends it to the popup. */
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
    revision: { counter: 1, device: '' },
    schema: 1,
    capturedAt: time,
    sha256,
    article,
    taskCorrections: [],
    tags: [],
    note: '',
    ...changes,
  };
  return saved;
}

/** scripts/lib/keepReading.ts as one script, made at the first use. */
let script;
const keepingScript = () => {
  script ??= build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      lib: { entry: join(root, 'scripts/lib/keepReading.ts'), formats: ['iife'], name: 'pizhuKeep' },
    },
  }).then(([{ output }]) => output[0].code);
  return script;
};

/** Puts readings into the collection from one of the extension's pages, as saves do, and gives their ids. */
export async function keepReadings(page, readings, corrections = []) {
  const code = await keepingScript();
  return page.evaluate(
    `${code}\npizhuKeep.keepReadings(${JSON.stringify(readings)}, ${JSON.stringify(corrections)})`,
  );
}

/** Puts one reading into the collection, with corrections of its tasks, and gives its id. */
export const keepReading = async (page, reading, corrections = []) =>
  (await keepReadings(page, [reading], corrections))[0];

/**
 * Opens the popup in a tab with a set answer to `tab.read`: `{ value }`, `{ code }` of an error, or null for none yet.
 * The real background answers everything else.
 */
export async function popupAnswered(browser, extensionId, answer) {
  const given = answer?.value ? { value: { updates: true, copies: [], ...answer.value } } : answer;
  const page = await browser.newPage();
  await page.setViewport({ width: 420, height: 600 });
  await page.evaluateOnNewDocument((reply) => {
    const { runtime } = globalThis.chrome;
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = (message, ...rest) => {
      if (message?.pizhu !== 'tab.read') return send(message, ...rest);
      if (!reply) return new Promise(() => {});
      return Promise.resolve(
        reply.code ? { ok: false, code: reply.code, message: reply.code } : { ok: true, value: reply.value },
      );
    };
  }, given);
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.waitForSelector(`[data-testid^=state-]${answer ? ':not([data-testid=state-loading])' : ''}`);
  return page;
}
