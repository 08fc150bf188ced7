import type { Color } from '@/lib/annotation/schema.ts';
import type { PageReading } from '@/lib/record/schema.ts';
import type { TaskCorrection } from '@/lib/record/taskCorrections.ts';
import { addAnnotation, editArticle, openStore, saveReading, write } from '@/lib/store/index.ts';

/**
 * Saves readings through the extension's store, each with the same corrections of its tasks. Returns their ids. Runs in
 * a page of the extension.
 */
export async function keepReadings(
  readings: PageReading[],
  corrections: TaskCorrection[],
): Promise<string[]> {
  const store = openStore();
  const ids: string[] = [];
  for (const reading of readings) {
    const { saved } = await saveReading(store, reading);
    ids.push(saved.id);
    for (const correction of corrections)
      await write(store, { id: crypto.randomUUID(), type: 'addCorrection', articleId: saved.id, correction });
  }
  await store.close();
  return ids;
}

/** Marks words of saved articles, one mark after the other, and gives articles tags. Runs in a page of the extension. */
export async function keepMarks(
  marks: { articleId: string; words: string; color?: Color; tags?: string[] }[],
  tags: { articleId: string; tags: string[] }[] = [],
): Promise<void> {
  const store = openStore();
  for (const { articleId, words, color = 'yellow', tags: own = [] } of marks)
    await addAnnotation(store, articleId, {
      color,
      body: own.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
      target: {
        source: 'https://lanqiao.example/',
        selector: [{ type: 'TextQuoteSelector', exact: words, prefix: '', suffix: '' }],
        captured: null,
      },
    });
  for (const { articleId, tags: addTags } of tags) await editArticle(store, articleId, { addTags });
  await store.close();
}
