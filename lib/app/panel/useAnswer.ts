import { useEffect, useState } from 'preact/hooks';
import type { Group, GroupId } from '../../search/groups.ts';
import type { OrderId } from '../../search/orders.ts';
import type { Query } from '../../search/query.ts';
import type { ShownHits } from '../../store/index.ts';
import type { SearchEngine } from './searchEngine.ts';
import type { Answered } from './searchView.ts';

/** The answer to a query, with the key of that query. */
export type Answer = Answered & { ids: string[]; groups: Group[]; key: string };

/** Milliseconds after which a query is repeated while the index does not cover all articles. */
const AGAIN = 700;

/**
 * Returns the answer to a query; null before the first one. An answer stays until the next one arrives, so that the
 * list does not flicker. Its `key` says which query it answers. Asks again whenever `changes` changes.
 */
export function useAnswer(
  engine: SearchEngine,
  query: Query | null,
  order: OrderId,
  group: GroupId,
  changes: number,
): { answer: Answer | null; key: string; failure: unknown } {
  const key = query ? JSON.stringify([query, order, group]) : '';
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [again, setAgain] = useState(0);
  useEffect(() => {
    if (!query) return setAnswer(null);
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    (async () => {
      const { ids, groups, complete } = await engine.search(query, order, group);
      const progress = complete ? null : await engine.progress();
      if (gone) return;
      setFailure(null);
      setAnswer({ ids, groups, key, found: ids.length, complete, progress });
      if (!complete) timer = setTimeout(() => setAgain((now) => now + 1), AGAIN);
    })().catch((error) => !gone && setFailure(error));
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [engine, key, changes, again]);
  return { answer: query ? answer : null, key, failure };
}

/**
 * The places of a query's words in these articles, by article id. Asks the search engine only about articles whose
 * places are not known yet.
 */
export function useHits(
  engine: SearchEngine,
  query: Query | null,
  ids: string[],
  changes: number,
): Map<string, ShownHits> {
  const about = query ? `${JSON.stringify(query)} ${changes}` : '';
  const [known, setKnown] = useState<{ about: string; hits: Map<string, ShownHits> }>({
    about: '',
    hits: new Map(),
  });
  const missing = query ? ids.filter((id) => known.about !== about || !known.hits.has(id)) : [];
  useEffect(() => {
    if (!query || missing.length === 0) return;
    let gone = false;
    engine.hits(query, missing).then(
      (found) => {
        if (gone) return;
        setKnown((now) => ({
          about,
          hits: new Map([
            ...(now.about === about ? now.hits : []),
            ...found.map((one): [string, ShownHits] => [one.id, one]),
          ]),
        }));
      },
      // If reading the extracts fails, the list shows the rows without them.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [about, missing.join()]);
  return query && known.about.startsWith(JSON.stringify(query)) ? known.hits : NO_HITS;
}

const NO_HITS = new Map<string, ShownHits>();
