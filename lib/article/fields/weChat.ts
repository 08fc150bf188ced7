import { tidy } from '../page/lines.ts';
import { weChatTime } from '../page/scriptData.ts';

/** The account that publishes a page of 微信公众平台, its writer, and its time as a script keeps it. */
export type WeChat = { account: string | null; author: string | null; time: string | null };

/**
 * What a page of 微信公众平台 says of itself: the account that publishes it, which is its source, and the writer. Its
 * template names them by id; the line itself reads 原创 何苗 青山发布, without any label.
 */
export function readWeChat(doc: Document): WeChat {
  const text = (selector: string) => tidy(doc.querySelector(selector)?.textContent ?? '') || null;
  if (!doc.getElementById('js_content')) return { account: null, author: null, time: null };
  return {
    time: weChatTime(doc),
    account: text('#js_name') ?? text('.profile_nickname'),
    author:
      text('#js_author_name') ?? tidy(doc.querySelector('meta[name=author]')?.getAttribute('content') ?? ''),
  };
}
