import { describe, expect, it } from 'vitest';
import { examplesAbove } from '../../test/support/ruleExamples.ts';
import { fold } from './fold.ts';
import * as organisations from './organisations.ts';

/** Modules of named patterns: each must stand at the end of its ✓, and not at the end of its ✗. */
const MODULES: [string, Record<string, unknown>][] = [['organisations.ts', organisations]];

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
          expect(new RegExp(`${pattern}$`, 'u').test(fold(text))).toBe(found);
        });
    }
  });
