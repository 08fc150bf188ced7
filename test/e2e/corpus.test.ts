import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const corpus = '../shared/corpus';
const there = existsSync(`${corpus}/score.mjs`);
if (!there) console.log('Skipped: the corpus of real pages is not beside this checkout.');

test.skipIf(!there)('every field and all ten tasks of the seed page are right', () => {
  const gold = mkdtempSync(join(tmpdir(), 'pizhu-gold-'));
  copyFileSync(`${corpus}/gold/seed_binhu.json`, join(gold, 'seed_binhu.json'));
  const printed = execFileSync('node', [`${corpus}/score.mjs`, '--json', '--gold', gold], {
    encoding: 'utf8',
  });
  rmSync(gold, { recursive: true });
  const summary = JSON.parse(printed.trim().split('\n').at(-1)!);
  expect(summary.tasks).toMatchObject({ gold: 10, predicted: 10, f1: 1, speaker: 1, announcedCount: 1 });
  for (const [name, score] of Object.entries(summary.fields as Record<string, string>)) {
    const [, right, all, invented] = /^(\d+)\/(\d+) right, (\d+)\//.exec(score)!;
    expect([name, right, invented]).toEqual([name, all, '0']);
  }
  expect(summary.body.meanF1).toBeGreaterThan(0.99);
});
