import { describe, expect, it } from 'vitest';
import { examplesAbove } from '../../test/support/ruleExamples.ts';
import * as calendar from './calendar.ts';
import * as documentNumbers from './documentNumbers.ts';
import { fold } from './fold.ts';
import * as numerals from './numerals.ts';
import * as organisations from './organisations.ts';
import * as people from './people.ts';

/**
 * The modules whose named patterns are tested. Each pattern must match at the end of its ✓ examples, and not at the end
 * of its ✗ examples. A pattern for the words after a person's name is tried after the name 何苗.
 */
const MODULES: [string, Record<string, unknown>][] = [
  ['calendar.ts', calendar],
  ['documentNumbers.ts', documentNumbers],
  ['numerals.ts', numerals],
  ['organisations.ts', organisations],
  ['people.ts', people],
];

for (const [name, patterns] of MODULES)
  describe(name, () => {
    for (const [constant, pattern] of Object.entries(patterns)) {
      if (typeof pattern !== 'string') continue;
      const examples = examplesAbove(new URL(name, import.meta.url), constant);
      it(`${constant} has an example of what it finds`, () => {
        expect(examples.some(({ found }) => found)).toBe(true);
      });
      for (const { found, text } of examples)
        it(`${constant} ${found ? 'ends' : 'does not end'} ${text}`, () => {
          const whole = pattern.startsWith('(?=') ? `^何苗${pattern}` : `${pattern}$`;
          expect(new RegExp(whole, 'u').test(fold(text))).toBe(found);
        });
    }
  });
