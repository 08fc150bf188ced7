import type { StubWorld } from '../annotator/recognise.ts';
import type { LinksWorld } from '../annotator/savedLinks.ts';
import type { ReaderWorld } from '../annotator/start.ts';
import { pagesOf } from '../hostAccess.ts';
import { hostOf, onSwitched } from '../offHosts.ts';
import { showSaved } from './badge.ts';
import type { Context } from './context.ts';
import { inFrames } from './inFrames.ts';
import { injectReader } from './inject.ts';
import { stubOpenTabs } from './permissions.ts';

type Browser = Context['browser'];

/**
 * Pauses the extension's scripts in a frame. Runs within the frame, so it cannot use anything outside this function.
 */
function pause(): void {
  const world = globalThis as ReaderWorld & LinksWorld;
  world.pizhuReader?.pause();
  world.pizhuLinks?.end();
}

/**
 * Resumes the extension's scripts in a frame. Returns whether a person has selected words there. Runs within the frame,
 * so it cannot use anything outside this function.
 */
function resume(): boolean {
  const world = globalThis as ReaderWorld & StubWorld;
  world.pizhuReader?.resume();
  world.pizhuStub?.();
  return 'pizhuSelected' in world;
}

/** The open tabs that show a page of a host. */
const tabsOn = async ({ tabs }: Browser, host: string): Promise<number[]> =>
  (await tabs.query({})).flatMap(({ id, url }) => (id !== undefined && hostOf(url) === host ? [id] : []));

/**
 * Switches the extension off or on in the open pages of a site whenever the user does so for the site. So none of these
 * pages needs a reload.
 */
export function followOffHosts(context: Context): void {
  const { browser } = context;
  const switchOff = async (host: string) => {
    for (const tabId of await tabsOn(browser, host)) {
      await inFrames(browser, tabId, pause);
      await showSaved(context, tabId, false);
    }
  };
  const switchOn = async (host: string) => {
    const origins = [pagesOf(host)];
    if (await browser.permissions.contains({ origins })) await stubOpenTabs(browser, origins);
    for (const tabId of await tabsOn(browser, host)) {
      const frames = await inFrames(browser, tabId, resume);
      // Injects the reader script if words were selected while the extension was off for the site. The stub (the small
      // content script) asks for that script only at the first selection.
      if (frames.some(({ result }) => result)) await injectReader(context, tabId).catch(() => {});
    }
  };
  onSwitched(browser.storage.local, ({ off, on }) => {
    for (const host of off) switchOff(host).catch((error) => console.warn('Pizhu: not switched off', error));
    for (const host of on) switchOn(host).catch((error) => console.warn('Pizhu: not switched on', error));
  });
}
