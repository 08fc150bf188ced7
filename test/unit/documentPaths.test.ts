import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const documents = ['README.md', 'CONTRIBUTING.md'].concat(
  readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
);
const files = ['lib', 'components', 'entrypoints', 'scripts', 'test', 'docs', 'public'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
);

/** The paths that a document names in backquotes. Omits paths with a placeholder (NAME). */
const namedIn = (text: string): string[] =>
  [...text.matchAll(/`([\w./-]+)`/g)]
    .map(([, path]) => path!)
    .filter(
      (path) =>
        !path.includes('NAME') &&
        (/^(?:lib|components|entrypoints|scripts|test|docs|public)\//.test(path) ||
          /^[\w/-]+\.(?:ts|tsx|mjs|css)$/.test(path)),
    );

/** Whether the project has a file or folder with this path. The path may be complete, or only the end of a path. */
const isThere = (path: string): boolean =>
  existsSync(path) || files.some((file) => file === path || file.endsWith(`/${path}`));

test.each(documents)('%s names only files that are there', (document) => {
  const text = readFileSync(document, 'utf8');
  expect(namedIn(text).filter((path) => !isThere(path))).toEqual([]);
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, link]) => link!);
  expect(links.filter((link) => !existsSync(join(dirname(document), link)))).toEqual([]);
});
