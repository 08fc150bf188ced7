import { expect, test } from 'vitest';
import zh from '../../public/_locales/zh_CN/messages.json';
import { safeName, uniqueNames } from './fileName.ts';
import { COLLECTION_FORMATS, exportFileName, formatOf, TASK_LIST_FORMATS } from './formats.ts';

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
  // Half past four in the morning where the reader is.
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
  ['\uD800', 'pizhu'],
  ['长'.repeat(90), '长'.repeat(60)],
  ['😀'.repeat(90), '😀'.repeat(60)],
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

/** What other programs go by when they open a file: the ending of its name, and its type. */
const OPENED: Record<string, [extension: string, mime: string]> = {
  json: ['json', 'application/json'],
  ndjson: ['ndjson', 'application/x-ndjson'],
  ris: ['ris', 'application/x-research-info-systems'],
  bibtex: ['bib', 'application/x-bibtex'],
  'csl-json': ['csl.json', 'application/vnd.citationstyles.csl+json'],
  w3c: ['jsonld', 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'],
  'csv-articles': ['articles.csv', 'text/csv;charset=utf-8'],
  'csv-marks': ['marks.csv', 'text/csv;charset=utf-8'],
  'csv-tasks': ['tasks.csv', 'text/csv;charset=utf-8'],
  ics: ['ics', 'text/calendar;charset=utf-8'],
  'markdown-zip': ['md.zip', 'application/zip'],
  qdpx: ['qdpx', 'application/zip'],
  qdc: ['qdc', 'application/xml'],
  markdown: ['md', 'text/markdown'],
  text: ['txt', 'text/plain'],
};

test.each(Object.entries(OPENED))(
  '%s is known by its ending and its type to what opens it',
  (id, [extension, mime]) => {
    expect([...COLLECTION_FORMATS, ...TASK_LIST_FORMATS].find((format) => format.id === id)).toMatchObject({
      extension,
      mime,
    });
  },
);
