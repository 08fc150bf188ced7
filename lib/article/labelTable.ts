/** The fields that a labelled line can give. `ignored` labels are known only so that they end the value before them. */
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
 * Label → field. Adding a label is one word here, in simplified characters: traditional ones are folded to them
 * before they are looked up (來源, 責任編輯), and blanks within a label (索 引 号) do not count.
 */
const LABELS: Record<LabelledField, string> = {
  source:
    '来源 来源于 来源自 来自 信息来源 稿件来源 文章来源 新闻来源 本文来源 内容来源 原文来源 消息来源 资讯来源 文稿来源 来源网站 来源媒体 来源单位 来源部门 信息来源单位 稿源 出处 文章出处 转载自 转自 摘自',
  authors:
    '作者 本文作者 文章作者 新闻作者 记者 本报记者 本网记者 见习记者 实习记者 撰稿 撰稿人 撰文 文 文/图 图/文 图文 文图 文字 采写',
  contributor: '供稿 供稿人 供稿单位 供稿部门 投稿 投稿人 投稿单位 来稿单位 报送单位 提供单位 信息提供',
  editors:
    '责任编辑 责编 编辑 本文编辑 文章编辑 网站编辑 网络编辑 网编 值班编辑 新闻编辑 信息编辑 文字编辑 编辑人 编辑人员 责任编缉 本文责编 本文责任编辑 本期编辑 本期责编',
  keywords:
    '关键词 关键字 主题词 文章关键词 本文关键词 新闻关键词 文章关键字 标签 文章标签 本文标签 新闻标签 TAG Tags',
  lead: '导读 摘要 核心提示 内容摘要 内容提要 文章摘要 新闻摘要 提要 导语 内容导读 新闻导读 文章导读 内容概述 内容概要',
  views:
    '浏览次数 浏览量 浏览数 浏览 阅读次数 阅读量 阅读数 阅读 点击数 点击量 点击次数 点击 点击率 人气 访问量 访问次数 访问 查看次数 查看 已浏览 已阅读 浏览人数 阅读人数',
  publishedAt:
    '发布时间 发布日期 发表时间 发表日期 发稿时间 发稿日期 发布于 发表于 公开日期 公开时间 公布日期 公布时间 公示时间 上网时间 上网日期 上传时间 上传日期 录入时间 添加时间 刊发时间 刊登时间 刊登日期 信息时间 信息日期 文章时间 新闻时间 稿件时间 发文时间 创建时间 时间 日期 发布',
  updatedAt: '更新时间 更新日期 更新于 最后更新 最近更新 最后更新时间 修改时间',
  originalTitle: '原标题 原题 原题目 原文标题 原新闻标题',
  issuer:
    '发文机关 发文机构 发文单位 发文部门 发布机构 发布机关 发布单位 发布部门 制发机关 制发单位 制发机构 制定机关 颁布单位 颁布机构 颁布机关 印发机关 印发单位 公开机构 公开单位 公开主体 公开责任部门',
  documentNumber:
    '发文字号 文号 文件编号 发文文号 文件字号 公文字号 文件号 文件文号 公文文号 发布文号 发文号',
  indexNumber: '索引号 索取号 信息索引号 信息索引 公开索引号 目录索引号 索引编号 信息编号',
  writtenOn: '成文日期 成文时间 生成日期 生成时间 发文日期 制发日期 形成日期',
  subjectCategory: '主题分类 信息分类 主题类别 信息类别 公开分类 所属主题',
  validity: '有效性 时效性 效力状态 效力状况 有效状态 时效状态 时效 是否有效 文件状态 文件有效性 效力',
  title: '标题 信息名称 名称 文件名称 公文名称 文件标题 信息标题 文章标题',
  ignored:
    '字体 字号 字体大小 大小 分享到 分享 分享至 打印 收藏 审核 校对 审校 校审 一审 二审 三审 初审 复审 终审 审签 签发 监制 统筹 策划 出品 制图 制作 设计 美编 美术编辑 版面编辑 图片编辑 视频编辑 摄影 摄像 图片 图片来源 图源 图 视频 视频来源 剪辑 翻译 编译 数据来源 资料来源 评论 评论数 跟帖 参与 举报 组配分类 体裁分类 体裁 公开方式 公开时限 公开范围 公开形式 公开类别 公开程序 公开属性 服务对象 服务对象分类 实施日期 施行日期 生效日期 生效时间 失效日期 失效时间 废止日期 有效期 语种 载体类型 信息格式 所属栏目 栏目 频道 类别 分类 类型 版权 版权声明 电话 地址 邮箱 网址 链接 联系人 联系电话 当前位置 您的位置 位置 备注 备案号 主办 承办 通讯员',
};

/** Traditional → simplified, for the characters of the labels above; one for one, so that offsets hold. */
const FOLDED: Record<string, string> = Object.fromEntries(
  '來来發发佈布時时間间責责編编輯辑記记關关鍵键詞词標标題题導导讀读瀏浏覽览點点擊击閱阅號号機机構构單单開开類类數数據据資资訊讯稱称網网轉转載载對对圖图攝摄處处為为權权報报氣气評评論论欄栏頻频體体從从屬属狀状態态聯联絡络電电話话撰撰內内實实習习員员見见視视總总稿稿訪访問问簽签審审校校製制頒颁佔占錄录傳传創创於于單单廢废範范圍围譯译翻翻'
    .match(/../gu)!
    .map((pair) => [...pair]),
);
const TRADITIONAL = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'g');

/** A text in the characters of the label table. Its length stays the same. */
export const fold = (text: string): string => text.replace(TRADITIONAL, (sign) => FOLDED[sign]!);

/** Label, without blanks → its field. */
export const FIELD_OF: ReadonlyMap<string, LabelledField> = new Map(
  (Object.entries(LABELS) as [LabelledField, string][]).flatMap(([field, labels]) =>
    labels.split(' ').map((label) => [label, field] as const),
  ),
);

/** The fields of a document's header (党政机关公文格式, 政府信息公开): their labels need no colon in a cell of their own. */
export const HEADER_FIELDS: ReadonlySet<LabelledField> = new Set<LabelledField>([
  'issuer',
  'documentNumber',
  'indexNumber',
  'writtenOn',
  'subjectCategory',
  'validity',
]);
