import type { PageReading } from '../../record/schema.ts';
import { NO_SNAPSHOT } from '../snapshots.ts';
import type { ArticleReach } from './articleActions.ts';
import type { ArticleStore } from './articleStore.ts';
import type { Ask } from './channel.ts';

/**
 * Gives access to a saved article and to a tab that shows it. `live`: the page as that tab shows it now, null without a
 * tab.
 */
export function savedReach(
  ask: Ask,
  store: Pick<ArticleStore, 'addMark' | 'undo' | 'keepReading'>,
  articleId: string,
  live: PageReading | null,
): ArticleReach {
  return {
    show: async (pointer) => (await ask('article.show', { articleId, ...pointer })).outcome,
    light: (pointer) => ask('article.light', { articleId, ...pointer }),
    mark: async (draft) => {
      const step = await store.addMark(draft);
      return { words: 'taskMarked', undo: step ? () => store.undo(step) : undefined };
    },
    save: async () => {
      if (!live) return { words: 'pageNotOpen' };
      const { created } = await store.keepReading(live);
      const snapshot = ask('article.snapshot', { articleId }).catch(() => NO_SNAPSHOT);
      return { words: created ? 'savedNow' : 'versionKept', snapshot };
    },
  };
}
