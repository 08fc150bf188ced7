import { browser } from 'wxt/browser';
import { type CollectionFormat, exportFileName } from '../../exchange/formats.ts';
import type { Store } from '../../store/index.ts';
import { getBundles } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import type { Say } from './say.ts';

/** Milliseconds for which the browser may still read the blob of a download after the click. */
const READING = 60_000;

/** Hands the user a file of these articles, and tells how many are in it or why there is none. */
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
