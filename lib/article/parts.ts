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

/** What is read of a page beside its metadata: the body, what stands around it, and what kind of page it is. */
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
 * Reads the body and what belongs to it. `lines` are those of the whole page; `hasMetadata` tells that the page has a
 * time or a source, like an article; `below` is the first line below the headline, `script` the article that a script
 * holds, `isLong` tells that the page has so many lines that each part is a step of its own.
 */
export function* readParts(
  doc: Document,
  page: {
    url: string;
    title: string;
    lines: PageLine[];
    below: number;
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
