// Fills the collection in a page of a benchmark by the extension's own import, which is its fastest way of writing.
import { recognisedAddresses } from '@/lib/record/address.ts';
import { textId } from '@/lib/record/schema.ts';
import { sha256 } from '@/lib/record/sha256.ts';
import { importInto } from '@/lib/store/index.ts';
import { sampleAnnotation, sampleReading, sampleSaved, sampleStamps } from '@/test/support/samples.ts';

/** The number of articles in one part of an import. */
const AT_ONCE = 50;
/** The number of parts that are written in one transaction. */
const PARTS = 5;

const device = crypto.randomUUID();
let counter = 0;
const stamps = () => ({ ...sampleStamps, revision: { counter: ++counter, device } });

/** Makes an article with the given number of marks, as it is stored. */
async function bundleOf({ title, text, url }, marks) {
  const id = crypto.randomUUID();
  const hash = await sha256(text);
  const { article: whole, ...found } = sampleReading({ title, text }, url);
  const { text: _, ...article } = whole;
  const addresses = recognisedAddresses(url, null);
  const saved = { ...sampleSaved({ ...found, id, addresses, sha256: hash }), ...stamps(), article };
  const { capturedAt } = saved;
  return {
    saved,
    texts: [{ id: textId(id, hash), ...stamps(), articleId: id, sha256: hash, capturedAt, text }],
    annotations: Array.from({ length: marks }, (_, n) => {
      const [start, end] = [n * 40, n * 40 + 20];
      const captured = { sha256: hash, start, end };
      const mark = sampleAnnotation(text.slice(start, end), ['水务'], captured);
      return { ...mark, ...stamps(), articleId: id };
    }),
  };
}

/** Imports articles into an empty collection, each with the given number of marks. */
export async function importArticles(store, articles, marks) {
  // Passes the state of a new collection, which is an empty string. So the import takes all articles as missing here,
  // and looks none of them up.
  const write = importInto(store, crypto.randomUUID(), '');
  const bundles = [];
  const next = () => {
    const part = bundles.splice(0, AT_ONCE);
    return part.length > 0 ? { bundles: part, isAbsent: part.map(() => true) } : null;
  };
  for (const article of articles) {
    bundles.push(await bundleOf(article, marks));
    if (bundles.length === AT_ONCE * PARTS) await write(next(), next);
  }
  if (bundles.length > 0) await write(next(), next);
}
