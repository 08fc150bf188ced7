import { openStore } from '../../store/index.ts';
import { type FromWorker, searchHere, type ToWorker } from './searchEngine.ts';

// The search of the panel, in a thread of its own. Its page ends it.

const tell = (message: FromWorker) => self.postMessage(message);
const engine = searchHere(openStore(), () => tell({ changed: true }));

/** An answer to each question, whatever becomes of it. */
self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  const { id } = data;
  try {
    if (data.ask === 'search') tell({ id, answer: await engine.search(...data.of) });
    else if (data.ask === 'hits') tell({ id, answer: await engine.hits(...data.of) });
    else tell({ id, answer: await engine[data.ask]() });
  } catch (error) {
    tell({ id, error: String(error) });
  }
};
