import { describe, expect, test } from 'vitest';
import { columnsOf } from './columns.ts';
import type { SearchDocument } from './entries.ts';
import { evaluate, type Source, scanned } from './evaluate.ts';
import { fieldCode, type SearchField, STATES } from './fields.ts';
import { foldSearched } from './foldSearched.ts';
import { parseQuery } from './parseQuery.ts';
import { bucketsOfText, placesOf, rangesOf } from './postings.ts';
import { tagged } from './query.ts';

/** A pseudo-random generator: the same seed gives the same numbers. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const NOT_GROUPED = { source: [], issuer: [], region: [], tag: [] };

type Values = [SearchField, string][];

function documentWith(id: string, values: Values, facts: Partial<SearchDocument> = {}): SearchDocument {
  const starts: number[] = [];
  let text = '';
  for (const [, words] of values) {
    starts.push(text.length);
    text += `${foldSearched(words)}\n`;
  }
  const fields = values.map(([field]) => fieldCode(field));
  return {
    id,
    text,
    starts,
    fields,
    published: 0,
    captured: 0,
    states: 0,
    dues: [],
    grouped: NOT_GROUPED,
    ...facts,
  };
}

const joined = (documents: SearchDocument[]) => documents.map(({ text }) => text).join('');
const inMemory = (documents: SearchDocument[]): Source => scanned(columnsOf(documents), joined(documents));

/** A segment of the index as a search reads it: only with those buckets that the words of the query need. */
function indexed(documents: SearchDocument[]): Source {
  const buckets = bucketsOfText(joined(documents));
  return {
    columns: columnsOf(documents),
    find: (words) =>
      placesOf(
        words,
        new Map(
          rangesOf(words).flatMap(({ first, last }) =>
            [...buckets].filter(([bucket]) => bucket >= first && bucket <= last),
          ),
        ),
      ),
  };
}

const idsOf = (source: Source, typed: string) => {
  const { holds } = evaluate(parseQuery(typed), source);
  return source.columns.ids.filter((_, i) => holds[i]);
};

describe('a query finds exactly the articles that hold its words', () => {
  // The texts use few different characters. So nearly every text almost matches the words taken from another text.
  const signs = [...'监管随机双公开一a1、 '];
  const fields: SearchField[] = ['title', 'text', 'note', 'source', 'tag'];
  test.each([1, 2, 3, 4, 5])('seed %i', (seed) => {
    const next = random(seed);
    const words = (most: number) =>
      Array.from({ length: 1 + next(most) }, () => signs[next(signs.length)]).join('');
    const valuesOf = (): Values =>
      Array.from({ length: 1 + next(4) }, () => [fields[next(fields.length)]!, words(40)] as const).map(
        ([field, value]) => [field, `${value}完`],
      );
    const all = Array.from({ length: 60 }, (_, i) => ({ id: String(i), values: valuesOf() }));
    const documents = all.map(({ id, values }) => documentWith(id, values));
    const sources = [inMemory(documents), indexed(documents)];
    let hits = 0;
    for (let i = 0; i < 300; i++) {
      const sought = foldSearched(words(6)).trim();
      if (sought === '' || /[ -]/.test(sought)) continue;
      const field = next(3) === 0 ? fields[next(3)]! : null;
      const expected = all
        .filter(({ values }) =>
          values.some(
            ([name, value]) => (field === null || name === field) && foldSearched(value).includes(sought),
          ),
        )
        .map(({ id }) => id);
      hits += expected.length;
      for (const source of sources)
        expect(idsOf(source, field ? `${field}:${sought}` : sought)).toEqual(expected);
    }
    expect(hits).toBeGreaterThan(500);
  });
});

test('places and counts of the index are those of a scan', () => {
  const next = random(11);
  const signs = [...'水务工作会议要求aa\n'];
  const text = `${Array.from({ length: 5000 }, () => signs[next(signs.length)]).join('')}\n`;
  const buckets = bucketsOfText(text);
  for (const words of ['水', '水务', '水务工', 'aa', 'aaa', '会议\n', '工作会议', '无']) {
    const found: number[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
    expect([...placesOf(words, buckets)], words).toEqual(found);
  }
});

const documents = [
  documentWith(
    'flood',
    [
      ['title', '防汛部署'],
      ['text', '检查堤防。部署抗旱。'],
      ['tag', '环保/污染防治'],
    ],
    {
      published: 202503040930,
      states: STATES.marked.bit | STATES.task.bit,
      dues: [20250630],
    },
  ),
  documentWith(
    'river',
    [
      ['title', '河道整治'],
      ['text', '防汛防汛防汛'],
      ['note', '看堤防'],
      ['tag', '环保'],
    ],
    {
      published: 202402010000,
      states: STATES.read.bit,
      dues: [20251231, 20260101],
    },
  ),
  documentWith('school', [
    ['title', '入学通知'],
    ['text', '报名'],
    ['tag', '环保局'],
  ]),
];

test.each([
  ['防汛', ['flood', 'river']],
  ['防汛 -河道', ['flood']],
  ['-防汛', ['school']],
  ['抗旱 or 报名', ['flood', 'school']],
  ['(抗旱 or 报名) 通知', ['school']],
  ['title:防汛', ['flood']],
  ['tag:环保', ['flood', 'river']],
  ['tag:环保/污染防治', ['flood']],
  ['tag:环', []],
  ['环保', ['flood', 'river', 'school']],
  ['is:marked', ['flood']],
  ['is:unread', ['flood', 'school']],
  ['before:2025', ['river']],
  ['after:2025-03-04', ['flood']],
  ['after:2025-03-05', []],
  ['due:2025', ['flood', 'river']],
  ['due:2026', ['river']],
  ['部署检查', []],
  ['', ['flood', 'river', 'school']],
])('%s finds %j', (typed, ids) => {
  for (const source of [inMemory(documents), indexed(documents)]) expect(idsOf(source, typed)).toEqual(ids);
});

test('hits in headlines and notes are told from others, and all are counted', () => {
  const { first, count } = evaluate(parseQuery('防汛 or 堤防'), indexed(documents));
  expect([...first]).toEqual([1, 1, 0]);
  expect([...count]).toEqual([2, 4, 0]);
});

test('a tag with any sign is found by its filter', () => {
  const odd = documentWith('odd', [
    ['tag', '"双随机 (or) -一公开'],
    ['text', '无'],
  ]);
  const { holds } = evaluate(tagged('"双随机 (or) -一公开'), indexed([odd, ...documents]));
  expect([...holds]).toEqual([1, 0, 0, 0]);
});
