import 'fake-indexeddb/auto';
import '../../../test/support/interface.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collections, extras } from '../../../test/support/arbitrary.ts';
import { sampleDraft, sampleReading } from '../../../test/support/samples.ts';
import { expectInStep } from '../../../test/support/storeChecks.ts';
import { contexts } from '../../../test/support/stores.ts';
import { tagsOf } from '../../annotation/edit.ts';
import { countExtras, type Extras, Usage } from '../../exchange/extras.ts';
import { json } from '../../exchange/formats/json.ts';
import { ndjson, ndjsonGzip } from '../../exchange/formats/ndjson.ts';
import { applyImport, planImport, undoImport } from '../../exchange/import.ts';
import { exportParts } from '../../exchange/json.ts';
import type { ArticleBundle } from '../../record/schema.ts';
import {
  addAnnotation,
  articleIds,
  deleteAnnotation,
  describeTag,
  editArticle,
  getArticle,
  getBundles,
  restoreAnnotation,
  type Store,
  saveReading,
} from '../../store/index.ts';

const { importTarget: targetOf } = await import('./importTarget.ts');
const { addExtras, extrasNow, newExtras } = await import('../extras.ts');

/** A fake `browser.storage.local`. Each call makes a new, empty one. */
function localArea() {
  const held: Record<string, unknown> = {};
  return {
    held,
    get: async (key: string) => structuredClone(key in held ? { [key]: held[key] } : {}),
    set: async (items: object) => void Object.assign(held, structuredClone(items)),
  };
}
type LocalArea = ReturnType<typeof localArea>;
const importTarget = (of: Store, local: LocalArea = localArea()) => ({ ...targetOf(of, local), atOnce: 20 });

let store: Store;
let there: Store;
beforeEach(() => {
  [store] = contexts(1) as [Store];
  [there] = contexts(1) as [Store];
});
afterEach(async () => {
  await expectInStep(store);
  await store.close();
  await there.close();
});

const now = new Date('2025-03-04T01:30:00.000Z');
const all = async (of = store) => getBundles(of, await articleIds(of));
const jsonOf = async (bundles: ArticleBundle[]) => (await exportParts(bundles, 'Pizhu test', now)).join('');
const bring = async (file: Blob) =>
  applyImport(importTarget(store), file, await planImport(importTarget(store), file));
const nothing = { add: 0, change: 0, left: 0, conflict: 0 };

/** Two articles of another collection. The first one has a mark. */
async function elsewhere(): Promise<ArticleBundle[]> {
  const { saved } = await saveReading(there, sampleReading());
  await addAnnotation(there, saved.id, sampleDraft('管网检查', ['任务']));
  await saveReading(there, sampleReading({ title: '第二篇' }, 'https://www.qingshan.example/zw/2.html'));
  return all(there);
}

test('random collections are the same after export, import and export, and an import of the same leaves all', async () => {
  await fc.assert(
    fc.asyncProperty(collections, async (bundles) => {
      const [fresh] = contexts(1) as [Store];
      const json = await jsonOf(bundles);
      const file = new Blob([json]);
      const plan = await planImport(importTarget(fresh), file);
      expect(plan).toMatchObject({ bad: [], isCut: false, isIntact: true });
      expect(plan.counts).toEqual({ ...nothing, add: bundles.length });
      expect(await applyImport(importTarget(fresh), file, plan)).toBe(bundles.length);
      const ids = bundles.map(({ saved }) => saved.id);
      expect(await jsonOf(await getBundles(fresh, ids))).toBe(json);
      await expectInStep(fresh);
      expect((await planImport(importTarget(fresh), file)).counts).toEqual({
        ...nothing,
        left: bundles.length,
      });
      await undoImport(importTarget(fresh), plan.importId);
      expect(await all(fresh)).toEqual([]);
      await fresh.close();
    }),
    { numRuns: 15 },
  );
}, 60_000);

const withExtras = async (bundles: ArticleBundle[], beside: Extras) =>
  (await exportParts(bundles, 'Pizhu test', now, { extras: beside })).join('');

