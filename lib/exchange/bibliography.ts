import { localDay } from '../record/localDay.ts';
import type { ArticleBundle } from '../record/schema.ts';

/** The kind of work that a page is. Reference managers and GB/T 7714 use a different form for each kind. */
export type WorkKind = 'statute' | 'standard' | 'report' | 'newspaper' | 'webpage';

/** The properties of a page that a reference needs. */
export type Work = {
  kind: WorkKind;
  title: string;
  /** The authors: persons, or the organisation responsible for the work. */
  authors: string[];
  issuer: string | null;
  /** The newspaper or website in which the work was published. */
  container: string | null;
  number: string | null;
  /** The dates of publication and of access, as ISO 8601 calendar dates. */
  issued: string | null;
  accessed: string;
  url: string;
  lead: string | null;
  keywords: string[];
};

/**
 * Matches the end of the title of a law or administrative rule, which is cited as a statute: 法 (law), 条例 (regulations),
 * 规定 (provisions), 办法 (measures) or 实施细则 (implementing rules), as in 水污染防治法 and 排水管理办法（试行）. Does not match
 * other words with 法, such as 做法 (practice) and 看法 (view). Sources: 立法法 (Legislation Law); 规章制定程序条例 (Regulations
 * on the Procedures for Making Rules), article 7.
 */
const STATUTE = /(?:[^办方做看想说书执]法|条例|规定|办法|实施细则)(?:（[^（）]{1,12}）)?$/;
/**
 * Matches the number of a standard, by which a work is cited as a standard: national as GB/T 7714—2025, local as
 * DB32/T 1234-2020, or of an industry as HJ 91.1—2019.
 */
const STANDARD = /\b(?:GB|DB\d{2}|HJ|CJJ?|SL|JT|NY|WS|TD|QX)(?:\/[TZ])?\s?\d+(?:\.\d+)*[—–-]\d{4}\b/;
/**
 * Matches the end of a newspaper's name, so that its articles are cited as such: 日报 (daily), 晚报 (evening paper), 都市报社
 * (publisher of a city paper). Does not match kinds of documents: 通报 (circular), 快报 and 简报 (briefings), 公报 (gazette).
 */
const NEWSPAPER = /[^通快简公]报社?$/;

function kindOf({ title, source, documentNumber, issuer }: ArticleBundle['saved']['article']): WorkKind {
  if (STANDARD.test(title) || (documentNumber && STANDARD.test(documentNumber))) return 'standard';
  if (STATUTE.test(title.replace(/^.*?关于印发《(.+)》的通知$/, '$1')) && (documentNumber || issuer))
    return 'statute';
  if (documentNumber) return 'report';
  return source && NEWSPAPER.test(source) ? 'newspaper' : 'webpage';
}

/** What a reference is made from: an article, its address, and when it was read. `readAt` is ISO 8601, UTC. */
type Read = {
  article: ArticleBundle['saved']['article'];
  url: string;
  readAt: string;
  tags?: string[];
};

/**
 * Removes the document number from a title, because the reference gives the number separately: 地表水监测规范 DB32/T 1234—2020
 * becomes 地表水监测规范 (surface water monitoring standard).
 */
function titleWithout(number: string | null, title: string): string {
  if (!number || !title.includes(number)) return title;
  return (
    title
      .replace(number, ' ')
      .replace(/《\s*|\s*》/g, '')
      .replace(/\s+/g, ' ')
      .trim() || title
  );
}

/** Describes an article as a work for references. The access date is the day of capture in the user's time zone. */
export function workFrom({ article, url, readAt, tags = [] }: Read): Work {
  const kind = kindOf(article);
  const house = article.source ?? article.siteName;
  const isOfficial = kind === 'statute' || kind === 'report' || kind === 'standard';
  const issuer = article.issuer ?? (isOfficial ? house : null);
  const number = article.documentNumber ?? STANDARD.exec(article.title)?.[0] ?? null;
  const title = [article.title, article.subtitle].filter(Boolean).join('：');
  return {
    kind,
    title: kind === 'standard' ? titleWithout(number, title) : title,
    authors: article.authors.length || !issuer ? article.authors : [issuer],
    issuer,
    container: house,
    number,
    issued: (isOfficial ? article.writtenOn : null) ?? article.publishedAt?.slice(0, 10) ?? article.writtenOn,
    accessed: localDay(readAt),
    url,
    lead: article.lead,
    keywords: [...new Set([...article.keywords, ...tags])],
  };
}

/** Describes a saved article as a work for references. */
export const workOf = ({ saved }: Pick<ArticleBundle, 'saved'>): Work =>
  workFrom({ article: saved.article, url: saved.url, readAt: saved.capturedAt, tags: saved.tags });

/** Makes a citation key for each work, from its year and its place in the list. */
export function citationKeys(works: Work[]): string[] {
  return works.map(({ issued }, i) => `pizhu${issued?.slice(0, 4) ?? ''}-${i + 1}`);
}

/** Puts a value on one line: replaces line breaks and other control characters with blanks. */
export const oneLine = (words: string): string => words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
