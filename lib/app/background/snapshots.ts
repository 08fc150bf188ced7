import type { SnapshotOutcome } from '../../messages/schema.ts';
import { withoutDirective } from '../../messages/sender.ts';
import { recognisedAddress } from '../../record/address.ts';
import { pageAddressIn, withoutParts } from '../../record/mhtml.ts';
import type { SavedArticle } from '../../record/schema.ts';
import { MOST_SNAPSHOT_BYTES } from '../../record/snapshot.ts';
import { keepSnapshot, StoreError } from '../../store/index.ts';
import { keepsSnapshots, NO_SNAPSHOT, snapshotFailure } from '../snapshots.ts';
import { within } from '../within.ts';
import type { Context } from './context.ts';
import { tellOnPage } from './tellOnPage.ts';

/** The longest time in milliseconds to wait for a snapshot. A page that hangs must not hold up a batch. */
const PATIENCE = 30_000;
/** The most times that the browser is asked for one snapshot. It is asked again where the file is already gone. */
const MOST_TRIES = 8;
/** Milliseconds before the browser is asked again, longer with each time. */
const AGAIN = 50;

/** For each tab, by its id: the outcome of the snapshot that was begun last. */
const begun = new WeakMap<Context, Map<number, Promise<SnapshotOutcome>>>();

type Subject = Pick<SavedArticle, 'id' | 'sha256' | 'url'>;

const outcomeOf = (outcome: SnapshotOutcome['outcome'], size: number | null = null): SnapshotOutcome => ({
  outcome,
  size,
});

/**
 * Asks the browser for the snapshot of a tab, and reads it into memory if it is not too large. Asks again where the file
 * is gone before it could be read: Chromium deletes it at once, sometimes before a service worker has read it (seen in
 * version 156, once in thirty times).
 */
async function asked(browser: Context['browser'], tabId: number): Promise<Blob> {
  for (let tries = 1; ; tries++) {
    const file = await browser.pageCapture.saveAsMHTML({ tabId });
    if (!file) throw new Error('The browser has given no file.');
    if (file.size > MOST_SNAPSHOT_BYTES) return file;
    try {
      // Removes the card of a mark. It is a frame of the extension with notes and tags, which are no part of the page.
      return withoutParts(new Uint8Array(await file.arrayBuffer()), browser.runtime.getURL('/'));
    } catch (error) {
      if ((error as Error).name !== 'NotFoundError' || tries === MOST_TRIES) throw error;
    }
    await new Promise((later) => setTimeout(later, AGAIN * tries));
  }
}

/**
 * The address of a page without the fragment, because browsers differ in whether a snapshot has it. Null where it is
 * no address.
 */
function bare(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  url.hash = '';
  return recognisedAddress(url.href);
}

/** Whether a snapshot is of the page that was saved. The tab may have gone to another page meanwhile. */
async function isOfPage({ browser }: Context, tabId: number, file: Blob, url: string): Promise<boolean> {
  if (bare(await pageAddressIn(file)) !== bare(url)) return false;
  const now = (await browser.tabs.get(tabId)).url;
  // Compares the tab's address too, because its fragment may name the page. The browser hides this address where the
  // extension has no access to the page.
  return !now || recognisedAddress(withoutDirective(now)) === recognisedAddress(url);
}

/** Makes and keeps a snapshot of the page of a tab. Never rejects. */
async function take(context: Context, tabId: number, saved: Subject): Promise<SnapshotOutcome> {
  const { browser, db } = context;
  let size: number | null = null;
  try {
    if (!(await keepsSnapshots(browser.permissions))) return NO_SNAPSHOT;
    const file = await within(PATIENCE, asked(browser, tabId));
    if (!file) return outcomeOf('slow');
    size = file.size;
    if (size > MOST_SNAPSHOT_BYTES) return outcomeOf('tooLarge', size);
    if (!(await isOfPage(context, tabId, file, saved.url))) return outcomeOf('otherPage', size);
    await keepSnapshot(db, saved, file);
    return outcomeOf('kept', size);
  } catch (error) {
    const code = error instanceof StoreError ? error.code : null;
    // The article was deleted meanwhile, so nobody misses its snapshot.
    if (code === 'notFound') return NO_SNAPSHOT;
    console.warn('Pizhu: no snapshot', error);
    return outcomeOf(code === 'storage' ? 'noRoom' : 'refused', size);
  }
}

/**
 * Begins to make a snapshot of the page of a tab whose article was just saved, where the person wants this. The saving
 * itself does not wait for the snapshot. If the snapshot fails, a message on the page says why.
 */
export function startSnapshot(context: Context, tabId: number, saved: Subject): void {
  const { browser } = context;
  const taking = take(context, tabId, saved);
  if (!begun.has(context)) begun.set(context, new Map());
  begun.get(context)!.set(tabId, taking);
  void taking.then(async (outcome) => {
    const words = snapshotFailure(outcome, (key, ...values) => browser.i18n.getMessage(key as never, values));
    if (words) await tellOnPage(context, tabId, words).catch(() => {});
  });
}

/** What became of the snapshot that was begun last in a tab. Resolves when the snapshot is kept, or has failed. */
export const snapshotOf = async (context: Context, tabId: number): Promise<SnapshotOutcome> =>
  (await begun.get(context)?.get(tabId)) ?? NO_SNAPSHOT;
