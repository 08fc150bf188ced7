import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordOf } from '../../scripts/extract/record.ts';

const folder = 'test/pages';

test.each(readdirSync(folder))('%s is read as its expected.json says', (name) => {
  const source = join(folder, name, 'source.html');
  const { url: _, ...record } = recordOf(readFileSync(source), `https://pages.example/${name}.html`);
  const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8'));
  expect(JSON.parse(JSON.stringify(record))).toEqual(expected);
});
