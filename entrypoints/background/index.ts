import { defineBackground } from 'wxt/utils/define-background';
import { Database } from '@/lib/collection/database.ts';
import { answerMessages } from './answers.ts';
import { listenToCommands } from './commands.ts';
import { keepStubRegistered } from './registration.ts';
import { followAddresses } from './tabs.ts';

export default defineBackground(() => {
  const db = new Database();
  answerMessages(db);
  listenToCommands(db);
  keepStubRegistered();
  // In Chromium the pages hear of it themselves; here every load counts as a change of address.
  if (import.meta.env.FIREFOX) followAddresses();
});
