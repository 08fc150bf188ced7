import { expect, test } from 'vitest';
import zh from '../../public/_locales/zh_CN/messages.json';
import { richBundle, wordsOf } from '../../test/support/exchanged.ts';
import { safeName, uniqueNames } from './fileName.ts';
import {
  COLLECTION_FORMATS,
  choicesOf,
  exportFileName,
  FORMAT_GROUPS,
  formatOf,
  TASK_LIST_FORMATS,
} from './formats.ts';

test('every format has an id of its own in its scope, and a label', () => {
  for (const formats of [COLLECTION_FORMATS, TASK_LIST_FORMATS]) {
    const ids = formats.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  expect(COLLECTION_FORMATS.map(({ id }) => id)).toContain('json');
  expect(TASK_LIST_FORMATS.map(({ id }) => id)).toEqual(expect.arrayContaining(['markdown', 'text']));
  for (const { label } of [...COLLECTION_FORMATS, ...TASK_LIST_FORMATS]) expect(zh).toHaveProperty(label);
});

test('a remembered format that is no more gives way to the preferred one', () => {
  expect(formatOf(TASK_LIST_FORMATS, 'markdown', 'text').id).toBe('markdown');
  expect(formatOf(TASK_LIST_FORMATS, 'gone', 'text').id).toBe('text');
  expect(formatOf(TASK_LIST_FORMATS, null, 'text').id).toBe('text');
});

test('the file name tells what is in it, the day where the reader is, and the form', () => {
  // 04:30 in the user's time zone, where UTC may have another date.
  const now = new Date(2025, 2, 4, 4, 30);
  const json = formatOf(COLLECTION_FORMATS, 'json', 'json');
  expect(exportFileName({ count: 2, title: '甲' }, json, now)).toBe('pizhu-2-2025-03-04.json');
  expect(exportFileName({ count: 1, title: '关于A/B: “河长制”?' }, json, now)).toBe(
    '关于A B “河长制”-2025-03-04.json',
  );
  expect(exportFileName({ count: 1, title: '' }, json, now)).toBe('pizhu-2025-03-04.json');
});

test.each([
  ['con', '_con'],
  ['Com1.报告', '_Com1.报告'],
  ['..', 'pizhu'],
  ['\u202Egnp.exe', 'gnp.exe'],
  ['a\u0000b\nc', 'a b c'],
  ['标题. ', '标题'],
  ['标题...', '标题'],
  ['...标题', '标题'],
  ['\uD800', 'pizhu'],
  ['长'.repeat(90), '长'.repeat(60)],
  // 180 bytes, so that date and extension fit in 255.
  ['😀'.repeat(90), '😀'.repeat(45)],
])('%j is a safe name: %j', (words, name) => {
  expect(safeName(words)).toBe(name);
});

test('no name is given twice, whatever its case', () => {
  const unique = uniqueNames();
  expect(['甲', 'A', '甲', 'a', '甲 (2)', '甲'].map(unique)).toEqual([
    '甲',
    'A',
    '甲 (2)',
    'a (2)',
    '甲 (2) (2)',
    '甲 (3)',
  ]);
});

const CSV = 'text/csv;charset=utf-8';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const JSONLD = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"';

/**
 * The properties of each format that a person or another program relies on: id, group in the list, file extension and
 * MIME type, and whether the file holds everything as stored.
 */
const EXPECTED = [
  ['json', 'whole', 'json', 'application/json', true],
  ['json-gzip', 'whole', 'json.gz', 'application/gzip', true],
  ['ndjson', 'whole', 'ndjson', 'application/x-ndjson', true],
  ['ndjson-gzip', 'whole', 'ndjson.gz', 'application/gzip', true],
  ['evidence', 'whole', 'evidence.zip', 'application/zip', true],
  ['csv-articles', 'tables', 'articles.csv', CSV, false],
  ['csv-marks', 'tables', 'marks.csv', CSV, false],
  ['csv-tasks', 'tables', 'tasks.csv', CSV, false],
  ['ics', 'tables', 'ics', 'text/calendar;charset=utf-8', false],
  ['xlsx', 'tables', 'xlsx', SHEET, false],
  ['markdown-zip', 'documents', 'md.zip', 'application/zip', false],
  ['docx-report', 'documents', 'docx', WORD, false],
  ['docx-marked', 'documents', 'marked.docx', WORD, false],
  ['bibtex', 'references', 'bib', 'application/x-bibtex', false],
  ['csl-json', 'references', 'csl.json', 'application/vnd.citationstyles.csl+json', false],
  ['ris', 'references', 'ris', 'application/x-research-info-systems', false],
  ['w3c', 'research', 'jsonld', JSONLD, false],
  ['qdc', 'research', 'qdc', 'application/xml', false],
  ['qdpx', 'research', 'qdpx', 'application/zip', false],
] as const;

test.each(EXPECTED)(
  '%s is in the group %s, and known by its ending and its type',
  (id, group, extension, mime, whole) => {
    const format = COLLECTION_FORMATS.find((one) => one.id === id)!;
    expect({ ...format, whole: format.whole ?? false }).toMatchObject({ group, extension, mime, whole });
    expect(FORMAT_GROUPS).toContain(format.group);
    expect(format.label).toBe(`format_${id.replaceAll('-', '_')}`);
  },
);

test('every format of the list is among these, and those of tasks are two', () => {
  expect(COLLECTION_FORMATS.map(({ id }) => id).sort()).toEqual(EXPECTED.map(([id]) => id).sort());
  const ofTasks = TASK_LIST_FORMATS.map(({ id, label, extension, mime }) => [id, label, extension, mime]);
  expect(ofTasks.sort()).toEqual([
    ['markdown', 'format_markdown', 'md', 'text/markdown'],
    ['text', 'format_text', 'txt', 'text/plain'],
  ]);
});

test('the choices beside the articles are those of the whole collection, or of a part', () => {
  const choices = (isAll: boolean) =>
    Object.fromEntries(
      COLLECTION_FORMATS.flatMap((one) => {
        const offered = choicesOf(one, isAll);
        return offered.length ? [[one.id, offered]] : [];
      }),
    );
  const ofResearch = { qdc: ['tasks'], qdpx: ['tasks'] };
  const whole = ['json', 'json-gzip', 'ndjson', 'ndjson-gzip'];
  const each = (ids: string[], offered: string[]) => Object.fromEntries(ids.map((id) => [id, offered]));
  const meanings = ['meanings'];
  expect(choices(true)).toEqual({ ...each(whole, ['extras', 'trash']), evidence: meanings, ...ofResearch });
  expect(choices(false)).toEqual({ ...each([...whole, 'evidence'], meanings), ...ofResearch });
});

test('formats that are written in memory take so many articles and no more', () => {
  const limits = COLLECTION_FORMATS.filter(({ limit }) => limit).map(({ id, limit }) => [id, limit]);
  expect(Object.fromEntries(limits)).toEqual({ 'docx-report': 200, 'docx-marked': 200, xlsx: 5000 });
});

test('a compressed format holds what the plain one does', async () => {
  const bundles = [richBundle()];
  for (const id of ['json', 'ndjson']) {
    const now = new Date('2025-03-04T01:30:00.000Z');
    const [plain, packed] = [id, `${id}-gzip`].map(
      (one) => COLLECTION_FORMATS.find((format) => format.id === one)!,
    );
    const file = new Blob(await packed!.write(bundles, 'Pizhu test', now));
    const words = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
    expect(words).toBe(await wordsOf(await plain!.write(bundles, 'Pizhu test', now)));
  }
});
