import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { sampleDraft, sampleReading } from '../../test/support/samples.ts';
import { expectInStep } from '../../test/support/storeChecks.ts';
import { contexts } from '../../test/support/stores.ts';
import type { Change } from '../record/change.ts';
import { trashId } from '../record/trash.ts';
import { articleIds, countSnapshots, getBundles, listTrash, onChanged, type Store, write } from './index.ts';

/** A pseudo-random generator (mulberry32). The same seed gives the same numbers, so that a failure can be repeated. */
function randomFrom(seed: number) {
  let a = seed;
  return (below: number) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const uuid = (kind: string, n: number) => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const FILE = new Blob(['From: <Saved by Blink>']);
const TEXTS = ['a', 'b'].map((digit) => digit.repeat(64));
const TAGS = ['水务', '汛期', '任务'];

/** How many snapshots have been made. Each has an id of its own. */
let snapshots = 0;

/** Makes a random change to one of few items, so that several changes often concern the same item. */
function anyChange(random: (below: number) => number): Change {
  const pick = <T>(all: T[]): T => all[random(all.length)]!;
  const id = crypto.randomUUID();
  const page = random(3);
  const articleId = uuid('a', page);
  const annotationId = uuid('b', random(4));
  const correctionId = `c${random(3)}`;
  // The id of one of the latest four snapshots.
  const snapshotId = uuid('d', Math.max(1, snapshots - random(4)));
  const tag = pick(TAGS);
  const on = pick([
    { kind: 'article' as const, id: articleId },
    { kind: 'annotation' as const, id: annotationId },
  ]);
  const url = `https://www.qingshan.example/zw/${page}.html`;
  const reading = sampleReading(
    { text: `青山区第${page}次会议。\n要在2025年底前完成管网检查${random(2)}。` },
    url,
  );
  const quote = { type: 'TextQuoteSelector' as const, exact: '完成管网检查', prefix: '', suffix: '' };
  const created = '2025-03-04T01:30:00.000Z';
  return pick<() => Change>([
    () => ({ id, type: 'saveReading', articleId, reading }),
    () => ({ id, type: 'saveReading', articleId, reading }),
    () => ({ id, type: 'showMarksAt', articleId, url: `${url}?p=${random(2)}`, shown: random(2) === 1 }),
    () => ({ id, type: 'addTag', on, tag }),
    () => ({ id, type: 'removeTag', on, tag }),
    () => ({ id, type: 'deleteTag', tag }),
    () => ({ id, type: 'setNote', on, note: pick(['', '先办', '**要点**']) }),
    () => ({ id, type: 'setFlag', articleId, flag: pick(['starred', 'read']), value: random(2) === 1 }),
    () => ({ id, type: 'addAnnotation', articleId, annotationId, draft: sampleDraft('管网检查', [tag]) }),
    () => ({ id, type: 'setColor', annotationId, color: pick(['yellow', 'blue']) }),
    () => ({ id, type: 'moveAnnotation', annotationId, target: sampleDraft('会议').target }),
    () => ({ id, type: 'deleteAnnotation', annotationId }),
    () => ({
      id,
      type: 'addCorrection',
      articleId,
      correction: { id: correctionId, kind: 'add', at: quote, created },
    }),
    () => ({ id, type: 'removeCorrection', articleId, correctionId }),
    () => ({ id, type: 'deleteArticle', articleId }),
    () => ({
      id,
      type: 'keepSnapshot',
      articleId,
      snapshotId: uuid('d', ++snapshots),
      sha256: pick(TEXTS),
      file: FILE,
    }),
    () => ({ id, type: 'deleteSnapshot', snapshotId }),
    () => ({
      id,
      type: 'restore',
      trashId: pick([
        trashId('article', articleId),
        trashId('annotation', annotationId),
        trashId('correction', correctionId),
        trashId('tag', tag),
        trashId('snapshot', snapshotId),
      ]),
    }),
    () => ({
      id,
      type: 'erase',
      trashId: pick([trashId('annotation', annotationId), trashId('snapshot', snapshotId)]),
    }),
  ])();
}

let stores: Store[] = [];
afterEach(async () => {
  for (const store of stores) await store.close();
});

test.each([1, 2, 3, 4, 5, 6])(
  'two contexts that change the same things at random see the same, and counters keep step (seed %i)',
  async (seed) => {
    stores = contexts(2);
    const [one, two] = stores as [Store, Store];
    const heard: number[][] = [[], []];
    stores.forEach((store, i) => void onChanged(store, ({ counter }) => void heard[i]!.push(counter)));
    const random = randomFrom(seed);
    for (let round = 0; round < 40; round++) {
      const changes = Array.from({ length: 4 }, () => anyChange(random));
      // A change is refused only if something that it needs does not exist.
      await Promise.all(
        changes.map((change, i) =>
          write(stores[i % 2]!, change).catch((error) => expect(error.code).toBe('notFound')),
        ),
      );
    }
    await expectInStep(one);
    const seenBy = async (store: Store) => ({
      bundles: await getBundles(store, await articleIds(store)),
      trash: await listTrash(store),
    });
    expect(await seenBy(two)).toEqual(await seenBy(one));
    expect(heard[0]!.length).toBeGreaterThan(20);
    expect([...heard[0]!].sort((a, b) => a - b)).toEqual([...heard[1]!].sort((a, b) => a - b));
    // Each file belongs to a snapshot of an article or of the trash, and each version has one snapshot.
    const db = await one.reading();
    const live = await db.snapshots.toArray();
    const inTrash = (await db.trash.toArray()).flatMap(({ content }) =>
      content.kind === 'article'
        ? (content.snapshots ?? [])
        : content.kind === 'snapshot'
          ? [content.snapshot]
          : [],
    );
    const files = await db.snapshotFiles.toArray();
    const owners = [...live, ...inTrash].map(({ id }) => id);
    expect(files.map(({ id }) => id).sort()).toEqual(owners.sort());
    expect(await countSnapshots(one)).toEqual({ files: files.length, bytes: files.length * FILE.size });
    const versions = live.map(({ articleId, sha256 }) => `${articleId}/${sha256}`);
    expect(new Set(versions).size).toBe(versions.length);
    const { bundles } = await seenBy(one);
    const addresses = bundles.flatMap(({ saved }) => saved.addresses);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const { saved, annotations, texts } of bundles) {
      expect(texts.map(({ sha256 }) => sha256)).toContain(saved.sha256);
      for (const mark of annotations) expect(mark.articleId).toBe(saved.id);
    }
  },
);
