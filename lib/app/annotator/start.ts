import { browser } from 'wxt/browser';
import { answerInPage } from '../../messages/answerInPage.ts';
import { ask } from '../../messages/fromPages.ts';
import { PageSession } from './session.ts';
import type { MountPageTools } from './tools.ts';

type World = {
  pizhuReader?: { alive(): boolean; answer(raw: string): Promise<string> };
};

/**
 * Starts the reader in a document. A second injection starts nothing; after an update of the extension the old reader
 * is dead and the new one starts.
 */
export function startReader(doc: Document, mountPageTools: MountPageTools): void {
  const world = globalThis as World;
  if (world.pizhuReader?.alive()) return;
  const session = new PageSession(doc, mountPageTools, ask, alive);
  world.pizhuReader = { alive, answer: answerInPage(browser.runtime as never, session.handlers) };
  session.start();
}

/** Whether this script belongs to the installed version of the extension. */
function alive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}
