import { z } from '../zod.ts';

/** A date (`2023-02-02`) or a date and time with offset (`2023-02-02T10:30:45+08:00`), ISO 8601. */
export const DateOrDateTime = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/));

/** A calendar date, `2023-02-02`. */
export const CalendarDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/**
 * The kind of place on the page from which a value comes, as the interface names it. The most reliable kind comes
 * first.
 */
export const Origin = z.enum([
  'standard-meta', // tags of the government web-site guidelines (国办发〔2017〕47号): ArticleTitle, PubDate, ContentSource …
  'meta', // any other <meta>, OpenGraph, article:*, Dublin Core
  'json-ld', // schema.org in a script
  'script', // JSON in a script that renders the page, or variables of WeChat's template
  'document-header', // the table above a policy document: index number (索引号), issuer (发文机关), date of writing (成文日期)
  'labelled-line', // a label with its value (来源：…, 责编：…) in a visible line
  'bare-line', // a date or a count without a label in the metadata line
  'heading', // a heading: h1, h2 …
  'document-title', // <title>
  'body-text', // found in the article's own text
  'address', // the date in the URL
  'readability', // as @mozilla/readability gives it
]);
export type Origin = z.infer<typeof Origin>;

/**
 * The rule names for records that were stored before rules had names. Their provenance has only the kind of place, so
 * the exact rule is unknown. Records are migrated with this table when they are read.
 */
export const OLD_RULE_NAMES: Readonly<Record<Origin, string>> = {
  'standard-meta': 'standard-meta',
  meta: 'meta',
  'json-ld': 'json-ld',
  script: 'script',
  'document-header': 'document-header',
  'labelled-line': 'label',
  'bare-line': 'line-without-label',
  heading: 'heading',
  'document-title': 'document-title',
  'body-text': 'words-of-the-article',
  address: 'address',
  readability: 'readability',
};

/**
 * Where a value comes from: the rule that gave it (fields/), the kind of place where the rule looks, and the confidence
 * from 0 to 1. `otherwise` is a different value that another rule gives. In the oldest records, rules had no names yet.
 * Such a record has the kind of place in `rule`, and no `origin`.
 */
export const Provenance = z.object({
  rule: z.string(),
  origin: z.optional(Origin),
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
  otherwise: z.optional(z.object({ value: z.string(), rule: z.string(), origin: z.optional(Origin) })),
});
export type Provenance = z.infer<typeof Provenance>;

/** What a linked page is for a policy document: an explanation (解读), the original (原文) or an infographic (图解). */
export const LinkRole = z.enum(['interpretation', 'original', 'illustration']);
export type LinkRole = z.infer<typeof LinkRole>;

/** A link beside the article: to the previous (上一篇), the next (下一篇) or a related article (相关新闻). `url` is absolute. */
export const ArticleLink = z.object({ text: z.string(), url: z.string(), role: z.optional(LinkRole) });
export type ArticleLink = z.infer<typeof ArticleLink>;

/**
 * An attachment (附件) of an article. `url` is absolute, or null where the page only names the file. `kind` is the file
 * extension in lower case (`pdf`), or null.
 */
export const Attachment = z.object({
  name: z.string(),
  url: z.nullable(z.string()),
  kind: z.nullable(z.string()),
});
export type Attachment = z.infer<typeof Attachment>;

/**
 * A picture in the article's text. `url` is absolute; the extension stores the address and never fetches the picture.
 */
export const ArticleImage = z.object({ url: z.string(), caption: z.nullable(z.string()) });
export type ArticleImage = z.infer<typeof ArticleImage>;

/**
 * An administrative division (行政区划) by its six-digit code (GB/T 2260) and full name: 320211 江苏省无锡市滨湖区 (Binhu District,
 * Wuxi City, Jiangsu Province).
 */
export const Region = z.object({ code: z.string().check(z.regex(/^\d{6}$/)), name: z.string() });
export type Region = z.infer<typeof Region>;

/**
 * The position in an article on several pages. `page` is this page's number, `pages` the number of all pages if the
 * page gives it. `next` is the next page's address.
 */
export const Paging = z.object({
  page: z.int(),
  pages: z.nullable(z.int()),
  next: z.nullable(z.string()),
});
export type Paging = z.infer<typeof Paging>;

/** The kind of a page. Only `article` counts as an article; the other kinds can still be saved. */
export const PageKind = z.enum(['article', 'home', 'list', 'search', 'login', 'other']);
export type PageKind = z.infer<typeof PageKind>;

/**
 * A news page or an official document as it was read. A field that the page does not give is null or an empty list,
 * because nothing is guessed. Source (来源), author (作者), editor (责任编辑) and issuer (发文机关) are kept apart.
 */
