import { browser } from 'wxt/browser';
import { exportFileName, exportParts } from '@/lib/exchange/json.ts';
import type { Database } from '@/lib/store/database.ts';
import { getBundles } from '@/lib/store/repository.ts';

/** Hands the user a JSON file of these articles. Returns how many are in it. */
export async function downloadArticles(db: Database, ids: string[]): Promise<number> {
  const bundles = await getBundles(db, ids);
  const parts = exportParts(bundles, `Pizhu ${browser.runtime.getManifest().version}`);
  const url = URL.createObjectURL(new Blob(parts, { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = exportFileName(bundles.length);
  link.click();
  // The download reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return bundles.length;
}
