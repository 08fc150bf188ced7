import { tidy } from '../page/lines.ts';
import { weChatTime } from '../page/scriptData.ts';

/** The account that publishes a page of 微信公众平台, its writer, and its time as a script keeps it. */
export type WeChat = { account: string | null; author: string | null; time: string | null };

/**
 * Reads a page of 微信公众平台: the account that publishes it, which is its source, and the writer. Its template marks them
 * by id, because the line itself has no label: 原创 何苗 青山发布.
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
