import type { Browser } from 'wxt/browser';

/** What the browser reports about the sender of a message. */
export type Sender = Pick<Browser.runtime.MessageSender, 'id' | 'url' | 'origin' | 'frameId'> & {
  tab?: { id?: number; url?: string };
};

/** A page that sent a message. */
export type FromPage = {
  tabId: number;
  /** 0 is the page itself, any other a frame in it. */
  frameId: number;
  /** The page's own address, also where a frame in it asks. */
  url: string;
};

/** What `senderOf` needs to know of the extension. */
export type Identity = { id: string; getURL(path: ''): string };

/**
 * The sender of a message, from what the browser reports and never from the message: a page, one of the extension's own
 * contexts (`own`), or null where neither is certain.
 */
export function senderOf(sender: Sender, extension: Identity): FromPage | 'own' | null {
  if (sender.id !== extension.id) return null;
  const own = extension.getURL('');
  if (sender.url?.startsWith(own)) return comesFrom(sender, own) ? 'own' : null;
  const { tab, frameId = 0 } = sender;
  if (tab?.id === undefined || !sender.url) return null;
  const url = tab.url ?? (frameId === 0 ? sender.url : undefined);
  if (!url || !/^(https?|file):/.test(url)) return null;
  // A tab that has moved to another origin since the message was sent no longer counts as its sender.
  if (frameId === 0 && !sameOrigin(sender.url, url)) return null;
  return { tabId: tab.id, frameId, url: withoutDirective(url) };
}

/** Checks the origin that Chromium also reports, because a script in a page cannot set it. */
const comesFrom = ({ origin }: Sender, own: string): boolean => origin === undefined || `${origin}/` === own;

const sameOrigin = (a: string, b: string): boolean => new URL(a).origin === new URL(b).origin;

/** An address without its fragment directive (WICG), which points at words and does not identify the page. */
export const withoutDirective = (url: string): string => url.replace(/#?:~:.*/, '');
