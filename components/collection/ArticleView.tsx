import { useMemo, useState } from 'preact/hooks';
import { quoteOf } from '@/lib/annotation/describe.ts';
import { draftFromText } from '@/lib/annotation/fromText.ts';
import type { Annotation, TextQuoteSelector } from '@/lib/annotation/schema.ts';
import { askBackground } from '@/lib/messages/panel.ts';
import { applyCorrections } from '@/lib/record/taskCorrections.ts';
import type { Database } from '@/lib/store/database.ts';
import {
  addAnnotation,
  deleteAnnotation,
  editArticle,
  getBundle,
  saveReading,
  tagsInUse,
} from '@/lib/store/repository.ts';
import { countTasks } from '@/lib/tasks/corrections/corrections.ts';
import type { Span } from '@/lib/tasks/schema.ts';
import { ArticleFacts } from '../article/ArticleFacts.tsx';
import { ArticleLinks } from '../article/ArticleLinks.tsx';
import { copyReference } from '../article/copyReference.ts';
import { MarkEditor } from '../marks/MarkEditor.tsx';
import { NoteAndTags } from '../marks/NoteAndTags.tsx';
import { taskMarkOf } from '../tasks/taskMark.ts';
import { TASK_TAG } from '../tasks/taskTag.ts';
import { HostAccess } from '../ui/HostAccess.tsx';
import { Icon } from '../ui/Icon.tsx';
import { errorText, formatMoment, t } from '../ui/i18n.ts';
import { Markdown } from '../ui/Markdown.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { useWatch } from '../ui/useWatch.ts';
import { AddFromText } from './AddFromText.tsx';
import { TasksTab } from './TasksTab.tsx';
import { taskCorrecting } from './taskCorrecting.ts';
import { tellPages } from './tellPages.ts';
import { useLive } from './useLive.ts';
import { Versions } from './Versions.tsx';

type Props = {
  db: Database;
  id: string;
  back: () => void;
  remove: () => void;
  say: (words: string, undo?: () => Promise<unknown>) => void;
};

type View = 'marks' | 'tasks' | 'text';

/** More facts than these are folded: the tabs should be in view. */
const MOST_FACTS = 5;

