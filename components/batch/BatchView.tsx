import './BatchView.css';
import { useMemo } from 'preact/hooks';
import {
  type BatchPage,
  canSaveAnyway,
  countsOf,
  hostOf,
  isBegun,
  isFinished,
} from '@/lib/app/batch/batch.ts';
import { howWords, problemWords, statusWords } from '@/lib/app/batch/batchWords.ts';
import { useBatch } from '@/lib/app/batch/useBatch.ts';
import { t } from '@/lib/app/i18n.ts';
import { openInTab } from '@/lib/app/panel/openInTab.ts';
import { useReadOnly } from '@/lib/app/panel/useReadOnly.ts';
import { snapshotFailure } from '@/lib/app/snapshots.ts';
import { openStore } from '@/lib/store/index.ts';
import { Chip } from '../ui/Chip.tsx';
import { Editing, IsReadOnly, ReadOnlyNotice } from '../ui/Editing.tsx';
import { FailureBoundary } from '../ui/FailureBoundary.tsx';

/** The page that saves many pages. Shows an error where the collection cannot be read. */
export function BatchView() {
  return (
    <FailureBoundary title={t('collectionFailed')}>
      <Queue />
    </FailureBoundary>
  );
}

/** Shows the pages of a batch, the choice among them, the progress and the result. */
function Queue() {
  const db = useMemo(() => openStore(), []);
  const { batch, running, stopping, hidden, sitesToAsk, ...act } = useBatch(db);
  const readOnly = useReadOnly(db);
  if (!batch) return <main class="batch" aria-busy="true" />;
  const { pages } = batch;
  const counts = countsOf(batch);
  const done = counts.saved + counts.updated + counts.failed;
  return (
    <IsReadOnly.Provider value={readOnly}>
      <main class="batch stack" data-testid="batch">
        <h1>{t('batchTitle')}</h1>
        {howWords(batch).map((words) => (
          <p class="quiet" key={words}>
            {words}
          </p>
        ))}
        <ReadOnlyNotice />
        {hidden && (
          <p class="notice row">
            <span class="space">{t('batchTabsWhy')}</span>
            <button type="button" data-testid="batch-show-tabs" disabled={running} onClick={act.showTabs}>
              {t('batchShowTabs')}
            </button>
          </p>
        )}
        {pages.length === 0 && !hidden && <p>{t('batchEmpty')}</p>}
        {pages.length > 0 && (
          <div class="batch-bar stack">
            <div class="row">
              {running ? (
                <button type="button" data-testid="batch-stop" disabled={stopping} onClick={act.stop}>
                  {t(stopping ? 'batchStopping' : 'stop')}
                </button>
              ) : (
                !isFinished(batch) && (
                  <Editing>
                    <button
                      type="button"
                      class="primary"
                      data-testid="batch-start"
                      disabled={counts.waiting === 0}
                      onClick={act.start}
                    >
                      {t(
                        isBegun(batch) && counts.waiting > 0 ? 'batchContinue' : 'batchStart',
                        counts.waiting,
                      )}
                    </button>
                  </Editing>
                )
              )}
              <Editing>
                {!running && counts.failed > 0 && (
                  <button type="button" data-testid="batch-retry" onClick={act.retry}>
                    {t('batchRetry', counts.failed)}
                  </button>
                )}
              </Editing>
              <span class="space" />
              {!running && done === 0 && (
                <>
                  <button type="button" class="link" onClick={() => act.chooseAll(true)}>
                    {t('selectAll')}
                  </button>
                  <button type="button" class="link" onClick={() => act.chooseAll(false)}>
                    {t('selectNone')}
                  </button>
                </>
              )}
            </div>
            {(running || done > 0) && (
              <progress value={done} max={counts.chosen} aria-label={t('batchTitle')} />
            )}
            <p class="quiet" role="status">
              {statusWords(batch, running, sitesToAsk)}
            </p>
          </div>
        )}
        <ul>
          {pages.map((page, at) => (
            <BatchLine
              key={page.url}
              page={page}
              running={running}
              choose={(chosen) => act.choose(at, chosen)}
              saveAnyway={() => act.saveAnyway(at)}
            />
          ))}
        </ul>
      </main>
    </IsReadOnly.Provider>
  );
}

type LineProps = {
  page: BatchPage;
  running: boolean;
  choose: (chosen: boolean) => void;
  saveAnyway: () => void;
};

/** One page of the batch with its state. */
function BatchLine({ page, running, choose, saveAnyway }: LineProps) {
  const { url, title, chosen, known, state, articleId, snapshot } = page;
  const problem = problemWords(page);
  const noSnapshot = snapshot && snapshotFailure(snapshot, t);
  const begun = state !== 'waiting';
  return (
    <li class="batch-page" data-testid="batch-page">
      <input
        id={url}
        type="checkbox"
        checked={chosen}
        disabled={running || begun}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      <label for={url}>
        {title || hostOf(url)}
        <span class="batch-address quiet">{url}</span>
        {problem && <span class="batch-problem">{problem}</span>}
        {noSnapshot && <span class="batch-problem">{noSnapshot}</span>}
      </label>
      <div class="batch-end">
        {known && !begun && <Chip look="outlined">{t('batchKnown')}</Chip>}
        {begun && <Chip look={state === 'failed' ? 'warn' : undefined}>{t(`batch_${state}`)}</Chip>}
        {canSaveAnyway(page) && !running && (
          <Editing>
            <button type="button" class="link" data-testid="batch-anyway" onClick={saveAnyway}>
              {t('batchAnyway')}
            </button>
          </Editing>
        )}
        {articleId && (
          <button type="button" class="link" onClick={() => void openInTab(articleId)}>
            {t('batchOpen')}
          </button>
        )}
      </div>
    </li>
  );
}
