import { datesIn } from '../../chinese/dates.ts';
import { inUnits } from '../../chinese/patterns.ts';
import type { Line } from '../metadata/line.ts';
import { EDGE, tidy } from '../page/lines.ts';
import { rulesFor } from './rule.ts';

/**
 * Parses `5380 次` (times), `18,062`, `3 412`, `1.2万` (12,000). Null for 0 too, because a script of the page may write
 * the count over it.
 */
function countOf(text: string): number | null {
  const match = /^\s*[[【(（]?\s*(\d{1,3}(?: \d{3})+(?!\d)|\d[\d,，]*(?:\.\d+)?)\s*([万萬wk])?/i.exec(text);
  if (!match || datesIn(text).some(({ index }) => index < 3)) return null;
  const count =
    Number(match[1]!.replace(/[,， ]/g, '')) * (!match[2] ? 1 : /k/i.test(match[2]) ? 1000 : 10_000);
  return Math.round(count) || null;
}

/**
 * A count before its word: `1164次阅读` (read 1164 times), `33人浏览`, `316条点击`. In `评论：0 点击：` (comments: 0, clicks:), the 0
 * belongs to the comments.
 */
const COUNT_FIRST =
  /(?<![\d.,/-]|[:：]\s*)(\d[\d,]*(?:\.\d+)?\s*万?)\s*[人条條]?\s?次?人?\s*(?:[阅閱](?:[读讀]|$)|[浏瀏][览覽]|[点點][击擊])(?!量|数|次|\s*[:：])/;

/** A count after its word, without a colon: `浏览 3.2w` (views 32,000), `阅读量1.3k` (read 1,300), `阅读 (2,015)`. */
const COUNT_BEHIND = inUnits(
  /(?<!(?!已|被|共)\p{Script=Han})(?:[阅閱][读讀]?|[浏瀏][览覽]|[点點][击擊]|[访訪][问問]|查看)[量数數]?\s?([（(]?\s?\d[\d,.]*\s?[万萬wk]?)(?![\d,.:：/年月-])/iu,
);

/** A quick test: a count with its word always contains one of these words. */
const COUNTED = /[阅閱]|[浏瀏][览覽]|[点點][击擊]|[访訪][问問]|查看/;

/**
 * A count with its word. Below the headline, it may be anywhere in a line; below the article, only at the beginning.
 */
function countBesideWord(head: Line[], tail: Line[]): number | null {
  // Below the article, the count is only at the beginning of a line: 阅读 (1532).
  for (const [i, { text, hidden, element }] of [...head.slice(0, 12), ...tail.slice(0, 6)].entries()) {
    const isBelow = i >= Math.min(head.length, 12);
    if (hidden || (isBelow ? element.closest('a') : text.length > 140)) continue;
    const line = text.slice(0, isBelow ? 24 : 140).replaceAll(EDGE, ' ');
    const match = COUNTED.test(line) ? (COUNT_BEHIND.exec(line) ?? COUNT_FIRST.exec(line)) : null;
    const count = match && countOf(match[1]!);
    if (count !== null) return count;
  }
  return null;
}

/** Elements whose class says that they have the count of views, often beside the picture of an eye. */
const COUNT_CLASS = '[class*=view i], [class*=hits i], [class*=click i]';
/** The picture of an eye, which has no words of its own. */
const EYE = '[class*=eye i]:is(:empty, svg), [class*=yanjing], [src*=eye i]';

/**
 * Finds a count of views that has no label. It may be alone between the date and another value: 2023-02-02 | 5380 |
 * 来源：青山晚报. It may be beside the date with the word 次 (times): 青山网 | 2023-02-02 | 48次. Or it is in an element with a
 * class for views.
 */
function countBesideDate(head: Line[]): number | null {
  for (const { text, hidden, dates, element } of head.slice(0, 12)) {
    if (hidden || text.length > 140) continue;
    const parts = text.split(EDGE);
    const block = element.closest('div, p, li');
    const counted =
      block?.querySelector(EYE)?.parentElement ?? (dates.length && block?.querySelector(COUNT_CLASS));
    if (counted && parts.includes(tidy(counted.textContent!))) return countOf(counted.textContent!);
    const times = dates.length ? parts.find((part) => /^\d{1,9}\s?次$/.test(part)) : undefined;
    if (times) return countOf(times);
    if (parts.length < 3 || !datesIn(parts[0]!).length) continue;
    const at = parts.findIndex((part, i) => i > 0 && i < parts.length - 1 && /^\d{1,9}$/.test(part));
    const around = parts.slice(Math.max(0, at - 2), at + 2).join('');
    if (at > 0 && !/评论|跟[帖贴]|两句|参与|條|条/.test(around)) return Number(parts[at]);
  }
  return null;
}

/** 浏览次数: how often the page was opened, as the page says. */
export const VIEWS = rulesFor('views', [
  // a label such as 浏览次数
  // ✓ <p>浏览次数：1234</p> → 1234
  // ✓ <p>打开次数：1234次</p> → 1234
  // ✓ <p>已阅：<b>1049</b> 人次</p> → 1049
  // ✓ <p>关注度：655</p> → 655
  // ✓ <p>文章点击数：655</p> → 655
  // ✓ <p>热度：655</p> → 655
  // ✓ {tail} <h3>相關檔案</h3><ul><li>發布日期：112-02-02</li><li>點閱數：412</li></ul> → 412
  // ✗ {tail} <h3>相關新聞</h3><ul><li>發布日期：112-02-02</li><li>點閱數：412</li></ul>
  // ✓ <div><label>来源</label><p>水务科</p></div><div><label>浏览量</label><p>138</p></div> → 138
  // ✗ <p>浏览次数：<span></span></p>
  // ✗ <p>浏览次数：<span>0</span></p>
  // ✓ <p>Views: 3,877</p> → 3877
  // ✗ {tail} <p>来源：青山网 阅读：31</p><p>来源：青山网 阅读：47</p><p>来源：青山网 阅读：58</p>
  {
    name: 'label',
    origin: 'labelled-line',
    confidence: 0.9,
    read: ({ labelled }) =>
      labelled
        .all('views')
        .map(({ value }) => countOf(value))
        .find((count) => count !== null),
  },
  // a count directly before or after its word
  // ✓ <p>1164次阅读</p> → 1164
  // ✓ <p><em>2023-02-02</em><em>稿源：青山晚报</em><em>阅 563</em></p> → 563
  // ✓ <p>2023-02-02 访问量 655</p> → 655
  // ✗ <p>2023-02-02</p><p>总访问量 655</p>
  // ✗ <p>2023-02-02</p><p>审阅 3</p>
  // ✓ {tail} <p>阅读 1.3k</p> → 1300
  // ✗ {tail} <a href="/1.html"><h4>城东泵站完成检修</h4><span>阅读 5714</span></a>
  // ✓ <p>2023-02-02 10:30 · 青山日报 · 1176 阅</p> → 1176
  {
    name: 'count-beside-word',
    origin: 'labelled-line',
    confidence: 0.85,
    read: ({ zones }) => countBesideWord(zones.head, zones.tail),
  },
  // a number alone between the date and another value, or a number with 次 beside the date
  // ✓ <p><b>2023-02-02</b> <i>5380</i> <b>来源：青山晚报</b></p> → 5380
  // ✓ <p><b>青山网</b> <i>2023-02-02</i> <b>48次</b></p> → 48
  // ✓ <p><b>水务科</b> <b>2023-02-02</b> <span class="post-views"><i class="fa fa-eye"></i> 1342</span></p> → 1342
  // ✓ <ul><li>2023.02.02</li><li><i class="bi-eye"></i> 1342</li></ul> → 1342
  // ✓ <p>2023-02-02 <span><svg class="icon-eye"><path></path></svg> 1342</span></p> → 1342
  // ✓ <p>2023-02-02 <span><img src="/img/eye.png"> 1342</span></p> → 1342
  // ✗ <p>2023-02-02</p><ul><li><i class="bi-chat"></i> 1342</li></ul>
  // ✗ <p>2023-02-02</p><p class="eyebrow">1342</p>
  // ✗ <p><b>水务科</b> <b>2023-02-02</b> <span class="post-comments">1342</span></p>
  // ✗ <p><b>2023-02-02</b> <i>5380</i> <b>条评论</b></p>
  {
    name: 'number-beside-date',
    origin: 'bare-line',
    confidence: 0.7,
    read: ({ zones }) => countBesideDate(zones.head),
  },
  // the count at the foot of a WeChat article (微信公众平台)
  // ✓ <div id="js_content"></div> {tail} <p>往期回顾</p><p>阅读 <span id="readNum3">1342</span></p> → 1342
  // ✗ {tail} <p>往期回顾</p><p>阅读 <span id="readNum3">1342</span></p>
  {
    name: 'wechat-count',
    origin: 'labelled-line',
    confidence: 0.9,
    read: ({ weChat }) => countOf(weChat.count ?? ''),
  },
  // the article's data in a script that fills the page with content
  // ✓ {body} <script>window.page={"title":"内河清淤","pv":642,"content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 642
  {
    name: 'script',
    origin: 'script',
    confidence: 0.75,
    read: ({ script }) => countOf(script?.views ?? ''),
  },
]);
