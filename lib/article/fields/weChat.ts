import { tidy } from '../page/lines.ts';
import { weChatTime } from '../page/scriptData.ts';

/** The account, the writer and the count of views of a WeChat article (微信公众平台), and its time from a script. */
export type WeChat = Record<'account' | 'author' | 'time' | 'count', string | null>;

/**
 * Reads the account, which is the source, and the writer of a WeChat article (微信公众平台). Finds them by the ids of the
 * template, because the page prints no labels: 原创 何苗 青山发布 (original, He Miao, Qingshan News).
 */
export function readWeChat(doc: Document): WeChat {
  const text = (selector: string) => tidy(doc.querySelector(selector)?.textContent ?? '') || null;
  if (!doc.getElementById('js_content')) return { account: null, author: null, time: null, count: null };
  return {
    time: weChatTime(doc),
    count: text('#readNum3'),
    account: text('#js_name') ?? text('.profile_nickname,.rich_media_meta_nickname'),
    author:
      text('#js_author_name,.rich_media_meta_text:not(#post-date)') ??
      tidy(doc.querySelector('meta[name=author],meta[property$=author]')?.getAttribute('content') ?? ''),
  };
}
