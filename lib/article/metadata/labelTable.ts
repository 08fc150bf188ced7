/** The fields that a label can name. A label of `ignored` gives no value, but ends the value before it. */
export type LabelledField =
  | 'source'
  | 'authors'
  | 'contributor'
  | 'editors'
  | 'keywords'
  | 'lead'
  | 'views'
  | 'publishedAt'
  | 'updatedAt'
  | 'originalTitle'
  | 'issuer'
  | 'documentNumber'
  | 'indexNumber'
  | 'writtenOn'
  | 'subjectCategory'
  | 'validity'
  | 'title'
  | 'ignored';

/**
 * The labels of each field. To add a label, add one word here, in simplified characters: labels on pages are simplified
 * before the look-up (來源, 責任編輯), and blanks within them (索 引 号) are ignored. In a word, `*` stands for some words that
 * can be before a label (信息来源, 信息发布日期). `~` stands for 时间 or 日期 (time, date), `#` for words for a count (次数, 人次, 量),
 * `@` for words for an organisation (机关, 机构, 单位, 部门).
 */
const LABELS: Record<LabelledField, string> = {
  source:
    '*来源 *来源于 来源自 *来自 消息来源 讯息来源 信息源 信息源于 消息源 资料来源 来源网站 来源媒体 来源@ 信息来源@ 稿源 *出处 转载自 转自 转引自 摘自 摘编自 原载 原载于 转贴自 Source From',
  authors:
    '*作者 原作者 *记者 本报记者 通讯员 撰稿 撰稿人 撰写 撰写人 撰文 文 文/图 图/文 图文 文图 文字 采写 摄影报道 Author',
  contributor: '供稿 供稿人 供稿@ 投稿 投稿人 投稿@ 来稿@ 报送@ 提供@ 信息提供 信息员',
  editors:
    '*责任编辑 *责编 *编辑 网络编辑 网编 值班编辑 文字编辑 新媒体编辑 微信编辑 见习编辑 实习编辑 本期编辑 编辑人 责任编缉 Editor',
  keywords: '*关键词 *关键字 主题词 *标签 TAG Tags',
  lead: '*导读 *摘要 核心提示 阅读提示 要点提示 新闻提示 *提要 访谈摘要 导语 内容概要 内容概览 内容概述',
  views:
    '*浏览# *阅读# *点击# 已阅# 已阅读# 已浏览# 围观# 热度 关注度 PV 访问# 查看# 打开# 点击率 点阅# 阅览# 查阅# 人气 阅 Views Click Hits',
  publishedAt:
    '*发布~ 发表~ 发稿~ *公开~ *公布~ 公示~ 上网~ 上传~ 刊发~ 刊登~ 录入~ 添加~ 创建~ 加入~ 入库~ 登载~ 刊载~ 发帖~ 编辑~ 发布日 发文时间 *时间 *日期 发布于 发表于 发布 出版~ 出版 张贴日 张贴~ 上稿~ 上版~ 公告日期 Date',
  updatedAt: '更新~ 修改~ 最后更新~ 更新于 最后更新 最近更新',
  originalTitle: '原标题 原标题为 原题 原文标题',
  issuer: '发文@ *发布@ 制发@ 颁布@ 印发@ 处罚@ *公开@ 制定机关 征集@ 公开主体 *公开责任部门',
  documentNumber:
    '发文字号 文号 文件编号 发文文号 文件字号 公文字号 公文文号 文件号 发布文号 发文号 备注/文号',
  indexNumber: '索引号 索取号 信息索引号 信息索引 公开索引号 目录索引号 索引编号 信息编号',
  writtenOn: '成文~ *生成~ 签发日期 制发日期 形成日期 发文日期',
  subjectCategory: '主题分类 信息分类 主题类别 信息类别 公开分类 所属主题',
  validity: '*有效性 时效性 效力状态 效力状况 有效状态 时效状态 时效 是否有效 文件状态 效力',
  title: '*标题 *名称 文件名称 公文名称 文件标题',
  ignored:
    '*录入 字体 字号 浏览字号 大小 字体大小 字号大小 分享到 分享 打印 收藏 审核 校对 审校 一审 二审 三审 初审 复审 终审 签发 监制 统筹 策划 制图 制作 设计 美编 美术编辑 版面编辑 图片编辑 摄影 摄影记者 图片记者 摄像 图片 图片来源 图 视频 视频来源 翻译 编译 语音 配音 播音 剪辑 海报 视觉 版式 排版 编委 值班编委 总编 值班总编 值班主任 核发 数据来源 评论 发布人 组配分类 体裁分类 体裁 公文种类 公开方式 公开时限 公开范围 公开类别 服务对象 实施~ 施行~ 生效~ 失效~ 废止~ 栏目 频道 类别 分类 *类型 版权 电话 地址 联系人 位置 备注',
};

const BEFORE = ['', '信息', '稿件', '文章', '新闻', '本文', '内容', '原文', '网站', '文件', '公文'];
const AFTER: Record<string, string[]> = {
  '~': ['时间', '日期'],
  '#': ['', '次数', '量', '数', '人数', '人次'],
  '@': ['机关', '机构', '单位', '部门'],
};

/**
 * Lists all labels that a word of the table stands for: *来源 (source) → 来源, 信息来源, 稿件来源 …; 发布~ (published) → 发布时间, 发布日期.
 */
function expand(label: string): string[] {
  if (label[0] === '*') return BEFORE.flatMap((word) => expand(word + label.slice(1)));
  const after = AFTER[label.at(-1)!];
  return after ? after.map((word) => label.slice(0, -1) + word) : [label];
}

/** For each label, without blanks, its field. If two fields have the same label, the first one counts. */
export const FIELD_OF: ReadonlyMap<string, LabelledField> = new Map(
  (Object.entries(LABELS) as [LabelledField, string][])
    .flatMap(([field, labels]) =>
      labels
        .split(' ')
        .flatMap(expand)
        .map((label) => [label, field] as const),
    )
    .reverse(),
);

/**
 * The fields of a document's header, which the rules for official documents (党政机关公文格式) and for disclosed information
 * (政府信息公开) name. In a cell of its own, such a label needs no colon.
 */
export const HEADER_FIELDS: ReadonlySet<LabelledField> = new Set<LabelledField>([
  'issuer',
  'documentNumber',
  'indexNumber',
  'writtenOn',
  'subjectCategory',
  'validity',
]);
