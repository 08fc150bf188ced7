import { browser } from 'wxt/browser';
import { answerInPage } from '../../messages/answerInPage.ts';
import type { Handlers } from '../../messages/channel.ts';
import { ask } from '../../messages/fromPages.ts';
import type { pageMessages } from '../../messages/page.ts';
import { onRewritten } from './address.ts';
import { PageSession } from './session.ts';
import type { MountPageTools } from './tools.ts';

type World = {
  pizhuReader?: { alive(): boolean; answer(raw: string): Promise<string> };
};

/**
 * Starts the reader in a document, and again when a script rewrites the document. A second injection starts nothing.
 * After an update of the extension, the old reader no longer works and the new one starts.
 */
export function startReader(doc: Document, mountPageTools: MountPageTools): void {
  const world = globalThis as World;
  if (world.pizhuReader?.alive()) return;
  let session = new PageSession(doc, mountPageTools, ask, alive);
  // Uses the handlers of the session that runs now.
  const handlers = new Proxy({} as Handlers<typeof pageMessages>, {
    get: (_, name) => session.handlers[name as keyof typeof pageMessages],
  });
  world.pizhuReader = { alive, answer: answerInPage(browser.runtime as never, handlers) };
  session.start();
  onRewritten(doc, () => {
    session.end();
    session = new PageSession(doc, mountPageTools, ask, alive);
    session.start();
  });
}

/** Whether this script belongs to the installed version of the extension. */
function alive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}
