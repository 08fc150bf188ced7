import { expect, test } from 'vitest';
import { markOn, richBundle } from '../../test/support/exchanged.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { readAgain, readBundle } from './readBundle.ts';

const whole = richBundle([markOn('碧水'), markOn('推进会')]);
const bundle = () => structuredClone(whole);

test('a whole article is read as it was written, with the place of each text', () => {
  const reading = { bundle: whole, textParts: ['texts[0]'], bad: [], isMended: false };
  expect(readBundle(bundle())).toEqual(reading);
  expect(readAgain(bundle(), null)).toEqual({ ...reading, textParts: [] });
});

test('an article read a second time is known by its ids as well', () => {
  const seen = new Set<string>();
  readAgain(bundle(), seen);
  expect(readBundle(bundle(), seen)).toMatchObject({ bundle: null, bad: [{ reason: 'duplicate' }] });
  const other = { ...bundle(), saved: { ...whole.saved, id: crypto.randomUUID() } };
  for (const mark of other.annotations) mark.articleId = other.saved.id;
  expect(readBundle({ ...other, texts: [] }, seen).bad.map(({ reason }) => reason)).toEqual([
    'duplicate',
    'duplicate',
  ]);
});

test.each<[string, (one: ArticleBundle) => void]>([
  ['a field that is filled in', ({ saved }) => Object.assign(saved, { starred: undefined })],
  ['a mark of an earlier version', (one) => Object.assign(one.annotations[0]!, { schema: undefined })],
  ['a text of an earlier version', (one) => Object.assign(one.texts[0]!, { schema: undefined })],
  ['marks that are missing', (one) => Object.assign(one, { annotations: undefined })],
  ['a mark that is left out', (one) => Object.assign(one.annotations[0]!, { color: 'no' })],
])('an article with %s is read otherwise than it stands in the file', (_, change) => {
  const one = bundle();
  change(one);
  expect(readBundle(JSON.parse(JSON.stringify(one)))).toMatchObject({ isMended: true });
});

test('marks and texts may be missing, and be no list', () => {
  const { saved } = bundle();
  expect(readBundle({ saved })).toMatchObject({ bundle: { texts: [], annotations: [] }, bad: [] });
  expect(readBundle({ saved, texts: {}, annotations: 'x' }).bad).toEqual([
    { part: 'texts', reason: 'invalid', detail: 'not a list' },
    { part: 'annotations', reason: 'invalid', detail: 'not a list' },
  ]);
});

test.each([null, 5, 'x', [], {}, { saved: null }])('%j is no article', (value) => {
  const reading = readBundle(value);
  expect(reading).toMatchObject({ bundle: null, textParts: [] });
  expect(reading.bad).toMatchObject([{ part: 'saved', reason: 'invalid' }]);
  expect(reading.bad[0]!.detail).not.toBe('');
});

test('what is wrong is told with what mends it', () => {
  const one = bundle();
  const [first, second] = one.annotations;
  Object.assign(first!, { schema: 99 });
  second!.target.captured!.end = 99_999;
  const { sha256, start } = second!.target.captured!;
  const { bundle: read, bad } = readBundle(one);
  expect(bad).toEqual([
    { part: 'annotations[0]', reason: 'newer', detail: 'schema 99' },
    { part: 'annotations[1]', reason: 'dangling', detail: `${sha256} ${start}-99999` },
  ]);
  expect(read!.annotations).toEqual([{ ...second, target: { ...second!.target, captured: null } }]);
});

test('a mark may span the whole text and nothing, and not less than nothing', () => {
  const one = bundle();
  const { length } = one.texts[0]!.text;
  const at = (start: number, end: number) => {
    Object.assign(one.annotations[0]!.target.captured!, { start, end });
    return readBundle(one).bad.map(({ reason }) => reason);
  };
  expect(at(0, length)).toEqual([]);
  expect(at(5, 5)).toEqual([]);
  expect(at(0, length + 1)).toEqual(['dangling']);
  expect(at(6, 5)).toEqual(['dangling']);
  one.annotations[0]!.target.captured!.sha256 = 'f'.repeat(64);
  expect(at(0, 0)).toEqual(['dangling']);
});

test('a row of another article is told by that article, one that was there by its id', () => {
  const one = bundle();
  one.annotations[0]!.articleId = '00000000-0000-4000-8000-000000000001';
  one.annotations.push(one.annotations[1]!);
  const seen = new Set<string>();
  const reading = readBundle(one, seen);
  expect(reading.bundle!.annotations).toEqual([one.annotations[1]]);
  expect(reading.bad).toEqual([
    { part: 'annotations[0]', reason: 'foreign', detail: '00000000-0000-4000-8000-000000000001' },
    { part: 'annotations[2]', reason: 'duplicate', detail: one.annotations[1]!.id },
  ]);
  expect(readBundle(one, seen)).toMatchObject({
    bundle: null,
    bad: [{ part: 'saved', reason: 'duplicate', detail: one.saved.id }],
  });
});
