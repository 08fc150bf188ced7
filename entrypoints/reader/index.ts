import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountPageTools } from '@/components/page/mount.ts';
import { PageSession } from '@/lib/app/annotator/session.ts';

type World = {
  pizhuReader?: { alive(): boolean; answer(raw: string): Promise<string> };
};

/**
 * The heavy part, put into a page when it is asked for: reads the page, paints the marks, offers the toolbar.
 * Injected twice it starts once; after an update of the extension the old one is dead and the new one starts.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  if (world.pizhuReader?.alive()) return;
  world.pizhuReader = {
    alive: () => {
      try {
        return browser.runtime.id !== undefined;
      } catch {
        return false;
      }
    },
    answer: new PageSession(document, mountPageTools).start(),
  };
});
