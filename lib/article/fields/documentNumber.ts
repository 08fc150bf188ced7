import { COUNTED_NUMBER, documentNumberIn, isDocumentNumber } from '../../chinese/documentNumbers.ts';
import { inUnits } from '../../chinese/patterns.ts';
import type { Line } from '../metadata/line.ts';
import { EDGE, squeeze, tidy } from '../page/lines.ts';
import { inHeaderOrLine } from './documentHeader.ts';
import { rulesFor } from './rule.ts';

/** A serial number anywhere in a text: 2024年第3号. */
const COUNTED = new RegExp(COUNTED_NUMBER);
/** A text that is only a serial number: 第79号, （2023年第5号）. */
const COUNT_ALONE = new RegExp(`^[（(]?${COUNTED_NUMBER}[）)]?$`);
/**
 * Words in the headlines of documents that have a serial number instead of a document number: 公告 (announcement), 令
 * (order).
 */
const IS_COUNTED = /公告|通告|令|决定/;
/**
 * A line that consists of the serial number of an order or announcement: 青山区人民政府令第12号 (Order No. 12 of the government
 * of Qingshan), （2023年第5号） (no. 5 of 2023), 〔十三届〕第六十八号 (no. 68 of the 13th congress).
 */
const COUNTED_LINE = inUnits(
  new RegExp(
    `^(?:\\p{Script=Han}{2,20}(?:令|公告|通告)\\s?[（(]?${COUNTED_NUMBER}[）)]?|[（(]${COUNTED_NUMBER}[）)]|[〔[]\\S{1,3}届[〕\\]]\\s*第\\S{1,6}号)$`,
    'u',
  ),
);

/**
 * The document number in a labelled value. Takes the part that has the form of a document number, else the whole value
 * if it is short and has a digit.
 */
function numberIn(value: string): string | null {
  const match = documentNumberIn(value);
  if (match) return tidy(match[0]);
  return value.length <= 40 && /\d/.test(value) && !/^\d{4}-\d/.test(value) ? tidy(value) : null;
}

