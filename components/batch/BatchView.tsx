import './BatchView.css';
import { useMemo } from 'preact/hooks';
import { type BatchPage, countsOf, hostOf, isBegun, originsOf } from '@/lib/app/batch/batch.ts';
import { useBatch } from '@/lib/app/batch/useBatch.ts';
import { errorText, t } from '@/lib/app/i18n.ts';
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
  const { batch, running, hidden, showTabs, start, stop, retry, choose, chooseAll } = useBatch(db);
  const readOnly = useReadOnly(db);
  if (!batch) return <main class="batch" aria-busy="true" />;
  const { pages } = batch;
  const counts = countsOf(batch);
  const done = counts.saved + counts.updated + counts.failed;
  return (
    <IsReadOnly.Provider value={readOnly}>
      <main class="batch stack" data-testid="batch">
        <h1>{t('batchTitle')}</h1>
        <p class="quiet">{t('batchHow')}</p>
        <ReadOnlyNotice />
        {hidden && (
          <p class="notice row">
            <span class="space">{t('batchTabsWhy')}</span>
            <button type="button" data-testid="batch-show-tabs" disabled={running} onClick={showTabs}>
              {t('batchShowTabs')}
            </button>
          </p>
        )}
        {pages.length === 0 && !hidden && <p>{t('batchEmpty')}</p>}
        {pages.length > 0 && (
          <div class="batch-bar stack">
            <div class="row">
              {running ? (
                <button type="button" data-testid="batch-stop" onClick={stop}>
                  {t('stop')}
                </button>
              ) : (
                <Editing>
                  <button
                    type="button"
                    class="primary"
                    data-testid="batch-start"
                    disabled={counts.waiting === 0}
                    onClick={start}
                  >
                    {t(isBegun(batch) && counts.waiting > 0 ? 'batchContinue' : 'batchStart', counts.waiting)}
                  </button>
                </Editing>
              )}
              <Editing>
                {!running && counts.failed > 0 && (
                  <button type="button" data-testid="batch-retry" onClick={retry}>
                    {t('batchRetry', counts.failed)}
                  </button>
                )}
              </Editing>
              <span class="space" />
              {!running && done === 0 && (
                <>
                  <button type="button" class="link" onClick={() => chooseAll(true)}>
                    {t('selectAll')}
                  </button>
                  <button type="button" class="link" onClick={() => chooseAll(false)}>
                    {t('selectNone')}
                  </button>
                </>
              )}
            </div>
            {(running || done > 0) && (
              <progress value={done} max={counts.chosen} aria-label={t('batchTitle')} />
            )}
            <p class="quiet" role="status">
              {done > 0 || running
                ? t('batchDone', counts.saved, counts.updated, counts.failed, counts.waiting + counts.working)
                : t('batchSites', originsOf(batch).length)}
            </p>
          </div>
        )}
        <ul>
          {pages.map((page, at) => (
            <BatchLine key={page.url} page={page} running={running} choose={(chosen) => choose(at, chosen)} />
          ))}
        </ul>
      </main>
    </IsReadOnly.Provider>
  );
}

type LineProps = { page: BatchPage; running: boolean; choose: (chosen: boolean) => void };

/** One page of the batch with its state. */
function BatchLine({ page, running, choose }: LineProps) {
  const { url, title, chosen, known, state, code, articleId, snapshot } = page;
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
        {code && (
          <span class="batch-problem">
            {code === 'noPermission' ? t('batchRefused') : errorText({ code })}
          </span>
        )}
        {noSnapshot && <span class="batch-problem">{noSnapshot}</span>}
      </label>
      {known && !begun && <Chip look="outlined">{t('batchKnown')}</Chip>}
      {begun && <Chip look={state === 'failed' ? 'warn' : undefined}>{t(`batch_${state}`)}</Chip>}
      {articleId && (
        <button type="button" class="link" onClick={() => void openInTab(articleId)}>
          {t('batchOpen')}
        </button>
      )}
    </li>
  );
}
