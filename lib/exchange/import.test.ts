import { expect, test, vi } from 'vitest';
import { markOn, richBundle } from '../../test/support/exchanged.ts';
import { type ImportPreview, mergeBundle, NOTHING_PRESENT } from '../record/merge.ts';
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

/** The number of articles that are written in one transaction. */
const AT_ONCE = 20;

/** An empty collection that records what is written to it. */
function target(preview: (bundle: ArticleBundle) => Partial<ImportPreview> = () => ({})) {
  const written: ArticleBundle[][] = [];
  const begun: [string, string | null][] = [];
  const absent: (boolean[] | undefined)[] = [];
  const undone: string[] = [];
  const added: Extras[] = [];
  const removed: string[] = [];
  const collection: ImportTarget = {
    atOnce: AT_ONCE,
    preview: async (all) =>
      all.map((bundle) => ({
        ...mergeBundle(NOTHING_PRESENT, bundle),
        absentAt: 'a state',
        ...preview(bundle),
      })),
    begin: (...given) => {
      begun.push(given);
      return async ({ bundles, isAbsent }) => {
        written.push(bundles);
        absent.push(isAbsent);
        return bundles.length;
      };
    },
    undo: async (importId) => void undone.push(importId),
    newExtras: async (extras) => extras,
    addExtras: async (_, extras) => void added.push(extras),
    removeExtras: async (id) => void removed.push(id),
  };
  return { written, begun, absent, undone, added, removed, collection };
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
    mended: new Set(),
    lookedUp: { at: 'a state', met: new Set() },
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

test('articles come in whole, with all that belongs to them, some in one transaction', async () => {
  const all = bundles(2 * AT_ONCE + 1);
  const { written, begun, collection } = target();
  const file = await fileOf(all);
  const plan = await planImport(collection, file);
  expect(await applyImport(collection, file, plan)).toBe(all.length);
  expect(begun).toEqual([[plan.importId, 'a state']]);
  expect(written.map(({ length }) => length)).toEqual([AT_ONCE, AT_ONCE, 1]);
  expect(written.flat()).toEqual(all);
});

test('long articles come in fewer at a time', async () => {
  const all = bundles(3).map(({ saved, ...rest }) => ({
    saved: { ...saved, note: '长'.repeat(1.5 * 2 ** 20) },
    ...rest,
  }));
  const { written, collection } = target();
  const file = await fileOf(all);
  await applyImport(collection, file, await planImport(collection, file));
  expect(written.map(({ length }) => length)).toEqual([2, 1]);
});

test('what was planned is written as it was checked, and without a plan it is checked again', async () => {
  const [good, hurt, copy, other] = bundles(4) as [
    ArticleBundle,
    ArticleBundle,
    ArticleBundle,
    ArticleBundle,
  ];
  Object.assign(hurt.annotations[0]!, { color: 'plaid' });
  hurt.texts[0]!.text += '。';
  copy.saved = { ...copy.saved, id: good.saved.id };
  other.annotations = good.annotations;
  const { written, collection } = target();
  const file = await fileOf([good, hurt, copy, other]);
  const plan = await planImport(collection, file);
  expect(plan.bad.map(({ article, reason }) => [article, reason])).toEqual([
    [2, 'invalid'],
    [2, 'altered'],
    [3, 'duplicate'],
    [4, 'foreign'],
  ]);
  expect(plan.mended).toEqual(new Set([2, 3, 4]));
  expect(await applyImport(collection, file, plan)).toBe(3);
  const { mended: _, ...again } = plan;
  expect(await applyImport(collection, file, again)).toBe(3);
  const expected = [good, { ...hurt, texts: [], annotations: [] }, { ...other, annotations: [] }];
  expect(written).toEqual([expected, expected]);
});

test('what the preview has looked up is not looked up again, unless the collection was changed meanwhile', async () => {
  const all = bundles(3);
  const file = await fileOf(all);
  const met = target(({ saved }) => (saved.id === all[1]!.saved.id ? { absentAt: null } : {}));
  const plan = await planImport(met.collection, file);
  expect(plan.lookedUp).toEqual({ at: 'a state', met: new Set([2]) });
  await applyImport(met.collection, file, plan);
  const { lookedUp: _, ...unplanned } = plan;
  await applyImport(met.collection, file, unplanned);
  expect(met.begun.map(([, at]) => at)).toEqual(['a state', null]);
  expect(met.absent).toEqual([
    [true, false, true],
    [false, false, false],
  ]);
  const changed = target(({ saved }) => ({ absentAt: saved.id === all[2]!.saved.id ? 'later' : 'a state' }));
  expect((await planImport(changed.collection, file)).lookedUp).toBeNull();
  const here = target(() => ({ absentAt: null }));
  expect((await planImport(here.collection, file)).lookedUp).toBeNull();
});

test('rows of an earlier version come in migrated, as they were planned', async () => {
  const [one] = bundles(1);
  const { revision: _, schema: __, ...mark } = one!.annotations[0]!;
  const { written, collection } = target();
  const file = await fileOf([{ ...one!, annotations: [mark as never] }]);
  const plan = await planImport(collection, file);
  expect([plan.bad, plan.mended]).toEqual([[], new Set([1])]);
  await applyImport(collection, file, plan);
  expect(written[0]![0]!.annotations[0]).toMatchObject({ schema: 2, revision: { counter: 0 } });
});

test('the next articles are read while the last are being written, and never written before them', async () => {
  const all = bundles(2 * AT_ONCE);
  const file = await fileOf(all);
  const { collection } = target();
  let finish = () => {};
  const begun: number[] = [];
  const slow: ImportTarget = {
    ...collection,
    begin:
      () =>
      async ({ bundles: some }) => {
        begun.push(some.length);
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return some.length;
      },
  };
  const plan = await planImport(collection, file);
  const far: number[] = [];
  const done = applyImport(slow, file, plan, { onProgress: (place) => far.push(place) });
  await vi.waitFor(() => expect(far.at(-1)).toBe(2 * AT_ONCE));
  expect(begun).toEqual([AT_ONCE]);
  finish();
  await vi.waitFor(() => expect(begun).toHaveLength(2));
  finish();
  expect(await done).toBe(2 * AT_ONCE);
});

test('what was read meanwhile is written in the same transaction; more is not read before, nor written after a stop', async () => {
  const all = bundles(6 * AT_ONCE);
  const file = await fileOf(all);
  const { collection } = target();
  const plan = await planImport(collection, file);
  const stop = new AbortController();
  let goOn = () => {};
  const written: ArticleBundle[][] = [];
  const patient: ImportTarget = {
    ...collection,
    begin: () => async (first, more) => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      const own = [...first.bundles];
      written.push(own);
      for (let part = more!(); part; part = more!()) own.push(...part.bundles);
      return own.length;
    },
  };
  const far: number[] = [];
  const onProgress = (place: number) => {
    far[0] = place;
  };
  const places: number[][] = [];
  const done = applyImport(patient, file, plan, {
    onProgress,
    onWritten: (...place) => places.push(place),
    signal: stop.signal,
  });
  const last = expect(done).rejects.toThrow('stopped');
  // While the first batch is being written, the second is read and waits. The third is read when the second is taken.
  await vi.waitFor(() => expect(far).toEqual([2 * AT_ONCE]));
  goOn();
  await vi.waitFor(() => expect(places).toEqual([[2 * AT_ONCE, 2 * AT_ONCE]]));
  await vi.waitFor(() => expect(far).toEqual([4 * AT_ONCE]));
  stop.abort(new Error('stopped'));
  goOn();
  await last;
  expect(places.at(-1)).toEqual([3 * AT_ONCE, 3 * AT_ONCE]);
  expect(written.flat()).toEqual(all.slice(0, 3 * AT_ONCE));
});

