import { expect, test } from 'vitest';
import { sampleSaved } from '../../test/support/samples.ts';
import { corrected, correctedFields, withCorrectedFields } from './fieldCorrections.ts';

const { article } = sampleSaved(
  {},
  {
    authors: ['李红', '王强'],
    provenance: {
      source: { rule: 'label', origin: 'labelled-line', confidence: 0.9 },
      authors: { rule: 'label', confidence: 0.9 },
      issuer: { rule: 'label', confidence: 0.5 },
    },
  },
);

test('a corrected field has the value of the person, and says what the page gave by which rule', () => {
  const fixed = correctedFields(article, { source: '青山日报', authors: [], issuer: null });
  expect(fixed).toEqual({
    ...article,
    source: '青山日报',
    authors: [],
    issuer: null,
    provenance: {
      source: {
        rule: 'correction',
        confidence: 1,
        otherwise: { value: '青山区政府办', rule: 'label', origin: 'labelled-line' },
      },
      authors: { rule: 'correction', confidence: 1, otherwise: { value: '李红、王强', rule: 'label' } },
      // There is no `otherwise`, because the page gave no value for the field.
      issuer: { rule: 'correction', confidence: 1 },
    },
  });
});

test('a field that no rule gave names no other value', () => {
  expect(correctedFields(article, { title: '水务会议' }).provenance.title).toEqual({
    rule: 'correction',
    confidence: 1,
  });
});

test('an article without corrections stays the same object', () => {
  expect(correctedFields(article, {})).toBe(article);
  expect(correctedFields(article, { title: undefined })).toBe(article);
});

test('a saved article and a bundle are corrected by their own corrections', () => {
  const saved = sampleSaved({ fieldCorrections: { title: '水务会议' } });
  expect(corrected(saved)).toEqual({
    ...saved,
    article: correctedFields(saved.article, { title: '水务会议' }),
  });
  expect(withCorrectedFields({ saved, texts: [1] })).toEqual({ saved: corrected(saved), texts: [1] });
});
