import type { Paragraph } from './content.ts';
import { firstDate, isDateOnly } from './date.ts';
import { isMetadataLine, labelledValues } from './labels.ts';
import { EDGE } from './lines.ts';

/** White space and the widths of figures and stops do not count when two texts are compared. */
export const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Sizes of type, sharing, printing, listening: lines of the page that stand anywhere in or around a body. */
const CONTROLS: RegExp[] = [
  /^【?\[?(字体|字號|字号|字體|字体大小)[:：]?[\s【[]*((特?大|中|小|默认|超大|增大|减小|放大|缩小|\+|-|A[+-]?|T)[\s|/】\]]*)*$/i, // 字体：【大 中 小】
  /^[【[\s]*((特大|大|中|小)[\s|/、】\]]*){2,4}$/, // [大 中 小]
  /^(A[+-]?|T[+-大小]?|T\|T|A\s*A){1,3}$/,
  /^[【[(（]?(打印|打印本页|打印文章|打印正文|關閉|关闭|关闭窗口|关闭本页|收藏|加入收藏|举报|纠错|我要纠错|糾錯|返回|返回顶部|返回列表|返回首页|回到顶部|推荐|复制链接|复制|投诉|点赞|点赞是美意.*|语音播报|听新闻|試聽|试听|朗读|播报|全文朗读|播放|暂停)[】\])）\s|]*$/,
  /^[【[]?(打印|收藏|分享|关闭|推荐|纠错|我要纠错|返回|字体|大|中|小|\s|\||[】[【\]])+$/, // 【打印】【关闭】
  /^(分享|分享到|分享至|分享文章|分享给好友|分享到[:：].*|转发到|轉發|已收藏|转载|赞|踩|评论|评论\d*|跟贴\s*\d*|\d+\s*(人)?(赞|评论|参与|跟贴)|微信|微博|QQ|QQ空间|新浪微博|朋友圈|复制|微信好友|Facebook|Twitter|LINE|微信扫一扫.{0,16}|扫码.{0,16}|扫一扫.{0,20}|掃一掃.{0,20}|手机(看|扫).{0,12}|用微信扫.{0,20}|打开微信.{0,40})$/i,
  /^(分享到|分享至|分享|转发至?)[:：\s]*((微信|微博|新浪|腾讯|QQ|空间|好友|朋友圈|豆瓣|人人网?|网|更多|复制链接|\d+)[\s、|]*)+$/i,
  /^(广告|廣告|AD|advertisement|正在加载.{0,6}|loading.{0,3}|加载中.{0,4}|图集|组图|视频加载中.{0,6}|视频播放|播放视频)$/i,
  /^(本文|此文|文章)?(已|被)?(阅读|浏览|点击)\s*(量|数|次数)?\s*[:：]?\s*\d*\s*次?$/,
  /^(登录|登錄|请登录|注册|登录\s*注册|登录后.{0,20}|我要评论|发表评论|发布|提交|关注|已关注|\+关注|订阅|私信|查看更多|加载更多|更多|更多>+|展开|收起|展开更多|\+\d+)$/,
  /^[\s|>»›<«·•.,/\\—–_=*#-]{1,80}$/, // rules and dots
];

/** A count at the head, page numbers at the foot; within the body a number alone may head a section. */
const NUMBERS = /^[\s\d|>»›<«·.,/【】[\]()（）-]{1,40}$/;

/** Where the page goes on after the article: other articles, rights, editors. The line begins with it. */
const TAIL =
  /^[【[（(>»■◆●▼\s]*(上一?[篇条則则]|下一?[篇条則则]|上一頁|下一頁|上一页|下一页|上页|下页|前一篇|后一篇|相关(新闻|阅读|链接|文章|报道|推荐|信息|内容|稿件|专题|资讯|搜索|附件下载)|相關(新聞|閱讀|連結|文章|報導|推薦|資訊)|热门|熱門|热点|热搜|今日热点|推荐(阅读|新闻|文章|内容)|推薦閱讀|精彩推荐|猜你喜欢|为您推荐|更多(新闻|文章|精彩|相关)|延伸阅读|延伸閱讀|扩展阅读|大家都在看|看过本文的人|最新(新闻|文章|消息|资讯|评论)|新闻排行|点击排行|阅读排行|网友评论|網友評論|最热评论|热门评论|用户评论|评论列表|发表评论|文章评论|全部评论|分享(到|至)|扫一扫|掃一掃|扫描(二维码|下方)|关注(我们|官方|微信)|版权(所有|声明|作品)|版權(所有|聲明)|免责声明|免責聲明|特别声明|特別聲明|郑重声明|风险提示[:：]|声明[:：]|主办(单位)?[:：]|承办(单位)?[:：]|网站标识码|ICP备|京ICP|Copyright|©|友情链接|网站地图|联系我们|关于我们|本文(版权|为|系).{0,30}(作者|转载)|(未经|未經).{0,16}(授权|许可|允许|授權|許可)|凡本(网|站)|本(网|站)(注明|转载|刊登)|转载(请|自|须)|轉載請|附件下载[:：]?$|点击进入|返回(首页|列表|顶部|上一页)|举报(电话|邮箱|热线)|违法和不良|编辑推荐|精选|登[录錄]\s*后|推荐(进入|关注|下载|订阅)|标签[:：]|標籤[:：]|tags?[:：]|关键词[:：]|關鍵詞[:：])/i;

/** （责任编辑：某某） · 责编 / 某某 · 编辑：某某 · [责任编辑:某某] · 原标题：…… · 本文来源：…… */
const EDITOR =
  /^[（(【[]?\s*(本文来源|责任编辑|責任編輯|责编|責編|编辑|編輯|责任编缉|本期编辑|值班编辑|网络编辑|网站编辑|校对|校對|审核|审校|初审|终审|复审|值班主任|监制|监制人|总编辑|制作|原标题|原標題|原題|来源|來源|稿源|信息来源|文章来源|供稿|供稿单位|作者|文\/|图\/|文字|摄影|撰稿|编审|签发)\s*(单位|人)?\s*[:：/|丨]/;

/** Names the editor: behind it the page goes on with something else. */
const EDITED = /^[（(【[]?\s*(责任编辑|責任編輯|责编|責編|责任编缉)\s*[:：/]/;

/** At the end of a paragraph: ……。（责任编辑：某某） */
const EDITOR_BEHIND =
  /\s*[（(【[]\s*(?:责任编辑|責任編輯|责编|責編|编辑|編輯|责任编缉|网站编辑|本文编辑)\s*[:：][^）)\]】]{0,40}[）)\]】]\s*$/;

const BREADCRUMB =
  /^(当前位置|您?的?当前位置|您(现在|當前|当前)?(所在)?的?位置|你(现在)?的?位置|所在位置|位置|當前位置)\s*[:：]|^首页\s*[>»›→/＞-]|^\S{1,8}\s*[>»›→＞]\s*\S{1,10}\s*[>»›→＞]/;

/** Words that only a paragraph of the article has. */
export const isProse = (line: string): boolean => {
  return (line.length >= 24 && /。|[！？!?…：:][”’」』）)]?$/.test(line)) || line.length >= 90;
};

const isControl = (line: string): boolean => line.length <= 60 && CONTROLS.some((rule) => rule.test(line));
const isEditorLine = (line: string): boolean => line.length <= 120 && EDITOR.test(line) && !isLongProse(line);
const isNumbers = (line: string): boolean => NUMBERS.test(line) && !firstDate(line);
const isLongProse = (line: string): boolean => line.length > 60 && /[。！？]./.test(line);
const isOriginalTitle = (line: string): boolean =>
  line.length <= 160 &&
  /原[标標题題]/.test(line) &&
  labelledValues(line.replaceAll(EDGE, ' '))[0]?.field === 'originalTitle';

/** 新华社记者 · 本报记者 李某 张某 · 记者 王某 通讯员 赵某: a line that only names who reports. */
const REPORTERS = /^[（(]?[^，。；：]{0,10}(记者|記者|通讯员|通訊員)[\s/·、\p{Script=Han}]{0,30}[）)]?$/u;

/** How many of the first lines, at most, may repeat headline and metadata. */
const HEAD = 14;

/** The index of the first line of the article itself. */
function beginOf(lines: string[], title: string): number {
  // The headline itself, wherever it stands above the first sentence: what is above it is none of the article's.
  const sentence = lines.findIndex(isProse);
  const above = sentence < 0 ? lines : lines.slice(0, sentence);
  let begin = title.length < 4 ? 0 : above.findIndex((line) => squeeze(line) === title) + 1;
  for (let i = begin; i < Math.min(lines.length, begin + HEAD); i++) {
    const line = lines[i]!;
    const folded = squeeze(line);
    const head =
      (title.length >= 4 &&
        (folded === title || (folded.length <= title.length + 24 && folded.includes(title)))) ||
      (isMetadataLine({ text: line }) && !isLongProse(line)) ||
      isDateOnly(line) ||
      BREADCRUMB.test(line) ||
      (line.length <= 30 && REPORTERS.test(line)) ||
      isControl(line) ||
      isNumbers(line) ||
      /^(正文|新闻正文|正文内容)$/.test(folded);
    if (head) begin = i + 1;
    else if (isProse(line)) break;
  }
  // A page whose every line looks like a head has none: a short notice with its date.
  return begin >= lines.length ? 0 : begin;
}

/** The index after the last line of the article itself. */
function endOf(lines: string[], begin: number): number {
  let end = lines.length;
  const length = (from: number, to: number) =>
    lines.slice(from, to).reduce((sum, line) => sum + line.length, 0);
  for (let i = begin + 1; i < end; i++) {
    const line = lines[i]!;
    if (line.length > 120 || !(TAIL.test(line) || EDITED.test(line)) || isLongProse(line)) continue;
    // The article may speak of 相关新闻 itself: then prose goes on below.
    const before = length(begin, i);
    const after = lines
      .slice(i + 1, end)
      .filter(isProse)
      .reduce((sum, text) => sum + text.length, 0);
    if (after <= before * 0.4) end = i;
  }
  while (end > begin + 1) {
    const line = lines[end - 1]!;
    if (isEditorLine(line) || isControl(line) || isNumbers(line) || (TAIL.test(line) && !isLongProse(line)))
      end--;
    else break;
  }
  return end;
}

/** A file to load: 附件：……, ….pdf. */
const ATTACHMENT = /^附件|^附\s*[:：\d]|\.(pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar)\s*$/i;

/** Cuts links to other articles behind the last paragraph; a list of attachments is part of the body. */
function withoutLinks(paragraphs: Paragraph[], begin: number, end: number): number {
  const own = (p: Paragraph) => p.linked < p.text.length * 0.8 || ATTACHMENT.test(p.text);
  let last = end - 1;
  while (last > begin && !(own(paragraphs[last]!) && isProse(paragraphs[last]!.text))) last--;
  // Cards of other articles, each with its day. An official document is signed with one.
  const dated = paragraphs.slice(last + 1, end).filter(({ text }) => !text.includes('\t') && firstDate(text));
  if (dated.length >= 3) return last + 1;
  const first = paragraphs.findIndex((p, i) => i > last && i < end && p.text.length >= 6 && !own(p));
  if (first < 0) return end;
  const rest = paragraphs.slice(first, end);
  const length = rest.reduce((sum, p) => sum + p.text.length, 0);
  return rest.reduce((sum, p) => sum + (own(p) ? 0 : p.text.length), 0) >= length * 0.6 ? first : end;
}

/** A summary set apart by the page above the article, which is a field of its own: 摘要, 导读. */
const isLead = (text: string, leads: Set<string>, whole: number): boolean =>
  text.length <= 400 &&
  text.length < whole * 0.4 &&
  (leads.has(text) ||
    /^[【[]?\s*(摘要|导读|導讀|核心提示|内容摘要|内容提要|提要)\s*[】\]]?\s*[:：]/.test(text));

/**
 * A body's paragraphs without headline, metadata, summary, controls and tails. `kept` has the index of each in
 * `paragraphs`.
 */
/** A link of the page's at the end of a paragraph: ……。>>>更多内容，点击阅读 */
const MORE_BEHIND =
  /\s*[>＞》]{2,3}\s*[^。>]{0,12}(点击|點擊|阅读|閱讀|查看|详情|詳情|更多|全文)[^。>]{0,8}$/;

export function trimBody(
  paragraphs: Paragraph[],
  headline: string,
  leads = new Set<string>(),
): { lines: string[]; kept: number[] } {
  const lines = paragraphs.map(({ text }) => text);
  const whole = lines.reduce((sum, line) => sum + line.length, 0);
  let begin = beginOf(lines, squeeze(headline));
  while (begin < lines.length - 1 && isLead(lines[begin]!, leads, whole)) begin++;
  const end = withoutLinks(paragraphs, begin, endOf(lines, begin));
  const kept: number[] = [];
  const texts: string[] = [];
  for (let i = begin; i < end; i++) {
    const line = lines[i]!;
    if (isControl(line) || isOriginalTitle(line)) continue;
    if (EDITED.test(line) && line.length <= 60) continue;
    const text = line.replace(EDITOR_BEHIND, '').replace(MORE_BEHIND, '').trim();
    if (!text) continue;
    kept.push(i);
    texts.push(text);
  }
  return { lines: texts, kept };
}
