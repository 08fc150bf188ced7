import { inUnits } from '../../chinese/patterns.ts';
import { simplified } from '../../chinese/simplified.ts';
import { EDGE, type PageLine } from '../page/lines.ts';

/**
 * The words of buttons that show the rest of a text: 阅读全文 (read the full text), 展开全文 (unfold it), 余下全文 (the rest). Such
 * a button does not prove an excerpt if the text above it is complete; see `isExcerpt`.
 */
const MORE =
  /^[【[（(>…\s]*(点[击此我]|扫码|登录|订阅|付费|打开APP|继续)?[后可畅]?\s*(阅读|查看|展开|余下|显示|浏览)(阅读)?(全[文部]|剩余全文|完整内容|更多内容|余下内容|剩余部分)[】\])）>…\s\d%.]*$|^(余下全文|全文阅读)$/;
/**
 * Words that a page shows only if it withholds the rest, for example from readers who are not logged in: 登录后查看全文 (log
 * in to see the full text), 剩余80% (80% more).
 */
const WALL =
  /(阅读|查看|浏览|畅读)全文[，,]?\s*(请先|需|须)|(登录|订阅|付费|购买|会员|(下载|打开)(客户端|APP)|关注公众号)[^。]{0,14}(阅读|查看|解锁|畅读|获取)[^。]{0,10}(全文|权限|剩余|更多|完整)|(剩余|还有|余下)\s*\d{1,3}\s*%|付费文章|试读(结束|部分|完毕)/i;

/**
 * The end of a text that stops in the middle: dots, a comma or the like, or a Chinese character. A complete text ends
 * with a full stop, a bracket or a date; `isExcerpt` replaces a date before it uses this.
 */
const BROKEN_OFF = inUnits(/(…+|\.{3,}|。{2,}|[，、：；,]|[\p{Script=Han}])$/u);

/**
 * Whether the page shows only a part of the article. One of three signs must be near the article's end: a link 阅读全文
 * (read the full text) to another page; a request to log in or pay; or the button 展开全文 (unfold) below a text that stops
 * in the middle. Below a complete last sentence, that button only unfolds text that is on the page and was read.
 */
export function isExcerpt(lines: PageLine[], text: string): boolean {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  const tail = last.replace(/\s+/g, '').slice(-20);
  const at = lines.findLastIndex(
    ({ text: own }) => tail !== '' && own.length >= tail.length && own.replace(/\s+/g, '').includes(tail),
  );
  if (at < 0) return false;
  for (const line of lines.slice(at, at + 8)) {
    const own = simplified(line.text);
    if (own.length <= 60 && WALL.test(own.replaceAll(EDGE, ' '))) return true;
    const part = own.split(EDGE).find((one) => MORE.test(one));
    if (part === undefined) continue;
    const anchor = line.element.closest('a[href]') ?? line.element.querySelector('a[href]');
    const href = anchor?.getAttribute('href') ?? '';
    const leadsOn =
      MORE.test(simplified(anchor?.textContent?.trim() ?? '')) && !/^(#|javascript:|$)/i.test(href);
    if (leadsOn || BROKEN_OFF.test(last.replace(/\d{4}年.*日$/, '。'))) return true;
  }
  return false;
}
