import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withRuleTable } from '../../scripts/docs/ruleTable.ts';

test('docs/extraction.md has the rules as the code has them; npm run docs prints them', () => {
  const document = readFileSync('docs/extraction.md', 'utf8');
  expect(withRuleTable(document, process.cwd())).toBe(document);
});