export const Article = z.object({
  /** The headline (标题), without the names of the site and its sections. */
  title: z.string(),
  /** 肩题: the line above the headline. */
  kicker: z.nullable(z.string()),
  /** 副题: the line below the headline. */
  subtitle: z.nullable(z.string()),
  /** 原标题: the headline that a reposted article had at first. */
  originalTitle: z.nullable(z.string()),
  /** The time of publication (发布时间). Times without a zone are read as +08:00, China's time. */
  publishedAt: z.nullable(DateOrDateTime),
  /** 成文日期: the day on which a document was written or signed. */
  writtenOn: z.nullable(CalendarDate),
  /** 来源: the medium or office from which the page has the text. */
  source: z.nullable(z.string()),
  /** 作者, 记者: the writers. */
  authors: z.array(z.string()),
  /** 供稿, 供稿单位: who sent the article in. */
  contributor: z._default(z.nullable(z.string()), null),
  /** 责任编辑, 责编, 编辑: the editors. */
  editors: z.array(z.string()),
  /** 关键词, 主题词: keywords. */
  keywords: z.array(z.string()),
  /** 导读, 摘要, 核心提示: the summary above the article's text. */
  lead: z.nullable(z.string()),
  /** 浏览次数, 阅读量, 点击: how often the page was opened. */
  views: z.nullable(z.number()),
  /** 发文机关, 发布机构: the organisation that issued the document. */
  issuer: z.nullable(z.string()),
  /** 发文字号: the document's number, such as 国发〔2019〕5号. */
  documentNumber: z.nullable(z.string()),
  /** 索引号: the document's number in the index of public information. */
  indexNumber: z.nullable(z.string()),
  /** 主题分类: the subject of the document. */
  subjectCategory: z.nullable(z.string()),
  /** 有效性: whether the document is still valid, or a note about it such as 已废止 (repealed). */
  validity: z.nullable(z.string()),
  /** The name of the site. */
  siteName: z.nullable(z.string()),
  /**
   * The breadcrumb: the sections of the site that contain the page, outermost first. 首页 > 新闻 > 正文 (home > news > text)
   * gives 首页 and 新闻, because 正文 is the page itself.
   */
  columnPath: z.array(z.string()),
  /** The administrative division that the source, the issuer or the site names. */
  region: z._default(z.nullable(Region), null),
  /** 上一篇: the previous article of the section. */
  previous: z.nullable(ArticleLink),
  /** 下一篇: the next article of the section. */
  next: z.nullable(ArticleLink),
  /** 相关新闻: related articles. */
  related: z.array(ArticleLink),
  /** 附件: linked files, and files that the text only names. */
  attachments: z._default(z.array(Attachment), []),
  images: z._default(z.array(ArticleImage), []),
  /** The position among the article's pages; null where the article is on one page. */
  paging: z._default(z.nullable(Paging), null),
  /** True where the page shows only the beginning of the article, above a button such as 阅读全文 (read the full text). */
  isExcerpt: z._default(z.boolean(), false),
  /** The address of a frame with the article, on a page that has no article itself; else null. */
  frame: z._default(z.nullable(z.string()), null),
  /** The article's text, one paragraph per line. All offsets in the project count UTF-16 units of this text. */
  text: z.string(),
  pageKind: z._default(PageKind, 'article'),
  /** The same as `pageKind === 'article'`. */
  isArticle: z.boolean(),
  /** For each field that has a value, where the value comes from. */
  provenance: z.record(z.string(), Provenance),
});
export type Article = z.infer<typeof Article>;

/**
 * Where a view shows a field. `head`: around the headline; `facts`: in the list of facts, with its label; `notice`: as
 * a warning above the headline; `links`: in a collapsed list below the article; `body`: as the article's text.
 */
export type FieldPlace = 'head' | 'facts' | 'notice' | 'links' | 'body';

/** How the extension uses a field of an article. The field's label is the text `field_KEY` of `_locales`. */
type Field = {
  /** Null where the view does not show the field. */
  popup: FieldPlace | null;
  panel: FieldPlace | null;
  /** Whether the search of the collection reads the field. */
  searched: boolean;
  /** Whether the field is written into exported files. */
  exported: boolean;
};

/** Makes a field that popup and panel show at the same place, and that is exported. */
const field = (place: FieldPlace, searched: boolean): Field => ({
  popup: place,
  panel: place,
  searched,
  exported: true,
});

/**
 * A field of an article that has a label: all except `provenance`, which only tells about other fields, and
 * `isArticle`, which follows from `pageKind`.
 */
export type FieldKey = Exclude<keyof Article, 'provenance' | 'isArticle'>;

/**
 * All fields of an article, in the order in which views list them, the most important first. A new field of `Article`
 * needs one row here and its label in `_locales`; the compiler reports what is missing.
 */
export const FIELDS = {
  columnPath: field('head', true),
  kicker: field('head', true),
  title: field('head', true),
  subtitle: field('head', true),
  publishedAt: field('head', true),
  source: field('head', true),
  region: field('head', true),
  originalTitle: field('facts', true),
  issuer: field('facts', true),
  documentNumber: field('facts', true),
  writtenOn: field('facts', true),
  authors: field('facts', true),
  editors: field('facts', true),
  keywords: field('facts', true),
  lead: field('facts', true),
  contributor: field('facts', true),
  indexNumber: field('facts', true),
  subjectCategory: field('facts', true),
  validity: field('facts', true),
  views: field('facts', false),
  siteName: field('facts', true),
  pageKind: field('notice', false),
  isExcerpt: field('notice', false),
  frame: field('notice', false),
  // Not `searched`, because the search reads the captured text, which is stored apart from the fields.
  text: field('body', false),
  paging: field('notice', false),
  attachments: field('links', true),
  images: field('links', false),
  previous: field('links', false),
  next: field('links', false),
  related: field('links', false),
} satisfies Record<FieldKey, Field>;
