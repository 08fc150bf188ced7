import { browser } from 'wxt/browser';
import { annotationMessages } from './annotation.ts';
import { type Ask, askThrough } from './channel.ts';
import { savedLinksMessages } from './savedLinks.ts';
import { visitMessages } from './visit.ts';

/**
 * All messages that a content script may send to the background. Each is about the page in which the script runs, and
 * no other page.
 */
export const fromPages = { ...visitMessages, ...savedLinksMessages, ...annotationMessages } as const;

/** Sends a request to the background from a content script. */
export const ask: Ask<typeof fromPages> = askThrough(fromPages, (raw) => browser.runtime.sendMessage(raw));
