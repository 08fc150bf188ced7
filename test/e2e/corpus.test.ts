import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { belowExpected, type Figures, figuresOf } from '../support/corpusFigures.ts';

const corpus = '../shared/corpus';
const there = existsSync(`${corpus}/score.mjs`);
if (!there) console.log('Skipped: the corpus of real pages is not beside this checkout.');

const file = 'test/support/corpusFigures.json';

/** Runs the scorer of the corpus, and returns the JSON that it prints last. */
async function score(...options: string[]) {
  const { stdout } = await promisify(execFile)('node', [`${corpus}/score.mjs`, '--json', ...options], {
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

test.skipIf(!there)(
  'no figure of the corpus is lower than expected',
  async () => {
    const expected: Figures = JSON.parse(readFileSync(file, 'utf8'));
    const now = figuresOf(await score());
    expect(belowExpected(expected, now)).toEqual([]);
    // With RAISE_FIGURES=1, stores the new figures as the figures to be reached. A stored figure is never lowered.
    if (process.env.RAISE_FIGURES) writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
  },
  600_000,
);
