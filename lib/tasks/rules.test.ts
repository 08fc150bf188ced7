import { describe, expect, it } from 'vitest';
import { examplesOf } from '../../test/support/ruleExamples.ts';
import { fold } from '../chinese/fold.ts';
import { DEADLINES, deadlinesIn } from './details/deadlines.ts';
import { ACTS } from './details/documents.ts';
import { FIRST_LEADS, SUBJECTS } from './details/responsible.ts';
import * as notOrders from './lexicon/notOrders.ts';
import { MEETINGS, NOUN_CLAUSES } from './lexicon/speech.ts';
import { ANNOUNCED } from './lists/announced.ts';
import { KINDS } from './lists/markers.ts';
import { EXPLICIT, POLITE, WEIGHING } from './lists/orders.ts';
import { LEVELS } from './lists/outline.ts';

const file = (name: string) => new URL(name, import.meta.url);

/** Every table of patterns, with the file in which its examples stand. */
const TABLES: [string, string, readonly RegExp[]][] = [
  ['lists/announced.ts', 'ANNOUNCED', ANNOUNCED],
  ['details/deadlines.ts', 'DEADLINES', DEADLINES.map(({ pattern }) => pattern)],
  ['lists/markers.ts', 'KINDS', KINDS.map(({ pattern }) => pattern)],
  ['lists/orders.ts', 'EXPLICIT', EXPLICIT],
  ['lists/orders.ts', 'WEIGHING', WEIGHING],
  ['lists/orders.ts', 'POLITE', POLITE],
  ['lists/outline.ts', 'LEVELS', LEVELS.map(({ pattern }) => pattern)],
  ['details/responsible.ts', 'SUBJECTS', SUBJECTS],
  ['details/responsible.ts', 'FIRST_LEADS', FIRST_LEADS],
  ['lexicon/speech.ts', 'NOUN_CLAUSES', NOUN_CLAUSES],
  ['lexicon/speech.ts', 'MEETINGS', MEETINGS],
  ...Object.entries(notOrders)
    .filter((entry): entry is [string, readonly RegExp[]] => Array.isArray(entry[1]))
    .map(([name, rules]): [string, string, readonly RegExp[]] => ['lexicon/notOrders.ts', name, rules]),
];

/** Without the flags that make a pattern remember where it was. */
const fresh = (pattern: RegExp) => new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));

describe('Every rule does what the example beside it says', () => {
  for (const [source, table, patterns] of TABLES)
    describe(`${source} ${table}`, () => {
      const rows = examplesOf(file(source), table);
      it('has an example for every rule', () => {
        expect(rows).toHaveLength(patterns.length);
        for (const examples of rows) expect(examples.some(({ found }) => found)).toBe(true);
      });
      patterns.forEach((pattern, i) => {
        for (const { found, text } of rows[i] ?? [])
          it(`${found ? 'finds' : 'leaves alone'} ${text}`, () => {
            expect(fresh(pattern).test(fold(text))).toBe(found);
          });
      });
    });
});

describe('Time limits mean the days that stand beside them', () => {
  for (const { text, gives } of examplesOf(file('details/deadlines.ts'), 'DEADLINES')
    .flat()
    .filter(({ found }) => found))
    it(`${text} → ${gives}`, () => {
      const folded = fold(text);
      const [first] = deadlinesIn(folded, { start: 0, end: folded.length }, '2025-03-01');
      const { from, date, every } = first!;
      const days = from ? `${from} – ${date}` : (date ?? '?');
      expect(every ? `${days} ${every}` : days).toBe(gives);
    });
});

describe('What is said of a document', () => {
  const rows = examplesOf(file('details/documents.ts'), 'ACTS');
  it('has an example for every act', () => expect(rows).toHaveLength(ACTS.length));
  ACTS.forEach(([act, front, behind], i) => {
    for (const { text } of rows[i] ?? [])
      it(`${text} → ${act}`, () => {
        const [before, after] = text.split('《…》') as [string, string];
        expect(front.test(before) || behind.test(after)).toBe(true);
      });
  });
});
