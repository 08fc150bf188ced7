import { answerer, type Handlers } from './channel.ts';
import { listenInPage, type Runtime } from './listen.ts';
import { pageMessages } from './page.ts';

/**
 * Answers the background from within a page, and gives the same answers to `askFrames`: as JSON, because Chromium
 * loses the nulls of what is passed to an injected function and back.
 */
export function answerInPage(
  runtime: Runtime,
  handlers: Handlers<typeof pageMessages>,
): (raw: string) => Promise<string> {
  const answer = answerer(pageMessages, handlers);
  listenInPage(runtime, answer);
  return async (raw) => JSON.stringify(await answer(JSON.parse(raw), null));
}
