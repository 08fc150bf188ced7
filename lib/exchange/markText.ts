import { noteOf, shownQuote, tagsOf } from '../annotation/edit.ts';
import type { Annotation } from '../annotation/schema.ts';
import { orderedMarks } from './bundle.ts';
import { type FormattedArticle, linesOf, sourceOf } from './taskLists.ts';

/**
 * The marks of an article as plain text, in the order of the text. Each quote comes with its note and tags; the source
 * is at the end.
 */
export function markText(annotations: Annotation[], article: FormattedArticle): string {
  const blocks = orderedMarks(annotations).map((mark) => {
    const tags = tagsOf(mark).map((tag) => `#${tag}`);
    return [
      `“${linesOf(shownQuote(mark)).join('')}”`,
      ...linesOf(noteOf(mark)).map((line, i) => (i ? line : `批注：${line}`)),
      ...(tags.length ? [tags.join(' ')] : []),
    ].join('\n');
  });
  return `${[...blocks, sourceOf(article)].join('\n\n')}\n`;
}
