import type { Place } from '../metadata/labelled.ts';
import type { Line } from '../metadata/line.ts';
import { bareSource } from './bareSource.ts';
import { linkedAuthors } from './byline.ts';
import type { Evidence } from './evidence.ts';
import { namesOf } from './headlineCandidates.ts';
import { rulesFor } from './rule.ts';
import { cleanSource, PLACE } from './sourceName.ts';

/** Values that name no medium, so that they are used only if nothing better is found: 网络 (internet), 转载 (reposted). */
const NOWHERE = /^(网络|互联网|网络综合|综合|整理|转载|其他|其它|未知|网友|原创)$/;
/** Class names and ids of elements that name the source: <span class="media-name">青山日报</span>. */
const SOURCE_CLASS = /(?:^|[\s_-])(?:source|media|laiyuan|comefrom|copyfrom)(?:[\s_-]|$)/i;

/** The name in a line of its own below the headline, if its element has a class or id that sites use for sources. */
function classedSource(lines: Line[]): string | null {
  for (const line of lines.slice(0, 8)) {
    const { text, hidden, element } = line;
    if (hidden || text.length > 20 || !SOURCE_CLASS.test(namesOf(element))) continue;
    if (!line.dates.length && !line.labelled.values.length) return cleanSource(text);
  }
  return null;
}

/**
 * Whether two names are the same, or one contains the other: 青山日报 (Qingshan Daily), 青山日报社 (publisher of Qingshan
 * Daily).
 */
const isSameName = (one: string, other: string): boolean => one.includes(other) || other.includes(one);

/**
 * The source by the first label at these places. With `isVague`, takes the value only if it names no medium (网络).
 * Without it, takes the value only if it names one.
 */
const labelled =
  (isVague: boolean, ...places: Place[]) =>
  ({ labelled }: Evidence): string | null => {
    for (const { place, label, parts } of labelled.all('source')) {
      // 资料来源 (source of the data) below a table gives the source of its figures, not of the article.
      if (!places.includes(place) || (label === '资料来源' && place !== 'head')) continue;
      const name = cleanSource(parts[0]);
      if (name) return NOWHERE.test(name) === isVague ? name : null;
    }
    return null;
  };

/**
 * The source in a `<meta>` tag. Null for 本网 (this site) and for the name of a province, because these name no source.
 */
const officialSource = (value: string | null): string | null =>
  value && (PLACE.test(value) || /^本[网站]$/.test(value)) ? null : cleanSource(value);

/**
 * The source (来源) of an article. The site's own name, a person and the issuing organisation of a document are never put
 * in its place.
 */
