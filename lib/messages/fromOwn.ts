import { browser } from 'wxt/browser';
import { articleMessages } from './article.ts';
import { type Ask, askThrough } from './channel.ts';
import { collectionMessages } from './collection.ts';
import { tabMessages } from './tab.ts';

/** All messages that the extension's own contexts (popup, panel, options, card) may send to the background. */
export const fromOwn = { ...tabMessages, ...articleMessages, ...collectionMessages } as const;

/** Asks the background from one of the extension's own contexts. */
export const ask: Ask<typeof fromOwn> = askThrough(fromOwn, (raw) => browser.runtime.sendMessage(raw));
