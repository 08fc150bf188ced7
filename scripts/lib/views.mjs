// Helpers for screenshots and end-to-end tests: they fill the extension's views with a hand-made reading.
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './runTypeScript.mjs';

/** The saved record of a reading, in the form in which the background sends it to the popup. */
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

/** The bundled script of scripts/lib/keepReading.ts. It is built when it is first needed. */
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

/** Saves readings from a page of the extension, through the extension's own store. Returns their ids. */
export async function keepReadings(page, readings, corrections = []) {
  const code = await keepingScript();
  return page.evaluate(
    `${code}\npizhuKeep.keepReadings(${JSON.stringify(readings)}, ${JSON.stringify(corrections)})`,
  );
}

/** Marks words of saved articles, and gives articles tags; see `keepMarks` in keepReading.ts. */
export async function keepMarks(page, marks, tags = []) {
  const code = await keepingScript();
  return page.evaluate(`${code}\npizhuKeep.keepMarks(${JSON.stringify(marks)}, ${JSON.stringify(tags)})`);
}

/** Saves one reading with corrections of its tasks. Returns its id. */
export const keepReading = async (page, reading, corrections = []) =>
  (await keepReadings(page, [reading], corrections))[0];

/**
 * Opens the popup in a tab, and answers its message `tab.read` with `answer`: a `{ value }`, an error `{ code }`, or
 * null for no answer yet. The real background answers all other messages.
 */
export async function popupAnswered(browser, extensionId, answer) {
  const given = answer?.value
    ? { value: { updates: answer.value.saved !== null, copies: [], ...answer.value } }
    : answer;
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
  await page.waitForSelector(`[data-testid^=state-]${answer ? ':not([data-testid=state-loading])' : ''}`, {
    visible: true,
  });
  return page;
}
