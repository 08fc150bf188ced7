import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ErrorCode } from '@/lib/messages/schema.ts';
import zh from '../../public/_locales/zh_CN/messages.json';

const read = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file) && !file.includes('.test.'))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(folder, file), 'utf8') }));

const code = ['components', 'lib', 'entrypoints']
  .flatMap((folder) => read(folder, /\.tsx?$/))
  .map(({ text }) => text)
  .join('\n');
const sheets = read('components', /\.css$/).map(({ file, text }) => ({
  file,
  text: text.replace(/\/\*[\s\S]*?\*\//g, ''),
}));

/** The fixed beginnings of names that the code composes: `field_` of `field_${key}`, `level-` of `level-${n}`. */
const prefixes = [...code.matchAll(/([\w-]+[_-])\$\{/g)].map(([, prefix]) => prefix!);
const isMade = (name: string) => prefixes.some((prefix) => name.startsWith(prefix));
const stands = (name: string) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code);

test('every class of a style sheet is one that an element has', () => {
  for (const { file, text } of sheets) {
    const selectors = [...text.matchAll(/[^{};]+(?=\{)/g)].map(([selector]) => selector).join(' ');
    for (const [, name] of selectors.matchAll(/\.([a-z][\w-]*)/g))
      expect(stands(name!) || isMade(name!), `${file}: .${name}`).toBe(true);
  }
});

test('every field in which words are typed is marked so that no spell checker sends them away', () => {
  const typed = read('components', /\.tsx$/).flatMap(({ file, text }) =>
    [...text.matchAll(/<(?:input|textarea)\b(?:=>|[^>])*>/g)].map(([field]) => ({ file, field })),
  );
  const fields = typed.filter(({ field }) => !/type="(?:checkbox|radio|file|date|color|range)"/.test(field));
  expect(fields.length).toBeGreaterThan(10);
  for (const { file, field } of fields) expect(field, file).toContain('spellcheck={false}');
});

test('a component has its style sheet beside it, and every sheet has something that imports it', () => {
  const all = sheets.map(({ text }) => text).join('\n') + code;
  for (const { file } of sheets) expect(all, file).toContain(`/${file.split('/').at(-1)}`);
});

test('every token is used, and every colour of a sheet is a token', () => {
  const all = sheets.map(({ text }) => text).join('\n');
  for (const [, token] of all.matchAll(/^\s*(--[\w-]+):/gm)) expect(all).toContain(`var(${token}`);
  for (const { file, text } of sheets)
    if (!file.endsWith('tokens.css')) expect(text, file).not.toMatch(/#[0-9a-f]{3,8}\b|\brgba?\(/i);
});

test('every sentence of the interface is said somewhere', () => {
  const manifest = readFileSync('wxt.config.ts', 'utf8');
  for (const key of Object.keys(zh))
    expect(
      new RegExp(`['"]${key}['"]`).test(code) || manifest.includes(`__MSG_${key}__`) || isMade(key),
      key,
    ).toBe(true);
});

test('every code of an error has its sentence', () => {
  for (const error of ErrorCode.options) expect(zh).toHaveProperty(`error_${error}`);
});

const locales = readdirSync('public/_locales').map((locale) => ({
  locale,
  messages: JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as Record<
    string,
    { message: string }
  >,
}));

test.each(locales)('$locale says all that is said in Chinese, with the same values', ({ messages }) => {
  expect(Object.keys(messages).sort()).toEqual(Object.keys(zh).sort());
  const valuesOf = (message: string) => [...new Set(message.match(/\$\d/g))].sort();
  for (const [key, { message }] of Object.entries(zh)) {
    expect(messages[key]!.message, key).not.toBe('');
    expect(valuesOf(messages[key]!.message), key).toEqual(valuesOf(message));
  }
});

test.each(locales)('$locale has a form for each plural category where it has several', ({ messages }) => {
  const { pluralCategories } = new Intl.PluralRules(messages.languageTag!.message).resolvedOptions();
  for (const [key, { message }] of Object.entries(messages)) {
    const forms = message.split(' | ').length;
    expect([1, pluralCategories.length], key).toContain(forms);
  }
});
