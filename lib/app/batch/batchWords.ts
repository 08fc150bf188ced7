import { errorText, t } from '../i18n.ts';
import { type Batch, type BatchPage, countsOf, isFinished } from './batch.ts';

/** The sentences that say how the pages of a batch are saved: links otherwise than open tabs. None once all are done. */
export function howWords(batch: Batch): string[] {
  if (isFinished(batch)) return [];
  const links = batch.pages.some(({ tabId }) => tabId === null);
  const tabs = batch.pages.some(({ tabId }) => tabId !== null);
  return [
    ...(links ? [t('batchHowLinks')] : []),
    ...(tabs ? [t('batchHowTabs')] : []),
    ...(links || tabs ? [t('batchKeepOpen')] : []),
  ];
}

/**
 * Says how far a batch is, or before its start, which permissions it needs. `sitesToAsk`: how many sites the browser
 * will ask about at the start; null until this is known.
 */
export function statusWords(batch: Batch, running: boolean, sitesToAsk: number | null): string {
  const { saved, updated, failed, waiting, working, chosen } = countsOf(batch);
  if (!running && isFinished(batch)) return t('batchFinished', saved, updated, failed);
  if (running || saved + updated + failed > 0)
    return t('batchDone', saved, updated, failed, waiting + working);
  if (sitesToAsk === null || chosen === 0) return '';
  return sitesToAsk > 0 ? t('batchSites', sitesToAsk) : t('batchSitesGranted');
}

/** Says why a page of a batch was not saved; null where there was no error. */
export function problemWords({ code }: BatchPage): string | null {
  if (code === 'noPermission') return t('batchRefused');
  if (code === 'pdf') return t('batchPdf');
  return code && errorText({ code });
}
