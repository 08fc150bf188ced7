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

test('both languages have the same messages, and every one says something', () => {
  const read = (language: string) =>
    JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Record<
      string,
      { message: string }
    >;
  const [zh, en] = [read('zh_CN'), read('en')];
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  for (const [key, { message }] of [...Object.entries(zh), ...Object.entries(en)])
    expect(message, key).not.toBe('');
});
