// npm run docs
// Writes into docs/ the tables that are generated from the code.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './lib/runTypeScript.mjs';

const { withRuleTable } = await importTypeScript('scripts/docs/ruleTable.ts');
const file = join(root, 'docs/extraction.md');
writeFileSync(file, withRuleTable(readFileSync(file, 'utf8'), root));

const { exportSchema } = await importTypeScript('scripts/docs/exportSchema.ts');
writeFileSync(join(root, 'docs/export.schema.json'), exportSchema());
