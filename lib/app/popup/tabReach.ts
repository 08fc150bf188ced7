import type { ArticleReach } from '../panel/articleActions.ts';
import type { ArticleStore } from '../panel/articleStore.ts';
import type { Ask } from '../panel/channel.ts';
import { NO_SNAPSHOT } from '../snapshots.ts';

/**
 * Gives the popup access to a page through its tab. `saved`: whether the page is saved. `reload`: reads the page again
 * after a change.
 */
export function tabReach(
  ask: Ask,
  tabId: number,
  {
    saved,
    reload,
    storeOf,
  }: {
    saved: boolean;
    reload: () => Promise<unknown>;
    storeOf: (articleId: string) => Pick<ArticleStore, 'removeArticle' | 'removeMark'>;
  },
): ArticleReach {
  // Undoes saving a page by deleting its article. Then reads the page again, so that the popup shows that it is not
  // saved.
  const deletion = (articleId: string) => () => storeOf(articleId).removeArticle().then(reload);
  return {
    show: async ({ quote }) => {
      if (quote === null) return 'shown';
      const { found, hidden } = await ask('tab.show', { tabId, quote });
      return hidden ? 'hidden' : found ? 'shown' : 'missing';
    },
    light: ({ quote }) => ask('tab.light', { tabId, quote }),
    mark: async (draft) => {
      const { id, articleId } = await ask('tab.mark', { tabId, draft });
      await reload();
      if (!saved) return { words: 'taskMarkedAndSaved', undo: deletion(articleId) };
      return { words: 'taskMarked', undo: () => storeOf(articleId).removeMark(id).then(reload) };
    },
    save: async () => {
      const kept = await ask('tab.save', { tabId });
      const snapshot = ask('tab.snapshot', { tabId }).catch(() => NO_SNAPSHOT);
      await reload();
      // Offers undo only for a page that was not saved before. Saving a page again keeps its earlier version.
      return kept.created
        ? { words: 'savedNow', undo: deletion(kept.saved.id), snapshot }
        : { words: 'updatedNow', snapshot };
    },
  };
}