test('random searches, settings, tags and trash come back byte for byte, are left the second time, and taken back', async () => {
  await fc.assert(
    fc.asyncProperty(collections, extras, async (bundles, beside) => {
      const [fresh] = contexts(1) as [Store];
      const local = localArea();
      const target = importTarget(fresh, local);
      const json = await withExtras(bundles, beside);
      const file = new Blob([json]);
      const plan = await planImport(target, file);
      expect(plan).toMatchObject({ bad: [], isIntact: true, newExtras: countExtras(beside) });
      await applyImport(target, file, plan);
      const again = await extrasNow(fresh, local, { trash: true });
      const ids = bundles.map(({ saved }) => saved.id);
      expect(await withExtras(await getBundles(fresh, ids), again)).toBe(json);
      expect((await planImport(target, file)).newExtras).toEqual(countExtras({}));
      await undoImport(target, plan.importId);
      expect(await extrasNow(fresh, local, { trash: true })).toEqual({});
      await fresh.close();
    }),
    { numRuns: 15 },
  );
}, 60_000);

/** Generates descriptions of some tags, among them a tag that no article has (别处), and meanings of two colours. */
const wordsOn = (bundles: ArticleBundle[]) =>
  fc.record({
    tags: fc
      .subarray([
        ...new Set(
          bundles.flatMap(({ saved, annotations }) => [
            ...saved.tags,
            ...annotations.flatMap(tagsOf),
            '别处',
          ]),
        ),
      ])
      .map((ids) => ids.map((id) => ({ id, color: 'blue' as const, description: `说明：${id}` }))),
    settings: fc.constant({ printsMarks: false, colorMeanings: { yellow: '数据', pink: '存疑' } }),
  });

test('a part of a collection brings along what is said of its tags and colours, in JSON and NDJSON, byte for byte', async () => {
  const withWords = collections
    .filter((all) => all.length > 0)
    .chain((bundles) => fc.tuple(fc.constant(bundles), wordsOn(bundles)));
  await fc.assert(
    fc.asyncProperty(withWords, async ([bundles, beside]) => {
      const used = new Usage();
      for (const bundle of bundles) used.add(bundle);
      for (const format of [json, ndjson, ndjsonGzip]) {
        const bytesOf = async (of: ArticleBundle[], extras: Extras) =>
          new Blob(await format.write(of, 'Pizhu test', now, { extras, onlyUsed: true }));
        const [fresh] = contexts(1) as [Store];
        const local = localArea();
        const target = importTarget(fresh, local);
        // The database sorts tags by their names, so the first file must have that order, too.
        const tags = beside.tags.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        const file = await bytesOf(bundles, { ...beside, tags });
        const plan = await planImport(target, file);
        const expected = used.extrasOf(beside);
        expect(plan).toMatchObject({ bad: [], newExtras: countExtras(expected) });
        expect(plan.isIntact).not.toBe(false);
        await applyImport(target, file, plan);
        const here = await extrasNow(fresh, local);
        expect(new Set(here.tags)).toEqual(new Set(expected.tags));
        expect(here.settings).toEqual(expected.settings);
        const ids = bundles.map(({ saved }) => saved.id);
        const again = await bytesOf(await getBundles(fresh, ids), here);
        expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(await file.arrayBuffer()))).toBe(
          true,
        );
        await fresh.close();
      }
    }),
    { numRuns: 8 },
  );
}, 60_000);

test('what is here already stays, what was changed since the import is not taken back', async () => {
  const asked = { words: '管网', filtering: {}, order: 'saved' as const, group: 'none' as const };
  const local = localArea();
  const target = importTarget(store, local);
  await describeTag(store, { id: '水务', color: 'blue', description: '这边的' });
  local.held.savedSearches = [{ name: '管网', asked }];
  local.held.settings = { colorMeanings: { green: '数据' } };
  const beside: Extras = {
    tags: [
      { id: '水务', color: null, description: '那边的' },
      { id: '环保', color: 'pink', description: '' },
    ],
    searches: [
      { name: '管网', asked: { ...asked, words: '别的' } },
      { name: '河长', asked },
    ],
    settings: { printsMarks: false, colorMeanings: { green: '别的', pink: '存疑' } },
  };
  const file = new Blob([await withExtras([], beside)]);
  const plan = await planImport(target, file);
  expect(plan.newExtras).toEqual({ tags: 1, searches: 1, settings: 2, trash: 0 });
  await applyImport(target, file, plan);
  expect(await extrasNow(store, local)).toEqual({
    tags: [{ id: '水务', color: 'blue', description: '这边的' }, beside.tags![1]],
    searches: [{ name: '管网', asked }, beside.searches![1]],
    settings: { printsMarks: false, colorMeanings: { green: '数据', pink: '存疑' } },
  });
  await describeTag(store, { id: '环保', color: 'pink', description: '改过' });
  await undoImport(target, plan.importId);
  expect(await extrasNow(store, local)).toEqual({
    tags: [
      { id: '水务', color: 'blue', description: '这边的' },
      { id: '环保', color: 'pink', description: '改过' },
    ],
    searches: [{ name: '管网', asked }],
    settings: { colorMeanings: { green: '数据' } },
  });
});

