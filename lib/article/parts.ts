import { type Body, readBody } from './body/body.ts';
import { attachmentsOf, readAttachments } from './context/attachments.ts';
import { isExcerpt } from './context/excerpt.ts';
import { frameOfArticle } from './context/frames.ts';
import { readLinks } from './context/links.ts';
import { kindOfPage } from './context/pageKind.ts';
import { readPaging } from './context/paging.ts';
import type { PageLine } from './page/lines.ts';
import type { ScriptData } from './page/scriptData.ts';
import type { Steps } from './page/steps.ts';
import type { Article } from './schema.ts';

/** The parts of an article apart from its metadata: its text, the links around it, and the kind of the page. */
export type Parts = Pick<
  Article,
  | 'attachments'
  | 'frame'
  | 'images'
  | 'previous'
  | 'next'
  | 'related'
  | 'paging'
  | 'isExcerpt'
  | 'pageKind'
  | 'isArticle'
> & { body: Body };

/**
 * Reads the article's text and what belongs to it. `lines` are all lines of the page. `hasMetadata`: the page has a
 * time of publication or a source, as articles have. `below` is the index of the first line below the headline.
 * `script`: the article, where a script of the page holds it as data. `isLong`: the page has so many lines that each
 * part is read in a separate step.
 */
export function* readParts(
  doc: Document,
  page: {
    url: string;
    title: string;
    lines: PageLine[];
    below: number;
    lead: string | null;
    hasMetadata: boolean;
    script: ScriptData | null;
    isLong: boolean;
  },
): Steps<Parts> {
  const { url, title, lines, isLong } = page;
  const body = yield* readBody(doc, page);
  yield;
  const pageKind = kindOfPage({
    url,
    title,
    lines,
    body,
    hasMetadata: page.hasMetadata,
    hasPassword: doc.querySelector('input[type="password"]') !== null,
  });
  const isArticle = pageKind === 'article';
  if (isLong) yield;
  const attachments = [...readAttachments(lines, page.below, url), ...attachmentsOf(page.script, url)];
  if (isLong) yield;
  const links = readLinks(lines, url);
  if (isLong) yield;
  return {
    body,
    attachments,
    frame: isArticle ? null : frameOfArticle(doc),
    images: body.images,
    ...links,
    paging: readPaging(lines, url),
    isExcerpt: body.isCut || isExcerpt(lines, body.text),
    pageKind,
    isArticle,
  };
}
