import { datesIn, signedDate } from '../../chinese/dates.ts';
import { SIGNATORY_END } from '../../chinese/organisations.ts';
import { inUnits } from '../../chinese/patterns.ts';
import { EDGE, tidy } from '../page/lines.ts';
import type { Evidence } from './evidence.ts';

/** Names of organisations that sign documents. Beside public offices and companies, these are 农药检定所, 总工会, 党组, 指挥部. */
const SIGNATORY = inUnits(
  new RegExp(
    `^\\p{Script=Han}[\\p{Script=Han}（）()、]{1,58}(?:${SIGNATORY_END}|总工会|常委会|[定验测究]所|司|党[委组]|指挥部|领导小组)$`,
    'u',
  ),
);
/** The person who signs an order, spaced or not: 省 长 何苗. */
const SIGNER = inUnits(
  /^(?:总\s?理|主\s?席|委员长|(?:代理)?(?:[省市区县州镇乡部局署]|委员)\s?长|(?:委员会)?主\s?任)\s*\p{Script=Han}[\p{Script=Han}\s]{1,5}$/u,
);

/**
 * The organisation and the day at the end of a document. `body` is null if no organisation is named; a day in Chinese
 * numerals is enough.
 */
type Signature = { body: string | null; day: string };

function signatureAt(above: string, line: string): Signature | null {
  const text = line.replaceAll(EDGE, '');
  // Tests the date first, because few lines are only a date.
  if (text.length > 24) return null;
  const own = text.length <= 14 ? signedDate(text) : null;
  const [date] = own ? [] : datesIn(text);
  const day = own ?? (date && date.length >= text.length - 2 ? date.iso.slice(0, 10) : signedDate(text));
  if (!day) return null;
  const signatory = tidy(above.replaceAll(EDGE, ' ').replace(/[（(][公印盖]?章[）)]/g, ''));
  const body = signatory.length <= 60 && SIGNATORY.test(signatory.replace(/\s/g, '')) ? signatory : null;
  // A day alone below the last sentence is the document's. A day in Chinese numerals (二〇〇八年五月十二日) is, whatever line is
  // above it.
  return own || body || SIGNER.test(signatory) || (/。$/.test(above) && /^\d{4}年.+日$/.test(text))
    ? { body, day }
    : null;
}

/**
 * The signature of a document that has a number: the first one below the headline (GB/T 9704: 发文机关署名, below it 成文日期).
 * Null for pages without a number, because a reader's letter is signed too.
 */
export function signatureOf({ lines, headlineLines, fieldValue }: Evidence): Signature | null {
  const number = fieldValue('documentNumber');
  if (number === null) return null;
  for (let i = Math.max(1, headlineLines.end); i < lines.length; i++) {
    const found = signatureAt(lines[i - 1]!.text, lines[i]!.text);
    // An order is signed by a person, so takes the organisation from its number: 青山市人民政府令第79号.
    if (found) return { ...found, body: found.body ?? /^(.{4,24})令第/.exec(number)?.[1] ?? null };
  }
  return null;
}