test('something deleted is restored from the trash of a file, but not what is there', async () => {
  const { saved } = await saveReading(there, sampleReading());
  const mark = await addAnnotation(there, saved.id, sampleDraft('管网检查', ['任务']));
  const before = await jsonOf(await all(there));
  await deleteAnnotation(there, mark.id);
  const after = await all(there);
  const beside = await extrasNow(there, localArea(), { trash: true });
  expect(beside.trash).toHaveLength(1);
  await bring(new Blob([await withExtras(after, beside)]));
  await restoreAnnotation(store, mark.id);
  expect((await all())[0]!.annotations).toMatchObject([{ id: mark.id, body: mark.body }]);
  await bring(new Blob([before]));
  expect(await newExtras(store, localArea(), beside)).toEqual({});
});

test('what is bad beside the articles is told by its place, and the rest comes in', async () => {
  const json = await withExtras([], { tags: [{ id: '水务', color: 'blue', description: '' }] });
  const value = JSON.parse(json);
  value.extras = { ...value.extras, searches: [{ name: 5 }], settings: [], trash: [{}, 7], later: 1 };
  value.extras.tags.push({ id: '环保', color: 'plaid', description: '' });
  const plan = await planImport(importTarget(store), new Blob([JSON.stringify(value)]));
  expect(plan.bad.map(({ article, part }) => [article, part])).toEqual([
    [0, 'extras.settings'],
    [0, 'extras.trash[0]'],
    [0, 'extras.trash[1]'],
    [0, 'extras.tags[1]'],
    [0, 'extras.searches[0]'],
  ]);
  expect(plan).toMatchObject({ isIntact: false, newExtras: { tags: 1 } });
  const odd = await planImport(importTarget(store), new Blob([JSON.stringify({ ...value, extras: 'all' })]));
  expect(odd.bad).toMatchObject([{ part: 'extras' }]);
});

test('searches and settings of an import that goes on after it was cut short are taken back together', async () => {
  const local = localArea();
  const asked = { words: '管网', filtering: {}, order: 'saved' as const, group: 'none' as const };
  const id = crypto.randomUUID();
  await addExtras(store, local, id, { searches: [{ name: '一', asked }], settings: { printsMarks: false } });
  await addExtras(store, local, id, { searches: [{ name: '二', asked }] });
  await undoImport(importTarget(store, local), crypto.randomUUID());
  expect((await extrasNow(store, local)).searches).toHaveLength(2);
  await undoImport(importTarget(store, local), id);
  expect(await extrasNow(store, local)).toEqual({});
});

test('what comes into a filled collection goes out of it the same', async () => {
  await saveReading(store, sampleReading({ title: '这边的' }, 'https://www.qingshan.example/zw/9.html'));
  const bundles = await elsewhere();
  await bring(new Blob([await jsonOf(bundles)]));
  expect(await all()).toHaveLength(3);
  expect(
    await jsonOf(
      await getBundles(
        store,
        bundles.map(({ saved }) => saved.id),
      ),
    ),
  ).toBe(await jsonOf(bundles));
});

test('the plan says what is added, changed, left and in conflict, and writes nothing', async () => {
  const before = await elsewhere();
  await bring(new Blob([await jsonOf(before)]));
  const [first, second] = before.map(({ saved }) => saved.id);
  await editArticle(store, first!, { note: '这边的批注' });
  await editArticle(there, first!, { note: '那边的批注' });
  await editArticle(there, second!, { addTags: ['水务'] });
  await saveReading(there, sampleReading({ title: '第三篇' }, 'https://www.qingshan.example/zw/3.html'));
  const kept = await all();
  const plan = await planImport(importTarget(store), new Blob([await jsonOf(await all(there))]));
  expect(plan.counts).toEqual({ add: 1, change: 1, left: 0, conflict: 1 });
  expect(plan.conflicts).toMatchObject([{ title: before[0]!.saved.article.title, kind: 'conflict' }]);
  expect(await all()).toEqual(kept);
});

