import { browser } from 'wxt/browser';
import { annotationMessages } from './annotation.ts';
import { type Ask, askThrough } from './channel.ts';
import { visitMessages } from './visit.ts';

/** All messages that a content script may send to the background. They concern only its own page. */
export const fromPages = { ...visitMessages, ...annotationMessages } as const;

/** Asks the background from within a page. */
export const ask: Ask<typeof fromPages> = askThrough(fromPages, (raw) => browser.runtime.sendMessage(raw));
