import { followAddresses } from './addresses.ts';
import { listenToCommands } from './commands.ts';
import type { Context } from './context.ts';
import { keepStubRegistered } from './permissions.ts';
import { answerMessages } from './router.ts';

/**
 * Starts all that the background does. Every listener is added at once: the browser wakes a stopped background only
 * for those.
 */
export function startBackground(
  context: Context,
  { firefox, openPanel }: { firefox: boolean; openPanel: Parameters<typeof listenToCommands>[1] },
): void {
  answerMessages(context, firefox ? 'USER' : 'AUTHOR');
  listenToCommands(context, openPanel);
  keepStubRegistered(context);
  // In Chromium the pages hear of a new address themselves.
  if (firefox) followAddresses(context);
}
