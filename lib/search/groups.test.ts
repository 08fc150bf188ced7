import { expect, test } from 'vitest';
import { type Grouped, type GroupId, groupsOf } from './groups.ts';
import type { OrderId } from './orders.ts';
import type { Found } from './rank.ts';

const found = (id: string, more: Partial<Found>): Found => ({
  id,
  first: 0,
  count: 0,
  published: 0,
  captured: new Date(2025, 2, 4, 23, 30).getTime(),
  grouped: () => [],
  ...more,
});
const grouped = (one: Partial<Grouped>): Partial<Found> => ({ grouped: (by) => one[by] ?? [] });
const shown = (...of: [Found[], GroupId, OrderId]) =>
  groupsOf(...of).map(({ value, at }) => [value, ...[...at].map((i) => of[0][i]!.id)].join(' '));

test('the largest group comes first, then by name, and last what has no value', () => {
  const all = [
    found('a', {}),
    found('b', grouped({ source: ['岚桥日报'] })),
    found('c', grouped({ source: ['水务在线'] })),
    found('d', grouped({ source: ['水务在线'] })),
    found('e', grouped({ source: ['东方晨刊'] })),
  ];
  expect(shown(all, 'source', 'saved')).toEqual(['水务在线 c d', '东方晨刊 e', '岚桥日报 b', ' a']);
  expect(groupsOf(all, 'none', 'saved')).toEqual([]);
});

test('an article stands in the group of each of its tags', () => {
  const all = [found('a', grouped({ tag: ['水', '气'] })), found('b', grouped({ tag: ['水'] }))];
  expect(shown(all, 'tag', 'saved')).toEqual(['水 a b', '气 a']);
});

test('days are those of saving or of publication, as the list is ordered, the latest first', () => {
  const all = [
    found('a', { published: 202503010000 }),
    found('b', { published: 0, captured: new Date(2025, 2, 5, 0, 10).getTime() }),
    found('c', { published: 202503020930 }),
  ];
  expect(shown(all, 'day', 'saved')).toEqual(['2025-03-05 b', '2025-03-04 a c']);
  expect(shown(all, 'day', 'published')).toEqual(['2025-03-02 c', '2025-03-01 a', ' b']);
});
