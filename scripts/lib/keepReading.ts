import type { PageReading } from '@/lib/record/schema.ts';
import type { TaskCorrection } from '@/lib/record/taskCorrections.ts';
import { openStore, saveReading, write } from '@/lib/store/index.ts';

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
