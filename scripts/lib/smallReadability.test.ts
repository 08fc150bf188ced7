// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { QuickReadability } from '@/lib/article/body/quickReadability.ts';
import { NEVER_CALLED, smallReadability } from './smallReadability.mjs';

type Parser = new (document: Document, options?: object) => { parse(): { content: Element } | null };

const path = createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js');
const source = readFileSync(path, 'utf8');
const small = smallReadability(source);

const overridden = Object.getOwnPropertyNames(QuickReadability.prototype).filter(
  (name) => name !== 'constructor',
);

/** Readability from its source, with the methods that `QuickReadability` overrides. */
function quick(code: string): Parser {
  const module = { exports: {} as Parser };
  new Function('module', code)(module);
  class Quick extends module.exports {}
  for (const name of overridden) {
    Object.defineProperty(
      Quick.prototype,
      name,
      Object.getOwnPropertyDescriptor(QuickReadability.prototype, name)!,
    );
  }
  return Quick;
}

test('leaves out what QuickReadability overrides, and the schema.org data that it switches off', () => {
  expect([...NEVER_CALLED].sort()).toEqual([...overridden, '_getJSONLD'].sort());
  expect(small.length).toBeLessThan(source.length * 0.75);
  for (const gone of ['_unescapeHtmlEntities', 'srcsetUrl', 'this.log(']) {
    expect(source).toContain(gone);
    expect(small).not.toContain(gone);
  }
});

test('leaves in whatever else a method calls', () => {
  const called = [...small.matchAll(/\bthis\.(_\w+)\(/g)].map(([, name]) => name!);
  const defined = new Set([...overridden, ...Object.getOwnPropertyNames(quick(small).prototype)]);
  for (const [, name] of small.matchAll(/^ {2}(\w+)\(.*\{$/gm)) defined.add(name!);
  for (const [, name] of small.matchAll(/this\.(\w+) =/g)) defined.add(name!);
  expect(called.filter((name) => !defined.has(name))).toEqual(['_getJSONLD']);
  // A setting switches off the one that is left.
  expect(small).toContain('true ? {} : this._getJSONLD(');
});

const SENTENCE = '青山区的内河清淤工程已经完工，河道恢复流动，沿岸的步道也同时开放。';
const PAGES = [
  `<h1>清淤</h1><div class="text"><p>${SENTENCE.repeat(4)}</p><p>${SENTENCE.repeat(5)}</p></div>`,
  `<div><div>${SENTENCE.repeat(3)}<br><br>${SENTENCE.repeat(4)}</div><ul><li><a href="/1">要闻</a></li></ul></div>`,
  `<table><tr><td>${SENTENCE.repeat(6)}</td><td>2023</td></tr></table><p>${SENTENCE}</p><p><font>${SENTENCE}</font></p>`,
  `<div class="comment"><p>${SENTENCE.repeat(2)}</p></div><form><input></form><iframe src="/x"></iframe>`,
  '<p>短。</p>',
];

test('finds the same as the whole', () => {
  const [Whole, Small] = [quick(source), quick(small)];
  const read = (Reader: Parser, html: string) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    return new Reader(page, { charThreshold: 80, disableJSONLD: true, keepClasses: true }).parse();
  };
  for (const html of PAGES) expect(read(Small, html)).toEqual(read(Whole, html));
  expect(PAGES.filter((html) => read(Small, html) !== null).length).toBeGreaterThan(2);
});
