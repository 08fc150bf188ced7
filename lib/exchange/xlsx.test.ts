import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { bytesOf, markOn, richBundle } from '../../test/support/exchanged.ts';
import { taskListsOf } from './bundle.ts';
import { xlsx } from './formats/xlsx.ts';

const hostile = "=cmd|'/C calc'!A0\u0000\uD800 _x0041_ <b>&\"\n乙";
const bundle = richBundle([markOn('碧水', ['水务', '任务'], hostile)]);
const tasks = taskListsOf(bundle).flatMap((list) => list.tasks);

/**
 * Reads a workbook with ExcelJS, a library other than the one that wrote it. Returns the rows of each sheet, with
 * values by heading.
 */
async function sheetsOf(bundles: Parameters<typeof xlsx.write>[0]) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await bytesOf(await xlsx.write(bundles, 'Pizhu test'))).buffer as ArrayBuffer);
  return book.worksheets.map((sheet) => {
    const [headings, ...rows] = sheet.getSheetValues().slice(1) as ExcelJS.CellValue[][];
    const records = rows.map((row) =>
      Object.fromEntries(headings!.slice(1).map((heading, i) => [heading, row[i + 1]])),
    );
    return {
      name: sheet.name,
      frozen: sheet.views[0],
      rows: records as unknown as Record<string, ExcelJS.CellValue>[],
    };
  });
}

test('a workbook has a sheet each of articles, marks and tasks, the headings in view', async () => {
  const sheets = await sheetsOf([bundle, bundle]);
  expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['文章', 2],
    ['标记', 2],
    ['任务', 2 * tasks.length],
  ]);
  for (const { frozen } of sheets) expect(frozen).toMatchObject({ state: 'frozen', ySplit: 1 });
});

test('days are dates, counts are numbers, empty cells are empty', async () => {
  const [articles, , taskRows] = await sheetsOf([bundle]);
  const { publishedAt } = bundle.saved.article;
  expect(articles!.rows[0]).toMatchObject({
    标题: bundle.saved.article.title,
    发布日期: new Date(`${publishedAt!.slice(0, 10)}T00:00:00Z`),
    任务数: tasks.length,
    标记数: 1,
  });
  expect(articles!.rows[0]!.批注 ?? null).toBeNull();
  const dated = tasks.map(({ deadlines }) => deadlines.find(({ date }) => date)?.date);
  expect(dated.some(Boolean)).toBe(true);
  expect(taskRows!.rows.map((row) => (row.截止日期 as Date | undefined)?.toISOString().slice(0, 10))).toEqual(
    dated,
  );
});

test('words are words: no formula, no escape of Excel, nothing that XML has no place for', async () => {
  const [, marks] = await sheetsOf([bundle]);
  const words = marks!.rows[0]!.批注;
  expect(typeof words).toBe('string');
  // ExcelJS leaves _x005F_ unchanged, while Excel reads it as an underscore.
  expect(words).toContain("=cmd|'/C calc'!A0");
  expect(String(words).replaceAll('_x005F_', '_')).toMatch(/ _x0041_ <b>&"\n乙$/);
});

test('words longer than a cell of Excel end with …, within a character', async () => {
  const [articles] = await sheetsOf([{ ...bundle, saved: { ...bundle.saved, note: '😀'.repeat(20_000) } }]);
  const words = String(articles!.rows[0]!.批注);
  expect(words.length).toBeLessThanOrEqual(32_767);
  expect(words.isWellFormed()).toBe(true);
  expect(words.endsWith('😀…')).toBe(true);
});
