import { browser } from 'wxt/browser';
import { type CollectionFormat, exportFileName } from '../../exchange/formats.ts';
import type { Store } from '../../store/index.ts';
import { getBundles } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import type { Say } from './say.ts';

/** Milliseconds for which the download may still read its blob after the click. */
const READING = 60_000;

/** Downloads these articles as a file. Reports how many it holds, or why there is no file. */
export async function downloadArticles(db: Store, ids: string[], format: CollectionFormat, say: Say) {
  try {
    const bundles = await getBundles(db, ids);
    const parts = format.write(bundles, `Pizhu ${browser.runtime.getManifest().version}`);
    const url = URL.createObjectURL(new Blob(parts, { type: format.mime }));
    const link = document.createElement('a');
    link.href = url;
    link.download = exportFileName(bundles.length, format);
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), READING);
    say(t('exported', bundles.length));
  } catch (error) {
    say(errorText(error));
  }
}
