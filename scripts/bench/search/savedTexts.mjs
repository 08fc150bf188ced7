// The saved articles of the benchmark, as the compared engines read them.
import { Dexie } from 'dexie';
import { openStore } from '@/lib/store/index.ts';

export const store = openStore();

/** Reads the first `count` saved texts in the order of their ids, some at a time. */
export async function* savedTexts(count, atOnce = 200) {
  const { texts } = await store.reading();
  let from = Dexie.minKey;
  for (let left = count; left > 0; left -= atOnce) {
    const rows = await texts.where('[articleId+sha256]').above(from).limit(Math.min(left, atOnce)).toArray();
    if (rows.length === 0) return;
    yield rows;
    from = [rows.at(-1).articleId, rows.at(-1).sha256];
  }
}

/** All pairs of neighbouring characters of a text, or its only character. */
export const pairsOf = (text) =>
  text.length < 2 ? [text] : Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
