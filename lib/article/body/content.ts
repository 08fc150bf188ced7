import { BLOCK } from '../page/elements.ts';
import { tidy } from '../page/lines.ts';
import type { CopiedElement, CopiedNode } from './tree.ts';

/**
 * A paragraph, table row, list item or caption of an article's text. `linked`: how many of its characters are in links.
 * `isCaption`: it is in a `<figcaption>`. `parts`: the paragraphs within it that the page separates only by blanks; see
 * `splitAtIndents`. `within`: the classes and ids of the elements around it.
 */
export type Paragraph = {
  text: string;
  linked: number;
  isCaption?: boolean;
  parts?: string[];
  within?: string;
};

/** Elements that divide a page into parts. Only their classes and ids are listed in `Paragraph.within`. */
const DIVIDES = /^(?:DIV|SECTION|ARTICLE|TD)$/;
/**
 * The length, in UTF-16 units, from which no more names are added to `within`. A hostile page may nest a hundred
 * thousand elements.
 */
const MOST_NAMES = 500;

/**
 * The paragraphs and pictures in an element of the article's text. For a picture, `at` is the index of the paragraph
 * that follows it.
 */
export type Content = {
  paragraphs: Paragraph[];
  images: { url: string; at: number; caption: string | null }[];
};

/**
 * The border between two paragraphs that are in one element. The second begins with an indent: two full-width blanks or
 * four no-break spaces, after a sentence or at the beginning of a line.
 */
const INDENT = /(?<=[。！？…”])(?=\s*(?:\u3000{2}|\u00a0{4}))|\n(?=\s*(?:\u3000{2}|\u00a0{4}))/;

/** A quick test: every indent contains one of these. */
const INDENTED = /\u3000{2}|\u00a0{4}/;

/** Splits paragraphs that the page separates by an indent and not by a new line. */
export function splitAtIndents({ paragraphs, images }: Content): Content {
  const moved: number[] = [];
  const all = paragraphs.flatMap((paragraph, i) => {
    const { text, linked, parts } = paragraph;
    moved.push((moved[i - 1] ?? 0) + (i ? (paragraphs[i - 1]!.parts?.length ?? 1) : 0));
    return (
      parts?.map((part) => ({ ...paragraph, text: part, linked: (linked * part.length) / text.length })) ?? [
        paragraph,
      ]
    );
  });
  return {
    paragraphs: all,
    images: images.map((image) => ({ ...image, at: moved[image.at] ?? all.length })),
  };
}

/** Separates the cells of a table row. */
const CELL = '\t';

/**
 * Lists the paragraphs of an article's text in order, whatever mark-up separates them: <p>, <div>, <br>, list items,
 * captions. A row of a data table is one paragraph with tabs between its cells. A table for layout is read like any
 * other block.
 */
export function contentOf(root: CopiedElement): Content {
  const paragraphs: Paragraph[] = [];
  const images: Content['images'] = [];
  let parts: string[] = [];
  let linked = 0;
  let caption = false;
  /** The cells of the row that is being read; null outside data tables. */
  let row: string[] | null = null;
  const flush = () => {
    const raw = parts.join('');
    const text = tidy(raw);
    parts = [];
    if (text && row) row[row.length - 1] += (row.at(-1) ? ' ' : '') + text;
    else if (text) {
      // A <figcaption> is the caption of the picture before it.
      if (caption && images.length) images.at(-1)!.caption ??= text;
      const own = INDENTED.test(raw.trim()) ? raw.split(INDENT).map(tidy).filter(Boolean) : [];
      const paragraph: Paragraph = { text, linked: Math.min(linked, text.length), within };
      if (caption) paragraph.isCaption = true;
      if (own.length > 1) paragraph.parts = own;
      paragraphs.push(paragraph);
    }
    if (!row) linked = 0;
  };
  let within = '';
  type Step = CopiedNode | { leave: string; tables: number; within: string };
  const stack: Step[] = [root];
  let links = 0;
  let tables = 0;
  while (stack.length) {
    const step = stack.pop()!;
    if (typeof step === 'string') {
      parts.push(step);
      if (links) linked += step.trim().length;
      continue;
    }
    if ('leave' in step) {
      if (step.leave === 'A') links--;
      else flush();
      ({ within } = step);
      if (step.leave === 'FIGCAPTION') caption = false;
      if (step.leave === 'TABLE') tables = step.tables;
      if (step.leave === 'TR' && row) {
        const cells = (row as string[]).map((cell) => cell.trim());
        row = null;
        const text = cells.join(CELL).trim();
        if (text) paragraphs.push({ text, linked: Math.min(linked, text.length) });
        linked = 0;
      }
      continue;
    }
    const { name } = step;
    if (name === 'IMG') {
      if (step.address)
        images.push({
          url: step.address,
          at: paragraphs.length + (parts.join('').trim() ? 1 : 0),
          caption: null,
        });
      continue;
    }
    if (name === 'A') {
      links++;
      stack.push({ leave: name, tables, within });
    } else if (BLOCK.has(name)) {
      flush();
      if (name === 'FIGCAPTION') caption = true;
      stack.push({ leave: name, tables, within });
      if (DIVIDES.test(name) && within.length < MOST_NAMES) within += ` ${step.kind}#${step.id}`;
      if (name === 'TABLE') tables = step.isData ? 1 : 0;
      else if (tables && name === 'TR') row = [];
      else if (row && (name === 'TD' || name === 'TH')) row.push('');
    }
    for (let i = step.children.length - 1; i >= 0; i--) stack.push(step.children[i]!);
  }
  flush();
  return { paragraphs, images };
}
