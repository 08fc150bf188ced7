import type { FileChild, ICommentOptions, ParagraphChild } from 'docx';
import { COLORS } from '../annotation/colors.ts';
import { noteOf, tagsOf } from '../annotation/edit.ts';
import type { ArticleBundle, KeptAnnotation } from '../record/schema.ts';
import { orderedMarks, quoteOf, textOf } from './bundle.ts';
import { type OfficeWriter, officeWriter } from './officeDocument.ts';
import { linesOf, sourceOf } from './taskLists.ts';

/** A mark and its number as a comment. Offsets (UTF-16) are into the text that was read last. */
type Comment = { id: number; mark: KeptAnnotation; start: number; end: number };

/** The comment for a mark: its note and its tags. Where it has neither, a sentence that says so. */
function commentOf({ paragraph }: OfficeWriter, { id, mark }: Comment): ICommentOptions {
  const tags = tagsOf(mark).map((tag) => `#${tag}`);
  const lines = [...linesOf(noteOf(mark)), ...(tags.length ? [tags.join(' ')] : [])];
  return {
    id,
    author: 'Pizhu',
    initials: 'P',
    date: new Date(mark.created),
    children: (lines.length ? lines : ['标记']).map((line) => paragraph(line, { indent: false })),
  };
}

/** The paragraphs of a text, in which each comment covers the words of its mark. */
function commentedText({ docx, run, paragraph }: OfficeWriter, text: string, comments: Comment[]) {
  const paragraphs: FileChild[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const [from, to] = [lineStart, lineStart + line.length];
    lineStart = to + 1;
    // A mark may span several paragraphs: its comment starts in one and ends in another.
    const opening = comments.filter(({ start }) => start >= from && start <= to);
    const closing = comments.filter(({ end }) => end >= from && end <= to);
    if (line.trim() === '' && opening.length === 0 && closing.length === 0) continue;
    const inside = comments.filter(({ start, end }) => start < to && end > from);
    const cuts = [from, to, ...inside.flatMap(({ start, end }) => [start, end])].filter(
      (at) => at >= from && at <= to,
    );
    const places = [...new Set(cuts)].sort((a, b) => a - b);
    const children: ParagraphChild[] = [];
    for (const [i, at] of places.entries()) {
      for (const { id } of closing.filter(({ end, start }) => end === at && start < at))
        children.push(
          new docx.CommentRangeEnd(id),
          new docx.TextRun({ children: [new docx.CommentReference(id)] }),
        );
      for (const { id } of opening.filter(({ start }) => start === at))
        children.push(new docx.CommentRangeStart(id));
      const next = places[i + 1];
      if (next === undefined) continue;
      const over = inside.find(({ start, end }) => start < next && end > at);
      children.push(run(text.slice(at, next), over && { shade: COLORS[over.mark.color].swatch }));
    }
    paragraphs.push(paragraph(children));
  }
  return paragraphs;
}

/**
 * Writes the texts as a Word document, in which each mark is a comment on its words. Marks without a place in the text
 * come at the end.
 */
export async function wordWithComments(bundles: ArticleBundle[], generator: string): Promise<Blob> {
  const writer = await officeWriter();
  const { paragraph, run, title, heading, file } = writer;
  const comments: ICommentOptions[] = [];
  const children = bundles.flatMap((bundle): FileChild[] => {
    const { saved, annotations } = bundle;
    const text = textOf(bundle);
    const marks = orderedMarks(annotations);
    const placed = marks.flatMap((mark): Comment[] => {
      const { captured } = mark.target;
      if (captured?.sha256 !== saved.sha256 || captured.start >= captured.end) return [];
      if (captured.end > text.length) return [];
      return [{ id: 0, mark, start: captured.start, end: captured.end }];
    });
    for (const comment of placed) {
      comment.id = comments.length;
      comments.push(commentOf(writer, comment));
    }
    const elsewhere = marks.filter((mark) => !placed.some((one) => one.mark === mark));
    return [
      ...title(saved.article.title || saved.url),
      paragraph(sourceOf({ ...saved.article, url: saved.url }), { indent: false }),
      ...linesOf(saved.note).map((line) => paragraph([run('批注：', { bold: true }), run(line)])),
      ...commentedText(writer, text, placed),
      ...(elsewhere.length ? [heading('正文以外的标记', 1)] : []),
      ...elsewhere.flatMap((mark) => [
        paragraph(`“${linesOf(quoteOf(mark)).join('')}”`),
        ...linesOf(noteOf(mark)).map((line) => paragraph([run('批注：', { bold: true }), run(line)])),
      ]),
    ];
  });
  return file(bundles[0]?.saved.article.title ?? 'Pizhu', generator, children, comments);
}
