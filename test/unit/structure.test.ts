import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sources = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file: join(folder, file), code: readFileSync(join(folder, file), 'utf8') }));

const imports = (code: string) => [...code.matchAll(/from\s+'([^']+)'/g)].map(([, from]) => from!);

test('imports run one way: entrypoints → components → lib', () => {
  for (const { file, code } of sources('lib'))
    for (const from of imports(code)) expect(from, file).not.toMatch(/components\/|entrypoints\//);
  for (const { file, code } of sources('components'))
    for (const from of imports(code)) expect(from, file).not.toMatch(/entrypoints\//);
});

test('extraction, tasks, anchoring and export know no browser API, storage or interface', () => {
  for (const part of ['article', 'tasks', 'annotation', 'exchange'])
    for (const { file, code } of sources(`lib/${part}`))
      for (const from of imports(code))
        expect(from, file).not.toMatch(/^(wxt|dexie|preact)(\/|$)|\/(store|app|messages)\//);
});

test('no source writes markup of a page into a document', () => {
  for (const folder of ['lib', 'components', 'entrypoints'])
    for (const { file, code } of sources(folder))
      expect(code, file).not.toMatch(
        /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|dangerouslySetInnerHTML/,
      );
});
