import { datesIn, firstDate, signedDate } from '../../chinese/dates.ts';
import { SIGNATORY_END } from '../../chinese/organisations.ts';
import type { Line } from '../metadata/line.ts';
import { rulesFor } from './rule.ts';

const SIGNATORY = new RegExp(`${SIGNATORY_END}$`);

/** The day of a line that is signed: in numerals, or right below the name of a body. */
function signedOn(above: string, text: string): string | null {
  // In numerals it is a document's own, whatever stands above: 二〇〇八年五月十二日.
  const own = text.length <= 14 ? signedDate(text) : null;
  if (own) return own;
  const isBelowBody = above.length <= 40 && SIGNATORY.test(above.replace(/\s|[（(][公印盖]?章[）)]/g, ''));
  if (text.length > 24 || !isBelowBody) return null;
  const [date] = datesIn(text);
  return date && date.length >= text.length - 2 ? date.iso.slice(0, 10) : signedDate(text);
}

function signatureDate(lines: Line[]): string | null {
  for (let i = 1; i < lines.length; i++) {
    const day = signedOn(lines[i - 1]!.text, lines[i]!.text);
    if (day) return day;
  }
  return null;
}

/** 成文日期, the day on which a document was written or signed. */
export const WRITTEN_ON = rulesFor('writtenOn', [
  // 成文日期, else 生成日期, which in an older header can be the day of its entry
  // ✓ <p>成文日期：2023年2月2日</p> → 2023-02-02
  {
    name: 'label',
    origin: 'document-header',
    confidence: 0.95,
    read: ({ labelled }) => {
      const all = labelled.all('writtenOn');
      const value = (all.find(({ label }) => label.startsWith('成文')) ?? all[0])?.value ?? '';
      return firstDate(value)?.slice(0, 10) ?? signedDate(value);
    },
  },
  // on a document with a number, the date below the issuing body's name (GB/T 9704: 发文机关署名, below it 成文日期)
  // ✓ <p>青政发〔2023〕1号</p> {closing} <p>青山区人民政府</p><p>2023年2月2日</p> → 2023-02-02
  // ✗ {closing} <p>青山区人民政府</p><p>2023年2月2日</p>
  {
    name: 'date-below-signature',
    origin: 'body-text',
    confidence: 0.7,
    read: ({ lines, headlineLines, fieldValue }) =>
      fieldValue('documentNumber') === null ? null : signatureDate(lines.slice(headlineLines.end)),
  },
]);
