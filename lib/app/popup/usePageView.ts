import { useMemo } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../messages/fromOwn.ts';
import { correctedFields } from '../../record/fieldCorrections.ts';
import { applyCorrections } from '../../record/taskCorrections.ts';
import { listAnnotations, openStore } from '../../store/index.ts';
import { type CorrectedList, countTasks } from '../../tasks/corrections/corrections.ts';
import { errorText, formatMoment, t } from '../i18n.ts';
import { articleStore } from '../panel/articleStore.ts';
import { openSidePanel } from '../panel/openSidePanel.ts';
import type { TaskActions } from '../panel/taskActions.ts';
import { useArticleActions } from '../panel/useArticleActions.ts';
import { useNotice } from '../panel/useNotice.ts';
import { useReadOnly } from '../panel/useReadOnly.ts';
import { useWatch } from '../panel/useWatch.ts';
import { PRIVATE_ALLOWED } from '../privateWindows.ts';
import { tabReach } from './tabReach.ts';
import type { Page } from './usePage.ts';

/** Says how many tasks there are, and how many of them have a deadline. */
export function countWords(lists: CorrectedList[]): string {
  const due = lists.flatMap(({ tasks }) => tasks).filter(({ deadlines }) => deadlines.length > 0).length;
  const all = countTasks(lists);
  return due ? t('tasksDue', all, due) : t('taskCount', all);
}

/** Says whether a page is saved and whether it has changed since. */
export function savedStatus({ saved, changed }: Pick<Page, 'saved' | 'changed'>): string {
  if (!saved) return t('notSaved');
  return t(changed ? 'savedChanged' : 'savedAt', formatMoment(saved.capturedAt));
}

/**
 * The bar with the button that saves a page. `notice`: the message about the last action; empty where there is none.
 */
export const saveBarOf = ({ saved, changed }: Pick<Page, 'saved' | 'changed'>, notice: string) => ({
  /** The message about the last action, or else whether the page is saved. */
  status: notice || savedStatus({ saved, changed }),
  /** Whether the status is shown as a warning. */
  warns: changed && !notice,
  /** Whether the button that saves is emphasised. */
  urged: !saved || changed,
});

/** What the popup shows of a page that was read, with its actions. */
export function usePageView(page: Page, reload: () => Promise<unknown>) {
  const { tab, reading, saved } = page;
  const article = correctedFields(reading.article, saved?.fieldCorrections ?? {});
  const { notice, notify } = useNotice();
  const db = useMemo(() => openStore(), []);
  const annotations =
    useWatch(
      // Shows the page without its marks if the database cannot be read, as in some private windows.
      async () => (saved ? listAnnotations(db, saved.id).catch(() => []) : []),
      [db, saved?.id],
    ) ?? [];
  const readOnly = useReadOnly(db);
  const { lists } = useMemo(
    () =>
      applyCorrections(reading.taskLists, saved?.taskCorrections ?? [], article.text, article.publishedAt),
    [reading, saved],
  );
  const actions = useArticleActions({
    shown: {
      article,
      url: reading.url,
      text: article.text,
      readAt: new Date().toISOString(),
      sha256: saved?.sha256 ?? null,
      annotations,
    },
    reach: tabReach(ask, tab.id, {
      saved: saved !== null,
      reload,
      storeOf: (articleId) => articleStore(db, articleId),
    }),
    notify,
  });
  const onTasks: TaskActions = { ...actions, openMark: null, correct: null };
  return {
    article,
    lists,
    actions,
    onTasks,
    count: lists.length ? countWords(lists) : null,
    ...saveBarOf(page, notice?.words ?? ''),
    /** Undoes the action that the status reports. Undefined where that action cannot be undone. */
    undo: notice?.undo,
    notify,
    readOnly,
    /** Allows saving pages from private windows. Null where no permission is needed. */
    allow: page.asksFirst
      ? () => browser.storage.session.set({ [PRIVATE_ALLOWED]: true }).then(reload)
      : null,
    openPanel: () => openSidePanel(tab.windowId, saved?.id ?? null),
    openCopy: (id: string) => openSidePanel(tab.windowId, id),
    showCopy: (articleId: string, shown: boolean) =>
      ask('tab.showMarksOf', { tabId: tab.id, articleId, shown }).then(reload, (error) =>
        notify(errorText(error)),
      ),
  };
}

export type PageViewModel = ReturnType<typeof usePageView>;
