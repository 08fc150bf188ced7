import { quoteOf } from '@/lib/annotation/describe.ts';
import type { TextQuoteSelector } from '@/lib/annotation/schema.ts';
import type { Database } from '@/lib/collection/database.ts';
import { editArticle, getBundle, tagsInUse } from '@/lib/collection/repository.ts';
import { askBackground } from '@/lib/messages/index.ts';
import { ArticleFacts } from '../ArticleFacts.tsx';
import { HostAccess } from '../HostAccess.tsx';
import { errorText, formatMoment, t } from '../i18n.ts';
import { NoteAndTags } from '../NoteAndTags.tsx';
import { TaskLists } from '../TaskLists.tsx';
import { useWatch } from '../useWatch.ts';
import { CapturedReader } from './CapturedReader.tsx';
import { MarkEditor } from './MarkEditor.tsx';

type Props = {
  db: Database;
  id: string;
  back: () => void;
  remove: () => void;
  say: (words: string, undo?: () => Promise<unknown>) => void;
};

/** One saved article: metadata, orders, marks, note and tags, and the text as captured. */
export function ArticleView({ db, id, back, remove, say }: Props) {
  const bundle = useWatch(() => getBundle(db, id), [db, id]);
  const tags = useWatch(() => tagsInUse(db), [db]) ?? [];
  if (bundle === undefined) return <main class="panel" aria-busy="true" />;
  const heading = (
    <header class="row">
      <button type="button" data-testid="back" onClick={back}>
        ← {t('back')}
      </button>
      <span class="space" />
      {bundle && (
        <>
          <a href={bundle.saved.url} target="_blank" rel="noreferrer">
            {t('openOriginal')}
          </a>
          <button type="button" data-testid="delete-article" onClick={remove}>
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
  const text = texts.find(({ sha256 }) => sha256 === saved.sha256)?.text ?? '';
  const place = (start: number | undefined) => start ?? Number.POSITIVE_INFINITY;
  const annotations = [...bundle.annotations].sort(
    (a, b) =>
      place(a.target.captured?.start) - place(b.target.captured?.start) || a.created.localeCompare(b.created),
  );
  const show = (quote: TextQuoteSelector | null, annotationId: string | null) =>
    askBackground('article.show', { articleId: id, annotationId, quote }).then(
      ({ outcome }) => outcome === 'missing' && say(t('notOnPage')),
      (error) => say(errorText(error)),
    );
  return (
    <main class="panel stack" data-testid="article-view">
      {heading}
      <ArticleFacts article={saved.article} />
      <p class="quiet">{t('savedAt', formatMoment(saved.capturedAt))}</p>
      <HostAccess url={saved.url} />
      <section class="stack">
        <h2>{t('articleNote')}</h2>
        <NoteAndTags
          note={saved.note}
          tags={saved.tags}
          known={tags}
          keep={(patch) => editArticle(db, id, patch)}
        />
      </section>
      <section class="stack">
        <h2>{t('marks', annotations.length)}</h2>
        {annotations.length === 0 && <p class="quiet">{t('noMarks')}</p>}
        {annotations.map((annotation) => (
          <MarkEditor
            key={annotation.id}
            db={db}
            annotation={annotation}
            known={tags}
            show={show}
            say={say}
          />
        ))}
      </section>
      <section class="stack">
        <h2>{t('tasks')}</h2>
        <TaskLists lists={saved.taskLists} show={(task) => show(quoteOf(text, task), null)} />
      </section>
      <details>
        <summary>
          <h2 style={{ display: 'inline' }}>{t('capturedText')}</h2>
        </summary>
        <CapturedReader text={text} sha256={saved.sha256} annotations={annotations} />
      </details>
    </main>
  );
}
