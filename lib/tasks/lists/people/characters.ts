import { NAME_BEGINNINGS, TITLES } from '../../../chinese/people.ts';

/** The characters with which a verb of speech can begin (see `SPEECH` in places.ts). */
const SPEECH_BEGINNINGS = '还并又也在强指要表提叮安部说就从交嘱通讲谈告拍';

/**
 * Titles of offices, after which a name is sought even if our tables lack its surname (see `IN_OFFICE` in
 * unknownSurnames.ts).
 */
const OFFICES = '书记 主任 主席 经理 董事长 专员 召集人 指挥 指挥长 秘书长 总会计师 总工程师 苏木达'.split(
  ' ',
);
/** The characters before 长 in further titles of offices: 县长, 局长. */
const LED = '省市区县镇乡州旗盟局厅处科院校部司所站会检察队河湖林师团连';
/** The titles of `OFFICES`, and those with 长, as alternatives of a pattern. */
export const OFFICE_END = `(?:${OFFICES.join('|')}|[${LED}]长)`;

/**
 * Flags for what a code unit can be. Patterns are tried only at units with the right flag, because they try
 * hundreds of words.
 * - In a name: its beginning (`NAME_BEGINS`), or the character before it (`BEFORE_NAME`).
 * - In a title of `TITLES`: its beginning, its end (`TITLE_ENDS`), or the last character but one (`BEFORE_END`).
 * - In a title of `OFFICE_END`: its end (`OFFICE_ENDS`), or the last character but one (`BEFORE_OFFICE_END`).
 * - A separator of clauses (`SEPARATES`), or the beginning of a verb of speech (`SPEECH_BEGINS`).
 */
export const [
  NAME_BEGINS,
  TITLE_ENDS,
  BEFORE_NAME,
  SEPARATES,
  SPEECH_BEGINS,
  OFFICE_ENDS,
  TITLE_BEGINS,
  BEFORE_END,
  BEFORE_OFFICE_END,
] = [1, 2, 4, 8, 16, 32, 64, 128, 256];
/** The flags of each UTF-16 code unit. */
export const UNITS = new Uint16Array(0x10000);
const mark = (units: Iterable<string>, sign: number) => {
  for (const unit of units) UNITS[unit.charCodeAt(0)]! |= sign;
};
mark(NAME_BEGINNINGS, NAME_BEGINS);
mark(
  TITLES.map((title) => title.at(-1)!),
  TITLE_ENDS,
);
mark(
  TITLES.map((title) => title[0]!),
  TITLE_BEGINS,
);
mark(
  TITLES.map((title) => title.at(-2)!),
  BEFORE_END,
);
// The characters that the patterns TITLE_BEHIND and BARE (knownSurnames.ts) allow before a name.
mark('由后上在时对向取日午', BEFORE_NAME);
mark('，。、；：“”\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff', BEFORE_NAME | SEPARATES);
mark('\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a', BEFORE_NAME | SEPARATES);
mark(SPEECH_BEGINNINGS, SPEECH_BEGINS);
mark(['长', ...OFFICES.map((title) => title.at(-1)!)], OFFICE_ENDS);
mark([...LED, ...OFFICES.map((title) => title.at(-2)!)], BEFORE_OFFICE_END);

/** Whether a code unit is one of the characters of `HAN`, or a dot (·). */
export const isHan = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || code === 0xb7;
