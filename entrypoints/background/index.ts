import { defineBackground } from 'wxt/utils/define-background';
import { listenToCommands } from '@/lib/app/background/commands.ts';
import { keepStubRegistered } from '@/lib/app/background/permissions.ts';
import { answerMessages } from '@/lib/app/background/router.ts';
import { followAddresses } from '@/lib/app/background/tabs.ts';
import { Database } from '@/lib/store/database.ts';

export default defineBackground(() => {
  const db = new Database();
  answerMessages(db);
  listenToCommands(db);
  keepStubRegistered();
  // In Chromium the pages hear of it themselves; here every load counts as a change of address.
  if (import.meta.env.FIREFOX) followAddresses();
});
