import { browser } from 'wxt/browser';
import { articleMessages } from './article.ts';
import { type Ask, askThrough } from './channel.ts';
import { collectionMessages } from './collection.ts';
import { tabMessages } from './tab.ts';

/** All messages that pages of the extension (popup, side panel, options, card) may send to the background. */
export const fromOwn = { ...tabMessages, ...articleMessages, ...collectionMessages } as const;

/** Sends a request to the background from a page of the extension. */
export const ask: Ask<typeof fromOwn> = askThrough(fromOwn, (raw) => browser.runtime.sendMessage(raw));