test('a file that breaks off on the way is undone only after what is being written', async () => {
  const json = (await exportParts(bundles(AT_ONCE + 1), 'Pizhu test')).join('');
  const whole = new Blob([json]);
  const { collection, undone } = target();
  const plan = await planImport(collection, whole);
  let isWriting = false;
  const slow: ImportTarget = {
    ...collection,
    begin:
      () =>
      async ({ bundles: some }) => {
        isWriting = true;
        await new Promise((resolve) => setTimeout(resolve, 20));
        isWriting = false;
        return some.length;
      },
    undo: async (id) => {
      expect(isWriting).toBe(false);
      undone.push(id);
    },
  };
  const end = json.lastIndexOf('{"saved"');
  const bytes = new TextEncoder().encode(json.slice(0, end));
  const broken = Object.assign(new Blob(), {
    stream: () =>
      new ReadableStream({
        start: (controller) => controller.enqueue(bytes),
        pull: (controller) => controller.error(new DOMException('gone', 'NotFoundError')),
      }),
  });
  await expect(applyImport(slow, broken, plan)).rejects.toThrow('gone');
  expect(undone).toEqual([plan.importId]);
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
  const file = await fileOf(bundles(AT_ONCE + 1));
  const { written, undone, removed, collection } = target();
  const plan = await planImport(collection, file);
  const full: ImportTarget = {
    ...collection,
    begin: (...given) => {
      const write = collection.begin(...given);
      return async (...batch) => {
        if (written.length === 1) throw new Error('full');
        return write(...batch);
      };
    },
  };
  await expect(applyImport(full, file, plan)).rejects.toThrow('full');
  expect(written).toHaveLength(1);
  expect([removed, undone]).toEqual([[plan.importId], [plan.importId]]);
});

