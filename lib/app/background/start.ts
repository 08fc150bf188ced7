import { keepRemembering } from '../remembered.ts';
import { followAddresses } from './addresses.ts';
import { listenToCommands } from './commands.ts';
import type { Context } from './context.ts';
import { keepLeftNotes } from './leftNotes.ts';
import { followOffHosts } from './offHosts.ts';
import { keepStubRegistered } from './permissions.ts';
import { answerMessages } from './router.ts';
import { followSavedArticles, followSavedLinksSetting } from './savedLinks.ts';
import { startUpkeep } from './upkeep.ts';

/**
 * Starts the background. Adds every listener before anything is awaited, because the browser restarts a stopped
 * background only for events with such listeners.
 */
export function startBackground(
  context: Context,
  { firefox, openPanel }: { firefox: boolean; openPanel: Parameters<typeof listenToCommands>[1] },
): void {
  answerMessages(context, firefox ? 'USER' : 'AUTHOR');
  keepLeftNotes(context);
  listenToCommands(context, openPanel);
  keepStubRegistered(context);
  followOffHosts(context);
  followSavedLinksSetting(context);
  followSavedArticles(context);
  startUpkeep(context);
  keepRemembering(context.db, context.browser.storage.local);
  // Needed only in Firefox. In Chromium, pages notice a new address themselves by the Navigation API.
  if (firefox) followAddresses(context);
}
