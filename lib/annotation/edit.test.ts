// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { rangeOf, showPage } from '@/test/support/marks.ts';
import { anchor } from './anchor.ts';
import { cleanTags } from './cleanTags.ts';
import { bodyWith, draftFrom, noteOf, shownQuote, tagsOf, withShownWords } from './edit.ts';
import type { Annotation, Body, Target } from './schema.ts';
import { indexText } from './textIndex.ts';

afterEach(() => document.body.replaceChildren());

const note = (value: string): Body => ({ type: 'TextualBody', purpose: 'commenting', value });
const tag = (value: string): Body => ({ type: 'TextualBody', purpose: 'tagging', value });
const quote = { type: 'TextQuoteSelector', exact: '甲乙丙', prefix: '前', suffix: '后' } as const;
const target: Target = {
  source: 'https://a.example/',
  selector: [{ type: 'TextPositionSelector', start: 1, end: 4 }, quote],
  captured: null,
};
const mark: Annotation = {
  id: '00000000-0000-4000-8000-000000000000',
  articleId: '00000000-0000-4000-8000-000000000001',
  created: '2025-03-04T00:00:00Z',
  modified: '2025-03-04T00:00:00Z',
  color: 'yellow',
  body: [note('一'), tag('水务'), note('二'), tag('排水')],
  target,
};

test('several notes are read as one, tags as they were given', () => {
  expect(noteOf(mark)).toBe('一\n\n二');
  expect(tagsOf(mark)).toEqual(['水务', '排水']);
});

test('tags are kept trimmed, composed, each once, none empty', () => {
  expect(cleanTags([' 水务 ', '', ' ', '水务', 'e\u0301'])).toEqual(['水务', '\u00e9']);
});

test('a patch changes what it names and nothing else', () => {
  expect(bodyWith(mark, {})).toEqual([note('一\n\n二'), tag('水务'), tag('排水')]);
  expect(bodyWith(mark, { note: ' ' })).toEqual([tag('水务'), tag('排水')]);
  expect(bodyWith(mark, { note: '新', tags: [] })).toEqual([note('新')]);
});

test('a quote takes over the parting of its words as they were seen', () => {
  const seen = withShownWords(target, '甲\t乙\n丙');
  expect(seen).toEqual({ ...target, selector: [target.selector[0], { ...quote, exact: '甲\t乙\n丙' }] });
  expect(shownQuote({ target: seen })).toBe('甲\t乙\n丙');
  expect(shownQuote({ target })).toBe('甲乙丙');
});

test('words that a style sheet has thinned out are kept beside the quote', () => {
  const seen = withShownWords(target, '甲丙');
  expect(seen).toEqual({ ...target, shown: '甲丙' });
  expect(shownQuote({ target: seen })).toBe('甲丙');
});

test('a target without a quote, the same words and no words at all change nothing', () => {
  expect(withShownWords(target, '甲乙丙')).toBe(target);
  expect(withShownWords(target, '')).toBe(target);
  const without = { ...target, selector: [] };
  expect(withShownWords(without, '甲')).toBe(without);
  expect(shownQuote({ target: without })).toBe('');
});

test('a draft is tied to its place in the captured text, and is found where its words were parted', () => {
  showPage(['镇里要清淤，', '逐段留影。']);
  const capturedText = { sha256: 'text', text: '镇里要清淤，\n逐段留影。' };
  const about = { source: 'https://a.example/', color: 'green', capturedText } as const;
  const draft = draftFrom(rangeOf('清淤，逐段'), indexText(document.body), about);
  expect(draft).toMatchObject({ color: 'green', body: [] });
  expect(draft.target.captured).toEqual({ sha256: 'text', start: 3, end: 9 });
  const withBreak = withShownWords(draft.target, '清淤，\n\n逐段');
  expect(anchor(withBreak.selector, indexText(document.body)).state).toBe('found');
  expect(
    draftFrom(rangeOf('清淤'), indexText(document.body), { ...about, capturedText: null }).target.captured,
  ).toBe(null);
});

test('a range without words is refused', () => {
  showPage(['甲', ' ']);
  const range = document.createRange();
  range.selectNodeContents(document.body.lastChild!);
  const about = { source: '', color: 'green', capturedText: null } as const;
  expect(() => draftFrom(range, indexText(document.body), about)).toThrow(RangeError);
});
