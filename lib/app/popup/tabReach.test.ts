import { expect, test } from 'vitest';
import { tabReach } from './tabReach.ts';

const ARTICLE = '5f6c8a54-8f0e-4c1e-9f0a-0d1b2c3d4e5f';

/** The popup's access to a tab. Records in order which messages it sends, and what it deletes and reads again. */
function reachOf({ saved, created = false }: { saved: boolean; created?: boolean }) {
  const done: string[] = [];
  const ask = async (name: string) => {
    done.push(name);
    return name === 'tab.save' ? { saved: { id: ARTICLE }, created } : { id: 'mark', articleId: ARTICLE };
  };
  const reach = tabReach(ask as never, 7, {
    saved,
    reload: async () => void done.push('reload'),
    storeOf: (articleId) => ({
      removeArticle: async () => {
        done.push(`remove ${articleId}`);
        return 'step';
      },
      removeMark: async (id) => {
        done.push(`remove ${id} of ${articleId}`);
        return 'step';
      },
    }),
  });
  return { reach, done };
}

test('a page saved for the first time is deleted by the undo, one that was updated stays', async () => {
  const first = reachOf({ saved: false, created: true });
  const { words, undo } = await first.reach.save();
  expect([words, first.done]).toEqual(['savedNow', ['tab.save', 'tab.snapshot', 'reload']]);
  await undo!();
  expect(first.done.slice(3)).toEqual([`remove ${ARTICLE}`, 'reload']);
  expect(await reachOf({ saved: true }).reach.save()).toEqual({
    words: 'updatedNow',
    snapshot: expect.any(Promise),
  });
});

test('the mark of a task is deleted by the undo, together with the page where the mark has saved it', async () => {
  const saved = reachOf({ saved: true });
  const made = await saved.reach.mark({} as never);
  expect(made.words).toBe('taskMarked');
  await made.undo!();
  expect(saved.done).toEqual(['tab.mark', 'reload', `remove mark of ${ARTICLE}`, 'reload']);
  const unsaved = reachOf({ saved: false });
  const both = await unsaved.reach.mark({} as never);
  expect(both.words).toBe('taskMarkedAndSaved');
  await both.undo!();
  expect(unsaved.done.slice(2)).toEqual([`remove ${ARTICLE}`, 'reload']);
});
