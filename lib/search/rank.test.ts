import { expect, test } from 'vitest';
import { type Found, ranked } from './rank.ts';

const found = (id: string, first: number, count: number, published: number, captured = 0): Found => ({
  id,
  first,
  count,
  published,
  captured,
  grouped: () => [],
});
const idsOf = (found: Found[]) => found.map(({ id }) => id);
const all = () => [
  found('often', 0, 9, 202501010000, 4),
  found('headline', 1, 1, 0, 1),
  found('older', 0, 2, 202401010000, 3),
  found('newer', 0, 2, 202501010000, 2),
];

test('headlines and notes come first, then what stands there more often, then the later', () => {
  expect(idsOf(ranked(all(), 'relevance'))).toEqual(['headline', 'often', 'newer', 'older']);
});

test('what was saved or published last comes first where that is asked', () => {
  expect(idsOf(ranked(all(), 'saved'))).toEqual(['often', 'older', 'newer', 'headline']);
  expect(idsOf(ranked(all(), 'published'))).toEqual(['often', 'newer', 'older', 'headline']);
});
