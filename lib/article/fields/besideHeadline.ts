import { datesIn } from '../../chinese/dates.ts';
import type { Evidence } from './evidence.ts';
import { holderOf, NO_HEADLINE, namesOf } from './headlineCandidates.ts';
import { foldHeadline, headlineOf } from './headlineText.ts';

/** The heading of a document's first section. It may follow the headline but is no subtitle (副题). */
const SECTION = /^(第[一二三四五六七八九十\d]+[章节条部]|[（(]?[一二三四五六七八九十\d]+[）)、.．])/;
/**
 * The text of line `i`, if it is a kicker (引题) above or a subtitle (副题) below the headline. The sign of this is a class
 * name, a smaller heading, or another row of the headline's element. Else null.
 */
export function besideHeadline(page: Evidence, i: number, named: RegExp): string | null {
  const { lines, headlineLines, fieldValue } = page;
  const title = fieldValue('title');
  const headline = lines[headlineLines.line];
  const other = lines[i];
  if (!headline || !title || !other || other.hidden) return null;
  if (other.text.length < 4 || other.text.length > 80) return null;
  const text = headlineOf(other.text);
  if (foldHeadline(title).includes(foldHeadline(text)) || NO_HEADLINE.test(text) || other.alone) return null;
  if (other.labelled.values.length || datesIn(text).length || SECTION.test(text)) return null;
  if ([other.element, other.element.parentElement].some((at) => named.test(namesOf(at)))) return text;
  // The newspaper software of 方正 (Founder) puts kicker (引题), headline (标题) and subtitle (副题) as rows into one element.
  const paper = other.element.closest('founder-title');
  if (paper?.contains(headline.element)) return text;
  const { heading } = holderOf(other.element);
  const own = holderOf(headline.element).heading;
  const isSmaller = heading && own && (heading === own || heading.tagName > own.tagName);
  const isBeside = isSmaller && (heading === own || heading.parentElement === own.parentElement);
  return isBeside && text.length >= 8 && !/[。：:]$/.test(text) && !other.element.closest('a[href]')
    ? text
    : null;
}
