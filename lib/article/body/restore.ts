import { isProse, isTail } from '../../chinese/phrases.ts';
import { headlineAt } from '../metadata/extent.ts';
import { RuledText } from '../metadata/line.ts';
import { isHeadLine } from '../metadata/lineKinds.ts';
import { squeeze } from '../page/lines.ts';
import { type Content, contentOf, type Paragraph } from './content.ts';
import type { CopiedLine, PageCopy } from './copy.ts';
import { isCaption } from './images.ts';

/**
 * The beginning of a numbered paragraph: 一、 （二） 第三章 (chapter 3) 第四条 (article 4) 5. Such a paragraph is restored even
 * without a sentence.
 */
const NUMBERED =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|第[一二三四五六七八九十百\d]+[章节條条]|\d+[.、．](?!\d))/;
/**
 * A line up to this length may occur twice on a page by chance. Such a line does not show where on the page a paragraph
 * is.
 */
const SHORTEST = 12;

/** Whether a line that Readability left out looks like a paragraph of the article. */
const belongs = ({ text, linked }: CopiedLine): boolean =>
  linked < text.length * 0.3 && (isProse(text) || NUMBERED.test(text)) && !isCaption(text);

/**
 * Restores paragraphs that Readability left out between two paragraphs of the article's text. Readability omits blocks
 * with pictures, with links, or with a class name like that of a menu, and does not count Chinese commas. Restores only
 * paragraphs that have few links and have sentences or a number. If the text would begin with a number (1.), also
 * restores the lines between the headline and that number.
 */
export function restore(
  { paragraphs: found, images }: Content,
  page: CopiedLine[],
  headline: string,
): Content {
  const places = new Map<string, number[]>();
  page.forEach(({ text }, i) => {
    const at = places.get(text);
    if (at) at.push(i);
    else places.set(text, [i]);
  });
  // A table row is one paragraph of the article's text, but several lines of the page, one for each cell.
  const known = new Set(found.flatMap(({ text }) => [text, ...text.split('\t')]));
  const paragraphs: Paragraph[] = beginningOf(found, page, headline);
  /** For each paragraph that Readability found, its index after the restoring. */
  const moved: number[] = [];
  let last = -1;
  found.forEach((paragraph) => {
    const key = paragraph.text;
    const at = key.length < SHORTEST ? undefined : places.get(key)?.find((i) => i > last);
    if (at !== undefined) {
      if (last >= 0)
        for (const line of page.slice(last + 1, at))
          if (belongs(line) && !known.has(line.text)) paragraphs.push(line);
      last = at;
    }
    moved.push(paragraphs.length);
    paragraphs.push(paragraph);
  });
  return {
    paragraphs,
    images: images.map((image) => ({ ...image, at: moved[image.at] ?? paragraphs.length })),
  };
}

/**
 * The lines between the headline and a text that begins with a number (1.). None if these lines have links, or if they
 * have no sentence.
 */
function beginningOf([first]: Paragraph[], page: CopiedLine[], headline: string): Paragraph[] {
  const at = first && NUMBERED.test(first.text) ? headlineAt(page, headline, 6) : -1;
  if (!first || at < 0) return [];
  const above = page.slice(
    at + 1,
    Math.max(
      0,
      page.findIndex(({ text }) => text === first.text),
    ),
  );
  return above.every(({ linked }) => !linked) && above.some(({ text }) => isProse(text)) ? above : [];
}

/**
 * Restores pictures with captions that are in an element of their own between the headline and the article's text, as
 * on Lianhe Zaobao. Restores only `<figure>` elements, because a paragraph in that place is often a summary or part of
 * another article.
 */
export function restoreFigures(content: Content, { lines, figures }: PageCopy, headline: string): Content {
  if (figures.length === 0) return content;
  const title = squeeze(headline);
  const known = new Set(content.paragraphs.map(({ text }) => text));
  const addresses = new Set(content.images.map(({ url }) => url));
  const begin = lines.findIndex(
    ({ text }) => text.length >= SHORTEST && known.has(text) && !isHeadLine(new RuledText(text), title),
  );
  const above = lines.slice(0, Math.max(begin, 0));
  const at = title.length < 4 ? -1 : above.findLastIndex(({ text }) => squeeze(text) === title);
  if (at < 0) return content;
  // Inserts the pictures above the first paragraph below the headline, because the text that Readability found may
  // itself begin with the headline and its metadata.
  const into = content.paragraphs.findIndex(({ text }) => text === lines[begin]!.text);
  const paragraphs: Paragraph[] = [];
  const images: Content['images'] = [];
  for (const { element, start } of figures) {
    if (start <= at || start >= begin) continue;
    const inside = contentOf(element);
    if (inside.images.length === 0 || inside.images.some(({ url }) => addresses.has(url))) continue;
    images.push(...inside.images.map((image) => ({ ...image, at: image.at + into + paragraphs.length })));
    paragraphs.push(
      ...inside.paragraphs.filter(({ text, isCaption }) => isCaption && !known.has(text) && !isTail(text)),
    );
  }
  const added = paragraphs.length;
  return {
    paragraphs: content.paragraphs.toSpliced(into, 0, ...paragraphs),
    images: [
      ...content.images.filter(({ at }) => at < into),
      ...images,
      ...content.images.filter(({ at }) => at >= into).map((image) => ({ ...image, at: image.at + added })),
    ],
  };
}
