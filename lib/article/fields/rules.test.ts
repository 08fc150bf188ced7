import { describe, expect, test } from 'vitest';
import { type RuleExample, ruleComments } from '../../../scripts/docs/ruleComments.ts';
import { readNews } from '../../../test/support/newsPage.ts';
import { FIELD_RULES, READ_FIELDS } from './index.ts';

/** The time of capture, from which relative times are counted back. */
const NOW = new Date('2023-02-03T12:00:00+08:00');
// Reads the original sources, because mutation testing runs on copies without comments.
const comments = ruleComments(process.cwd().replace(/\/\.stryker-tmp\/.*$/, ''));
const read = ({ parts }: RuleExample) => readNews({ ...parts, now: NOW });
const shown = (value: unknown) => (Array.isArray(value) ? value.join('、') : String(value));

for (const field of READ_FIELDS)
  describe(field, () => {
    const { rules } = FIELD_RULES[field];

    test('every rule has a name of its own and an example that it reads', () => {
      const names = rules.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { name } of rules) {
        expect(name).toMatch(/^[a-z][a-zA-Z]*(-[a-zA-Z]+)*$/);
        const { reads, examples } = comments.get(field)?.get(name) ?? { reads: '', examples: [] };
        expect(reads, name).not.toBe('');
        expect(
          examples.some(({ found }) => found),
          name,
        ).toBe(true);
      }
    });

    for (const { name, confidence } of rules)
      for (const example of comments.get(field)?.get(name)?.examples ?? []) {
        const words = Object.values(example.parts).join(' ').slice(0, 80);
        // Reads through the public function, so that the test also notices an earlier rule that takes the field first.
        test(`${name} ${example.found ? 'reads' : 'leaves alone'} ${words}`, () => {
          const article = read(example);
          const from = article.provenance[field];
          if (example.found) expect(from).toMatchObject({ rule: name, confidence });
          else expect(from?.rule).not.toBe(name);
          if (example.value !== null) expect(shown(article[field])).toBe(example.value);
        });
      }
  });
