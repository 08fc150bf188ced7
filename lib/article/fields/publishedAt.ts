import { compactDate, dateInAddress, epochDate, firstDate } from '../../chinese/dates.ts';
import type { Line } from '../metadata/line.ts';
import { EDGE, tidy } from '../page/lines.ts';
import { calledPublished, labelledDate, labelRules } from './dateLabels.ts';
import { bareDate, isItem, timedElement } from './dateLines.ts';
import type { Evidence } from './evidence.ts';
import { rulesFor } from './rule.ts';
import { signatureOf } from './signature.ts';

/**
 * The present date and time that a site prints above every page, which is not the date of the article: 今天是2024年5月6日
 * 10:30 (today is …), 2024年5月6日 星期一 (Monday). Does not match the line of a newspaper page with its number, such as 第3版
 * (page 3), because its date is that of the article.
 */
const SITE_CLOCK = /今[天日]|[现現]在|^[^:：›»>＞]{8,16}(?:星期|周).(?!.*版)/;
/**
 * The navigation bar of a newspaper page: 版面导航 (all pages), 上一版 (previous page), 第3版 (page 3). It has the date of the
 * article, far above the headline.
 */
const NEWSPAPER = /版面导航|[上下]一版|^第\s?[A-Z]?\d+\s?版|\d日.*(?<!星)[期版]/;

const TAGS = [
  'article:published_time',
  'og:published_time',
  'og:time',
  'og:release_date',
  'publishdate',
  'publish_date',
  'pubdate',
  'publishtime',
  'firstpublishedtime',
  'weibo: article:create_at',
  'datepublished',
  'dc.date',
  'dcterms.created',
  'date',
];

/** The date in the value of a `<meta>` tag or of schema.org data. */
const tagDate = (value: string | null): string | null =>
  value ? (firstDate(value) ?? compactDate(value) ?? epochDate(value)) : null;

const dayOf = (date: string | null) => date?.slice(0, 10);

/**
 * Whether a line is in brackets: （2023年2月2日）. Below the headline, this is the day of a speech, if the page also has a
 * time of publication (发布时间).
 */
const isBracketed = ({ text }: Line) => /^[（(][^（）()]*[）)]$/.test(text);
/** The date without a label below the headline. */
function bareAtHead(page: Evidence): string | null {
  const { head } = page.zones;
  const isDated = head.some(isBracketed) && labelledDate(page, 'publishedAt', 'before', 'tail');
  return bareDate(isDated ? head.filter((line) => !isBracketed(line)) : head, page.now);
}
/**
 * The date of the tag `PubDate`. If the page shows a time on the same or an earlier day, takes that, because `PubDate`
 * may be the time of a later update.
 */
function official(page: Evidence): string | null {
  const date = tagDate(page.meta.standard('PubDate'));
  const shown = date && bareAtHead(page);
  return shown && shown.length > 10 && dayOf(shown)! <= dayOf(date)! ? shown : date;
}

/**
 * The time of publication (发布时间). The first rule that finds a day wins. A later rule that finds the same day can add
 * its time of day. Times without a zone are read as +08:00.
 */