test('an import that fails and cannot be undone either says so, and why it failed', async () => {
  const { collection } = target();
  const full: ImportTarget = {
    ...collection,
    begin: () => () => Promise.reject(new Error('full')),
    undo: () => Promise.reject(new Error('not undone')),
  };
  const file = await fileOf(bundles(1));
  const onNotUndone = vi.fn();
  const plan = await planImport(full, file);
  await expect(applyImport(full, file, plan, { onNotUndone })).rejects.toThrow('full');
  expect(onNotUndone).toHaveBeenCalledOnce();
});

test('an undo that fails at searches and settings leaves the articles', async () => {
  const { undone, collection } = target();
  const removeExtras = () => Promise.reject(new Error('full'));
  await expect(undoImport({ ...collection, removeExtras }, 'an import')).rejects.toThrow('full');
  expect(undone).toEqual([]);
});

test('a stopped import keeps what was written, tells how far it came, and goes on after that', async () => {
  const [first, second, rest] = [AT_ONCE, 2 * AT_ONCE, 2 * AT_ONCE + 10];
  const all = bundles(rest);
  const file = await fileOf(all);
  const { written, undone, added, collection } = target();
  const plan = await planImport(collection, file);
  const stop = new AbortController();
  const far: number[][] = [];
  const onWritten = (place: number, count: number) => {
    far.push([place, count]);
    if (place === second) stop.abort(new Error('stopped'));
  };
  await expect(applyImport(collection, file, plan, { onWritten, signal: stop.signal })).rejects.toThrow(
    'stopped',
  );
  expect(far).toEqual([
    [first, first],
    [second, second],
  ]);
  expect(written.flat()).toHaveLength(second);
  expect([added, undone]).toEqual([[], []]);
  expect(await applyImport(collection, file, plan, { after: second, onWritten })).toBe(10);
  expect(far.at(-1)).toEqual([rest, 10]);
  expect(added).toHaveLength(1);
  expect(written.flat().map(({ saved }) => saved.id)).toEqual(all.map(({ saved }) => saved.id));
  expect(await applyImport(collection, file, plan, { after: rest, onWritten })).toBe(0);
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
  const { undone, removed, collection } = target();
  await undoImport(collection, 'an import');
  expect([removed, undone]).toEqual([['an import'], ['an import']]);
});

test('a file with too many bad records is refused before their list fills the memory', async () => {
  const { written, collection } = target();
  const [good] = await exportParts(bundles(1), 'Pizhu test').then((parts) => [parts.join('')]);
  const file = new Blob([good!.replace('\n],', `${',\n5'.repeat(10_002)}\n],`)]);
  await expect(planImport(collection, file)).rejects.toMatchObject({ code: 'exportUnreadable' });
  expect(written).toEqual([]);
});
