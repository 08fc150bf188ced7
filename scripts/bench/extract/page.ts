// Runs in the page that measures. Gives every extractor the same parsed document.
import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { readArticle, readArticleInStretches } from '@/lib/article/index.ts';
import { readText } from '@/lib/tasks/index.ts';

const URL_OF_PAGE = 'https://www.example.gov.cn/art/2023/2/2/art_1_2.html';

type Extractor = (doc: Document) => unknown;

/** The extractors. Each copies the document within the measured time, except the last one, which parses HTML itself. */
const extractors: Record<string, Extractor> = {
  ours: (doc) => {
    const article = readArticle(doc, { url: URL_OF_PAGE });
    return readText(article.text, article);
  },
  // Reads only the article. Only this work slows down a page, because the extension reads tasks in the background.
  article: (doc) => readArticle(doc, { url: URL_OF_PAGE }),
  readability: (doc) => new Readability(doc.cloneNode(true) as Document).parse(),
  defuddle: (doc) => new Defuddle(doc.cloneNode(true) as Document, { url: URL_OF_PAGE }).parse(),
  extractus: (doc) => extractFromHtml(doc.documentElement.outerHTML, URL_OF_PAGE),
};

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Runs an extractor several times, because one run is too short for the clock. Returns the milliseconds of one run. */
async function time(run: Extractor, doc: Document, times: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < times; i++) await run(doc);
  return (performance.now() - start) / times;
}

/**
 * Milliseconds that each extractor takes on a page: the median of several rounds, in which the extractors take turns.
 */
async function measure(html: string, names: string[], rounds: number, enough: number) {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const samples: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  const times: Record<string, number> = {};
  for (const name of names) {
    // The first run is not measured, because the engine may have to compile again. The second run tells how long one
    // run takes.
    await time(extractors[name]!, doc, 1).catch(() => Number.NaN);
    const firstTime = await time(extractors[name]!, doc, 1).catch(() => Number.NaN);
    times[name] = Math.max(1, Math.min(50, Math.ceil(enough / firstTime) || 1));
  }
  for (let round = 0; round < rounds; round++)
    for (let k = 0; k < names.length; k++) {
      const name = names[(k + round) % names.length]!;
      // Records no time for an extractor that cannot read the page.
      const spent = await time(extractors[name]!, doc, times[name]!).catch(() => Number.NaN);
      samples[name]!.push(spent);
    }
  return Object.fromEntries(names.map((name) => [name, median(samples[name]!)]));
}

/** Milliseconds of a single run. In a new page, no code is compiled yet. */
async function once(html: string, name: string): Promise<number> {
  return time(extractors[name]!, new DOMParser().parseFromString(html, 'text/html'), 1);
}

/** The longest time for which Pizhu's extraction, tasks included, blocks the main thread without a pause. */
async function longestStretch(html: string, rounds: number): Promise<number> {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const longest: number[] = [];
  const { scheduler } = globalThis as unknown as { scheduler: { yield: () => Promise<void> } };
  const wait = scheduler.yield.bind(scheduler);
  for (let round = 0; round < rounds; round++) {
    let start = performance.now();
    let worst = 0;
    const note = () => {
      worst = Math.max(worst, performance.now() - start);
    };
    scheduler.yield = async () => {
      note();
      await wait();
      start = performance.now();
    };
    const article = await readArticleInStretches(doc, { url: URL_OF_PAGE });
    note();
    await wait();
    start = performance.now();
    readText(article.text, article);
    note();
    longest.push(worst);
  }
  scheduler.yield = wait;
  return median(longest);
}

const isArticle = (html: string): boolean =>
  readArticle(new DOMParser().parseFromString(html, 'text/html'), { url: URL_OF_PAGE }).isArticle;

Object.assign(globalThis, { bench: { measure, once, longestStretch, isArticle } });
