import { useRef, useState } from 'preact/hooks';
import { tagsOf } from '@/lib/annotation/edit.ts';
import type { SavedArticle } from '@/lib/record/schema.ts';
import { excerptOf, searchArticles } from '@/lib/search/search.ts';
import { countCorrectedTasks } from '@/lib/store/corrections.ts';
import type { Database } from '@/lib/store/database.ts';
import { listAllAnnotations, listArticles, listTexts, tagsInUse } from '@/lib/store/repository.ts';
import { errorText, formatDate, t } from '../ui/i18n.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useWatch } from '../ui/useWatch.ts';
import { downloadArticles } from './download.ts';

type Props = { db: Database; open: (id: string) => void; say: (words: string) => void };

/** As they come from the collection, last saved first, or by the day on which they were published. */
type Order = 'saved' | 'published';

/** Those without a date come last. */
const lastPublishedFirst = (articles: SavedArticle[]): SavedArticle[] =>
  [...articles].sort((a, b) => (b.article.publishedAt ?? '').localeCompare(a.article.publishedAt ?? ''));

/** What was saved: searched, filtered, selected, exported. */
export function ArticleList({ db, open, say }: Props) {
  const [words, setWords] = useState('');
  const [tag, setTag] = useState<string | null>(null);
  const [markedOnly, setMarkedOnly] = useState(false);
  const [order, setOrder] = useState<Order>('saved');
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const searching = words.trim() !== '';
  const articles = useWatch(() => listArticles(db), [db]);
  const annotations = useWatch(() => listAllAnnotations(db), [db]) ?? [];
  const tags = useWatch(() => tagsInUse(db), [db]) ?? [];
  // Bodies are read only when somebody searches in them.
  const texts = useWatch(
    async () => (searching ? listTexts(db) : new Map<string, string>()),
    [db, searching],
  );
  const counts = useWatch(() => countCorrectedTasks(db, articles ?? []), [db, articles]);
  if (!articles)
    return (
      <main class="panel" aria-busy="true">
        <Skeleton of="list" />
      </main>
    );

  const matching = searchArticles(articles, texts ?? new Map(), annotations, { words, tag, markedOnly });
  const found = order === 'saved' ? matching : lastPublishedFirst(matching);
  const selected = found.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const narrowed = searching || tag !== null || markedOnly;
  const clear = () => {
    setWords('');
    setTag(null);
    setMarkedOnly(false);
    // The button that was pressed is gone.
    field.current?.focus();
  };
  const download = (ids: string[]) =>
    downloadArticles(db, ids).then(
      (count) => say(t('exported', count)),
      (error) => say(errorText(error)),
    );

  if (articles.length === 0)
    return (
      <main class="state empty stack" data-testid="state-empty">
        <img src="/icon/icon.svg" alt="" />
        <h1>{t('emptyTitle')}</h1>
        <p>{t('emptyHow')}</p>
      </main>
    );
  return (
    <main class="panel stack">
      <h1 class="unseen">{t('panelTitle')}</h1>
      <header class="stack filters">
        <input
          ref={field}
          type="search"
          data-testid="search"
          value={words}
          placeholder={t('search')}
          aria-label={t('search')}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <div class="row">
          <select aria-label={t('filterTag')} onChange={(event) => setTag(event.currentTarget.value || null)}>
            <option value="" selected={tag === null}>
              {t('allTags')}
            </option>
            {tags.map((one) => (
              <option key={one} value={one} selected={one === tag}>
                {one}
              </option>
            ))}
          </select>
          <label class="row">
            <input
              type="checkbox"
              checked={markedOnly}
              onChange={(event) => setMarkedOnly(event.currentTarget.checked)}
            />
            {t('markedOnly')}
          </label>
          <span class="space" />
          <button
            type="button"
            class="small"
            data-testid="export-all"
            onClick={() => download(articles.map(({ id }) => id))}
          >
            {t('exportAll')}
          </button>
          {selected.length > 0 && (
            <button
              type="button"
              class="small"
              data-testid="export-selected"
              onClick={() => download(selected)}
            >
              {t('exportSelected', selected.length)}
            </button>
          )}
        </div>
      </header>
      <div class="row quiet">
        <span role="status">
          {found.length === 0
            ? t('nothingFound')
            : narrowed
              ? t('articleCountOf', found.length, articles.length)
              : t('articleCount', found.length)}
        </span>
        {narrowed && (
          <button type="button" class="link" data-testid="clear-filters" onClick={clear}>
            {t('clearFilters')}
          </button>
        )}
        <span class="space" />
        {found.length > 1 && (
          <select
            class="order"
            aria-label={t('order')}
            data-testid="order"
            value={order}
            onChange={(event) => setOrder(event.currentTarget.value as Order)}
          >
            <option value="saved">{t('orderSaved')}</option>
            <option value="published">{t('orderPublished')}</option>
          </select>
        )}
        {found.length > 1 && (
          <button
            type="button"
            class="link"
            data-testid="select-all"
            onClick={() => setChosen(new Set(selected.length ? [] : found.map(({ id }) => id)))}
          >
            {t(selected.length ? 'selectNone' : 'selectAll')}
          </button>
        )}
      </div>
      <ul class="articles">
        {found.map(({ id, article, tags: own }) => {
          const marks = annotations.filter(({ articleId }) => articleId === id);
          const allTags = [...new Set([...own, ...marks.flatMap(tagsOf)])];
          const tasks = counts?.get(id) ?? 0;
          return (
            <li key={id} class="article-row" data-testid="article-row">
              <input
                type="checkbox"
                aria-label={t('choose', article.title)}
                checked={chosen.has(id)}
                onChange={() => toggle(id)}
              />
              <button type="button" class="plain" onClick={() => open(id)}>
                <span class="headline">{article.title || t('untitled')}</span>
                <span class="quiet">
                  {[formatDate(article.publishedAt).slice(0, 10), article.source].filter(Boolean).join(' · ')}
                </span>
                {searching && <Excerpt text={texts?.get(id) ?? ''} words={words} />}
                <span class="row">
                  {tasks > 0 && <span class="chip">{t('taskCount', tasks)}</span>}
                  {marks.length > 0 && <span class="chip">{t('markCount', marks.length)}</span>}
                  {allTags.map((one) => (
                    <span key={one} class="chip outlined">
                      {one}
                    </span>
                  ))}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </main>
  );
}

/** Where the text has one of the words that are searched for. */
function Excerpt({ text, words }: { text: string; words: string }) {
  const found = excerptOf(text, words);
  if (!found) return null;
  const [before, word, after] = found;
  return (
    <span class="excerpt quiet" data-testid="excerpt">
      {before}
      <mark>{word}</mark>
      {after}
    </span>
  );
}
