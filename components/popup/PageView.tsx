import { useEffect, useMemo, useState } from 'preact/hooks';
import { quoteOf } from '@/lib/annotation/describe.ts';
import { draftFromText } from '@/lib/annotation/fromText.ts';
import { openSidePanel } from '@/lib/app/panel/openSidePanel.ts';
import { askBackground } from '@/lib/messages/panel.ts';
import type { PageReading, SavedArticle } from '@/lib/record/schema.ts';
import { sha256 } from '@/lib/record/sha256.ts';
import { applyCorrections } from '@/lib/record/taskCorrections.ts';
import { Database } from '@/lib/store/database.ts';
import { listAnnotations } from '@/lib/store/repository.ts';
import { type CorrectedList, countTasks, plainLists } from '@/lib/tasks/corrections/corrections.ts';
import type { Span } from '@/lib/tasks/schema.ts';
import { ArticleFacts } from '../article/ArticleFacts.tsx';
import { ArticleLinks } from '../article/ArticleLinks.tsx';
import { copyReference } from '../article/copyReference.ts';
import type { TaskActions } from '../tasks/actions.ts';
import { CopyAll, useTaskFormat } from '../tasks/CopyAll.tsx';
import { copyTasks } from '../tasks/copyTasks.ts';
import { ReadingExtras } from '../tasks/ReadingExtras.tsx';
import { TaskLists } from '../tasks/TaskLists.tsx';
import { taskMarkOf } from '../tasks/taskMark.ts';
import { TASK_TAG } from '../tasks/taskTag.ts';
import { HostAccess } from '../ui/HostAccess.tsx';
import { errorText, formatMoment, t } from '../ui/i18n.ts';
import { useWatch } from '../ui/useWatch.ts';

export type Page = {
  tab: { id: number; windowId: number; url: string | null };
  reading: PageReading;
  saved: SavedArticle | null;
};

/** More facts than these are folded: the orders should be in view. */
const MOST_FACTS = 8;

/** A page that was read. `reload` reads it again, after what changes its record. */
export function PageView({ page, reload }: { page: Page; reload: () => Promise<unknown> }) {
  const { tab, reading, saved } = page;
  const { text } = reading.article;
  const [notice, setNotice] = useState('');
  const [saving, setSaving] = useState(false);
  const [format, setFormat] = useTaskFormat();
  const changed = useChanged(text, saved);
  const db = useMemo(() => new Database(), []);
  const annotations =
    useWatch(
      // Where the collection cannot be read, as in some private windows, the page still can.
      async () => (saved ? listAnnotations(db, saved.id).catch(() => []) : []),
      [db, saved?.id],
    ) ?? [];
  const { lists } = useMemo(
    () =>
      applyCorrections(reading.taskLists, saved?.taskCorrections ?? [], text, reading.article.publishedAt),
    [reading, saved],
  );
  const failed = (error: unknown) => setNotice(errorText(error));

  const save = async () => {
    setSaving(true);
    try {
      const { created } = await askBackground('tab.save', { tabId: tab.id });
      await reload();
      setNotice(t(created ? 'savedNow' : 'updatedNow'));
    } catch (error) {
      failed(error);
    } finally {
      setSaving(false);
    }
  };
  const pointing = {
    show: (span: Span) =>
      void askBackground('tab.show', { tabId: tab.id, quote: quoteOf(text, span) }).then(
        ({ found }) => setNotice(found ? '' : t('notOnPage')),
        failed,
      ),
    light: (span: Span | null) =>
      void askBackground('tab.light', { tabId: tab.id, quote: span && quoteOf(text, span) }).catch(() => {}),
  };
  const actions: TaskActions = {
    ...pointing,
    mark: (task) => {
      const about = { source: reading.url, color: 'yellow' as const, tags: [TASK_TAG], sha256: null };
      askBackground('tab.mark', { tabId: tab.id, draft: draftFromText(text, task, about) })
        .then(reload)
        .then(() => setNotice(t(saved ? 'taskMarked' : 'taskMarkedAndSaved')), failed);
    },
    markOf: (task) => taskMarkOf(annotations, task, saved?.sha256 ?? null),
    openMark: null,
    copy: (some) =>
      void copyTasks(some, { ...reading.article, url: reading.url }, format).then((copied) =>
        setNotice(t(copied ? 'tasksCopied' : 'page_notCopied', countTasks(some))),
      ),
    correct: null,
  };
  const cite = () =>
    void copyReference(reading.article, reading.url, new Date().toISOString()).then((copied) =>
      setNotice(t(copied ? 'referenceCopied' : 'page_notCopied')),
    );
  const openPanel = () => openSidePanel(tab.windowId, saved?.id ?? null);
  return (
    <main class="popup" data-testid={reading.article.isArticle ? 'state-article' : 'state-plain'}>
      <div class="stack">
        <ArticleFacts article={reading.article} most={MOST_FACTS} cite={cite} />
        <section class="part stack">
          <header class="row">
            <h2>{t('tasks')}</h2>
            {lists.length > 0 && <span class="quiet">{countWords(lists)}</span>}
            <span class="space" />
            {lists.length > 0 && (
              <CopyAll format={format} setFormat={setFormat} copy={() => actions.copy(plainLists(lists))} />
            )}
          </header>
          {lists.length > 0 ? (
            <>
              <TaskLists lists={lists} actions={actions} />
              <p class="quiet">
                {saved ? (
                  <button type="button" class="link" onClick={openPanel}>
                    {t('correctInPanel')}
                  </button>
                ) : (
                  t('correctAfterSaving')
                )}
              </p>
            </>
          ) : (
            <p class="quiet">{t('noTasks')}</p>
          )}
        </section>
        <div>
          <HostAccess url={tab.url} />
          <ReadingExtras reading={reading} {...pointing} />
          <ArticleLinks article={reading.article} />
        </div>
      </div>
      <footer class="bar">
        <button
          type="button"
          class={saved && !changed ? undefined : 'primary'}
          data-testid="save"
          disabled={saving}
          onClick={save}
        >
          {t(saved ? 'update' : 'save')}
        </button>
        <button type="button" data-testid="open-panel" onClick={openPanel}>
          {t('openPanel')}
        </button>
        <p class={changed && !notice ? 'unsure' : 'quiet'} role="status">
          {notice ||
            (saved ? t(changed ? 'savedChanged' : 'savedAt', formatMoment(saved.capturedAt)) : t('notSaved'))}
        </p>
      </footer>
    </main>
  );
}

/** How many orders there are, and for how many of them a time is set. */
function countWords(lists: CorrectedList[]): string {
  const due = lists.flatMap(({ tasks }) => tasks).filter(({ deadlines }) => deadlines.length > 0).length;
  const all = countTasks(lists);
  return due ? t('tasksDue', all, due) : t('taskCount', all);
}

/** Whether a saved page says something else now than when it was captured. */
function useChanged(text: string, saved: SavedArticle | null): boolean {
  const [digest, setDigest] = useState<string | null>(null);
  useEffect(() => {
    setDigest(null);
    sha256(text).then(setDigest);
  }, [text]);
  return saved !== null && digest !== null && digest !== saved.sha256;
}
