import { datesIn, isDateOnly } from '../../chinese/dates.ts';
import { EDGE, type PageLine, tidy } from '../page/lines.ts';
import { findLabels } from './labels.ts';

const beginsWithLabel = (text: string): boolean => findLabels(text)[0]?.index === 0;

/**
 * Whether a part of a heading is metadata. A date is metadata if it has a time of day or is the last part. In
 * 公布<b>2023年1月1日</b>起施行的办法 (rules in force from 1 January 2023), the headline continues after the date, so the date
 * belongs to it.
 */
const isMetadata = (part: string, next: string | undefined): boolean =>
  beginsWithLabel(part) || (isDateOnly(part) && (datesIn(part)[0]!.hasTime || next === undefined));

/**
 * Splits headings that contain more than the headline. `<h1>标题<span>2023-02-02</span></h1>` becomes the headline and a
 * line of metadata, `<h1>标题<small>副题</small></h1>` the headline and a subtitle (副题).
 */
export function splitHeadings(lines: PageLine[]): PageLine[] {
  return lines.flatMap((line) => {
    const heading = line.text.includes(EDGE) ? line.element.closest('h1, h2, h3') : null;
    // A heading that contains only metadata stays one line: <h2>时间：<span>2023-02-02</span></h2> (time).
    if (!heading || beginsWithLabel(line.text)) return [line];
    const parts = line.text.split(EDGE);
    const small = heading.querySelector('small');
    const smaller = tidy(small?.textContent ?? '');
    const isSmall = (part: string) => smaller.startsWith(part) && !line.element.closest('small');
    const at = parts.findIndex((part, i) => i > 0 && (isMetadata(part, parts[i + 1]) || isSmall(part)));
    if (at < 0) return [line];
    const [own, rest] = [parts.slice(0, at), parts.slice(at)];
    return [
      { ...line, text: own.join(EDGE) },
      { ...line, text: rest.join(EDGE), element: isSmall(rest[0]!) ? small! : line.element },
    ];
  });
}
