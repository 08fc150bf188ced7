import { datesIn, firstDate, signedDate } from '../../chinese/dates.ts';
import { SIGNATORY_END } from '../../chinese/organisations.ts';
import { inUnits } from '../../chinese/patterns.ts';
import { EDGE, tidy } from '../page/lines.ts';
import type { Evidence } from './evidence.ts';
import { NAMES_KIND } from './headlineCandidates.ts';

/**
 * Names of organisations that sign documents: public offices, companies, and others such as 总工会 (trade union), 党组
 * (party group) or 指挥部 (headquarters).
 */
const SIGNATORY = inUnits(
  new RegExp(
    `^\\p{Script=Han}[\\p{Script=Han}（）()、]{1,58}(?:${SIGNATORY_END}|工会|常委会|海关|(?:国资|卫健|发改|住建)委|[定验测究]所|[司处]|党[委组]|指挥部|领导小组)$`,
    'u',
  ),
);
/** The person who signs an order, spaced or not: 省 长 何苗 (Governor He Miao). */
export const SIGNER = inUnits(
  /^(?:总\s?理|主\s?席|委员长|(?:代理)?(?:[省市区县州镇乡部局署]|委员)\s?长|(?:委员会)?主\s?任)\s*\p{Script=Han}[\p{Script=Han}\s]{1,5}$/u,
);

/**
 * The organisation and the day at the end of a document. `body` is null where the line above the day names no
 * organisation.
 */
type Signature = { body: string | null; day: string };

/** A day in digits as documents write it at their end: 2023年2月2日. A day such as 2023-02-02 does not match. */
const WRITTEN_DAY = /^\d{4}\s?年.+日$/;
/** A line that can be a name, because it has no punctuation: the signature of an organisation of any kind. */
const NAME = /^[^。，、；：！？,;:!?]{3,40}$/;

const withoutSeal = (line: string) => tidy(line.replaceAll(EDGE, ' ').replace(/[（(][公印盖]?章[）)]/g, ''));

/** The organisation that a line names alone; null where it names none. */
const signatoryIn = (line: string): string | null =>
  line.length <= 60 && SIGNATORY.test(line.replace(/\s/g, '')) ? line : null;

/**
 * The organisations of a signature: in the line above the day, and each in a line of its own above that. `lines` ends
 * above the day.
 */
function signatoriesOf(lines: string[]): string | null {
  const all: string[] = [];
  for (let i = lines.length - 1; i >= 0; i--) {
    const one = signatoryIn(withoutSeal(lines[i]!));
    if (!one) break;
    all.unshift(one);
  }
  return all.join(' ') || null;
}

function signatureAt(before: string[], line: string, isEnd: boolean): Signature | null {
  const above = before.at(-1)!;
  const text = line.replaceAll(EDGE, '');
  // Tests the date first, because few lines are only a date.
  if (text.length > 24) return null;
  const own = text.length <= 14 ? signedDate(text) : null;
  const [date] = own ? [] : datesIn(text);
  const day = own ?? (date && date.length >= text.length - 2 ? date.iso.slice(0, 10) : signedDate(text));
  if (!day) return null;
  const signatory = withoutSeal(above);
  const body = signatoriesOf(before);
  // A day in Chinese numerals (二〇〇八年五月十二日) is the day of the document, whatever the line above says. A day in digits
  // counts only below an organisation, a person who signs, or the last sentence. At the end of the document, any name
  // above the day is enough.
  return own ||
    body ||
    SIGNER.test(signatory) ||
    (WRITTEN_DAY.test(text) && (/。$/.test(above) || (isEnd && NAME.test(signatory))))
    ? { body, day }
    : null;
}

/**
 * The note below the title of a decision: （2023年2月2日青山市第五届人民代表大会常务委员会第九次会议通过） (adopted on that day by the standing
 * committee of the people's congress).
 */
const ADOPTED = /^[（(](\d{4}年.{3,6}日)(.+)第.{1,4}届(人民代表大会.{0,5})第.{1,6}次会议通过[）)]$/;

/** The most lines of a signature: of several organisations, a day, and a note such as （此件公开发布） (for publication). */
const MOST_LINES = 8;

/**
 * The lines of a document. `from` is the index of the line below its headline, `first` and `last` are those of its
 * first and last paragraph.
 */
function documentLines({ lines, headlineLines, zones, script }: Evidence) {
  if (!script?.content)
    return {
      texts: lines.map(({ text }) => text),
      from: headlineLines.end,
      first: zones.opening[0]?.index ?? lines.length,
      last: zones.closing.at(-1)?.index ?? lines.length,
    };
  const texts = script.content
    .replace(/<(?:p|div|br|tr|li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>|&\w+;/g, '')
    .split('\n')
    .map(tidy)
    .filter(Boolean);
  return { texts, from: 0, first: 0, last: texts.length - 2 };
}

/**
 * The signature of a document: the first one below the headline (GB/T 9704: 发文机关署名, below it 成文日期). A document has a
 * number, or a headline that ends in its kind: 关于……的通知 (notice on …). In the second case, an organisation must have
 * signed below the first paragraph. A decision without a signature has a note of who adopted it. Null for other pages,
 * because a reader's letter is signed too.
 */
export function signatureOf(page: Evidence): Signature | null {
  const number = page.fieldValue('documentNumber');
  if (number === null && !NAMES_KIND.test(page.fieldValue('title') ?? '')) return null;
  const { texts, from, first, last } = documentLines(page);
  const note = texts.slice(from, from + 6).flatMap((text) => ADOPTED.exec(text) ?? []);
  for (let i = Math.max(1, number === null ? first + 1 : from); i < texts.length; i++) {
    const found = signatureAt(
      texts.slice(Math.max(0, i - MOST_LINES), i),
      texts[i]!,
      i > last && i <= last + MOST_LINES,
    );
    if (!found) continue;
    // Takes the organisation of an order from the order's number, because a person signs an order: 青山市人民政府令第79号 (Order
    // No. 79 of the government of Qingshan).
    if (number !== null) return { ...found, body: found.body ?? /^(.{4,24})令第/.exec(number)?.[1] ?? null };
    if (found.body && /日$/.test(texts[i]!)) return found;
  }
  const day = firstDate(note[1] ?? '');
  return day ? { body: note[2]! + note[3]!, day } : null;
}