/** The document number in a line above or below the headline that has hardly any other words. */
function numberAlone({ text }: Line): string | null {
  if (!/[号號]/.test(text)) return null;
  // The number may be one of several values of the line: 青政发〔2024〕12号 | 来源：青山晚报 (source: …)
  const part = text.length > 100 ? null : text.split(/[\t|｜]/).find((one) => isDocumentNumber(squeeze(one)));
  if (part) return tidy(part);
  const printed = tidy(text.replaceAll(EDGE, ' '));
  const line = printed.replace(/^[（(]|[）)]$/g, '');
  const match = line.length < 48 ? documentNumberIn(line) : null;
  // Allows for a few other characters, because the first bracket of 〔2019〕 may be cut off.
  if (match) return line.length - match[0].length <= 6 && !/《/.test(line) ? tidy(match[0]) : null;
  return line.length < 40 && COUNTED_LINE.test(printed) ? (/^[（(]/.test(printed) ? line : printed) : null;
}

/**
 * The first line of the head of an order or announcement: 青山市人民政府令 (Order of the People's Government of Qingshan). Its
 * number is in the next line.
 */
const HEAD_OF_ORDER = inUnits(/^\p{Script=Han}{4,24}(?:令|公告|通告)$/u);
/** The number of an order whose head takes two lines: 青山市人民政府令, then 第79号 (党政机关公文格式, 命令). */
const orderNumber = ({ text }: Line, below: Line | undefined): string | null =>
  HEAD_OF_ORDER.test(text) && COUNT_ALONE.test(below?.text ?? '') ? text + tidy(below!.text) : null;

/**
 * Words before the number of another document, which the headline cites: 关于青政发〔2024〕12号文件的补充通知 (supplementary notice on
 * document no. 12).
 */
const CITING = /^(?:关于|转发|印发|贯彻|落实|执行|修改|废止|撤销)/;

/** The document number in a headline; null where the headline cites the number of another document. */
function numberInTitle(title: string): string | null {
  const end = /[（(]\s*([^（()）《》]{0,20}[〔[（(【][^《》]{0,24}?号)\s*[）)]\s*$/.exec(title)?.[1] ?? title;
  const number = documentNumberIn(end)?.[0];
  if (!number) return null;
  // Words before or after the number show that it is another document's: 转发《……》（青政发〔2019〕5号）的通知 (notice that forwards
  // document no. 5), 关于青政发〔2019〕5号文件的补充通知 (supplementary notice on document no. 5).
  const at = title.indexOf(number);
  const behind = title.slice(at + number.length).replace(/^[\s）)】\]]+/, '');
  const isCited =
    CITING.test(number) ||
    /《[^》]*$/.test(title.slice(0, at)) ||
    (/\S/.test(behind) && /[^\s（(【[]/.test(title.slice(0, at)));
  return isCited ? null : tidy(number);
}

/**
 * The document number (发文字号). Ignores a number in a sentence or one that the headline cites, because such a number
 * belongs to another document.
 */
export const DOCUMENT_NUMBER = rulesFor('documentNumber', [
  // document-header: the label of the number (发文字号, 文号) in the table at the head of a document
  // ✓ <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>文号：</td><td>青政发〔2024〕12号</td></tr></table> → 青政发〔2024〕12号
  // label: the label of the number elsewhere on the page
  // ✓ <p>文号：青政发〔2024〕12号</p> → 青政发〔2024〕12号
  // ✓ <dl><dt>备注/文号：</dt><dd>青政发〔2024〕12号</dd></dl> → 青政发〔2024〕12号
  ...inHeaderOrLine<'documentNumber'>(0.97, ({ labelled }) => {
    // Prefers a value in the form of a document number, because 文件编号 (file number) can be the web site's own number.
    const labels = labelled.all('documentNumber').map(({ value }) => numberIn(value));
    return labels.find((one) => one && documentNumberIn(one)) ?? labels.find((one) => one);
  }),
  // a line that contains only the number, below or above the headline
  // ✓ <p>青政发〔2024〕12号</p> → 青政发〔2024〕12号
  // ✓ <p>青政发〔2024〕12号 | 来源：青山晚报 | 2024-03-02</p> → 青政发〔2024〕12号
  // ✓ <p>青山区人民政府令第12号</p> → 青山区人民政府令第12号
  // ✓ {title} 青山区水务局关于内河清淤的通告 <p>2024年第33号</p> → 2024年第33号
  // ✓ <p>青山区人民政府令</p><p>第12号</p> → 青山区人民政府令第12号
  // ✓ <table><tr><td>索引号：</td><td>QS-1</td></tr><tr><td>文号：</td><td></td></tr></table><p>青政发〔2024〕12号</p> → 青政发〔2024〕12号
  // ✗ <p>根据青政发〔2024〕12号文件的要求，七条内河今年全部清淤。</p>
  {
    name: 'line-by-headline',
    origin: 'body-text',
    confidence: 0.85,
    read: ({ lines, zones, fieldValue }) => {
      const around = [...zones.head.slice(0, 12), ...zones.opening.slice(0, 4), ...zones.before.slice(0, 2)];
      for (const line of around) {
        const number = numberAlone(line) ?? orderNumber(line, lines[line.index + 1]);
        if (number !== null) return number;
      }
      // A line such as 2023年第5号 (no. 5 of 2023) counts only below the headline. Above the headline, it is the issue of
      // a gazette.
      const count = zones.head.find(({ text }) => /^\d{4}年第\d+号$/.test(text));
      return count && IS_COUNTED.test(fieldValue('title') ?? '') ? count.text : null;
    },
  },
  // a number at the beginning or the end of the headline
  // ✓ {title} 关于内河清淤的通知（青政发〔2024〕12号） → 青政发〔2024〕12号
  // ✗ {title} 关于青政发〔2024〕12号文件的补充通知
  {
    name: 'number-in-title',
    origin: 'heading',
    confidence: 0.8,
    read: ({ fieldValue }) => numberInTitle(fieldValue('title') ?? ''),
  },
  // the number of an announcement or order, in brackets at the end of the headline
  // ✓ {title} 青山区水务局关于内河清淤的公告（2024年第3号） → 2024年第3号
  // ✗ {title} 青山区水务局关于内河清淤的情况（2024年第3号）
  // ✗ {title} 青山区水务局公布2024年度欠费公告（第二号）
  {
    name: 'count-in-title',
    origin: 'heading',
    confidence: 0.7,
    read: ({ fieldValue }) => {
      const title = fieldValue('title') ?? '';
      const bracketed = /[（(]([^（()）]*)[）)]\s*$/.exec(title)?.[1] ?? '';
      // 第二号 (no. 2) without a year only counts notices within their year, so it does not identify a document.
      return IS_COUNTED.test(title) && !/^第/.test(bracketed) ? COUNTED.exec(bracketed)?.[0] : null;
    },
  },
  // the article's data in a script that fills the page with content
  // ✓ {body} <script>window.page={"title":"内河清淤","docNo":"青政发〔2024〕12号","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 青政发〔2024〕12号
  {
    name: 'script',
    origin: 'script',
    confidence: 0.75,
    read: ({ script }) => numberIn(script?.documentNumber ?? ''),
  },
]);
