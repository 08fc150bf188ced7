import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { leanReadability } from './readability.mjs';

const file = createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js');
const lean = leanReadability().transform(readFileSync(file, 'utf8'), file)!.code;
const names = (code: string, form: RegExp) => new Set([...code.matchAll(form)].map(([, name]) => name!));

it('leaves out of Readability only what it no longer calls, or what our own class replaces', () => {
  const ours = names(
    readFileSync(new URL('../../lib/article/body.ts', import.meta.url), 'utf8'),
    /protected (_\w+)\(/g,
  );
  const kept = names(lean, /^ {2}(_\w+)\(/gm);
  const called = names(lean, /this\.(_\w+)\(/g);
  // The serializer is given; JSON-LD is switched off.
  const missing = [...called].filter((name) => !kept.has(name) && !ours.has(name));
  expect(missing.sort()).toEqual(['_getJSONLD', '_serializer']);
});

it('says so where a method is gone, and leaves other files alone', () => {
  expect(() => leanReadability().transform('', file)).toThrow('_getArticleMetadata');
  expect(leanReadability().transform('', 'other.js')).toBeNull();
});