export const SOURCE = rulesFor(
  'source',
  [
    // a visible label between the headline and the article's text
    // ✓ <p>来源：青山晚报</p> → 青山晚报
    // ✓ <p>2023-02-02　来源：青山晚报　【字号 大 中 小】</p> → 青山晚报
    // ✓ <p>2023-02-02 来源: 青山晚报 浏览字号: 大 中 小</p> → 青山晚报
    // ✓ <p>2023-02-02 来源：青山晚报 [ 字号 大 中 小 ]</p> → 青山晚报
    // ✓ <p>来源：青山晚报　浏览 <b>88</b> 次</p> → 青山晚报
    // ✓ <p>2023-02-02　来自:青山晚报　　阅读357次</p> → 青山晚报
    // ✓ <p><em>Date</em> 2023-02-02 <em>From</em> 青山晚报 <em>Click</em> 3,877</p> → 青山晚报
    // ✓ <p><script>var from = '青山晚报'; document.write('<b>来源：</b>' + from);</script></p> → 青山晚报
    // ✗ <p><script>var from = '青山晚报';</script></p>
    // ✓ <p>2023-02-02 / 来自：水务局 / 查看：<b>88</b></p> → 水务局
    // ✓ <p>来源：水务局 已有 <b>88</b> 人浏览</p> → 水务局
    // ✓ <p>信息来自：水务局 信息员：何苗</p> → 水务局
    // ✓ <p>来源：《青山晚报》2023年2月2日第5版</p> → 《青山晚报》2023年2月2日第5版
    // ✓ <p>来源：《青山晚报》</p> → 青山晚报
    // ✓ <p>2023-02-02 来源：水务局 【<a>打印本页</a>】【<a>关闭窗口</a>】</p> → 水务局
    // ✓ <p>2023-02-02 [作者：何苗 来源：青山晚报] 浏览：[12]</p> → 青山晚报
    // ✓ <p>(作者：何苗 来源：青山（城东）晚报)</p> → 青山（城东）晚报
    // ✗ <p>来源：网络</p>
    {
      name: 'label-at-head',
      origin: 'labelled-line',
      confidence: 0.95,
      read: labelled(false, 'head'),
    },
    // the tag `ContentSource` of the government web-site guidelines (政府网站发展指引)
    // ✓ {head} <meta name="ContentSource" content="青山晚报"> → 青山晚报
    // ✗ {head} <meta name="ContentSource" content="本网">
    // ✗ {head} <meta name="ContentSource" content="浙江"> {tail} <p>来源：浙江监管局</p> → 浙江监管局
    {
      name: 'standard-meta-ContentSource',
      origin: 'standard-meta',
      confidence: 0.9,
      read: ({ meta }) => officialSource(meta.standard('ContentSource')),
    },
    // a label above the headline or below the article, where an account names the origin of a text that it reposts
    // ✓ {tail} <p>来源：青山晚报</p> → 青山晚报
    // ✓ {closing} <p>来源：青山晚报</p><p>免责声明</p><p>未经本站书面同意，严格禁止对本站的内容进行任何形式的使用，包括复制、转发和摘编。</p> → 青山晚报
    // ✗ {tail} <p>资料来源：青山晚报</p>
    // ✗ {tail} <p>来源：青山网 阅读：31</p><p>来源：青山网 阅读：47</p><p>来源：青山网 阅读：58</p>
    {
      name: 'label-elsewhere',
      origin: 'labelled-line',
      confidence: 0.95,
      read: labelled(false, 'before', 'tail'),
    },
    // a label above the headline or below the article, with a value that names no medium (来源：网络)
    // ✓ {tail} <p>来源：网络</p> → 网络
    {
      name: 'vague-label-elsewhere',
      origin: 'labelled-line',
      confidence: 0.5,
      read: labelled(true, 'before', 'tail'),
    },
    // the account that publishes a WeChat article (微信公众平台)
    // ✓ {info} <a id="js_name">青山发布</a><div id="js_content"></div> → 青山发布
    // ✓ {info} <a class="rich_media_meta_nickname">青山发布</a><div id="js_content"></div> → 青山发布
    {
      name: 'wechat-account',
      origin: 'labelled-line',
      confidence: 0.9,
      read: ({ weChat }) => weChat.account,
    },
    // the article's data in a script that fills the page with content
    // ✓ {body} <script>window.page={"title":"内河清淤","source":"青山晚报","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 青山晚报
    // ✓ {body} <script>var page={"title":"内河清淤","src":"青山晚报","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 青山晚报
    // ✓ {body} <script>window.page={"title":"内河清淤","newsFrom":"青山晚报","from":"pc","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 青山晚报
    {
      name: 'script',
      origin: 'script',
      confidence: 0.75,
      read: ({ script }) => cleanSource(script?.source),
    },
    // a name without a label beside the date
    // ✓ <p><span>2023-02-02</span> <span>青山晚报</span></p> → 青山晚报
    // ✓ <p>何苗/青山晚报</p><p>2023-02-02</p> → 青山晚报
    // ✓ <p>青山晚报 2023年02月02日 第03版</p> → 青山晚报
    // ✓ <p><span>云上青山</span><time>02-02 10:30</time><span>阅读 3.6万</span></p> → 云上青山
    // ✓ <p><span>2023-02-02</span> <span>来自 青山晚报</span></p> → 青山晚报
    // ✓ <p><span>2023-02-02</span> <span>来源 青山晚报</span></p> → 青山晚报
    // ✓ <p><span>2023-02-02</span> <span>文/图 何苗</span> <span>来源 青山晚报</span></p> → 青山晚报
    // ✗ <p><span>2023-02-02</span> <span>文/图 何苗</span> <span>来源 打印</span></p>
    // ✗ <p><span>2023-02-02</span> <span>打印本页</span></p>
    // ✗ <p>由 <span>何苗</span> 在 周四, 2023-02-02 10:30 提交</p>
    // ✗ <p>[2023-02-02] [<a href="/">返回</a>]</p>
    // ✗ <p><b>编辑：</b> <i>系统管理员</i> <b>2023-02-02</b></p>
    // ✓ <p><b>青山区融媒体中心</b> <i>记者 何苗</i></p><p>2023-02-02 10:30</p> → 青山区融媒体中心
    // ✗ <p>青山区各乡镇</p><p>2023-02-02 10:30</p>
    // ✓ <div><p>云上青山</p><p>2023-02-02 10:30 青山区水务局官方账号</p><button>+ 关注</button></div> → 云上青山
    // ✗ <div><p>何苗</p><p>2023-02-02 10:30</p><button>+ 关注</button></div>
    // ✗ <div><p>云上青山</p><p>2023-02-02 10:30 关注度：37</p></div>
    // ✓ <p><b>青山晚报</b> <span class="author">卫小苗</span> <i>2023-02-02 10:30</i></p> → 青山晚报
    {
      name: 'name-beside-date',
      origin: 'bare-line',
      confidence: 0.8,
      read: ({ zones, fieldValue }) => bareSource(zones.head, fieldValue('authors') ?? []),
    },
    // the line below a label that has no colon
    // ✓ <div>10:30</div><div>来源</div><div>青山财经</div> → 青山财经
    // ✗ <p>来源</p><p>编辑</p>
    // ✗ <div><div>来源</div></div><div>分享</div>
    {
      name: 'below-label',
      origin: 'labelled-line',
      confidence: 0.8,
      read: ({ zones: { head } }) => {
        const at = head.findIndex(
          ({ alone, hidden }) => alone?.field === 'source' && !alone.colon && !hidden,
        );
        const below = at < 0 ? undefined : head[at + 1];
        const isBeside = below && head[at]!.element.nextElementSibling === below.element;
        return isBeside && !below.alone && below.text.length <= 16 && !below.dates.length
          ? cleanSource(below.text)
          : null;
      },
    },
    // an element with a class or id that sites use for sources
    // ✓ <p class="media-name">青山晚报</p> → 青山晚报
    {
      name: 'element-named-source',
      origin: 'bare-line',
      confidence: 0.75,
      read: ({ zones }) => classedSource(zones.head),
    },
    // a label in the hidden block for search engines
    // ✓ <div style="display:none"><p>来源：青山晚报</p></div> → 青山晚报
    {
      name: 'hidden-label',
      origin: 'labelled-line',
      confidence: 0.95,
      read: labelled(false, 'hidden'),
    },
    // a label in the hidden block for search engines, with a value that names no medium
    // ✓ <div style="display:none"><p>来源：网络</p></div> → 网络
    {
      name: 'vague-hidden-label',
      origin: 'labelled-line',
      confidence: 0.5,
      read: labelled(true, 'hidden'),
    },
    // other `<meta>` tags for the source, such as `mediaid`
    // ✓ {head} <meta name="mediaid" content="青山晚报"> → 青山晚报
    {
      name: 'meta-source',
      origin: 'meta',
      confidence: 0.7,
      read: ({ meta }) => officialSource(meta.any('ContentSource', 'source', 'article:source', 'mediaid')),
    },
    // an organisation that schema.org data call the author, unless it is the site's own
    // ✓ {head} <script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"青山区水务局"}}</script> → 青山区水务局
    // ✗ {head} <script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"何苗"}}</script>
    // ✗ {head} <script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"青山网"},"publisher":{"name":"青山网"}}</script>
    {
      name: 'json-ld-author',
      origin: 'json-ld',
      confidence: 0.6,
      read: (evidence) => cleanSource(linkedAuthors(evidence, false)[0]),
    },
    // the office that sent the text in or published it, by a label on a page without a document's header
    // ✓ <p>2023-02-02　供稿单位：青山区水务局</p> → 青山区水务局
    // ✓ <p>发布单位：青山区水务局　发布日期：2023-02-02</p> → 青山区水务局
    // ✓ <p>2023-02-02 · <span>信息提供：区水务局</span></p> → 区水务局
    // ✓ {tail} <h3>相關檔案</h3><p><a href="1.pdf">簡報.pdf</a></p><ul><li>發布單位：水務處</li><li>聯絡人：何苗</li></ul> → 水務處
    // ✗ <p>发布机构：青山区水务局</p><p>文号：青水发〔2023〕1号</p>
    {
      name: 'office-label',
      origin: 'labelled-line',
      confidence: 0.6,
      read: ({ labelled: { all, hasHeader } }) =>
        cleanSource(
          hasHeader
            ? null
            : [...all('contributor'), ...all('issuer')].find(
                ({ place, label }) => place !== 'header' && /(?:[稿送布](?:单位|部门)|息提供)$/.test(label),
              )?.value,
        ),
    },
    // a label between the headline and the article's text, with a value that names no medium (来源：网络)
    // ✓ <p>来源：网络</p> → 网络
    {
      name: 'vague-label-at-head',
      origin: 'labelled-line',
      confidence: 0.5,
      read: labelled(true, 'head'),
    },
    // the source of the figures or pictures, by a label beside others of the article
    // ✓ <p>数据来源：青山区水务局　更新日期：2023-02-02</p> → 青山区水务局
    // ✓ <p><b>2023-02-02</b> <b>图片来源：青山网</b> <b>作者：何苗</b></p> → 青山网
    // ✗ <p>图片来源：青山网</p>
    // ✗ <p>图片来源：网络 作者：何苗</p>
    // ✗ <p>图片来源：视觉中国 作者：何苗</p>
    {
      name: 'label-of-part',
      origin: 'labelled-line',
      confidence: 0.5,
      read: ({ zones }) =>
        zones.head
          .map(
            (line) =>
              line.isMetadata && /[据片]来源[:：]\s*(?!视觉|\S{0,2}图[虫网])(\S+)/.exec(line.text)?.[1],
          )
          .find((name) => name && !NOWHERE.test(name)) || null,
    },
  ],
  { witnesses: ['standard-meta-ContentSource'], isSame: isSameName },
);
