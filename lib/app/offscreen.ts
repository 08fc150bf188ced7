import { browser } from 'wxt/browser';
import { answerer } from '../messages/channel.ts';
import { clipboardMessages } from '../messages/clipboard.ts';
import { listen } from '../messages/listen.ts';
import { copyFromField } from './copyText.ts';

/** Starts the offscreen document, which copies texts for the background and never for a page. */
export const startOffscreen = (): void =>
  listen(browser.runtime as never, {
    pages: () => null,
    own: answerer(clipboardMessages, {
      'clipboard.write': ({ text }) => ({ copied: copyFromField(text) }),
    }),
  });
