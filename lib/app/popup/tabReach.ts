import type { ArticleReach } from '../panel/articleActions.ts';
import type { Ask } from '../panel/channel.ts';

/**
 * Reaches a page by its tab. `saved` is the page's record, if it is saved; `reload` reads the page again after a
 * change.
 */
export function tabReach(
  ask: Ask,
  tabId: number,
  { saved, reload }: { saved: boolean; reload: () => Promise<unknown> },
): ArticleReach {
  return {
    show: async ({ quote }) => {
      if (quote === null) return 'shown';
      const { found, hidden } = await ask('tab.show', { tabId, quote });
      return hidden ? 'hidden' : found ? 'shown' : 'missing';
    },
    light: ({ quote }) => ask('tab.light', { tabId, quote }),
    mark: async (draft) => {
      await ask('tab.mark', { tabId, draft });
      await reload();
      return { words: saved ? 'taskMarked' : 'taskMarkedAndSaved' };
    },
    save: async () => {
      const { created } = await ask('tab.save', { tabId });
      await reload();
      return { words: created ? 'savedNow' : 'updatedNow' };
    },
  };
}
