import { browser } from 'wxt/browser';
import { z } from '../zod.ts';
import { type Ask, askThrough } from './channel.ts';
import { message } from './message.ts';

/** Requests of the background to the offscreen document. Only Chromium has offscreen documents. */
export const clipboardMessages = {
  /** Copies a text. `copied` is false where the browser refuses. */
  'clipboard.write': message({
    request: z.object({ text: z.string() }),
    answer: z.object({ copied: z.boolean() }),
  }),
} as const;

/** Sends a request to the offscreen document. */
export const askOffscreen: Ask<typeof clipboardMessages> = askThrough(clipboardMessages, (raw) =>
  browser.runtime.sendMessage(raw),
);