export const PUBLISHED_AT = rulesFor(
  'publishedAt',
  [
    // the tag `PubDate` where the unlabelled date below the headline agrees but a labelled date differs; the 发布时间 in
    // the table of a press conference is the time of the conference
    // ✓ {head} <meta name="ColumnName" content="发布会"><meta name="PubDate" content="2023-02-03"> {info} <p>2023-02-03</p><p>发布时间：2023-02-02</p> → 2023-02-03
    {
      name: 'standard-meta-and-bare-date',
      origin: 'standard-meta',
      confidence: 0.95,
      read: (page) => {
        const stated = labelledDate(page, 'publishedAt', 'head')?.date;
        const date = official(page);
        if (!stated || !date || dayOf(stated) === dayOf(date)) return null;
        return dayOf(date) === dayOf(bareAtHead(page)) ? date : null;
      },
    },
    // label-at-head: a visible label between the headline and the article's text
    // ✓ <p>发布时间：2023-02-02 10:30</p> → 2023-02-02T10:30:00+08:00
    // ✓ <p>發布日期：112-02-02</p> → 2023-02-02
    // ✓ <p>编辑日期：2023年02月02日</p> → 2023-02-02
    // ✓ <p>加入时间：2023-2-2</p> → 2023-02-02
    // ✓ <p>登载日期：2023-2-2</p> → 2023-02-02
    // ✓ <p><b>发布日：</b>2023-02-02<b>点击率：</b>655</p> → 2023-02-02
    // ✓ <p>发布日期：23-02-02</p> → 2023-02-02
    // ✓ <p>〖发布：2023-02-02〗〖来源：水务科〗</p> → 2023-02-02
    // ✓ <p>发布时间：Thu Feb 02 10:30:00 CST 2023</p> → 2023-02-02T10:30:00+08:00
    // ✓ <p>发布时间：<script>document.write("2023-02-02 10:30".substr(0,16))</script></p> → 2023-02-02T10:30:00+08:00
    // ✗ <p><script>var share_time = "2023-02-02 10:30:00";</script></p>
    // ✗ <p>实施日期：2023-02-02</p>
    // ✗ <p>时间：2023-02-02 10:30</p><p>地点：青山区会议中心</p>
    // relative-label-at-head: such a label with a relative time (3小时前), counted back from the time of capture
    // ✓ <p>发布时间：昨天 10:30</p> → 2023-02-02T10:30:00+08:00
    ...labelRules('label-at-head', 'publishedAt', 'head'),
    // 发布日期, 公布日期 or 公开日期 in a document's header
    // ✓ {top} <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>文号：</td><td>青政发〔2023〕1号</td></tr><tr><td>发布日期：</td><td>2023-02-02</td></tr></table> → 2023-02-02
    // ✓ {top} <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>文号：</td><td>青政发〔2023〕1号</td></tr><tr><td>公布日期：</td><td>2023-02-02</td></tr></table> {closing} <p>2023年2月1日</p> → 2023-02-02
    {
      name: 'document-header',
      origin: 'document-header',
      confidence: 0.97,
      read: (page) => (page.labelled.hasHeader ? calledPublished(page) : null),
    },
    // the label 发布日期 above the headline, which counts more than the tag `PubDate`
    // ✓ {top} <p>发布日期：2023-02-02</p> → 2023-02-02
    // ✓ {head} <meta name="ColumnName" content="要闻"><meta name="PubDate" content="2023-02-05 03:10:05"> {top} <p>发布日期：2023-02-02</p> → 2023-02-02
    {
      name: 'label-above-headline',
      origin: 'labelled-line',
      confidence: 0.97,
      read: (page) => (page.labelled.hasHeader ? null : calledPublished(page)),
    },
    // the tag `PubDate` of the government web-site guidelines (政府网站发展指引)
    // ✓ {head} <meta name="ColumnName" content="要闻"><meta name="PubDate" content="2023-02-02 10:30"> → 2023-02-02T10:30:00+08:00
    // ✓ {head} <meta name="ColumnName" content="要闻"><meta name="PubDate" content="2023-02-05 09:00"> {info} <p>2023-02-02 10:30</p> → 2023-02-02T10:30:00+08:00
    {
      name: 'standard-meta-PubDate',
      origin: 'standard-meta',
      confidence: 0.95,
      read: official,
    },
    // a date without a label, between the headline and the article's text
    // ✓ <p>2023-02-02 10:30</p> → 2023-02-02T10:30:00+08:00
    // ✓ <p><b>2023-02-02 10:30</b> <i>提示：全文300字，阅读需要1分钟</i></p> → 2023-02-02T10:30:00+08:00
    // ✓ <p>二〇二三年二月二日　水务局</p> → 2023-02-02
    // ✓ <p><b>02</b><b>Feb 2023</b></p> → 2023-02-02
    // ✓ <p>Feb 02, 2023</p> → 2023-02-02
    // ✓ <p>2023</p><p>02/02</p><p>10:30</p> → 2023-02-02T10:30:00+08:00
    // ✓ <p><b>02-02</b><b>2023</b></p> → 2023-02-02
    // ✓ <p><b>02</b><b>02月</b><b>2023</b></p> → 2023-02-02
    // ✓ <p><b>23-02-02 10:30</b><b>水务局</b></p> → 2023-02-02T10:30:00+08:00
    // ✗ <p>电话 12-34-56 转 78</p>
    // ✗ <p>02-02-2023号</p>
    // ✗ <p><b>02</b><b>Fab 2023</b></p>
    // ✗ <p>更新于：2023-02-02</p>
    // ✗ <p>时间 2023-02-02 10:30</p><p>地点：青山区会议中心</p>
    // ✗ <p>（2023年2月2日）</p> {tail} <p>发布时间：2023-02-03</p> → 2023-02-03
    {
      name: 'bare-date-at-head',
      origin: 'bare-line',
      confidence: 0.85,
      read: bareAtHead,
    },
    // a date below the headline that lacks its year; the year is in the attribute of a `<time>`, or in the page's
    // source beside the same day and time
    // ✓ <p><time datetime="2023-02-02T10:30:00+08:00">02-02 10:30</time></p> → 2023-02-02T10:30:00+08:00
    // ✓ <p>02月02日 10:30</p><script>var share = { time: '2023-02-02 10:30:05' };</script> → 2023-02-02T10:30:00+08:00
    // ✗ <p>02月02日 10:30</p><script>var share = { time: '2023-02-02 11:30:05' };</script>
    // ✗ <p>02月02日</p><script>var share = { time: '2023-02-02 10:30:05' };</script>
    {
      name: 'time-element-at-head',
      origin: 'bare-line',
      confidence: 0.85,
      read: ({ zones, doc }) => timedElement(zones.head, doc),
    },
    // the time in a script of WeChat's template (微信公众平台), where the page shows none
    // ✓ <em id="publish_time"></em><div id="js_content"></div><script>var createTime = '2023-02-02 10:30';</script> → 2023-02-02T10:30:00+08:00
    // ✗ <script>var createTime = '2023-02-02 10:30';</script>
    {
      name: 'wechat-script',
      origin: 'script',
      confidence: 0.9,
      read: ({ weChat }) => firstDate(weChat.time ?? ''),
    },
    // the article's data in a script that fills the page with content
    // ✓ {body} <script>window.page={"title":"内河清淤","publishTime":"2023-02-02 10:30:05","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 2023-02-02T10:30:05+08:00
    // ✓ {body} <script>window.page={"title":"内河清淤","ptime":"2023-02-02","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 2023-02-02
    // ✓ {body} <script>window.page={"title":"内河清淤","releaseTime":1675305000000,"html":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 2023-02-02T10:30:00+08:00
    {
      name: 'script',
      origin: 'script',
      confidence: 0.75,
      read: ({ script }) => tagDate(script?.publishedAt ?? null),
    },
    // document-header-label-elsewhere: a label elsewhere, on a page with a document's header
    // ✓ {tail} <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>文号：</td><td>青政发〔2023〕1号</td></tr></table><p>时间：2023-02-02</p> → 2023-02-02
    // label-elsewhere: a label above the headline or below the article
    // ✓ {tail} <p>时间：2023-02-02</p> → 2023-02-02
    // relative-label-elsewhere: such a label with a relative time
    // ✓ {tail} <p>发布时间：昨天 10:30</p> → 2023-02-02T10:30:00+08:00
    ...labelRules('label-elsewhere', 'publishedAt', 'before', 'header', 'tail'),
    // document-header-hidden-label: a label in the hidden block for search engines, on a page with a document's header
    // ✓ <div style="display:none"><p>发布时间：2023-02-02</p></div> {tail} <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>文号：</td><td>青政发〔2023〕1号</td></tr></table> → 2023-02-02
    // hidden-label: a label in the hidden block for search engines
    // ✓ <div style="display:none"><p>发布时间：2023-02-02</p></div> → 2023-02-02
    // relative-hidden-label: such a label with a relative time
    // ✓ <div style="display:none"><p>发布时间：昨天 10:30</p></div> → 2023-02-02T10:30:00+08:00
    ...labelRules('hidden-label', 'publishedAt', 'hidden'),
    // a date without a label in the hidden block for search engines, such as `pubtime_baidu`
    // ✓ <span id="pubtime_baidu">2023-02-02 10:30</span> → 2023-02-02T10:30:00+08:00
    {
      name: 'hidden-date-at-head',
      origin: 'bare-line',
      confidence: 0.85,
      read: ({ zones, now }) => bareDate(zones.head, now, -1, true),
    },
    // `datePublished` in schema.org data
    // ✓ {head} <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-02-02"}</script> → 2023-02-02
    {
      name: 'json-ld-datePublished',
      origin: 'json-ld',
      confidence: 0.85,
      read: ({ linked }) => tagDate(linked.publishedAt),
    },
    // other `<meta>` tags, such as article:published_time
    // ✓ {head} <meta property="article:published_time" content="2023-02-02T10:30:00+08:00"> → 2023-02-02T10:30:00+08:00
    {
      name: 'meta-published-time',
      origin: 'meta',
      confidence: 0.8,
      read: ({ meta }) => tagDate(meta.any(...TAGS)),
    },
    // update-label-at-head: 更新时间 between the headline and the article's text
    // ✓ <p>更新时间：2023-02-02</p> → 2023-02-02
    // relative-update-label-at-head: such a label with a relative time
    // ✓ <p>更新时间：昨天 10:30</p> → 2023-02-02T10:30:00+08:00
    ...labelRules('update-label-at-head', 'updatedAt', 'head'),
    // a date without a label above the headline; on a newspaper page, the date of the navigation bar (版面导航, 上一版)
    // ✓ {top} <p>2023年2月2日</p> → 2023-02-02
    // ✓ {top} <p>副刊 › 2023年2月2日 星期四</p> → 2023-02-02
    // ✗ {top} <p>今天是2023年2月2日</p>
    // ✓ {top} <p>2023年2月2日 星期四 第3版</p> → 2023-02-02
    // ✓ {top} <p>2023年2月2日 星期四 前一期</p><ul><li>一版</li><li>二版</li><li>三版</li><li>四版</li><li>五版</li><li>六版</li></ul> → 2023-02-02
    // ✗ {top} <p>2023年2月2日 星期四</p>
    // ✗ {top} <p><span>2023年2月2日 星期四</span> <a>设为首页</a> <a>加入收藏</a></p>
    {
      name: 'bare-date-above-headline',
      origin: 'bare-line',
      confidence: 0.6,
      read: ({ zones, now }) => {
        const isClock = (text: string) => SITE_CLOCK.test(tidy(text.replaceAll(EDGE, ' ')));
        const above = zones.before.some(({ text }) => NEWSPAPER.test(text))
          ? zones.before
          : zones.before.slice(0, 6).filter(({ text }) => !isClock(text));
        return bareDate(above, now, 1);
      },
    },
    // a date without a label below the article, as in the press releases of Hong Kong (香港政府新聞公報)
    // ✓ {tail} <p>2023年2月2日</p> → 2023-02-02
    // ✗ {tail} <p><a href="/1.html">城东泵站完成检修</a> 2023-02-02</p>
    // ✗ {title} 关于内河清淤的公告 {tail} <p>青山海关</p><p>2023年2月2日</p>
    {
      name: 'bare-date-below-article',
      origin: 'bare-line',
      confidence: 0.6,
      read: (page) => {
        const below = page.zones.tail.slice(0, 4).filter((line) => !isItem(line));
        const date = bareDate(below, page.now);
        // Leaves out the day below a document's signature, on which it was written.
        return date && date === signatureOf(page)?.day ? null : date;
      },
    },
    // document-header-update-label-elsewhere: 更新时间 elsewhere, on a page with a document's header
    // ✓ {tail} <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>文号：</td><td>青政发〔2023〕1号</td></tr></table><p>更新时间：2023-02-02</p> → 2023-02-02
    // update-label-elsewhere: 更新时间 above the headline, below the article or hidden
    // ✓ {tail} <p>更新时间：2023-02-02</p> → 2023-02-02
    // relative-update-label-elsewhere: such a label with a relative time
    // ✓ {tail} <p>更新时间：昨天 10:30</p> → 2023-02-02T10:30:00+08:00
    ...labelRules('update-label-elsewhere', 'updatedAt', 'before', 'tail', 'hidden'),
    // the date in the page's address, or in its canonical address
    // ✓ {url} https://www.example.com/2023-02/02/content_1.htm → 2023-02-02
    // ✗ {url} https://www.example.com/2023/content_1.htm
    {
      name: 'address',
      origin: 'address',
      confidence: 0.5,
      isCoarse: true,
      read: ({ url, canonical }) => dateInAddress(url) ?? dateInAddress(canonical ?? ''),
    },
  ],
  {
    isExact: (date) => date.length > 10,
    isMoreExact: (day, later) => later.length > 10 && later.startsWith(day),
    witnesses: [
      'label-at-head',
      'relative-label-at-head',
      'standard-meta-PubDate',
      'json-ld-datePublished',
      'meta-published-time',
    ],
    isSame: (one, other) => dayOf(one) === dayOf(other),
  },
);
