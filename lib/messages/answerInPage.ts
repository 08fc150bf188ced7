import { answerer, type Handlers } from './channel.ts';
import { listenInPage, type Runtime } from './listen.ts';
import { pageMessages } from './page.ts';

/**
 * Answers the background from within a page, by message and for `askFrames`. Answers travel as JSON there, because
 * Chromium loses nulls in the arguments and results of an injected function.
 */
export function answerInPage(
  runtime: Runtime,
  handlers: Handlers<typeof pageMessages>,
): (raw: string) => Promise<string> {
  const answer = answerer(pageMessages, handlers);
  listenInPage(runtime, answer);
  return async (raw) => JSON.stringify(await answer(JSON.parse(raw), null));
}
