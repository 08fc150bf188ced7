import type { Suggested } from '../../search/complete.ts';
import type { GroupId } from '../../search/groups.ts';
import type { OrderId } from '../../search/orders.ts';
import type { Query } from '../../search/query.ts';
import type { IndexCheck, SearchAnswer, ShownHits } from '../../store/index.ts';
import { afterFirstView } from '../firstView.ts';

/** The search functions that the list of articles uses. */
export type SearchEngine = {
  search(query: Query, order: OrderId, group: GroupId): Promise<SearchAnswer>;
  /** The places of a query's words in these articles. */
  hits(query: Query, ids: string[]): Promise<ShownHits[]>;
  /** At most `most` values of a field that have the typed words. */
  values(field: Suggested, begun: string, most: number): Promise<string[]>;
  /** How many articles are indexed, and how many there are. */
  progress(): Promise<{ indexed: number; total: number }>;
  /** Compares the index with the texts of all articles. */
  check(): Promise<IndexCheck>;
  /** Empties the index and starts to rebuild it. Resolves when the index is empty. */
  rebuild(): Promise<void>;
  close(): void;
};

/** The messages to and from the search worker. An answer has the id of the question that it answers. */
type Question =
  | { ask: 'search'; of: Parameters<SearchEngine['search']> }
  | { ask: 'hits'; of: Parameters<SearchEngine['hits']> }
  | { ask: 'values'; of: Parameters<SearchEngine['values']> }
  | { ask: 'progress' | 'check' | 'rebuild'; of: [] };
export type ToWorker = Question & { id: number };
export type FromWorker = { id: number; answer: unknown } | { id: number; error: string } | { changed: true };

/**
 * Runs the search in a worker, so that typing never waits for a query or for the index. The worker starts at the first
 * question, or else after the page has shown its first view.
 */
export function searchInWorker(changed: () => void): SearchEngine {
  const open = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  let worker: Worker | undefined;
  let isClosed = false;
  const started = (): Worker => {
    if (worker) return worker;
    worker = new Worker(new URL('./searchWorker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ('changed' in data) return changed();
      const asked = open.get(data.id);
      open.delete(data.id);
      if ('error' in data) asked?.reject(new Error(data.error));
      else asked?.resolve(data.answer as never);
    };
    worker.onerror = ({ message }) => {
      for (const { reject } of open.values()) reject(new Error(message));
      open.clear();
    };
    return worker;
  };
  afterFirstView(() => void (isClosed || started()));
  const ask = <T>(question: Question) =>
    new Promise<T>((resolve, reject) => {
      last += 1;
      open.set(last, { resolve, reject });
      started().postMessage({ ...question, id: last } satisfies ToWorker);
    });
  return {
    search: (...of) => ask({ ask: 'search', of }),
    hits: (...of) => ask({ ask: 'hits', of }),
    values: (...of) => ask({ ask: 'values', of }),
    progress: () => ask({ ask: 'progress', of: [] }),
    check: () => ask({ ask: 'check', of: [] }),
    rebuild: () => ask({ ask: 'rebuild', of: [] }),
    close: () => {
      isClosed = true;
      worker?.terminate();
    },
  };
}
