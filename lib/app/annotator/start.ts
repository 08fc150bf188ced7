import { browser } from 'wxt/browser';
import { answerInPage } from '../../messages/answerInPage.ts';
import type { Handlers } from '../../messages/channel.ts';
import { ask } from '../../messages/fromPages.ts';
import type { pageMessages } from '../../messages/page.ts';
import { onRewritten } from './address.ts';
import { RETIRE } from './retire.ts';
import { PageSession } from './session.ts';
import type { MountPageTools } from './tools.ts';

/** What the reader leaves for the background in the same page. */
export type ReaderWorld = {
  pizhuReader?: {
    alive(): boolean;
    /** Answers a message; empty while the reader is paused, as in a frame without a reader. */
    answer(raw: string): Promise<string>;
    /** Ends all that the reader does, until `resume`. */
    pause(): void;
    resume(): void;
  };
};

/**
 * Starts the reader in a document, and again when a script rewrites the document. A second injection starts nothing, but
 * a paused reader resumes. After an update of the extension, the old reader no longer works and the new one starts.
 */
export function startReader(doc: Document, mountPageTools: MountPageTools): void {
  const world = globalThis as ReaderWorld;
  if (world.pizhuReader?.alive()) {
    world.pizhuReader.resume();
    return;
  }
  let session: PageSession | null = null;
  const resume = () => {
    if (session) return;
    session = new PageSession(doc, mountPageTools, ask, alive);
    session.start();
  };
  const pause = () => {
    session?.end();
    session = null;
  };
  // Uses the handlers of the session that runs now.
  const handlers = new Proxy({} as Handlers<typeof pageMessages>, {
    get: (_, name) => session?.handlers[name as keyof typeof pageMessages],
  });
  const answer = answerInPage(browser.runtime as never, handlers);
  doc.dispatchEvent(new Event(RETIRE));
  world.pizhuReader = { alive, answer: async (raw) => (session ? answer(raw) : ''), pause, resume };
  resume();
  onRewritten(doc, () => {
    if (!session) return;
    pause();
    resume();
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
