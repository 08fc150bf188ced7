import { expect, test, vi } from 'vitest';
import { markOn, richBundle } from '../../test/support/exchanged.ts';
import type { Change } from '../record/change.ts';
import { type BundleMerge, mergeBundle } from '../record/merge.ts';
import type { ArticleBundle } from '../record/schema.ts';
import type { Extras } from './extras.ts';
import { applyImport, type ImportTarget, planImport, undoImport } from './import.ts';
import { exportParts } from './json.ts';

/** Makes articles, each with its own id, address and mark. */
const bundles = (count: number): ArticleBundle[] =>
  Array.from({ length: count }, (_, i) => {
    const articleId = crypto.randomUUID();
    const { saved, texts } = richBundle(
      [],
      { title: `第${i + 1}篇` },
      `https://www.lanqiao.example/${i}.html`,
    );
    return {
      saved: { ...saved, id: articleId },
      texts: texts.map((text) => ({ ...text, id: `${articleId}/${text.sha256}`, articleId })),
      annotations: [{ ...markOn('碧水'), articleId }],
    };
  });
const fileOf = async (all: ArticleBundle[]) => new Blob(await exportParts(all, 'Pizhu test'));

const empty = { article: null, texts: new Set<string>(), annotations: new Map(), deleted: new Map() };

/** An empty collection that records the changes written to it. */
function target(preview: (bundle: ArticleBundle) => Partial<BundleMerge> = () => ({})) {
  const written: Change[][] = [];
  const added: Extras[] = [];
  const removed: string[] = [];
  const collection: ImportTarget = {
    preview: async (all) => all.map((bundle) => ({ ...mergeBundle(empty, bundle), ...preview(bundle) })),
    write: async (changes) => {
      written.push(changes);
      return changes.length;
    },
    newExtras: async (extras) => extras,
    addExtras: async (_, extras) => void added.push(extras),
    removeExtras: async (id) => void removed.push(id),
  };
  return { written, added, removed, collection };
}

test('a plan counts articles and marks, names conflicts by their place, and tells how far it is', async () => {
  const all = bundles(3);
  const far: number[] = [];
  const { collection } = target(({ saved }) => (saved.id === all[1]!.saved.id ? { kind: 'conflict' } : {}));
  const plan = await planImport(collection, await fileOf(all), { onProgress: (n) => far.push(n) });
  expect(plan).toEqual({
    importId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    counts: { add: 2, change: 0, left: 0, conflict: 1 },
    conflicts: [{ place: 2, title: '第2篇', kind: 'conflict' }],
    newMarks: 3,
    newExtras: { tags: 0, searches: 0, settings: 0, trash: 0 },
    bad: [],
    isCut: false,
    isIntact: true,
  });
  expect(far).toEqual([1, 2, 3]);
});

test('marks that are there already are no new ones', async () => {
  const left = { kind: 'left' as const, row: null, stamped: false as const };
  const { collection } = target(({ annotations }) => ({ annotations: annotations.map(() => left) }));
  expect((await planImport(collection, await fileOf(bundles(1)))).newMarks).toBe(0);
});

test('articles come in whole, with all that belongs to them, twenty in one transaction', async () => {
  const all = bundles(41);
  const { written, collection } = target();
  const file = await fileOf(all);
  const plan = await planImport(collection, file);
  expect(await applyImport(collection, file, plan)).toBe(41);
  expect(written.map(({ length }) => length)).toEqual([20, 20, 1]);
  expect(written.flat()).toEqual(
    all.map(({ saved, texts, annotations }) => ({
      id: expect.any(String),
      type: 'importArticle',
      importId: plan.importId,
      article: saved,
      texts,
      annotations,
    })),
  );
  expect(new Set(written.flat().map(({ id }) => id)).size).toBe(41);
});

test('all or nothing brings in a file without a fault, and nothing of one that is cut or has one', async () => {
  const file = await fileOf(bundles(2));
  const { written, collection } = target();
  const plan = await planImport(collection, file);
  for (const damage of [
    { isCut: true },
    { bad: [{ article: 1, part: 'saved', reason: 'invalid' as const, detail: '' }] },
  ])
    await expect(
      applyImport(collection, file, { ...plan, ...damage }, { wholeOnly: true }),
    ).rejects.toMatchObject({ code: 'exportDamaged' });
  expect(written).toEqual([]);
  expect(await applyImport(collection, file, plan, { wholeOnly: true })).toBe(2);
  expect(await applyImport(collection, file, { ...plan, isCut: true })).toBe(2);
});

