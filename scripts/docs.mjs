// npm run docs: prints into docs/ what the code says of itself.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './lib/runTypeScript.mjs';

const { withRuleTable } = await importTypeScript('scripts/docs/ruleTable.ts');
const file = join(root, 'docs/extraction.md');
writeFileSync(file, withRuleTable(readFileSync(file, 'utf8'), root));
