import type { Browser } from 'wxt/browser';

/** What the browser reports about the sender of a message. */
export type Sender = Pick<Browser.runtime.MessageSender, 'id' | 'url' | 'origin' | 'frameId'> & {
  tab?: { id?: number; url?: string };
};

/** A page that sent a message. */
export type FromPage = {
  tabId: number;
  /** 0 for the page itself, any other number for a frame in the page. */
  frameId: number;
  /** The address of the page, even if a frame in it sent the message. */
  url: string;
};

/** The part of `browser.runtime` that `senderOf` needs. */
export type Identity = { id: string; getURL(path: ''): string };

/**
 * Identifies the sender of a message: a web page, or a page of the extension (`own`). Uses only what the browser
 * reports, never the message itself. Null where the sender is not certain.
 */
export function senderOf(sender: Sender, extension: Identity): FromPage | 'own' | null {
  if (sender.id !== extension.id) return null;
  const own = extension.getURL('');
  if (sender.url?.startsWith(own)) return comesFrom(sender, own) ? 'own' : null;
  const { tab, frameId = 0 } = sender;
  if (tab?.id === undefined || !sender.url) return null;
  const url = tab.url ?? (frameId === 0 ? sender.url : undefined);
  if (!url || !/^(https?|file):/.test(url)) return null;
  // The tab may have gone to another origin after the message was sent. The page in the tab is then not the sender.
  if (frameId === 0 && !sameOrigin(sender.url, url)) return null;
  return { tabId: tab.id, frameId, url: withoutDirective(url) };
}

/**
 * Whether the sender's origin is the extension's. True without an origin, because not every browser reports one. The
 * origin is checked too, because a script in a web page cannot forge it.
 */
const comesFrom = ({ origin }: Sender, own: string): boolean => origin === undefined || `${origin}/` === own;

const sameOrigin = (a: string, b: string): boolean => new URL(a).origin === new URL(b).origin;

/**
 * An address without its fragment directive (WICG, `:~:`). The directive points at words of the page and does not
 * identify the page.
 */
export const withoutDirective = (url: string): string => url.replace(/#?:~:.*/, '');
