import { expect, test } from 'vitest';
import { columnsOf, eachGrouping, groupedAt } from './columns.ts';
import type { SearchDocument } from './entries.ts';

const documentOf = (id: string, source: string[], tag: string[]): SearchDocument => ({
  id,
  text: `${id}\n`,
  starts: [0],
  fields: [0],
  published: 0,
  captured: 0,
  states: 0,
  dues: [],
  grouped: { source, issuer: [], region: ['岚桥市'], tag },
});

test('each article keeps its own values, and a value that many share is stored once', () => {
  const documents = [
    documentOf('a', ['岚桥日报'], ['水', '气']),
    documentOf('b', [], []),
    documentOf('c', ['岚桥日报'], ['气']),
  ];
  const columns = columnsOf(documents);
  expect(documents.map((_, i) => eachGrouping((by) => groupedAt(columns, i, by)))).toEqual(
    documents.map(({ grouped }) => grouped),
  );
  expect(columns.groups.source.values).toEqual(['岚桥日报']);
  expect(columns.groups.region.values).toEqual(['岚桥市']);
});
