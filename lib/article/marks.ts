import { simplified } from './simplified.ts';

/**
 * Lines that belong to the page and not to the article, told by their words. The tables are in simplified
 * characters; lines in traditional ones are compared in those.
 */

/** Sizes of type, sharing, printing, listening, logging in: a line made of such words alone. */
const CONTROL =
  '字[体号]|[特超]大|[大中小]|默认|[增放]大|[减缩]小|[AT]|打印|关闭|窗口|本[页文]|正文|文章|收藏|[加已]入?|举报|投诉|我要|纠错|' +
  '返回|回到|顶部|列表|首页|推荐|复制|链接|分享[到至]?|转[发载]到?|点?赞|踩|评论|跟贴|语音|听新闻|[试收]听|(全文)?朗读|播[报放]|暂停|视频|' +
  '微信|微博|QQ|空间|新浪|搜狐|腾讯|朋友圈|好友|豆瓣|人人网|facebook|twitter|line|广告|advertisement|ad|正在|加载|loading|[图组]集|组图|' +
  '请?登录|注册|发表|发布|提交|关注|订阅|私信|查看|更多|展开|收起|阅读|浏览|点击|[次量数]';
// No two ways to read the same signs, or a hostile line of sixty signs would take for ever.
const CONTROLS = new RegExp(`^(?=.*\\p{L})(?:${CONTROL}|[\\d\\s|/、:：.,，…【】[\\]()（）>»+·-])+$`, 'iu');
/** 扫一扫在手机打开当前页 · 用微信扫码阅读 · 手机看新闻 · 登录后发表评论 */
const INVITATION =
  /^(用?(手机|微信)?(扫一扫|扫码|扫描|看新闻)|打开微信|点赞是美意|登录后|点击.{0,4}蓝字|[-–— ]*END[-–— ]*$|[-–—_=*#~.·•>|\s]{2,}$)/;

/** What another part of the page begins with: other articles, comments, rights, the site. */
const TAIL = new RegExp(
  `^[【[（(>»■◆●▼\\s]*(${[
    '[上下]一?[篇条则页个]|[前后]一篇',
    '(相关|延伸|扩展|拓展)(新闻|阅读|链接|文章|报道|报导|连结|推荐|信息|内容|稿件|专题|资讯|搜索|附件下载)',
    '热[门点搜]|今日热|(推荐|精彩|编辑)(阅读|新闻|文章|内容|推荐)|(推荐|点击)(进入|关注|下载|订阅)|猜你|为您推荐|更多(新闻|文章|精彩|相关)|大家都在|看过本文|精选',
    '最新(新闻|文章|消息|资讯|评论)|(新闻|点击|阅读)排行|(网友|用户|最热|热门|文章|全部|发表)评论|评论列表',
    '分享[到至]|扫一扫|扫描(二维码|下方)|关注(我们|官方|微信)|登录\\s*后|返回(首页|列表|顶部|上一页)',
    '版权(所有|声明|作品)|(免责|特别|郑重|.{2,4}[网站台报])声明|声明[:：]|风险提示[:：]|本[网站].{0,16}非经|未经.{0,16}(授权|许可|允许)|凡?本[网站](注明|转载|刊登)|凡注明|[（(]?(本文|以上内容)仅代表|(欢迎|长按|扫码)?关注.{0,16}公众号.{0,16}$|凡本[网站]|转载[请自须]|本文(版权|为|系).{0,30}(作者|转载)|本文来自',
    '[主承]办(单位)?[:：]|网站(标识码|地图)|.?ICP|copyright|©|友情链接|(联系|关于)我们|举报(电话|邮箱|热线)|违法和不良|附件下载[:：]?$|(标签|关键词|tags?)[:：]',
  ].join('|')})`,
  'i',
);

const OPEN = '^[（(【[]?\\s*';
const EDITOR_WORDS = '\\p{Script=Han}{0,4}编[辑缉]|责编|[采主美]编';
/** （责任编辑：某某） · 编辑/某某 · 原标题：…… · 本文来源：…… · 图/某某: who made the text and where it is from. */
const CREDITS = new RegExp(
  `${OPEN}(?:${EDITOR_WORDS}|原标?题|(?:本文|信息|文章|(?:封面|题|头)图?片?)?来源|稿源|[校审]对|[初终复一二三]审|审[核校]|统筹|编审|值班主任|监制|制作|供稿|作者|[文图]|文字|摄影|撰稿|签发)\\s*(?:单位|人)?\\s*[】\\]:：/|｜丨]|^[（(]?[\\p{Script=Han}、]{2,20}供稿[）)]?$`,
  'u',
);
/** Names the editor: behind it the page goes on with something else. */
const EDITED = new RegExp(`${OPEN}(?:责任编[辑缉]|责编|编辑)\\s*[】\\]:：/]`);
/** At the end of a paragraph: ……。（责任编辑：某某） */
const EDITED_BEHIND = new RegExp(
  `\\s*[（(【[]\\s*(?:${EDITOR_WORDS})\\s*[:：][^）)\\]】]{0,40}[）)\\]】]\\s*\\d{0,7}$`,
  'u',
);
/** A link of the page's at the end of a paragraph: ……。>>>更多内容，点击阅读 */
const MORE_BEHIND = /\s*[>＞》]{2,3}\s*[^。>]{0,12}(点击|阅读|查看|详情|更多|全文)[^。>]{0,8}$/;

/** 当前位置：首页 · 首页 > 要闻 · 要闻 > 防汛 > 正文 */
const BREADCRUMB = /^\S{0,6}位置\s*[:：]|^首页\s*[>»›→/＞-]|^\S{1,8}\s*[>»›→＞]\s*\S{1,10}\s*[>»›→＞]/;
/** 新华社记者 · 本报记者 李某 张某 · 记者 王某 通讯员 赵某: a line that only names who reports. */
const REPORTERS = /^[（(]?[^，。；：]{0,10}(记者|通讯员)[\s/·、\p{Script=Han}]{0,30}[）)]?$/u;
const LEAD = new RegExp(`${OPEN}(?:(?:内容)?[摘提]要|导读|核心提示)\\s*[】\\]]?\\s*[:：]`);

/** Words that only a paragraph of the article has. */
export const isProse = (line: string): boolean =>
  (line.length >= 24 && /。|[！？!?…：:][”’」』）)]?$/.test(line)) || line.length >= 90;
/** More than a label and its value, whatever it begins with. */
export const isLongProse = (line: string): boolean => line.length > 60 && /[。！？]./.test(line);

const test = (rule: RegExp, most: number) => (line: string) =>
  line.length <= most && rule.test(simplified(line)) && !isLongProse(line);

const isMadeOfControls = test(CONTROLS, 60);
const isInvitation = test(INVITATION, 40);
export const isControl = (line: string): boolean => isMadeOfControls(line) || isInvitation(line);
export const isTail = test(TAIL, 120);
/** 相关阅读：某镇检修泵站 */
export const isRelated = test(/^[【[]?(相关|延伸)(阅读|新闻|报道)/, 60);
// 编 辑：何 苗
const withoutBlanks = (line: string) => line.replace(/\s/g, '');
const isCreditLine = test(CREDITS, 120);
export const isCredit = (line: string): boolean => isCreditLine(withoutBlanks(line));
const isEditorLine = test(EDITED, 60);
export const isEdited = (line: string): boolean => isEditorLine(withoutBlanks(line));
export const isBreadcrumb = test(BREADCRUMB, 160);
export const isReporters = test(REPORTERS, 30);
export const isLabelledLead = test(LEAD, 400);

/** Nothing that is hung on a paragraph is longer. */
const APPENDIX = 80;

/** A paragraph without what the page has hung on its end. */
export function withoutAppendix(line: string): string {
  const from = Math.max(0, line.length - APPENDIX);
  const tail = simplified(line.slice(from));
  const found = [EDITED_BEHIND, MORE_BEHIND].map((rule) => tail.search(rule)).filter((at) => at >= 0);
  return found.length ? line.slice(0, from + Math.min(...found)) : line;
}
