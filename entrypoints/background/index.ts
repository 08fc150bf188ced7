import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { ArticleTabs } from '@/lib/app/background/articleTabs.ts';
import { copyHere, copyOffscreen } from '@/lib/app/background/clipboard.ts';
import { startBackground } from '@/lib/app/background/start.ts';
import { openPanel } from '@/lib/app/panel/openSidePanel.ts';
import { openStore } from '@/lib/store/index.ts';

export default defineBackground(() =>
  startBackground(
    {
      browser,
      db: openStore(),
      articleTabs: new ArticleTabs(browser.storage.session),
      copy: import.meta.env.FIREFOX ? copyHere : copyOffscreen,
    },
    { firefox: import.meta.env.FIREFOX, openPanel },
  ),
);
