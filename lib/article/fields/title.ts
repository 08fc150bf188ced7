import { isEmptyValue } from '../metadata/labels.ts';
import type { Evidence } from './evidence.ts';
import {
  articleTitle,
  lineAboveBody,
  lineAboveLabels,
  lineAboveMetadata,
  namesPlace,
  ogTitle,
  titleInHeader,
  titleOfLetter,
} from './headlineLines.ts';
import { COLUMN } from './headlineSigns.ts';
import { foldHeadline, isBody, isSitesOwn, withoutSiteName } from './headlineText.ts';
import { rulesFor } from './rule.ts';

/** The value of og:title. If a quotation mark cuts it short, takes the page's `<title>`, which has the rest. */
function wholeOf(og: string, page: string, siteName: string | null): string {
  const short = withoutSiteName(og, siteName);
  const long = withoutSiteName(page, siteName);
  return foldHeadline(long).startsWith(foldHeadline(short)) ? long : short;
}

/** Whether the page's `<title>` names the site or one of its sections instead of the article. */
const isOfSite = ({ pageTitle, lines, fieldValue }: Evidence): boolean =>
  isSitesOwn(pageTitle, fieldValue('siteName')) ||
  COLUMN.test(withoutSiteName(pageTitle, fieldValue('siteName'))) ||
  (pageTitle.length >= 3 &&
    lines.some(({ text }) => text !== pageTitle && text.startsWith(pageTitle) && isBody(text))) ||
  namesPlace(lines, withoutSiteName(pageTitle, fieldValue('siteName')));

/**
 * Whether no line of the page begins with the words of its `<title>`. Such a `<title>` names the site or a section of
 * it, which a line of the site may mention: 欢迎访问青山学院60周年校庆网站 (welcome to the site of the anniversary).
 */
function isNowhere({ pageTitle, lines, fieldValue }: Evidence): boolean {
  const title = foldHeadline(withoutSiteName(pageTitle, fieldValue('siteName')));
  return !lines.some(({ text }) => foldHeadline(text.slice(0, 300)).startsWith(title));
}

