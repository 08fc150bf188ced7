import JSZip from 'jszip';
import { lexer, type Token, type Tokens } from 'marked';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { bytesOf, markOn, richBundle } from '../../test/support/exchanged.ts';
import { taskListsOf } from './bundle.ts';
import { markdownZip } from './formats/markdownZip.ts';

const marks = [markOn('碧水', ['水务/管网', '2025', '两 词'], '**要点**')];

async function filesOf(bundles = [richBundle(marks)]): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(await bytesOf(await markdownZip.write(bundles, 'Pizhu test')));
  const files = Object.values(zip.files);
  return new Map(
    await Promise.all(files.map(async (file) => [file.name, await file.async('string')] as const)),
  );
}

test('one file an article, named by its headline, never twice the same', async () => {
  const files = await filesOf([richBundle(), richBundle(), richBundle([], { title: '../..\\a:b' })]);
  const { title } = richBundle().saved.article;
  expect([...files.keys()]).toEqual([`${title}.md`, `${title} (2).md`, 'a b.md']);
});

test('front matter is YAML, tasks a checklist, marks quotes with notes and links to their words', async () => {
  const bundle = richBundle(marks);
  const [[, file]] = [...(await filesOf([bundle]))] as [[string, string]];
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file)!;
  expect(parse(front!)).toMatchObject({
    title: bundle.saved.article.title,
    url: bundle.saved.url,
    published: bundle.saved.article.publishedAt!.slice(0, 10),
    tags: ['水务/管网', '_2025', '两-词'],
  });
  const tokens = lexer(body!);
  const lists = tokens.filter((token): token is Tokens.List => token.type === 'list');
  const tasks = taskListsOf(bundle).flatMap((list) => list.tasks);
  const items = lists.flatMap((list) => list.items).filter(({ task }) => task);
  expect(items).toHaveLength(tasks.length);
  expect(items.every(({ checked }) => checked === false)).toBe(true);
  const quote = tokens.find((token) => token.type === 'blockquote');
  expect(quote).toMatchObject({ text: '碧水' });
  const after = tokens.slice(tokens.indexOf(quote as Token) + 1).filter(({ type }) => type === 'paragraph');
  expect(after[0]!.raw).toContain(`#:~:text=${encodeURIComponent('碧水')}`);
  expect(after[0]!.raw).toContain('#水务/管网');
  expect(after[1]!.raw).toBe('**要点**');
});

test('a hostile headline and address stay words', async () => {
  const title = '标题" \n---\n# <img src=x onerror=alert(1)>';
  const [[, file]] = [...(await filesOf([richBundle([], { title }, 'javascript:alert(1)')]))] as [
    [string, string],
  ];
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file)!;
  expect(parse(front!)).toMatchObject({ title, url: 'javascript:alert(1)' });
  const kinds = JSON.stringify(lexer(body!));
  expect(kinds).not.toContain('"type":"html"');
  expect(kinds).not.toContain('"type":"link"');
});
