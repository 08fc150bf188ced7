import { browser } from 'wxt/browser';
import { annotationMessages } from './annotation.ts';
import { type Ask, askThrough } from './channel.ts';
import { visitMessages } from './visit.ts';

/** All that a content script may ask of the background: about its own page, and nothing else. */
export const fromPages = { ...visitMessages, ...annotationMessages } as const;

/** Asks the background from within a page. */
export const ask: Ask<typeof fromPages> = askThrough(fromPages, (raw) => browser.runtime.sendMessage(raw));
