import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportSchema } from '../../scripts/docs/exportSchema.ts';
import { collections, extras } from '../../test/support/arbitrary.ts';
import { sampleAnnotation, sampleReading, sampleSaved, sampleStamps } from '../../test/support/samples.ts';
import { type ArticleBundle, textId } from '../record/schema.ts';
import { sha256 } from '../record/sha256.ts';
import { type Extras, readExtras } from './extras.ts';
import { exportParts } from './json.ts';
import { parseExport } from './readExport.ts';

const now = new Date('2025-03-04T01:30:00.000Z');
const { text } = sampleReading().article;
const hash = await sha256(text);
const saved = sampleSaved({ tags: ['水务'], note: '一行\n“两行”', sha256: hash });
const bundle: ArticleBundle = {
  saved,
  texts: [
    {
      ...sampleStamps,
      id: textId(saved.id, hash),
      articleId: saved.id,
      sha256: hash,
      capturedAt: now.toISOString(),
      text,
    },
  ],
  annotations: [
    { ...sampleAnnotation('管网检查', ['任务'], { sha256: hash, start: 30, end: 34 }), articleId: saved.id },
  ],
};
const fileOf = async (bundles: ArticleBundle[], beside: Extras = {}) =>
  (await exportParts(bundles, 'Pizhu test', now, { extras: beside })).join('');

test.each([0, 1, 3])('%i articles come back as they went out', async (count) => {
  const bundles = Array.from({ length: count }, () => bundle);
  const file = parseExport(await fileOf(bundles));
  expect(file.articles).toEqual(bundles);
  expect(file).toMatchObject({ version: 2, exportedAt: now.toISOString(), generator: 'Pizhu test' });
  expect(file.counts).toEqual({ articles: count, texts: count, annotations: count });
});

test('the sum is that of the list of the sums of the articles', async () => {
  const json = await fileOf([bundle, bundle]);
  const one = await sha256(JSON.stringify(bundle));
  expect(parseExport(json).sha256).toBe(await sha256(`${one}\n${one}\n`));
});

test('docs/export.schema.json is the form of the file as the code has it; npm run docs prints it', () => {
  expect(readFileSync('docs/export.schema.json', 'utf8')).toBe(exportSchema());
});

const ajv = new Ajv2020({ strict: false });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
const validate = ajv.compile(JSON.parse(readFileSync('docs/export.schema.json', 'utf8')));

test('random collections fit the published schema and come back as they went out', async () => {
  await fc.assert(
    fc.asyncProperty(collections, extras, async (bundles, beside) => {
      const json = await fileOf(bundles, beside);
      expect(validate(JSON.parse(json)), JSON.stringify(validate.errors)).toBe(true);
      const articles = parseExport(json).articles.map(({ correctedTaskLists: _, ...rest }) => rest);
      expect(articles).toEqual(bundles);
      expect(await fileOf(articles, readExtras(parseExport(json).extras).extras)).toBe(json);
    }),
    { numRuns: 40 },
  );
});

test('the schema refuses what is no such file', () => {
  expect(validate({ format: 'pizhu-collection', version: 2 })).toBe(false);
});

test('a file of the first version is read, its rows migrated', () => {
  const { revision: _, schema: __, starred: ___, read: ____, ...row } = saved;
  const { revision: _____, schema: ______, id: _______, ...oldText } = bundle.texts[0]!;
  const file = parseExport(
    JSON.stringify({
      format: 'pizhu-collection',
      version: 1,
      exportedAt: now.toISOString(),
      generator: 'Pizhu 0.1.0',
      articles: [{ saved: row, texts: [oldText], annotations: [] }],
    }),
  );
  expect(file.articles[0]!.saved).toMatchObject({ id: saved.id, starred: false, schema: saved.schema });
  expect(file.articles[0]!.texts[0]).toMatchObject({ id: textId(saved.id, hash), text });
});

test.each([
  ['another kind of file', '{"format":"other"}', 'notExport'],
  ['no JSON', 'title,source', 'notExport'],
  ['a list', '[]', 'notExport'],
  ['null', 'null', 'notExport'],
  ['a newer version', '{"format":"pizhu-collection","version":3}', 'exportNewer'],
])('%s is refused', (_, json, code) => {
  expect(() => parseExport(json)).toThrow(expect.objectContaining({ code }));
});

test('a file cut short, and one with a damaged record, are refused', async () => {
  const json = await fileOf([bundle]);
  expect(() => parseExport(json.slice(0, 200))).toThrow(expect.objectContaining({ code: 'exportCut' }));
  const damaged = json.replace('"color":"yellow"', '"color":"plaid"');
  expect(() => parseExport(damaged)).toThrow(expect.objectContaining({ code: 'exportDamaged' }));
});
