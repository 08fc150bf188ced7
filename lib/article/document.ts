import type { LabelledValues } from './labelled.ts';
import type { LabelledField } from './labelTable.ts';
import { EDGE, type Line, tidy } from './lines.ts';
import { first, type Reading, reading } from './reading.ts';

/** 国发〔2019〕5号, with the brackets that pages type for 〔〕 (GB/T 9704 wants the hexagonal ones). */
const NUMBER =
  /[\p{Script=Han}]{1,16}\s?[〔[（(【［﹝]\s*(?:19|20)\d{2}\s*[〕\]）)】］﹞]\s*(?:第\s*)?\d+(?:[-—]\d+)?\s*号/u;
/** 2023年第5号, 第12号, 〔十三届〕第六十八号: announcements and orders are counted so. */
const COUNTED =
  /(?:(?:19|20)\d{2}\s*年\s*|[〔[（(][一二三四五六七八九十]+届[〕\]）)]\s*)?第\s*[\d一二三四五六七八九十百]+\s*号/;
/** A People's Congress counts by its sessions. */
const SESSION = /^[〔[（(]?[一二三四五六七八九十]+届/;
const IS_COUNTED = /公告|通告|令|决定/;

/** Every such number has a year in brackets and the sign of a number: the pattern is tried on nothing else. */
const HAS_NUMBER = /[〔[（(【［﹝]\s*(?:19|20)\d\d.*\d\s*号/;
const numberOf = (text: string): RegExpExecArray | null => (HAS_NUMBER.test(text) ? NUMBER.exec(text) : null);

/** A document's number as its label gives it: with its own pattern alone, else whole where it counts at all. */
function numberIn(value: string): string | null {
  const match = numberOf(value);
  if (match) return tidy(match[0]);
  return value.length <= 40 && /\d/.test(value) && !/^\d{4}-\d/.test(value) ? tidy(value) : null;
}

/**
 * 发文字号, by precedence: its label in the document's header or a line; a line of its own below the headline, or
 * above it as on the document's red head; the headline itself. A number that a sentence cites is another document's.
 */
export function readDocumentNumber(
  labelled: LabelledValues,
  title: string,
  around: Line[],
): Reading<string> | null {
  // 文件编号 can be a number of the site's own: what has a document number's form is meant.
  const labels = labelled.all('documentNumber').map(({ value }) => numberIn(value));
  const label = labels.find((one) => one && NUMBER.test(one)) ?? labels.find((one) => one) ?? null;
  const own = (text: string): string | null => {
    const line = tidy(text.replaceAll(EDGE, ' ')).replace(/^[（(]|[）)]$/g, '');
    const match =
      line.length < 48 ? (numberOf(line) ?? (SESSION.test(line) ? COUNTED.exec(line) : null)) : null;
    // 〔2019〕 may have lost its first bracket to the trimming above, so the rest of the line may be a sign or two.
    return match && line.length - match[0].length <= 6 && !/《/.test(line) ? tidy(match[0]) : null;
  };
  const below = () => {
    for (const { text } of around) {
      const found = own(text);
      if (found !== null) return found;
    }
    return null;
  };
  const inTitle =
    /[（(]\s*([^（()）《》]{0,20}[〔[（(【][^《》]{0,24}?号)\s*[）)]\s*$/.exec(title)?.[1] ?? title;
  const titled = numberOf(inTitle);
  const quoted = titled && /《[^》]*$/.test(title.slice(0, title.indexOf(titled[0])));
  return first(
    reading(label, labelled.hasHeader ? 'document-header' : 'labelled-line', 0.97),
    () => (labelled.isBlank('documentNumber') ? null : reading(below(), 'body-text', 0.85)),
    reading(titled && !quoted ? tidy(titled[0]) : null, 'heading', 0.8),
    reading(
      IS_COUNTED.test(title)
        ? (COUNTED.exec(/[（(]([^（()）]*)[）)]\s*$/.exec(title)?.[1] ?? '')?.[0] ?? null)
        : null,
      'heading',
      0.7,
    ),
  );
}

/** A value of a document's header as it stands there: 发文机关, 索引号, 主题分类, 有效性. */
export function readHeaderField(labelled: LabelledValues, field: LabelledField): Reading<string> | null {
  const [found] = labelled.all(field);
  if (!found || found.value.length > 120) return null;
  return reading(found.value, labelled.hasHeader ? 'document-header' : 'labelled-line', 0.95);
}
