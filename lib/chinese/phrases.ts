import { inUnits } from './patterns.ts';
import { simplified } from './simplified.ts';

/**
 * Recognises, by their words, lines that belong to the page and not to the article. The tables are in simplified
 * characters, so a traditional line is converted before it is compared.
 */

/**
 * Words of controls for font size, sharing, printing, listening and logging in. A line is a control if it has no other
 * words.
 */
const CONTROL =
  '字[体号]|[特超]大|[大中小]|默认|[增放]大|[减缩]小|[AT]|打印|关闭|窗口|本[页文]|正文|文章|收藏|[加已]入?|举报|投诉|我要|[纠报]错|' +
  '返回|回到|顶部|列表|首页|推荐|复制|链接|分享[到至]?|转[发载]到?|点?赞|[踩顶]|[有没]用|评论|跟贴|语音|听新闻|[试收]听|(全文)?朗读|播[报放]|暂停|视频|[高标超]清|倍速|手机看|' +
  '微信|微博|QQ|空间|新浪|搜狐|腾讯|朋友圈|好友|豆瓣|人人网|脸书|推特|facebook|twitter|line|广告|advertisement|ad|正在|加载|loading|[图组]集|组图|' +
  '请?登录|注册|发表|发布|提交|关注|订阅|私信|查看|更多|展开|收起|阅读|浏览|点击|[次量数人]';
// Write the alternatives so that a line can match in only one way. Otherwise the RegExp engine would try endlessly many
// ways on a hostile line of sixty characters.
const CONTROLS = new RegExp(`^(?:${CONTROL}|[\\d\\s|/、:：.,，…【】[\\]()（）>»+·-])+$`, 'i');
/**
 * Invitations to scan, read elsewhere or log in: 扫一扫在手机打开当前页 · 用微信扫码阅读 · 手机看新闻 · 登录后发表评论. Also lines that only mark the
 * end of a text: —END—.
 */
