import { expect, test } from 'vitest';
import { sampleReading, sampleSaved, sampleStamps } from '../../test/support/samples.ts';
import { type ArticleBundle, textId } from '../record/schema.ts';
import { exportParts, parseExport } from './json.ts';

const now = new Date('2025-03-04T01:30:00.000Z');
const saved = sampleSaved({ tags: ['水务'], note: '一行\n“两行”' });
const { text } = sampleReading().article;
const bundle: ArticleBundle = {
  saved,
  texts: [
    {
      ...sampleStamps,
      id: textId(saved.id, saved.sha256),
      articleId: saved.id,
      sha256: saved.sha256,
      capturedAt: now.toISOString(),
      text,
    },
  ],
  annotations: [],
};

test.each([0, 1, 3])('%i articles come back as they went out', (count) => {
  const bundles = Array.from({ length: count }, () => bundle);
  const file = parseExport(exportParts(bundles, 'Pizhu test', now).join(''));
  expect(file.articles).toEqual(bundles);
  expect(file).toMatchObject({ version: 1, exportedAt: now.toISOString(), generator: 'Pizhu test' });
});

test('a file of another kind, or cut short, is refused', () => {
  expect(() => parseExport('{"format":"other"}')).toThrow();
  expect(() => parseExport(exportParts([bundle], 'x', now).join('').slice(0, 200))).toThrow(SyntaxError);
});
