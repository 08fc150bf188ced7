import { expect, test } from 'vitest';
import { backgroundForTest, draftOn, readingAt } from '../../../test/support/background.ts';
import {
  addAnnotation,
  deleteAnnotation,
  deleteArticle,
  listTrash,
  openStore,
  saveReading,
} from '../../store/index.ts';
import { keepUp } from './upkeep.ts';

const DAY_MS = 86_400_000;

/** A fake background whose database uses this clock. */
function at(start: number) {
  const clock = { now: start };
  const own = backgroundForTest();
  own.db = openStore({ name: own.db.name, now: () => new Date(clock.now) });
  return { own, clock };
}

test('what was deleted is erased after 30 days, and not before', async () => {
  const start = Date.parse('2025-03-04T01:30:00.000Z');
  const { own, clock } = at(start);
  const { saved } = await saveReading(own.db, readingAt('https://www.qingshan.example/1'));
  await deleteArticle(own.db, saved.id);
  clock.now = start + 29 * DAY_MS;
  await keepUp(own, clock.now);
  expect(await listTrash(own.db)).toHaveLength(1);
  clock.now = start + 30 * DAY_MS + 1000;
  await keepUp(own, clock.now);
  expect(await listTrash(own.db)).toEqual([]);
});

test('once a day, and also where the clock was set back', async () => {
  const start = Date.parse('2025-03-04T01:30:00.000Z');
  const { own, clock } = at(start);
  await keepUp(own, start);
  const { saved } = await saveReading(own.db, readingAt('https://www.qingshan.example/1'));
  const mark = await addAnnotation(own.db, saved.id, draftOn('正文'));
  await deleteAnnotation(own.db, mark.id);
  clock.now = start + 40 * DAY_MS;
  await keepUp(own, start + 1000);
  expect(await listTrash(own.db)).toHaveLength(1);
  await keepUp(own, start - 2 * DAY_MS);
  expect(await listTrash(own.db)).toEqual([]);
});