/** The headline (标题), without the names of the site and its sections. */
export const TITLE = rulesFor('title', [
  // the line that looks like the headline by several signs, such as a heading, metadata below it, or the same words in
  // the page's `<title>`, og:title, `ArticleTitle` or schema.org data
  // ✓ {title} 青山区“三年清淤”行动启动 {pageTitle} 青山区_青山新闻网 {head} <meta property="og:title" content="青山区“三年清淤”行动"> → 青山区“三年清淤”行动启动
  // ✓ {pageTitle} 青山区信息公开 {headline} <p class="bt">青山区人民政府<br>关于内河清淤的通知</p> {info} <p>青政发〔2024〕12号</p> → 青山区人民政府关于内河清淤的通知
  // ✓ {pageTitle} 青山区人大常委会公告（第二号）-青山人大网 {headline} <div class="tit">青山区内河清淤管理规定</div> {info} <p>时间：2023-02-02 来源：青山人大网</p><p>青山区人大常委会公告（第二号）</p> → 青山区内河清淤管理规定
  // ✓ {pageTitle} 青山晚报数字报-寻亲记事 {headline} <h1>寻亲记事</h1> {info} <p>A07版:民生 字数：约620字</p> → 寻亲记事
  // ✓ {title} 评论|内河清淤要久久为功 → 评论|内河清淤要久久为功
  // ✓ {pageTitle} 领导信箱_青山区人民政府 {headline} <h3 class="tit">关于加快内河清淤的建议</h3><table><tr><td>信件编号</td><td>QS-1</td></tr><tr><td>来信时间</td><td>2023-02-02</td></tr></table> → 关于加快内河清淤的建议
  // ✓ {title} 何苗调研时强调 把内河清淤做成民心工程 {headline} <h3>何苗调研时强调</h3><h1>把内河清淤做成民心工程</h1> → 把内河清淤做成民心工程
  // ✓ {pageTitle} 青山区实验小学 {top} <p>青山区实验小学</p> {headline} <div class="tit">关于内河清淤告家长书</div> {info} <div>[发布时间2023年2月2日]</div> → 关于内河清淤告家长书
  // ✗ {title} 青山区启动内河清淤三年行动 {pageTitle} 政务要闻
  // ✗ {pageTitle} 媒体报道 - 青山学院 {headline} <h2>媒体报道 <span>您当前位置是：网站首页>媒体报道</span></h2> → 媒体报道
  // ✓ {pageTitle} 政务公开 {headline} <table><tr><td>索 引 号</td><td>QS-1</td><td>文　号</td><td>青政发〔2023〕1号</td></tr><tr><td>名　称</td><td>内河清淤三年行动方案</td></tr></table> → 内河清淤三年行动方案
  // ✗ {pageTitle} 政务公开 {headline} <table><tr><td>名　称</td><td>内河清淤三年行动方案</td></tr></table>
  {
    name: 'clear-headline',
    origin: 'heading',
    confidence: 0.97,
    read: ({ headline }) => (headline?.isClear ? headline.text : null),
  },
  // the title (标题) in a document's header
  // ✓ {pageTitle} 政务公开 {headline} <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>文号：</td><td>青政发〔2023〕1号</td></tr></table><p>标题：内河清淤三年行动方案</p> → 内河清淤三年行动方案
  {
    name: 'document-header',
    origin: 'document-header',
    confidence: 0.95,
    read: ({ header }) => titleInHeader(header),
  },
  // the tag `ArticleTitle` of the government web-site guidelines (政府网站发展指引)
  // ✓ {head} <meta name="ArticleTitle" content="内河清淤三年行动方案"> {pageTitle} 政务公开 {headline} <p>　</p> → 内河清淤三年行动方案
  {
    name: 'standard-meta-ArticleTitle',
    origin: 'standard-meta',
    confidence: 0.9,
    read: ({ meta }) => articleTitle(meta),
  },
  // the line that looks like the headline by fewer signs
  // ✓ {pageTitle} 政务要闻 {headline} <h1>内河清淤三年行动方案</h1> → 内河清淤三年行动方案
  // ✓ {pageTitle} 青山区公报 2024年第5号（总第128号） {headline} <h4>2024年第5号（总第128号）</h4><h2>青山区人民政府关于内河清淤的通知</h2> → 青山区人民政府关于内河清淤的通知
  // ✓ {head} <script type="application/ld+json">{"@type":"NewsArticle","headline":"七条内河三年清淤行动"}</script> {pageTitle} 便民服务 {headline} <h1><em>便民</em>七条内河三年清淤行动</h1> → 七条内河三年清淤行动
  // ✓ {title} 老街建起“清淤茶馆” {pageTitle} 信用青山（青山区）-清淤动态 {top} <div><span>信用青山（青山区）</span></div><p>首页 > 清淤动态 > 正文</p> {headline} <h3 class="title">老街建起“清淤茶馆”</h3> {info} <p>2023-02-02</p> → 老街建起“清淤茶馆”
  // ✓ {pageTitle} 互动交流 {headline} <div class="bt">内河何时清淤</div><ul><li>来信人：何**</li><li>来信时间：2023-02-02</li></ul> → 内河何时清淤
  // ✓ {pageTitle} 城东泵站再检修--青山日报数字报 {headline} <founder-title><table><tr><td>两岸居民先看见变化</td></tr><tr><td><b>七条内河三年清淤</b></td></tr></table></founder-title> → 七条内河三年清淤
  // ✗ {pageTitle} 内河清淤_青山新闻网 {headline} <h3>七条内河</h3> → 内河清淤
  {
    name: 'likely-headline',
    origin: 'heading',
    confidence: 0.8,
    read: ({ headline }) => headline?.text,
  },
  // the headline in schema.org data
  // ✓ {pageTitle} 政务公开 {headline} <p>　</p> {head} <script type="application/ld+json">{"@type":"NewsArticle","headline":"内河清淤三年行动方案"}</script> → 内河清淤三年行动方案
  {
    name: 'json-ld-headline',
    origin: 'json-ld',
    confidence: 0.75,
    read: ({ linked }) => linked.headline,
  },
  // the article's data in a script that fills the page with content
  // ✓ {pageTitle} 政务公开 {headline} <p>　</p> {body} <script>window.page={"title":"内河清淤三年行动方案","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 内河清淤三年行动方案
  {
    name: 'script',
    origin: 'script',
    confidence: 0.75,
    read: ({ script }) => script?.title,
  },
  // og:title, or the page's `<title>` where og:title is cut short
  // ✓ {pageTitle} 政务公开 {headline} <p>　</p> {head} <meta property="og:title" content="内河清淤三年行动方案"> → 内河清淤三年行动方案
  {
    name: 'meta-title',
    origin: 'meta',
    confidence: 0.7,
    read: (page) => {
      const og = ogTitle(page.meta);
      return og && !isEmptyValue(og) ? wholeOf(og, page.pageTitle, page.fieldValue('siteName')) : null;
    },
  },
  // the subject (信件标题), on the page of a letter to an office
  // ✓ {pageTitle} 区长信箱-青山区 {headline} <table><tr><th>信件标题</th><td>内河何时清淤</td></tr></table> → 内河何时清淤
  // ✓ {pageTitle} 信件查看 {headline} <table><tr><td>标题：</td><td>内河何时清淤</td></tr></table> → 内河何时清淤
  {
    name: 'letter',
    origin: 'labelled-line',
    confidence: 0.9,
    read: ({ lines }) => titleOfLetter(lines),
  },
  // a plain line above the metadata, where the page's `<title>` names only the site or a section of it, or occurs
  // nowhere on the page
  // ✓ {pageTitle} 民生工程-青山区融媒体中心 {top} <p>首页 > 民生工程</p> {headline} <p>内河清淤三年行动方案</p> {info} <p>来源：青山晚报</p> → 内河清淤三年行动方案
  // ✓ {pageTitle} 青山新闻网 {headline} <p>内河清淤三年行动方案</p> {info} <p>来源：青山晚报</p> → 内河清淤三年行动方案
  // ✓ {pageTitle} 青山学院60周年校庆 {top} <p>欢迎访问青山学院60周年校庆网站</p> {headline} <p>内河清淤三年行动方案</p> {info} <p>发布时间：2023-02-02 来源：青山晚报</p> → 内河清淤三年行动方案
  // ✓ {pageTitle} 学校民生工程-青山学院 {headline} <p>内河清淤三年行动方案</p> {info} <p>来源：青山晚报</p> → 内河清淤三年行动方案
  // ✓ {pageTitle} 青山水务 {top} <h1>青山水务集团</h1> {headline} <p>停水通知</p> {info} <p>2023-02-02</p> → 停水通知
  // ✓ {pageTitle} 预警信息_青山区气象网 {headline} <p>暴雨橙色预警信号</p> {info} <table><tr><td>发布单位</td><td>青山区气象台</td></tr></table> → 暴雨橙色预警信号
  // ✓ {pageTitle} 青山一中 {top} <h1>青山区第一中学</h1><p>校园新闻</p><p>教学</p><p>德育</p><p>党建</p> {headline} <div>我校举行应急疏散演练</div> {info} <p>录入时间：2023-02-02 来源：青山网</p> → 我校举行应急疏散演练
  // ✓ {pageTitle} 青山学院教务处 {headline} <p>内河清淤三年行动方案</p> {info} <p>日期：2023-02-02 来源：青山晚报</p> {tail} <p>青山学院教务处 版权所有</p><p>更新日期：2023-3-1</p> → 内河清淤三年行动方案
  // ✓ {pageTitle} 新闻列表 {headline} <p>走进青山</p> {info} <p>时间：2023-02-02 来源：青山网</p> → 走进青山
  // ✓ {pageTitle} 青山水务网--水务动态 {top} <table><tr><td><b>水务公告</b></td></tr><tr><td>·<a href="/1.html">城东泵站完成检修...</a> [2023-01-01]</td></tr></table> {headline} <div>内河清淤三年行动方案</div> {info} <p>2023年2月2日 来源：青山晚报</p> → 内河清淤三年行动方案
  // ✗ {pageTitle} 搜索结果-青山新闻网 {headline} <p>四月以来，七条内河开展集中清淤……</p> {info} <p>来源：青山晚报</p> → 搜索结果
  // ✗ {pageTitle} 七条内河清淤_青山新闻网 {headline} <p>七条内河清淤</p> {info} <p>来源：青山晚报</p> → 七条内河清淤
  {
    name: 'line-above-metadata',
    origin: 'bare-line',
    confidence: 0.5,
    read: (page) =>
      isOfSite(page) ? lineAboveMetadata(page.lines) : isNowhere(page) ? lineAboveLabels(page.lines) : null,
  },
  // a plain line above the first paragraph, where the page's `<title>` names only the site
  // ✓ {pageTitle} 青山镇 {headline} <p>内河清淤三年行动启动</p> → 内河清淤三年行动启动
  // ✓ {pageTitle} 青山镇 {headline} <p>内河清淤三年行动启动</p> {info} <p>青山区融媒体中心　何苗 / 文　方宁 / 图</p> → 内河清淤三年行动启动
  // ✓ {pageTitle} 青山镇 {headline} <p>内河清淤三年行动启动</p> {info} <p><b>发布者：水务局</b><b>浏览次数：12</b></p> → 内河清淤三年行动启动
  // ✓ {pageTitle} 青山镇 {headline} <p>内河清淤三年行动启动</p> {info} <p>——七条内河两岸的新变化</p> → 内河清淤三年行动启动
  // ✓ {pageTitle} 青山镇 {headline} <h2>内河清淤三年行动启动</h2> {info} <p>七条内河两岸的新变化</p> → 内河清淤三年行动启动
  // ✓ {pageTitle} 云上青山 {headline} <p>内河清淤三年行动启动</p> {info} <p><b>云上青山</b> <b>02月02日 10:30</b></p> → 内河清淤三年行动启动
  // ✓ {pageTitle} 教务处 {top} <table><tr><td>通知公告</td><td>[ 2023-02-02 ]</td></tr></table> {headline} <p>关于做好期末考试工作的通知</p> {info} <p>各学院、各位同学：</p><p>根据校历，本学期期末考试定于2023年6月4日至15日进行，请各位同学复习。</p> → 关于做好期末考试工作的通知
  // ✓ {pageTitle} 青山镇 {headline} <p>内河清淤三年行动启动</p> {info} <p>青山镇政府网站　二〇二三年二月二日</p> → 内河清淤三年行动启动
  // ✓ {pageTitle} 青山镇 {headline} <p>内河清淤三年行动启动日</p> → 内河清淤三年行动启动日
  // ✓ {pageTitle} 青山晚报 2023年02月02日 第17期 二版 {headline} <h2>内河清淤三年行动启动</h2> → 内河清淤三年行动启动
  // ✓ {pageTitle} ::: 青山区水务局 ::: {headline} <p>内河清淤三年行动启动</p> → 内河清淤三年行动启动
  // ✗ {pageTitle} 内河清淤三年行动 {headline} <p>七条内河两岸的居民</p>
  {
    name: 'line-above-body',
    origin: 'bare-line',
    confidence: 0.5,
    read: (page) => (isOfSite(page) ? lineAboveBody(page.lines) : null),
  },
  // the page's `<title>`, without the names of the site and its sections
  // ✓ {pageTitle} 内河清淤三年行动方案_青山新闻网 {headline} <p>　</p> → 内河清淤三年行动方案
  {
    name: 'document-title',
    origin: 'document-title',
    confidence: 0.6,
    read: (page) => withoutSiteName(page.pageTitle, page.fieldValue('siteName')),
  },
]);
