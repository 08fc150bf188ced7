import { z } from '../zod.ts';

/** A date (`2023-02-02`) or a date and time with offset (`2023-02-02T10:30:45+08:00`), ISO 8601. */
export const DateOrDateTime = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/));

/** A calendar date, `2023-02-02`. */
export const CalendarDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Where a field's value came from, best evidence first. */
export const Rule = z.enum([
  'standard-meta', // 政府网站发展指引 (国办发〔2017〕47号): ArticleTitle, PubDate, ContentSource …
  'meta', // any other <meta>, OpenGraph, article:*, Dublin Core
  'json-ld', // schema.org in a script
  'document-header', // 索引号 / 发文机关 / 成文日期 table of a policy page
  'labelled-line', // 来源：… 责编：… in a visible line
  'bare-line', // a date or a count without a label in the metadata line
  'heading', // h1 and the like
  'document-title', // <title>
  'body-text', // read out of the article's own text
  'address', // the date in the URL
  'readability', // as @mozilla/readability gives it
]);
export type Rule = z.infer<typeof Rule>;

/** Which rule gave a value, and how sure it is: 0 to 1. */
export const Provenance = z.object({ rule: Rule, confidence: z.number().check(z.minimum(0), z.maximum(1)) });
export type Provenance = z.infer<typeof Provenance>;

/** A link beside the article: 上一篇, 下一篇, 相关新闻. `url` is absolute. */
export const ArticleLink = z.object({ text: z.string(), url: z.string() });
export type ArticleLink = z.infer<typeof ArticleLink>;

/**
 * A news page or an official document as read. A field that the page does not give is null or an empty
 * list: nothing is invented. 来源, 作者, 责任编辑 and 发文机关 never stand in for each other.
 */
export const Article = z.object({
  /** 标题, without the site's name or column. */
  title: z.string(),
  /** 肩题, the line above the headline. */
  kicker: z.nullable(z.string()),
  /** 副题, the line below the headline. */
  subtitle: z.nullable(z.string()),
  /** 原标题 */
  originalTitle: z.nullable(z.string()),
  /** 发布时间; Chinese pages without a zone are read as +08:00. */
  publishedAt: z.nullable(DateOrDateTime),
  /** 成文日期 */
  writtenOn: z.nullable(CalendarDate),
  /** 来源 */
  source: z.nullable(z.string()),
  /** 作者, 记者 */
  authors: z.array(z.string()),
  /** 责任编辑, 责编, 编辑 */
  editors: z.array(z.string()),
  /** 关键词, 主题词 */
  keywords: z.array(z.string()),
  /** 导读, 摘要, 核心提示 */
  lead: z.nullable(z.string()),
  /** 浏览次数, 阅读量, 点击 */
  views: z.nullable(z.number()),
  /** 发文机关, 发布机构 */
  issuer: z.nullable(z.string()),
  /** 发文字号, 国发〔2019〕5号 */
  documentNumber: z.nullable(z.string()),
  /** 索引号 */
  indexNumber: z.nullable(z.string()),
  /** 主题分类 */
  subjectCategory: z.nullable(z.string()),
  /** 有效性 */
  validity: z.nullable(z.string()),
  /** The site's own name. */
  siteName: z.nullable(z.string()),
  /** 首页 > 新闻 > 正文, without the last 正文. */
  columnPath: z.array(z.string()),
  /** 上一篇 */
  previous: z.nullable(ArticleLink),
  /** 下一篇 */
  next: z.nullable(ArticleLink),
  /** 相关新闻 */
  related: z.array(ArticleLink),
  /** The body, one paragraph per line. Every offset of the project counts UTF-16 units of this text. */
  text: z.string(),
  /** False where the page is a home page, a list, a search result or a login: it can still be saved. */
  isArticle: z.boolean(),
  /** Field name → where its value came from. Only fields that have a value appear. */
  provenance: z.record(z.string(), Provenance),
});
export type Article = z.infer<typeof Article>;
