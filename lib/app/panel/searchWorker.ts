import { openStore } from '../../store/index.ts';
import type { FromWorker, ToWorker } from './searchEngine.ts';
import { searchHere } from './searchHere.ts';

// The search worker of the page with the list. The browser ends the worker when the page is closed.

const tell = (message: FromWorker) => self.postMessage(message);
const engine = searchHere(openStore(), () => tell({ changed: true }));

/** Answers each question. The answer is an error where the search fails. */
self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  const { id } = data;
  try {
    if (data.ask === 'search') tell({ id, answer: await engine.search(...data.of) });
    else if (data.ask === 'hits') tell({ id, answer: await engine.hits(...data.of) });
    else if (data.ask === 'values') tell({ id, answer: await engine.values(...data.of) });
    else tell({ id, answer: await engine[data.ask]() });
  } catch (error) {
    tell({ id, error: String(error) });
  }
};
