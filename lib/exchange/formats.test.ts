import { expect, test } from 'vitest';
import zh from '../../public/_locales/zh_CN/messages.json';
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

test('the file name tells the day, the count and the form', () => {
  const now = new Date('2025-03-04T01:30:00.000Z');
  expect(exportFileName(3, formatOf(COLLECTION_FORMATS, 'json', 'json'), now)).toBe(
    'pizhu-2025-03-04-3.json',
  );
});