/** One saved article: metadata, marks, orders, and the text as captured. */
export function ArticleView({ db, id, back, remove, say }: Props) {
  const bundle = useWatch(() => getBundle(db, id), [db, id]);
  const tags = useWatch(() => tagsInUse(db), [db]) ?? [];
  const [view, setView] = useState<View | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const places = bundle?.annotations
    .map(({ id, target }) => `${id} ${JSON.stringify(target.captured)}`)
    .join();
  const live = useLive(id, [places, bundle?.saved.sha256]);
  const text = bundle?.texts.find(({ sha256 }) => sha256 === bundle.saved.sha256)?.text ?? '';
  const corrected = useMemo(
    () =>
      applyCorrections(
        bundle?.saved.taskLists ?? [],
        bundle?.saved.taskCorrections ?? [],
        text,
        bundle?.saved.article.publishedAt ?? null,
      ),
    [bundle, text],
  );
  if (bundle === undefined)
    return (
      <main class="panel" aria-busy="true">
        <Skeleton of="article" />
      </main>
    );
  const heading = (
    <header class="row">
      <button type="button" class="small" data-testid="back" onClick={back}>
        <Icon name="back" />
        {t('back')}
      </button>
      <span class="space" />
      {bundle && (
        <>
          <button type="button" class="small" onClick={() => show(null, null)}>
            <Icon name="external" />
            {t('openOriginal')}
          </button>
          <button type="button" class="small" data-testid="delete-article" onClick={remove}>
            {t('delete')}
          </button>
        </>
      )}
    </header>
  );
  if (bundle === null)
    return (
      <main class="panel stack">
        {heading}
        <p>{t('articleGone')}</p>
      </main>
    );

  const { saved, texts } = bundle;
  const place = (start: number | undefined) => start ?? Number.POSITIVE_INFINITY;
  const annotations = [...bundle.annotations].sort(
    (a, b) =>
      place(a.target.captured?.start) - place(b.target.captured?.start) || a.created.localeCompare(b.created),
  );
  const tasks = countTasks(corrected.lists);
  const current: View = view ?? (annotations.length || !tasks ? 'marks' : 'tasks');
  const failed = (error: unknown) => say(errorText(error));
  const light = (annotationId: string | null, quote: TextQuoteSelector | null) =>
    void askBackground('article.light', { articleId: id, annotationId, quote }).catch(() => {});
  function show(annotationId: string | null, quote: TextQuoteSelector | null) {
    askBackground('article.show', { articleId: id, annotationId, quote }).then(
      ({ outcome }) => outcome === 'missing' && say(t('notOnPage')),
      failed,
    );
  }
  const correcting = taskCorrecting({ db, articleId: id, text, lists: corrected.lists, say });
  const markTask = async (span: Span) => {
    const about = { source: saved.url, color: 'yellow' as const, tags: [TASK_TAG], sha256: saved.sha256 };
    const made = await addAnnotation(db, id, draftFromText(text, span, about));
    tellPages(id);
    say(t('taskMarked'), () => deleteAnnotation(db, made.id).then(() => tellPages(id)));
  };
  const cite = () =>
    void copyReference(saved.article, saved.url, saved.capturedAt).then((copied) =>
      say(t(copied ? 'referenceCopied' : 'page_notCopied')),
    );
  const keepLive = () => {
    if (live)
      saveReading(db, live.reading).then(() => {
        tellPages(id);
        say(t('versionKept'));
      }, failed);
  };
  const choose = (annotation: Annotation) => {
    setChosen(annotation.id);
    setView('marks');
  };
  const changed = !!live && live.reading.article.text !== text;
  return (
    <main class="panel stack" data-testid="article-view">
      {heading}
      <ArticleFacts article={saved.article} most={MOST_FACTS} cite={cite} />
      <p class="row quiet">
        <span>{t('savedAt', formatMoment(saved.capturedAt))}</span>
        {live && (
          <button type="button" class={changed ? 'chip warn' : 'chip'} onClick={() => setView('text')}>
            {t(changed ? 'liveChanged' : 'liveSame')}
          </button>
        )}
      </p>
      <HostAccess url={saved.url} />
      <Tabs
        label={saved.article.title}
        chosen={current}
        choose={setView}
        tabs={[
          ['marks', t('marks', annotations.length)],
          ['tasks', t('tasksTab', tasks)],
          ['text', t('capturedText')],
        ]}
      />
      {current === 'marks' && (
        <TabPanel id="marks">
          <h2>{t('articleNote')}</h2>
          <NoteAndTags
            note={saved.note}
            tags={saved.tags}
            known={tags}
            keep={(patch) => editArticle(db, id, patch)}
            rendered={(note) => <Markdown text={note} />}
          />
          {annotations.length === 0 && <p class="quiet">{t('noMarks')}</p>}
          {annotations.map((annotation) => (
            <MarkEditor
              key={annotation.id}
              db={db}
              annotation={annotation}
              chosen={annotation.id === chosen}
              state={live ? (live.states[annotation.id] ?? 'missing') : null}
              known={tags}
              show={(quote) => show(annotation.id, quote)}
              light={(on) => light(on ? annotation.id : null, null)}
              say={say}
            />
          ))}
        </TabPanel>
      )}
      {current === 'tasks' && (
        <TabPanel id="tasks">
          <TasksTab
            saved={saved}
            corrected={corrected}
            correcting={correcting}
            say={say}
            show={(span) => show(null, quoteOf(text, span))}
            light={(span) => light(null, span && quoteOf(text, span))}
            mark={(task) => markTask(task).catch(failed)}
            markOf={(task) => taskMarkOf(annotations, task, saved.sha256)}
            openMark={choose}
          />
        </TabPanel>
      )}
      {current === 'text' && (
        <TabPanel id="text">
          <AddFromText text={text} add={correcting.add}>
            <Versions
              key={saved.sha256}
              texts={texts}
              current={saved.sha256}
              annotations={annotations}
              live={live?.reading.article.text ?? null}
              keepLive={keepLive}
              choose={choose}
            />
          </AddFromText>
          <ArticleLinks article={saved.article} />
        </TabPanel>
      )}
    </main>
  );
}