test('JSON laid out anew and NDJSON are read as well', async () => {
  const bundles = await elsewhere();
  const laidOut = JSON.stringify(JSON.parse(await jsonOf(bundles)), null, 2);
  const plan = await planImport(importTarget(store), new Blob([laidOut]));
  expect(plan).toMatchObject({ counts: { add: 2 }, isIntact: true });
  const lines = new Blob(await ndjson.write(bundles, 'Pizhu test'));
  expect((await lines.text()).trimEnd().split('\n')).toHaveLength(4);
  expect(await bring(lines)).toBe(2);
  expect(await all()).toEqual(bundles);
});

const refused: [string, (json: string) => BlobPart, string][] = [
  ['an empty file', () => '', 'notExport'],
  ['a table', () => 'title,source\n1,2\n', 'notExport'],
  ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'exportEncoding'],
  ['UTF-16', (json) => Buffer.from(`\uFEFF${json}`, 'utf16le'), 'exportEncoding'],
  ['a newer version', (json) => json.replace('"version":2', '"version":3'), 'exportNewer'],
  ['JSON of another kind', () => '{"articles":[]}', 'notExport'],
  [
    'JSON laid out anew and cut',
    (json) => JSON.stringify(JSON.parse(json), null, 1).slice(0, 900),
    'exportCut',
  ],
];
test.each(refused)('%s is refused by name', async (_, change, code) => {
  const json = await jsonOf(await elsewhere());
  await expect(planImport(importTarget(store), new Blob([change(json)]))).rejects.toMatchObject({ code });
  expect(await all()).toEqual([]);
});

test('of a file cut short what is whole can be brought in, or nothing', async () => {
  const json = await jsonOf(await elsewhere());
  const file = new Blob([json.slice(0, json.lastIndexOf('"texts":['))]);
  const plan = await planImport(importTarget(store), file);
  expect(plan).toMatchObject({ isCut: true, isIntact: false, counts: { add: 1 } });
  expect(plan.bad).toMatchObject([{ article: 2, part: 'saved', reason: 'invalid' }]);
  await expect(applyImport(importTarget(store), file, plan, { wholeOnly: true })).rejects.toMatchObject({
    code: 'exportDamaged',
  });
  expect(await all()).toEqual([]);
  expect(await applyImport(importTarget(store), file, plan)).toBe(1);
});

/** Each row damages the first article of a file, which has a mark, and lists what the import should report. */
const damages: [string, (one: ArticleBundle) => void, object[]][] = [
  [
    'a mark of no form',
    (one) => Object.assign(one.annotations[0]!, { color: 'plaid' }),
    [{ part: 'annotations[0]', reason: 'invalid' }],
  ],
  [
    'a mark of a newer version',
    (one) => Object.assign(one.annotations[0]!, { schema: 99 }),
    [{ part: 'annotations[0]', reason: 'newer' }],
  ],
  [
    'a mark twice',
    (one) => one.annotations.push(one.annotations[0]!),
    [{ part: 'annotations[1]', reason: 'duplicate' }],
  ],
  [
    'a mark of another article',
    (one) => Object.assign(one.annotations[0]!, { articleId: crypto.randomUUID() }),
    [{ part: 'annotations[0]', reason: 'foreign' }],
  ],
  [
    'a mark beyond the text',
    (one) => Object.assign(one.annotations[0]!.target.captured!, { end: 9999 }),
    [{ part: 'annotations[0]', reason: 'dangling' }],
  ],
  [
    'a mark in no text',
    (one) => Object.assign(one.annotations[0]!.target.captured!, { sha256: 'f'.repeat(64) }),
    [{ part: 'annotations[0]', reason: 'dangling' }],
  ],
  [
    'other words than the sum says',
    (one) => Object.assign(one.texts[0]!, { text: `${one.texts[0]!.text}。` }),
    [{ part: 'texts[0]', reason: 'altered' }],
  ],
  [
    'texts that are no list',
    (one) => Object.assign(one, { texts: 5 }),
    [{ part: 'texts', reason: 'invalid' }, { reason: 'dangling' }],
  ],
  [
    'an article of a newer version',
    (one) => Object.assign(one.saved, { schema: 99 }),
    [{ part: 'saved', reason: 'newer' }],
  ],
];
test.each(damages)('%s is reported by its place, and all else comes in', async (_, damage, bad) => {
  const bundles = structuredClone(await elsewhere());
  const hurt = bundles.find(({ annotations }) => annotations.length > 0)!;
  damage(hurt);
  const place = bundles.indexOf(hurt) + 1;
  const file = new Blob([JSON.stringify({ ...JSON.parse(await jsonOf([])), articles: bundles })]);
  const plan = await planImport(importTarget(store), file);
  expect(plan.bad).toMatchObject(bad.map((one) => ({ article: place, ...one })));
  expect(plan.isIntact).toBe(false);
  await applyImport(importTarget(store), file, plan);
  const other = bundles.find((one) => one !== hurt)!;
  expect(await getArticle(store, other.saved.id)).toEqual(other.saved);
});

