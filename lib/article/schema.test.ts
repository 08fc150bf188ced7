import { expect, test } from 'vitest';
import { FIELDS, type FieldPlace, OLD_RULE_NAMES, Origin, Provenance } from './schema.ts';

const shownAt = (place: FieldPlace) =>
  Object.entries(FIELDS).flatMap(([name, { popup, panel }]) =>
    popup === place && panel === place ? name : [],
  );

test('each field is shown at its place, in popup and panel', () => {
  expect(shownAt('notice')).toEqual(['pageKind', 'isExcerpt', 'frame', 'paging']);
  expect(shownAt('links')).toEqual(['attachments', 'images', 'previous', 'next', 'related']);
  expect(shownAt('body')).toEqual(['text']);
  expect(shownAt('head')).toContain('title');
  expect(shownAt('facts')).toContain('documentNumber');
  const places: FieldPlace[] = ['head', 'facts', 'notice', 'links', 'body'];
  expect(places.flatMap(shownAt).sort()).toEqual(Object.keys(FIELDS).sort());
});

test('links to other pages and what a page says of itself are not searched', () => {
  const unsearched = Object.entries(FIELDS).flatMap(([name, { searched }]) => (searched ? [] : name));
  expect(unsearched).toEqual([
    'views',
    'pageKind',
    'isExcerpt',
    'frame',
    'text',
    'paging',
    'images',
    'previous',
    'next',
    'related',
  ]);
  for (const { exported } of Object.values(FIELDS)) expect(exported).toBe(true);
});

test.each([
  'standard-meta',
  'meta',
  'json-ld',
  'script',
  'document-header',
  'labelled-line',
  'bare-line',
  'heading',
  'document-title',
  'body-text',
  'address',
  'readability',
])('a value can come from %s, and a different one from elsewhere is kept beside it', (origin) => {
  const otherwise = { value: '青山晚报', rule: 'label', origin };
  const provenance = { rule: 'label', origin, confidence: 0.9, otherwise };
  expect(Provenance.parse(provenance)).toEqual(provenance);
  expect(Provenance.safeParse({ ...provenance, confidence: 1.1 }).success).toBe(false);
});

test('a value cannot come from anywhere else', () => {
  expect(Provenance.safeParse({ rule: 'label', origin: '', confidence: 0.9 }).success).toBe(false);
});

test('records of before rules had names get the name of the rule of their place', () => {
  const { 'labelled-line': label, 'bare-line': bare, 'body-text': words, ...same } = OLD_RULE_NAMES;
  expect([label, bare, words]).toEqual(['label', 'line-without-label', 'words-of-the-article']);
  for (const [origin, name] of Object.entries(same)) expect(name).toBe(origin);
  expect(Object.keys(OLD_RULE_NAMES).sort()).toEqual([...Origin.options].sort());
});
