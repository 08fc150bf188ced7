import { inUnits } from './patterns.ts';

// Numbers of official documents, 发文字号 (GB/T 9704-2012, 7.2.5): 国发〔2019〕5号. Patterns are sources of a RegExp with the
// flag u. They accept many kinds of brackets, because few pages write the hexagonal ones of the standard.

const OPEN = '[〔\\[（(【［﹝]';
const CLOSE = '[〕\\]）)】］﹞]';

/** A document number: the agency's code, the year in brackets and the serial number. */
// ✓ 国发〔2019〕5号
// ✓ 青政办发[2023] 第12-1号
// ✓ 琼府办（2022）28號
// ✓ 青药检（残留）函〔2020〕6号
// ✗ 2019年5号
// ✗ 青山路〔甲〕5号
export const DOCUMENT_NUMBER = `\\p{Script=Han}{1,16}(?:[（(]\\p{Script=Han}{1,6}[）)]\\p{Script=Han}{0,4})?\\s?${OPEN}\\s*(?:19|20)\\d{2}\\s*${CLOSE}\\s*(?:第\\s*)?\\d+(?:[-—]\\d+)?\\s*[号號]`;

/**
 * The number of an announcement or order (公告, 令), which has no code of an agency: a serial number, possibly after the
 * year or after the term of a congress (十三届).
 */
// ✓ 2023年第5号
// ✓ 第十二号
// ✓ 〔十三届〕第六十八号
// ✗ 青山路5号
export const COUNTED_NUMBER =
  '(?:(?:19|20)\\d{2}\\s*年\\s*|[〔\\[（(][一二三四五六七八九十]+届[〕\\]）)]\\s*)?第\\s*[\\d一二三四五六七八九十百]+\\s*[号號]';

/**
 * The end of every document number, from the bracket with the year to 号. This pattern is tried first, because the
 * pattern of the whole number is slow.
 */
const MAY_HOLD = new RegExp(`${OPEN}\\s*(?:19|20)\\d\\d.*\\d\\s*[号號]`);
const NUMBER = inUnits(new RegExp(DOCUMENT_NUMBER, 'u'));

/** Finds the first document number of a text, or null. */
export const documentNumberIn = (text: string): RegExpExecArray | null =>
  MAY_HOLD.test(text) ? NUMBER.exec(text) : null;

const ALONE = inUnits(new RegExp(`^${DOCUMENT_NUMBER}$`, 'u'));

/** Whether a text is a document number and nothing else. */
export const isDocumentNumber = (text: string): boolean => MAY_HOLD.test(text) && ALONE.test(text);
