import type { FileChild, ICommentOptions, IStylesOptions, ParagraphChild } from 'docx';
import { xmlCharacters } from './xml.ts';

/**
 * The layout that the Word documents share, after 党政机关公文格式 (Layout of Official Documents, GB/T 9704—2012). A4 pages
 * have 22 lines of 28 characters. The title is in the typeface 小标宋 at size 二号 (22 pt), the text in 仿宋 at 三号 (16 pt).
 * First-level headings, numbered 一、, are in the typeface 黑体, second-level ones, numbered （一）, in 楷体.
 */

/** A font: the name that it has in Chinese offices, and the fonts to use on a computer without it. */
type FontFamily = { name: string; others: string };

/** Word tries the alternative names in this order (ECMA-376, 17.8.3.1). */
const FONTS = {
  title: { name: '方正小标宋简体', others: '方正小标宋_GBK,华文中宋,STZhongsong,宋体,SimSun' },
  text: { name: '仿宋_GB2312', others: '仿宋,FangSong,华文仿宋,STFangsong' },
  first: { name: '黑体', others: 'SimHei,华文黑体,STHeiti' },
  second: { name: '楷体_GB2312', others: '楷体,KaiTi,华文楷体,STKaiti' },
} as const satisfies Record<string, FontFamily>;

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${WORD}">${Object.values(
  FONTS,
)
  .map(
    ({ name, others }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/></w:font>`,
  )
  .join('')}</w:fonts>`;

const font = ({ name }: FontFamily) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: name,
});

/** Font sizes in half-points: 二号 (22 pt) for titles, 三号 (16 pt) for text, 小四 (12 pt) in tables. */
const SIZE = { title: 44, text: 32, table: 24 };
/** The line height that gives 22 lines a page, in twentieths of a point. */
const LINE = 580;
/** The indent of a paragraph: two characters of 16 pt, in twentieths of a point. */
const INDENT = 640;
/** Page margins in twentieths of a point: 37 mm above, 35 mm below, 28 mm left, 26 mm right. */
const MARGIN = { top: 2098, bottom: 1984, left: 1588, right: 1474 };

const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** Writes a number from 1 to 9,999 in Chinese: 12 becomes 十二, 105 becomes 一百零五. */
export function chineseNumber(value: number): string {
  const digits = [...String(value)].map(Number);
  return digits
    .map((digit, i) => (digit ? DIGITS[digit]! + UNITS[digits.length - 1 - i]! : '零'))
    .join('')
    .replace(/零+$/, '')
    .replace(/零+/g, '零')
    .replace(/^一十/, '十');
}

type Words = { bold?: boolean; size?: number; shade?: string };
type ParagraphOptions = { indent?: boolean; style?: string; center?: boolean };

type Docx = typeof import('docx');

/** The fonts and spacing of each kind of paragraph. */
const stylesOf = (docx: Docx): IStylesOptions => ({
  default: {
    document: {
      run: { font: font(FONTS.text), size: SIZE.text, language: { eastAsia: 'zh-CN' } },
      paragraph: { spacing: { line: LINE, lineRule: docx.LineRuleType.EXACT } },
    },
    title: {
      run: { font: font(FONTS.title), size: SIZE.title, bold: false, color: '000000' },
      paragraph: {
        alignment: docx.AlignmentType.CENTER,
        spacing: { line: 700, lineRule: docx.LineRuleType.EXACT },
      },
    },
    heading1: {
      run: { font: font(FONTS.first), size: SIZE.text, bold: false, color: '000000' },
      paragraph: { indent: { firstLine: INDENT }, keepNext: true },
    },
    heading2: {
      run: { font: font(FONTS.second), size: SIZE.text, bold: false, color: '000000' },
      paragraph: { indent: { firstLine: INDENT }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Table',
      name: 'Table',
      basedOn: 'Normal',
      run: { size: SIZE.table },
      paragraph: { spacing: { line: 360, lineRule: docx.LineRuleType.EXACT } },
    },
  ],
});

/** The page number between dashes, centred at the foot of each page: — 1 —. */
const pageNumbers = (docx: Docx) =>
  new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        children: [new docx.TextRun({ children: ['— ', docx.PageNumber.CURRENT, ' —'], size: 28 })],
      }),
    ],
  });

/**
 * Returns functions that make the parts of a Word document. Imports the library `docx` only when called, because few
 * sessions need it.
 */
export async function officeWriter() {
  const docx = await import('docx');
  const run = (words: string, { bold, size, shade }: Words = {}): ParagraphChild =>
    new docx.TextRun({
      text: xmlCharacters(words).replace(/\s*\n\s*/g, ' '),
      ...(bold && { bold }),
      ...(size && { size }),
      ...(shade && { shading: { type: docx.ShadingType.CLEAR, fill: shade.replace('#', '') } }),
    });
  const paragraph = (
    children: string | ParagraphChild[],
    { indent = true, style, center }: ParagraphOptions = {},
  ) =>
    new docx.Paragraph({
      children: typeof children === 'string' ? [run(children)] : children,
      ...(style && { style }),
      ...(indent && { indent: { firstLine: INDENT } }),
      ...(center && { alignment: docx.AlignmentType.CENTER }),
    });
  return {
    docx,
    run,
    paragraph,
    /** The title, centred, with an empty line below. */
    title: (words: string) => [
      new docx.Paragraph({ style: 'Title', children: [run(words)] }),
      new docx.Paragraph({}),
    ],
    /** A heading of the first level, numbered 一、, or of the second level, numbered （一）. */
    heading: (words: string, order: 1 | 2) =>
      new docx.Paragraph({ style: `Heading${order}`, children: [run(words)] }),
    /** A table whose heading row repeats on each page. Column widths are in percent. */
    table: (headings: string[], widths: number[], rows: string[][]) =>
      new docx.Table({
        width: { size: 100, type: docx.WidthType.PERCENTAGE },
        rows: [headings, ...rows].map(
          (cells, i) =>
            new docx.TableRow({
              tableHeader: i === 0,
              cantSplit: true,
              children: cells.map(
                (words, column) =>
                  new docx.TableCell({
                    width: { size: widths[column]!, type: docx.WidthType.PERCENTAGE },
                    children: [
                      new docx.Paragraph({
                        style: 'Table',
                        children: [run(words, { bold: i === 0 })],
                      }),
                    ],
                  }),
              ),
            }),
        ),
      }),
    /** Returns the finished document as a file. */
    file: (title: string, generator: string, children: FileChild[], comments: ICommentOptions[] = []) =>
      docx.Packer.toBlob(
        new docx.Document({
          title: xmlCharacters(title),
          creator: generator,
          lastModifiedBy: generator,
          comments: { children: comments },
          styles: stylesOf(docx),
          sections: [
            {
              properties: { page: { size: { width: 11906, height: 16838 }, margin: MARGIN } },
              footers: { default: pageNumbers(docx) },
              children,
            },
          ],
        }),
        undefined,
        [{ path: 'word/fontTable.xml', data: fontTable }],
      ),
  };
}

export type OfficeWriter = Awaited<ReturnType<typeof officeWriter>>;
