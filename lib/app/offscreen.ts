import { browser } from 'wxt/browser';
import { answerer } from '../messages/channel.ts';
import { clipboardMessages } from '../messages/clipboard.ts';
import { listen } from '../messages/listen.ts';
import { copyFromField } from './copyText.ts';

/** Starts what the offscreen document is for: it copies for the background, and for no page. */
export const startOffscreen = (): void =>
  listen(browser.runtime as never, {
    pages: () => null,
    own: answerer(clipboardMessages, {
      'clipboard.write': ({ text }) => ({ copied: copyFromField(text) }),
    }),
  });
