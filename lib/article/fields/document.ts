import { COUNTED_NUMBER, documentNumberIn } from '../../chinese/documentNumbers.ts';
import type { LabelledValues } from '../metadata/labelled.ts';
import type { LabelledField } from '../metadata/labelTable.ts';
import { EDGE, type Line, tidy } from '../page/lines.ts';
import { first, type Reading, reading } from './reading.ts';

const COUNTED = new RegExp(COUNTED_NUMBER);
const IS_COUNTED = /公告|通告|令|决定/;
/** A line of its own that says so: 青山区人民政府令第12号, （2023年第5号）, 〔十三届〕第六十八号. */
const COUNTED_LINE = new RegExp(
  `^(?:\\p{Script=Han}{2,20}(?:令|公告|通告)\\s?[（(]?${COUNTED_NUMBER}[）)]?|[（(]${COUNTED_NUMBER}[）)]|[〔[]\\S{1,3}届[〕\\]]\\s*第\\S{1,6}号)$`,
  'u',
);

/** A document's number as its label gives it: with its own pattern alone, else whole where it counts at all. */
function numberIn(value: string): string | null {
  const match = documentNumberIn(value);
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
  const label = labels.find((one) => one && documentNumberIn(one)) ?? labels.find((one) => one) ?? null;
  const own = (text: string): string | null => {
    const printed = tidy(text.replaceAll(EDGE, ' '));
    const line = printed.replace(/^[（(]|[）)]$/g, '');
    const match = line.length < 48 ? documentNumberIn(line) : null;
    // 〔2019〕 may have lost its first bracket to the trimming above, so the rest of the line may be a sign or two.
    if (match) return line.length - match[0].length <= 6 && !/《/.test(line) ? tidy(match[0]) : null;
    return line.length < 40 && COUNTED_LINE.test(printed) ? (/^[（(]/.test(printed) ? line : printed) : null;
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
  const titled = documentNumberIn(inTitle);
  // 转发《……》（青政发〔2019〕5号）的通知, 关于青政发〔2019〕5号文件的补充通知: words around it cite another document.
  const at = titled ? title.indexOf(titled[0]) : 0;
  const quoted =
    titled &&
    (/《[^》]*$/.test(title.slice(0, at)) ||
      (/\S/.test(title.slice(at + titled[0].length).replace(/^[\s）)】\]]+/, '')) &&
        /[^\s（(【[]/.test(title.slice(0, at))));
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

/** Labels of 发文机关, the more telling first. */
const ISSUERS = [/^发文|制发|颁布|印发/, /发布/];

/** A value of a document's header as it stands there: 发文机关, 索引号, 主题分类, 有效性. */
export function readHeaderField(labelled: LabelledValues, field: LabelledField): Reading<string> | null {
  const all = labelled.all(field);
  // 公开责任部门 is who answers for the page, where 发文机关 or 发布机构 is given too.
  const found = ISSUERS.map((label) => all.find((one) => label.test(one.label))).find(Boolean) ?? all[0];
  if (!found || found.value.length > 120) return null;
  return reading(found.value, labelled.hasHeader ? 'document-header' : 'labelled-line', 0.95);
}
