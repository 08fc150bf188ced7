import { browser } from 'wxt/browser';
import { type CollectionFormat, exportFileName } from '../../exchange/formats.ts';
import { withCorrectedFields } from '../../record/fieldCorrections.ts';
import type { Store } from '../../store/index.ts';
import { getBundles, unreadOf } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import type { Say } from './say.ts';

/** Milliseconds for which the download may still read its blob after the click. */
const READING = 60_000;

/** Hands a file to the person. */
export function download(parts: BlobPart[], type: string, name: string): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READING);
}

/** Downloads these articles as a file. Reports how many it holds, or why there is no file. */
export async function downloadArticles(db: Store, ids: string[], format: CollectionFormat, say: Say) {
  if (format.limit !== undefined && ids.length > format.limit) {
    say(t('exportTooMany', String(format.limit), String(ids.length)));
    return;
  }
  try {
    const bundles = await getBundles(db, ids);
    const leftOut = await unreadOf(db, ids);
    const generator = `Pizhu ${browser.runtime.getManifest().version}`;
    const given = format.whole ? bundles : bundles.map(withCorrectedFields);
    const parts = await format.write(given, generator, new Date(), leftOut);
    download(parts, format.mime, exportFileName(given, format));
    const left = String(leftOut.length);
    say(leftOut.length ? t('exportedWithout', bundles.length, left) : t('exported', bundles.length));
  } catch (error) {
    say(errorText(error));
  }
}