test('an article twice is taken once', async () => {
  const [one] = await elsewhere();
  const plan = await planImport(importTarget(store), new Blob([await jsonOf([one!, one!])]));
  expect(plan).toMatchObject({ counts: { add: 1 }, isIntact: true });
  expect(plan.bad).toMatchObject([{ article: 2, part: 'saved', reason: 'duplicate' }]);
});

test('hostile names of fields change nothing but the record they are in', async () => {
  const [one] = await elsewhere();
  const json = await jsonOf([one!]);
  const hostile = json.replace(
    '"provenance":{',
    '"__proto__":{"hostile":true},"constructor":{"prototype":{"hostile":true}},"provenance":{',
  );
  expect(hostile).not.toBe(json);
  await bring(new Blob([hostile]));
  expect(({} as { hostile?: boolean }).hostile).toBeUndefined();
  expect((await getArticle(store, one!.saved.id))!.article.title).toBe(one!.saved.article.title);
});

test('an import that is stopped on the way goes on later, and is taken back in one step', async () => {
  const bundles = Array.from({ length: 30 }, (_, i) => i);
  for (const i of bundles)
    await saveReading(
      there,
      sampleReading({ title: `第${i}篇` }, `https://www.qingshan.example/zw/${i}.html`),
    );
  const file = new Blob([await jsonOf(await all(there))]);
  const plan = await planImport(importTarget(store), file);
  const stop = new AbortController();
  const onProgress = (articles: number) => articles === 25 && stop.abort();
  await expect(
    applyImport(importTarget(store), file, plan, { signal: stop.signal, onProgress }),
  ).rejects.toThrow();
  expect(await all()).toHaveLength(20);
  await applyImport(importTarget(store), file, plan, { after: 20 });
  expect(await jsonOf(await all())).toBe(await file.text());
  await undoImport(importTarget(store), plan.importId);
  expect(await all()).toEqual([]);
});

test('marks of another program come to the article that is here, which stays as it was read', async () => {
  const { saved } = await saveReading(store, sampleReading());
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://annotations.example/7',
    type: 'Annotation',
    bodyValue: '旁注',
    target: { source: saved.url, selector: { type: 'TextQuoteSelector', exact: '管网检查' } },
  };
  const elsewhereUrl = 'https://www.qingshan.example/zw/9.html';
  const other = { ...annotation, id: 'urn:other', target: { ...annotation.target, source: elsewhereUrl } };
  const file = new Blob([JSON.stringify([annotation, other])]);
  const plan = await planImport(importTarget(store), file);
  expect(plan).toMatchObject({ counts: { ...nothing, add: 1, change: 1 }, newMarks: 2, bad: [] });
  await applyImport(importTarget(store), file, plan);
  const [bundle] = await getBundles(store, [saved.id]);
  expect(bundle!.saved.article).toEqual(saved.article);
  expect(bundle!.saved.capturedAt).toBe(saved.capturedAt);
  expect(bundle!.annotations).toHaveLength(1);
  const again = await planImport(importTarget(store), file);
  expect(again.counts).toEqual({ ...nothing, left: 2 });
  await undoImport(importTarget(store), plan.importId);
  expect(await articleIds(store)).toEqual([saved.id]);
  expect((await getBundles(store, [saved.id]))[0]!.annotations).toEqual([]);
});

test('a file packed by gzip comes in; one that is cut off is refused, and a ZIP is none of ours', async () => {
  const json = new Blob([await jsonOf(await elsewhere())]);
  const packed = await new Response(json.stream().pipeThrough(new CompressionStream('gzip'))).blob();
  const plan = await planImport(importTarget(store), packed);
  expect(plan).toMatchObject({ counts: { ...nothing, add: 2 }, isIntact: true });
  const cut = packed.slice(0, packed.size - 20);
  const refused = (file: Blob) =>
    planImport(importTarget(store), file).then(
      () => null,
      ({ code }) => code,
    );
  expect(await refused(cut)).toBe('exportCut');
  expect(await refused(new Blob([new Uint8Array([0x1f, 0x8b, 1, 2, 3])]))).toBe('exportCut');
  expect(await refused(new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 20])]))).toBe('exportZip');
});
