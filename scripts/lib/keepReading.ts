import type { PageReading } from '@/lib/record/schema.ts';
import type { TaskCorrection } from '@/lib/record/taskCorrections.ts';
import { openStore, saveReading, write } from '@/lib/store/index.ts';

/** Keeps a reading, with corrections of its tasks, through the one door; gives its id. Runs in a page of the extension. */
export async function keepReading(reading: PageReading, corrections: TaskCorrection[]): Promise<string> {
  const store = openStore();
  const { saved } = await saveReading(store, reading);
  for (const correction of corrections)
    await write(store, { id: crypto.randomUUID(), type: 'addCorrection', articleId: saved.id, correction });
  await store.close();
  return saved.id;
}