test('an import that fails is taken back, and says why it failed', async () => {
  const file = await fileOf(bundles(21));
  const { written, collection } = target();
  const plan = await planImport(collection, file);
  const full: ImportTarget = {
    ...collection,
    write: async (changes) => {
      if (written.length === 1 && changes[0]!.type === 'importArticle') throw new Error('full');
      return collection.write(changes);
    },
  };
  await expect(applyImport(full, file, plan)).rejects.toThrow('full');
  expect(written.at(-1)).toEqual([{ id: expect.any(String), type: 'undoImport', importId: plan.importId }]);
});

test('an import that fails and cannot be undone either says so, and why it failed', async () => {
  const { collection } = target();
  const full: ImportTarget = {
    ...collection,
    write: async ([change]) => {
      throw new Error(change!.type === 'importArticle' ? 'full' : 'not undone');
    },
  };
  const file = await fileOf(bundles(1));
  const onNotUndone = vi.fn();
  const plan = await planImport(full, file);
  await expect(applyImport(full, file, plan, { onNotUndone })).rejects.toThrow('full');
  expect(onNotUndone).toHaveBeenCalledOnce();
});

test('an undo that fails at searches and settings leaves the articles', async () => {
  const { written, collection } = target();
  const removeExtras = () => Promise.reject(new Error('full'));
  await expect(undoImport({ ...collection, removeExtras }, 'an import')).rejects.toThrow('full');
  expect(written).toEqual([]);
});

test('a stopped import keeps what was written, tells how far it came, and goes on after that', async () => {
  const all = bundles(50);
  const file = await fileOf(all);
  const { written, added, collection } = target();
  const plan = await planImport(collection, file);
  const stop = new AbortController();
  const far: number[][] = [];
  const onWritten = (place: number, count: number) => {
    far.push([place, count]);
    if (place === 40) stop.abort(new Error('stopped'));
  };
  await expect(applyImport(collection, file, plan, { onWritten, signal: stop.signal })).rejects.toThrow(
    'stopped',
  );
  expect(far).toEqual([
    [20, 20],
    [40, 40],
  ]);
  expect(written.flat().map(({ type }) => type)).toEqual(Array(40).fill('importArticle'));
  expect(added).toEqual([]);
  expect(await applyImport(collection, file, plan, { after: 40, onWritten })).toBe(10);
  expect(far.at(-1)).toEqual([50, 10]);
  expect(added).toHaveLength(1);
  const ids = written.flat().map((change) => (change.type === 'importArticle' ? change.article.id : ''));
  expect(ids).toEqual(all.map(({ saved }) => saved.id));
  expect(await applyImport(collection, file, plan, { after: 50, onWritten })).toBe(0);
  expect(far).toHaveLength(3);
});

test('a stopped plan reads no further', async () => {
  const stop = new AbortController();
  const far: number[] = [];
  const onProgress = (n: number) => {
    far.push(n);
    stop.abort(new Error('stopped'));
  };
  await expect(
    planImport(target().collection, await fileOf(bundles(3)), { onProgress, signal: stop.signal }),
  ).rejects.toThrow('stopped');
  expect(far).toEqual([1]);
});

test('an import is undone by its id', async () => {
  const { written, removed, collection } = target();
  await undoImport(collection, 'an import');
  expect(removed).toEqual(['an import']);
  expect(written).toEqual([[{ id: expect.any(String), type: 'undoImport', importId: 'an import' }]]);
});

test('a file with too many bad records is refused before their list fills the memory', async () => {
  const { written, collection } = target();
  const [good] = await exportParts(bundles(1), 'Pizhu test').then((parts) => [parts.join('')]);
  const file = new Blob([good!.replace('\n],', `${',\n5'.repeat(10_002)}\n],`)]);
  await expect(planImport(collection, file)).rejects.toMatchObject({ code: 'exportUnreadable' });
  expect(written).toEqual([]);
});
