import '@/test/support/interface.ts';
import 'fake-indexeddb/auto';

import { beforeEach, expect, test } from 'vitest';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { contexts } from '@/test/support/stores.ts';
import { shownQuote } from '../../annotation/edit.ts';
import { addAnnotation, getBundles, type Store, saveReading } from '../../store/index.ts';
import { type AskedMarks, markRows, marksExport } from './marksView.ts';

const ALL: AskedMarks = { color: null, tag: '', from: '', to: '' };
let db: Store;
let made: string;
beforeEach(async () => {
  [db] = contexts(1) as [Store];
  for (const n of [1, 2]) {
    const reading = sampleReading({ title: `第${n}期` }, `https://www.qingshan.example/${n}.html`);
    const { saved } = await saveReading(db, reading);
    const draft = { ...sampleDraft('水务工作', ['水务']), color: 'blue' as const };
    made = (await addAnnotation(db, saved.id, draft)).created;
    if (n === 2) await addAnnotation(db, saved.id, sampleDraft('管网检查'));
  }
});

/** The day on which the marks were made in the local time zone, plus `days` days. */
function day(days: number): string {
  const at = new Date(made);
  at.setDate(at.getDate() + days);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}

test('a row has the words of the mark, its tags, and the headline of its article', async () => {
  const { rows, more } = await markRows(db, ALL, 2);
  expect(rows.map(({ words, tags }) => [words, tags])).toEqual([
    ['管网检查', []],
    ['水务工作', ['水务']],
  ]);
  expect(rows[0]!.title).toBe('第2期');
  expect(more).toBe(true);
});

test('the last day that is asked for is within', async () => {
  const count = async (asked: Partial<AskedMarks>) =>
    (await markRows(db, { ...ALL, ...asked }, 50)).rows.length;
  expect(await count({ from: day(0), to: day(0) })).toBe(3);
  expect(await count({ to: day(-1) })).toBe(0);
  expect(await count({ from: day(1) })).toBe(0);
});

test('an export holds the articles of the marks, and of each the marks that are asked for', async () => {
  const held = async (asked: Partial<AskedMarks>) => {
    const { ids, narrow } = marksExport(db, { ...ALL, ...asked });
    return (await getBundles(db, await ids()))
      .map(narrow)
      .map(({ saved, annotations }) => [saved.article.title, annotations.map(shownQuote)]);
  };
  expect(await held({ color: 'blue' })).toEqual([
    ['第2期', ['水务工作']],
    ['第1期', ['水务工作']],
  ]);
  expect(await held({ color: 'yellow' })).toEqual([['第2期', ['管网检查']]]);
  expect(await held({ tag: '水务', color: 'yellow' })).toEqual([]);
});
