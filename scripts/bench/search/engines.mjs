// The compared engines. Each has `build(count)`, which indexes the first saved articles, and `query(words)`, which
// returns the ids of the articles that contain the words. `load` and `close` are optional; see fts5.mjs.
import * as dexiePairs from './dexiePairs.mjs';
import * as flexSearch from './flexSearch.mjs';
import * as fts5 from './fts5.mjs';
import * as miniSearch from './miniSearch.mjs';
import * as ours from './ours.mjs';
import * as scan from './scan.mjs';

export const ENGINES = { ours, scan, fts5, dexiePairs, flexSearch, miniSearch };

/** With more articles than this, only the engines without a limit run. */
const MOST_FOR_LIMITED = 20_000;
/**
 * The most articles for the engines that build slowly: even these take minutes. The benchmark builds such an engine
 * only after it has measured the others. Its index fills memory, or shares a database of the browser with ours.
 */
const LIMITS = { dexiePairs: 1000, flexSearch: 2000, miniSearch: 2000 };

/** The engines that run on `count` articles, and how many articles each of them indexes. */
export const enginesFor = (count) =>
  Object.keys(ENGINES)
    .map((name) => ({ name, articles: Math.min(LIMITS[name] ?? count, count), limited: name in LIMITS }))
    .filter(({ limited }) => !limited || count <= MOST_FOR_LIMITED);
