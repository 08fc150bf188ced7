// FTS5 of SQLite with the trigram tokenizer. It runs in a worker, because only a worker can open its file.
import { savedTexts } from './savedTexts.mjs';

let worker = null;

/** Calls a function of the worker; see fts5Worker.mjs. */
function call(name, ...args) {
  worker ??= new Worker('/fts5Worker.mjs', { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ name, args }, [port2]);
  return new Promise((resolve, reject) => {
    port1.onmessage = ({ data }) => {
      if (data.error) reject(new Error(data.error));
      else resolve(data.value);
    };
  });
}

export async function build(count) {
  for await (const rows of savedTexts(count))
    await call(
      'add',
      rows.map(({ articleId, text }) => ({ id: articleId, text })),
    );
  await call('optimize');
}

export const query = (words) => call('query', words);

/** Loads the code of SQLite, which is no part of the page's script. Opens no database. */
export const load = () => call('load');

/** Closes the file. Only one page can have it open. */
export const close = () => call('close');
