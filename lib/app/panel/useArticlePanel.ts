import { useMemo } from 'preact/hooks';
import { ask } from '../../messages/fromOwn.ts';
import { taskAt } from '../../record/correctedTasks.ts';
import type { Store } from '../../store/index.ts';
import { countTasks } from '../../tasks/corrections/corrections.ts';
import { copyText } from '../copyText.ts';
import { articleStore } from './articleStore.ts';
import { markView } from './markActions.ts';
import type { Notify } from './notify.ts';
import { savedReach } from './savedReach.ts';
import { taskCorrecting } from './taskCorrecting.ts';
import { textMarking } from './textMarking.ts';
import { useArticleActions } from './useArticleActions.ts';
import { type OpenArticle, useSavedArticle } from './useSavedArticle.ts';

/** Stands in for the article until it has loaded. No action can be started before that. */
const NOTHING = {
  article: {} as OpenArticle['saved']['article'],
  url: '',
  text: '',
  readAt: '',
  sha256: null,
};

/** A saved article with its actions in the side panel. Undefined while it loads, null where it has been deleted. */
export function useArticlePanel(db: Store, id: string, notify: Notify) {
  const open = useSavedArticle(db, id);
  const store = useMemo(() => articleStore(db, id), [db, id]);
  const shown = open
    ? {
        article: open.article,
        url: open.saved.url,
        text: open.text,
        readAt: open.saved.capturedAt,
        sha256: open.saved.sha256,
        annotations: open.annotations,
      }
    : { ...NOTHING, annotations: [] };
  const reach = savedReach(ask, store, id, open?.live?.reading ?? null);
  const actions = useArticleActions({ shown, reach, notify });
  if (!open) return open;

  const { annotations, corrected, live, text, saved } = open;
  const marking = textMarking({
    shown,
    store,
    taskAt: (span) => taskAt(saved, text, span),
    copyText,
    notify,
  });
  const marks = annotations.map((annotation) =>
    markView({
      annotation,
      state: live ? (live.states[annotation.id] ?? 'missing') : null,
      ask,
      store,
      article: actions,
      notify,
    }),
  );
  const correcting = taskCorrecting({
    ask,
    store,
    articleId: id,
    text,
    lists: corrected.lists,
    publishedAt: open.article.publishedAt,
    people: saved.people,
    notify,
  });
  return { open, store, actions, marks, correcting, marking, taskCount: countTasks(corrected.lists) };
}

export type ArticlePanel = NonNullable<ReturnType<typeof useArticlePanel>>;
