import type { StubWorld } from '../annotator/recognise.ts';
import type { ReaderWorld } from '../annotator/start.ts';
import { hostOf, onSwitched } from '../offHosts.ts';
import { showSaved } from './badge.ts';
import type { Context } from './context.ts';
import { injectReader } from './inject.ts';
import { pagesOf, stubOpenTabs } from './permissions.ts';

type Browser = Context['browser'];

/** Ends what the extension does in a frame. Runs within the frame, so it can use nothing from outside. */
const pause = () => (globalThis as ReaderWorld).pizhuReader?.pause();

/**
 * Lets the extension work in a frame again. Returns whether a person has selected words there. Runs within the frame, so
 * it can use nothing from outside.
 */
function resume(): boolean {
  const world = globalThis as ReaderWorld & StubWorld;
  world.pizhuReader?.resume();
  world.pizhuStub?.();
  return 'pizhuSelected' in world;
}

/** Runs a function in every frame of a tab. Returns nothing where the page cannot be reached. */
const inFrames = async <T>({ scripting }: Browser, tabId: number, func: () => T) =>
  scripting
    .executeScript({ target: { tabId, allFrames: true }, func, injectImmediately: true })
    .catch(() => []);

/** The open tabs that show a page of a host. */
const tabsOn = async ({ tabs }: Browser, host: string): Promise<number[]> =>
  (await tabs.query({})).flatMap(({ id, url }) => (id !== undefined && hostOf(url) === host ? [id] : []));

/** Switches open pages off and on as soon as the person switches their host, so that no page needs a reload. */
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
      // The stub sends for the reader only at the first selection, which may have come while the host was off.
      if (frames.some(({ result }) => result)) await injectReader(context, tabId).catch(() => {});
    }
  };
  onSwitched(browser.storage.local, ({ off, on }) => {
    for (const host of off) switchOff(host).catch((error) => console.warn('Pizhu: not switched off', error));
    for (const host of on) switchOn(host).catch((error) => console.warn('Pizhu: not switched on', error));
  });
}
