import { datesIn, signedDate } from '../../chinese/dates.ts';
import { SIGNATORY_END } from '../../chinese/organisations.ts';
import { inUnits } from '../../chinese/patterns.ts';
import { EDGE, tidy } from '../page/lines.ts';
import type { Evidence } from './evidence.ts';

/** Names of organisations that sign documents: public offices, companies, and others such as 农药检定所, 总工会, 党组 or 指挥部. */
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
 * The organisation and the day at the end of a document. `body` is null where the line above the day names no
 * organisation.
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
  // A day in Chinese numerals (二〇〇八年五月十二日) is the day of the document, whatever the line above says. A day in digits is
  // so only below an organisation, a signer or the last sentence.
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
    // Takes the organisation of an order from the order's number, because a person signs an order: 青山市人民政府令第79号.
    if (found) return { ...found, body: found.body ?? /^(.{4,24})令第/.exec(number)?.[1] ?? null };
  }
  return null;
}