const INVITATION =
  /^[（(]?(用?(手机|微信)?(扫一扫|扫码|扫描|看新闻)|打开微信|点赞是美意|登录后|点击(观看|.{0,4}蓝字)|炒股就看|海量资讯、精准解读|喜欢.{0,8}在看|点个?.{0,3}在看|[-–— ]*END[-–— ]*$|[-–—_=*＊#~.·•>|\s]{2,}$)/;
/** Messages that a page shows in place of a video: 正在加载播放器，请稍候 · 您的浏览器不支持HTML5视频播放，请升级浏览器。 */
const PLAYER =
  /^(正在)?(加载|载入)[^。]{0,4}播放器|^您?的?(当前)?浏览器(版本)?[^。]{0,4}(不支持|[过太]低)|^请同意.{0,12}，才能|^请?(先|您)?(安装|升级|启用)[^。]{0,12}(flash|浏览器|播放器)/i;

/** The end of a teaser for another article: 青山区启动内河…… · 青山区启动内河……[详细] */
const CUT_SHORT = /(?:…|\.{3})\s*(?:[[【（(]?\s*(?:详[细情]|更多|全文)\s*[\]】）)]?)?$/;
export const isCutShort = (line: string): boolean => CUT_SHORT.test(line.slice(-12));

/**
 * The first half of a heading above links to articles on the same subject: 相关 (related) in 相关阅读 (related reading).
 */
const ON_THE_SUBJECT = '(?:相关|延伸|[扩拓]展)';
/** The second half of such a heading, for what is linked: 阅读 (reading) in 相关阅读. */
const ARTICLES = '新闻|阅读|链接|连结|文章|报道|报导|推荐|信息|内容|稿件|专题|资讯';
/** Words that occur in a page's footer and in no article. */
const FOOT =
  '版权所有|copyright|©|ICP|网安备|(?:关于|联系)我们|网站(?:地图|标识码)|友情链接|[主承]办(?:单位)?[:：]';

/**
 * Words such as 相关阅读 or 相关政策： at the beginning of a line. They introduce links to other articles, in the same line or
 * in the lines below, and these links are no part of the article's text.
 */
const RELATED_HEADING = new RegExp(
  `^[【[>■◆\\s]*${ON_THE_SUBJECT}(?:${ARTICLES}|文档|政策|文件|解读|事件)\\s*[】\\]]?\\s*[:：]?`,
);
/**
 * A heading above lists that belong to the page: recommendations (猜你喜欢), rankings (热榜), comments (网友评论), links. Below
 * such a heading, the article has usually ended.
 */
const OTHERS_HEADING =
  /^[【[>\s]*(相关(?!档案|附件)|推荐|热[门点榜]|延伸阅读|[为猜]您?你?|大家都在|精彩|网友|最新|评论|友情链接|作者最新|更多|往期|.{2,4}(新闻|推荐|排行)$)/;

/**
 * Beginnings of lines that come after an article: links to other articles (上一篇：), comments (网友评论), copyright notices
 * (版权声明), facts about the site. Such a line may mark the end of the article's text.
 */
const TAIL = new RegExp(
  `^[【[（(>»·■◆●▼\\s\\d①-⑩、.．—-]*(${[
    '[上下]一?[篇条则页个]|[前后]一篇|第\\s*\\d+\\s*页[\\s/，]*共|完$',
    `${ON_THE_SUBJECT}(${ARTICLES}|搜索|附件下载)`,
    '热[门点搜]|今日热|(推荐|精彩|编辑)(阅读|新闻|文章|内容|推荐)|(推荐|点击)(进入|关注|下载|订阅)|猜你|为您推荐|更多(新闻|文章|精彩|相关)|大家都在|看过本文|精选',
    '.{0,8}讨论区$|(意见)?征集结果|往期.{2,8}$|.{0,16}(instagram|facebook|telegram|youtube)[!！，,\\s]*欢迎|欢迎(关注|订阅)',
    '最新(新闻|文章|消息|资讯|评论)|(新闻|点击|阅读)排行|(网友|用户|最热|热门|文章|全部|发表)评论|评论列表',
    '(?:群众评价|满意度(?:评价|调查))[:：]|分享[到至]|扫一扫|扫描(二维码|下方)|关注(我们|官方|微信)|登录\\s*后|返回(首页|列表|顶部|上一页)',
    `.?(${FOOT})|版权(声明|作品|[与及和、]免责)`,
    '(免责|特别|郑重|.{2,4}[网站台报])声明|声明[:：]|风险提示[:：]|本[网站].{0,16}非经|未经.{0,16}(授权|许可|允许)|凡?本[网站](注明|转载|刊登)|凡注明|[（(]?(本文|以上内容)仅代表|(欢迎|长按|扫码)?关注.{0,16}公众号.{0,16}$|凡本[网站]|转载[请自须]|本文(版权|[为系属]).{0,30}(作者|转载)|本文来自',
    '.{0,8}本[网站].{0,12}仅供参考|.{2,20}[部局办室府委社台网心司]主办$|客服(电话|热线)?[:：]|举报(电话|邮箱|热线)(?!.*。$)|违法和不良|附件下载[:：]?$|(标签|关键词|tags?)[:：]',
  ].join('|')})`,
  'i',
);
/** Statements of copyright below an article: 某网声明：凡本网注明“来源：某网”的所有作品，…… · 凡注明“某网”的作品，…… */
const RIGHTS =
  /^[（(]?(.{2,10}声明[:：]\s*)?凡是?.{0,10}(注明|标注|标明)[^。]{0,60}(作品|稿件|文章|图片|内容)/;

const OPEN = '^[（(【[■●◆]?\\s*';
const EDITOR_WORDS = '\\p{Script=Han}{0,4}编[辑缉]|责编|[采主美]编';
/**
 * Credits, which name the author and the origin of the text: （责任编辑：某某） · 编辑/某某 · 原标题：…… · 本文来源：…… · 图/某某 ·
 * 《某报》（2023年02月02日 第07版）. They are cut off from the end of the article's text.
 */
const CREDITS = inUnits(
  new RegExp(
    `${OPEN}(?:${EDITOR_WORDS}|原标?题|(?!图片|资料|数据)\\p{Script=Han}{0,4}来源|原文(?:链接|地址)|稿源|[校审]对|[初终复一二三]审|审[核校]|统筹|编审|值班主任|监制|制作|供稿|作者(?!单位)|[^，。：:]{0,16}记者|[文图]|文字|摄影|撰稿|签发)\\s*(?:单位|人)?\\s*[】\\]:：/|｜丨]|^[（(]?[\\p{Script=Han}、]{2,20}供稿[）)]?$|^[（(]?《[^》]{2,12}》[（(]?\\d{4}年.{4,12}版[）)]$`,
    'u',
  ),
);
/** A line with the editor's name, which usually ends the article: 【纠错】[责任编辑：某某]. */
const EDITED = new RegExp(
  `^(?:[【[]\\s*(?:我要)?纠错\\s*[】\\]]\\s*)?${OPEN.slice(1)}(?:责任编[辑缉]|责编|编辑)\\s*[】\\]:：/]`,
);
/** The editor's name at the end of a paragraph: ……。（责任编辑：某某） · ……。（某市纪委 || 责任编辑 某某） */
const EDITED_BEHIND = inUnits(
  new RegExp(
    `\\s*[（(【[]\\s*(?:[^）)（(]{2,20}\\|\\|\\s*)?(?:${EDITOR_WORDS})[\\s:：][^）)\\]】]{0,40}[）)\\]】]\\s*\\d{0,7}$`,
    'u',
  ),
);
/** A link to more articles at the end of a paragraph: ……。>>>更多内容，点击阅读 */
const MORE_BEHIND = /\s*[>＞》]{2,3}\s*[^。>]{0,12}(点击|阅读|查看|详情|更多|全文)[^。>]{0,8}$/;

/** Breadcrumbs, which show the page's place on the site: 当前位置：首页 · 首页 > 要闻 · 要闻 > 防汛 > 正文 */
const BREADCRUMB = /^\S{0,6}位置\s*[:：]|^首页\s*[>»›→/＞-]|^\S{1,8}\s*[>»›→＞]\s*\S{1,10}\s*[>»›→＞]/;
/** A line that only names reporters: 新华社记者 · 本报记者 李某 张某 · 记者 王某 通讯员 赵某 */
const REPORTERS = inUnits(/^[（(]?[^，。；：]{0,10}(记者|通讯员)[\s/·、\p{Script=Han}]{0,30}[）)]?$/u);
/** The words for a summary: 内容摘要, 导读, 核心提示. */
export const WORDS_FOR_LEAD = '(?:(?:内容)?[摘提]要|(?:内容|新闻)?[导導][读讀]|(?:核心|阅读|要点|新闻)提示)';
const LEAD = new RegExp(`${OPEN}${WORDS_FOR_LEAD}(?:\\s*[】\\]]|\\s*[:：]|\\s(?=.{12}))`);

/** Whether a line has the punctuation or the length that only paragraphs have, unlike headings, labels and menus. */
export const isProse = (line: string): boolean =>
  (line.length >= 24 && /。|[！？!?…：:][”’」』）)]?$/.test(line)) || line.length >= 90;
/** Whether a line is too long to be a label with its value (责任编辑：某某), whatever its first words. */
export const isLongProse = (line: string): boolean => line.length > 60 && /[。！？]./.test(line);

const test = (rule: RegExp, most: number) => (line: string) =>
  line.length <= most && rule.test(simplified(line)) && !isLongProse(line);

const hasControls = test(CONTROLS, 60);
/**
 * Whether a line has no words but those of controls. Looks for controls first, because the class of all letters takes
 * long to compile.
 */
const isMadeOfControls = (line: string): boolean => hasControls(line) && /\p{L}/u.test(line);
const isInvitation = test(INVITATION, 40);
const isPlayer = test(PLAYER, 120);
export const isControl = (line: string): boolean =>
  isMadeOfControls(line) || isInvitation(line) || isPlayer(line);
const beginsTail = test(TAIL, 120);
/** Whether a line gives the registration number of the site (ICP备案): 青山镇人民政府 © 2018 某ICP备18004512号 */
const isRegistered = test(/©\s*\d{4}|ICP[备证]\s?\d|网安备\s?\d/, 120);
export const isTail = (line: string): boolean => beginsTail(line) || isRegistered(line);

const HAS_FOOT = new RegExp(FOOT, 'i');
/** Whether a line below the article belongs to the page's footer. */
export const isFoot = (line: string): boolean => HAS_FOOT.test(simplified(line));
/** Whether a line states copyright. Allows 600 UTF-16 units, because such a line may hold several sentences. */
export const isRights = (line: string): boolean => line.length <= 600 && RIGHTS.test(simplified(line));
/** Whether a line is a related link with its label: 相关阅读：某镇检修泵站 */
export const isRelated = test(RELATED_HEADING, 60);
// Removes the blank within a heading of related links: 相关 阅读
const withoutBlank = (line: string) => line.replace(/(?<=^相|关|新) /g, '');
/** Whether a line, however long, begins with the heading of related links. */
export const isRelatedHeading = (line: string): boolean =>
  RELATED_HEADING.test(withoutBlank(simplified(line)));
/** Whether a line is the heading of a list of other articles, comments or the like. */
export const isOthersHeading = (line: string): boolean =>
  line.length <= 16 && OTHERS_HEADING.test(simplified(line));
// Removes blanks within words: 编 辑：何 苗. Two characters have at most one blank between them. A line longer than twice
// the limit is therefore too long even without blanks, and is left alone.
const withoutBlanks = (line: string, most: number) =>
  line.length <= 2 * most && /\s/.test(line) ? line.replace(/\s/g, '') : line;
const isCreditLine = test(CREDITS, 120);
export const isCredit = (line: string): boolean => isCreditLine(withoutBlanks(line, 120));
const isEditorLine = test(EDITED, 60);
export const isEdited = (line: string): boolean => isEditorLine(withoutBlanks(line, 60));
export const isBreadcrumb = test(BREADCRUMB, 160);
export const isReporters = test(REPORTERS, 30);
export const isLabelledLead = test(LEAD, 400);

const LETTER_LABEL =
  /^(?:[来写]信人?|信件|留言|咨询|[回答]复|办理|处理)(?:(内容|结果|情况|信息)|人|编号|标题|主题|时间|日期|类[别型]|单位|部门|对象|状态)[:：]?$/;
/**
 * Classifies a label on a page with a citizen's letter to an office and the answer. A `value` label has a short value
 * (回复单位). A `heading` label is above the words of the letter or the answer (来信内容). Returns null for a line that is no
 * such label.
 */
export function letterLabel(line: string): 'value' | 'heading' | null {
  const label = line.length <= 8 ? LETTER_LABEL.exec(simplified(line)) : null;
  return label && (label[1] ? 'heading' : 'value');
}

/** The greatest length of a text that a page appends to a paragraph (编辑：…), in UTF-16 units. */
const APPENDIX = 80;

/** Signs of a text that a page has appended to a paragraph. Lines without them are left as they are, to save time. */
const MAY_HANG = /[>＞》]{2}|编[辑缉]|[责采主美]编/;

/** Removes from a paragraph what the page has appended to it: the editor's name, or a link to more articles. */
export function withoutAppendix(line: string): string {
  const from = Math.max(0, line.length - APPENDIX);
  const tail = simplified(line.slice(from));
  if (!MAY_HANG.test(tail)) return line;
  const found = [EDITED_BEHIND, MORE_BEHIND].map((rule) => tail.search(rule)).filter((at) => at >= 0);
  return found.length ? line.slice(0, from + Math.min(...found)) : line;
}
