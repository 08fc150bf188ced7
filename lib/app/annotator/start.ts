import { browser } from 'wxt/browser';
import { SCRIPT } from '../../chinese/script.ts';
import { answerInPage } from '../../messages/answerInPage.ts';
import type { Handlers } from '../../messages/channel.ts';
import { ask } from '../../messages/fromPages.ts';
import type { pageMessages } from '../../messages/page.ts';
import type { ExtractorWorld } from '../reading/world.ts';
import { onRewritten } from './address.ts';
import { RETIRE } from './retire.ts';
import { PageSession } from './session.ts';
import type { MountPageTools } from './tools.ts';

/** The functions that the reader script leaves in the page, for scripts that the background injects there. */
export type ReaderWorld = {
  pizhuReader?: {
    alive(): boolean;
    /** Answers a message. Empty while the reader script is paused, as if the frame had no reader script. */
    answer(raw: string): Promise<string>;
    /** Stops all that the reader script does, until `resume`. */
    pause(): void;
    resume(): void;
  };
};

/**
 * Starts the reader script, which reads a page and shows its marks, in a document. Starts it again when a script of the
 * page rewrites the document. If it is injected a second time, a running script stays and a paused one resumes. After
 * an update of the extension, the old script no longer works, so the new one starts.
 */
export function startReader(doc: Document, mountPageTools: MountPageTools): void {
  const world = globalThis as ReaderWorld & ExtractorWorld;
  world.pizhuScript = SCRIPT;
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
  // The proxy looks up a handler when a message arrives, because the session may have changed.
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

/** Whether the extension that injected this script still runs. An update of the extension ends that. */
function alive(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
}
