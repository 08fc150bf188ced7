import { browser } from 'wxt/browser';
import { answerer } from '../messages/channel.ts';
import { clipboardMessages } from '../messages/clipboard.ts';
import { listen } from '../messages/listen.ts';
import { copyFromField } from './copyText.ts';

/** Starts the offscreen document, which copies text to the clipboard. Answers only the background, never a web page. */
export const startOffscreen = (): void =>
  listen(browser.runtime as never, {
    pages: () => null,
    own: answerer(clipboardMessages, {
      'clipboard.write': ({ text }) => ({ copied: copyFromField(text) }),
    }),
  });
