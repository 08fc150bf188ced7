import { answerer, type Handlers } from './channel.ts';
import { listenInPage, type Runtime } from './listen.ts';
import { pageMessages } from './page.ts';

/**
 * Answers requests of the background in a page: those sent as messages, and those of `askFrames`, which injects a
 * function. For `askFrames`, returns a function that takes and returns JSON, because Chromium loses nulls in arguments
 * and results of injected functions.
 */
export function answerInPage(
  runtime: Runtime,
  handlers: Handlers<typeof pageMessages>,
): (raw: string) => Promise<string> {
  const answer = answerer(pageMessages, handlers);
  listenInPage(runtime, answer);
  return async (raw) => JSON.stringify(await answer(JSON.parse(raw), null));
}
