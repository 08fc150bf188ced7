import { expect, test } from 'vitest';
import { sampleAnnotation, sampleSaved } from '../../test/support/samples.ts';
import { mergeBundle, mergedArticles, type Present } from './merge.ts';
import { type CapturedText, type KeptAnnotation, type SavedArticle, textId } from './schema.ts';

const HERE = { counter: 5, device: 'here' };
const ELSEWHERE = { counter: 9, device: 'elsewhere' };
const OTHER_ID = '11111111-2222-4333-8444-555555555555';
const EARLY = '2025-03-01T00:00:00.000Z';
const LATE = '2025-03-09T00:00:00.000Z';

const live = sampleSaved({ revision: HERE });
const presentOf = (changes: Partial<Present> = {}): Present => ({
  article: live,
  texts: new Set(),
  annotations: new Map(),
  deleted: new Map(),
  ...changes,
});
const imported = (
  saved: SavedArticle,
  { texts = [], annotations = [] }: { texts?: CapturedText[]; annotations?: KeptAnnotation[] } = {},
  present = presentOf(),
) => mergeBundle(present, { saved, texts, annotations });
const changed = (changes: Partial<SavedArticle>): SavedArticle =>
  sampleSaved({ revision: ELSEWHERE, ...changes });
const textOf = (articleId: string, sha256: string): CapturedText => ({
  id: textId(articleId, sha256),
  created: EARLY,
  modified: EARLY,
  revision: HERE,
  schema: 2,
  articleId,
  sha256,
  capturedAt: EARLY,
  text: '甲',
});

test('an article that is not there is added as it comes, with its texts and marks', () => {
  const texts = [textOf(live.id, 'a'.repeat(64))];
  const mark = { ...sampleAnnotation('管网', [], null), articleId: live.id };
  expect(imported(live, { texts, annotations: [mark] }, presentOf({ article: null }))).toEqual({
    articleId: live.id,
    kind: 'add',
    article: { kind: 'add', row: live, stamped: true },
    texts,
    annotations: [{ kind: 'add', row: mark, stamped: true }],
  });
});

test('the same article is left alone, whatever the order of its fields', () => {
  const reversed = Object.fromEntries(Object.entries(live).reverse()) as SavedArticle;
  expect(imported(reversed)).toEqual({
    articleId: live.id,
    kind: 'left',
    article: { kind: 'left', row: null, stamped: false },
    texts: [],
    annotations: [],
  });
});

test('of two revisions of one database the later one stays', () => {
  const later = sampleSaved({ revision: { ...HERE, counter: 6 }, note: '后写' });
  expect(imported(later)).toMatchObject({
    kind: 'change',
    article: { kind: 'change', row: later, stamped: true },
  });
  for (const counter of [4, 5])
    expect(imported(sampleSaved({ revision: { ...HERE, counter }, note: '先写' }))).toMatchObject({
      kind: 'left',
      article: { kind: 'left', row: null },
    });
});

test('rows of before there were revisions are merged, because neither is known to be later', () => {
  const first = { counter: 0, device: '' };
  const present = presentOf({ article: { ...live, revision: first, tags: ['水务'] } });
  const { article } = imported(sampleSaved({ revision: first, tags: ['汛期'] }), {}, present);
  expect(article).toMatchObject({ kind: 'change', row: { tags: ['水务', '汛期'] }, stamped: false });
});

test.each([
  ['tags', { tags: ['汛期'] }, { tags: ['汛期'] }],
  ['a note where there was none', { note: '跟进' }, { note: '跟进' }],
  ['a star', { starred: true }, { starred: true }],
  ['that it was read', { read: true }, { read: true }],
  ['addresses', { addresses: ['//a.cn/1'] }, { addresses: ['//a.cn/1'] }],
  ['pages that show its marks', { alsoAt: ['//b.cn/1'] }, { alsoAt: ['//b.cn/1'] }],
  ['an earlier day of saving', { created: EARLY }, { created: EARLY }],
] as const)('an article of another database adds %s', (_, changes, merged) => {
  const { kind, article } = imported(changed(changes as Partial<SavedArticle>));
  expect({ kind, article }).toEqual({
    kind: 'change',
    article: { kind: 'change', row: { ...live, ...merged }, stamped: false },
  });
});

test('an article of another database that adds nothing changes nothing', () => {
  const present = presentOf({
    article: { ...live, tags: ['水务', '汛期'], note: '先跟进，再报', starred: true },
  });
  const { kind, article } = imported(
    changed({ tags: ['汛期'], note: '跟进', created: LATE, modified: LATE }),
    {},
    present,
  );
  expect({ kind, article }).toEqual({ kind: 'left', article: { kind: 'left', row: null, stamped: false } });
});

test('the later reading of a page is kept, with what the person added here', () => {
  const fresh = changed({ capturedAt: LATE, url: 'https://b.cn/2' });
  const { row } = imported(fresh).article;
  expect(row).toMatchObject({ capturedAt: LATE, url: 'https://b.cn/2', id: live.id, revision: HERE });
  const stale = imported(changed({ capturedAt: EARLY, url: 'https://b.cn/2', tags: ['汛期'] })).article;
  expect(stale.row).toMatchObject({ capturedAt: live.capturedAt, url: live.url, tags: ['汛期'] });
});

test('a later reading never replaces what a person has written, nor the identity of the row', () => {
  const corrections = { title: '青山区水务会议' };
  const own = { tags: ['水务'], note: '跟进', starred: true, read: true, fieldCorrections: corrections };
  const present = presentOf({ article: { ...live, ...own, alsoAt: ['//c.cn/1'], addresses: ['//a.cn/1'] } });
  const fresh = changed({ id: OTHER_ID, capturedAt: LATE, modified: LATE, created: LATE, schema: 1 });
  const { row } = imported(fresh, {}, present).article;
  expect(row).toEqual({ ...live, ...own, alsoAt: ['//c.cn/1'], addresses: ['//a.cn/1'], capturedAt: LATE });
});

test('two different notes, or two different texts, are a conflict that loses neither', () => {
  const present = presentOf({ article: { ...live, note: '先办' } });
  const noted = imported(changed({ note: '缓办' }), {}, present);
  expect(noted).toMatchObject({
    kind: 'conflict',
    article: { kind: 'conflict', row: { note: '先办\n\n缓办' } },
  });
  const other = imported(changed({ sha256: 'b'.repeat(64), tags: ['汛期'] }));
  expect(other).toMatchObject({ kind: 'conflict', article: { kind: 'conflict', stamped: false } });
});

test.each([
  ['', '缓办', '缓办'],
  [' ', '缓办', '缓办'],
  ['先办', '', '先办'],
  ['先办', ' \n', '先办'],
  ['先办', '先办', '先办'],
  ['先办，再报', '先办', '先办，再报'],
  ['先办', '先办，再报', '先办，再报'],
  ['先办', '缓办', '先办\n\n缓办'],
])('of the notes %j and %j stays %j', (one, other, both) => {
  expect(mergedArticles({ ...live, note: one }, changed({ note: other })).note).toBe(both);
});

test('corrections of both are kept, and of one field the stored one', () => {
  const at = { type: 'TextQuoteSelector' as const, exact: '管网', prefix: '', suffix: '' };
  const correction = (id: string, created: string) => ({ id, kind: 'add' as const, at, created });
  const mine = { ...live, taskCorrections: [correction('1', EARLY)], fieldCorrections: { title: '甲' } };
  const theirs = changed({
    taskCorrections: [correction('1', LATE), correction('2', LATE)],
    fieldCorrections: { title: '乙', source: '丙' },
  });
  const { taskCorrections, fieldCorrections } = mergedArticles(mine, theirs);
  expect(taskCorrections).toEqual([correction('1', EARLY), correction('2', LATE)]);
  expect(fieldCorrections).toEqual({ title: '甲', source: '丙' });
});

test('a correction of details comes in whole beside those that are here', () => {
  const at = { type: 'TextQuoteSelector' as const, exact: '管网', prefix: '', suffix: '' };
  const detail = (id: string, values: object) => ({ id, kind: 'detail' as const, at, created: LATE, values });
  const mine = { ...live, taskCorrections: [detail('1', { speaker: null })] };
  const back = changed({
    taskCorrections: [detail('2', { bodies: { responsible: ['水务局'], leads: [] } })],
  });
  expect(mergedArticles(mine, back).taskCorrections).toEqual([
    ...mine.taskCorrections,
    ...back.taskCorrections,
  ]);
});

test('repeated tags and addresses are kept once, those that are here first', () => {
  const mine = { ...live, tags: ['水务', '汛期'], addresses: ['//a.cn/1'], alsoAt: ['//b.cn/1'] };
  const theirs = changed({
    tags: ['汛期', '督查'],
    addresses: ['//a.cn/1', '//a.cn/2'],
    alsoAt: ['//b.cn/1', '//b.cn/2'],
  });
  expect(mergedArticles(mine, theirs)).toMatchObject({
    tags: ['水务', '汛期', '督查'],
    addresses: ['//a.cn/1', '//a.cn/2'],
    alsoAt: ['//b.cn/1', '//b.cn/2'],
  });
});

test('an article known under another id takes over texts and marks', () => {
  const digest = 'c'.repeat(64);
  const mark = { ...sampleAnnotation('管网', [], null), articleId: OTHER_ID };
  const { articleId, kind, texts, annotations } = imported(changed({ id: OTHER_ID }), {
    texts: [textOf(OTHER_ID, digest)],
    annotations: [mark],
  });
  expect(articleId).toBe(live.id);
  expect(kind).toBe('change');
  expect(texts).toEqual([textOf(live.id, digest)]);
  expect(annotations).toEqual([{ kind: 'add', row: { ...mark, articleId: live.id }, stamped: true }]);
});

test('only texts that are not there yet are added', () => {
  const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];
  const texts = [textOf(live.id, one), textOf(live.id, other)];
  const added = imported(live, { texts }, presentOf({ texts: new Set([one]) }));
  expect(added).toMatchObject({ kind: 'change', article: { kind: 'left' } });
  expect(added.texts).toEqual([textOf(live.id, other)]);
  const none = imported(live, { texts }, presentOf({ texts: new Set([one, other]) }));
  expect(none).toMatchObject({ kind: 'left', texts: [] });
});

const mark = { ...sampleAnnotation('管网', ['水务'], null), articleId: live.id, revision: HERE };
const withMark = (incoming: KeptAnnotation, present: Partial<Present> = {}) =>
  imported(
    live,
    { annotations: [incoming] },
    presentOf({ annotations: new Map([[mark.id, mark]]), ...present }),
  );

test.each([
  ['the same', mark],
  ['an earlier one', { ...mark, revision: { ...HERE, counter: 4 }, color: 'red' }],
  ['one of the same revision', { ...mark, color: 'blue' }],
  ['one that adds nothing', { ...mark, revision: ELSEWHERE }],
] as const)('a mark stays as it is beside %s', (_, incoming) => {
  expect(withMark(incoming as KeptAnnotation)).toMatchObject({
    kind: 'left',
    annotations: [{ kind: 'left', row: null, stamped: false }],
  });
});

test('a later revision of a mark replaces it', () => {
  const later = { ...mark, revision: { ...HERE, counter: 6 }, color: 'blue' as const };
  expect(withMark(later)).toMatchObject({
    kind: 'change',
    annotations: [{ kind: 'change', row: later, stamped: true }],
  });
});

test('a mark of another database adds its note and its tags, and the later colour and place count', () => {
  const body = [
    { type: 'TextualBody' as const, purpose: 'commenting' as const, value: '跟进' },
    { type: 'TextualBody' as const, purpose: 'tagging' as const, value: '汛期' },
  ];
  const target = { ...mark.target, shown: '管 网' };
  const theirs = { ...mark, revision: ELSEWHERE, body, color: 'blue' as const, target };
  const merged = [body[0], { ...body[1], value: '水务' }, body[1]];
  const [later] = withMark({ ...theirs, modified: LATE }).annotations;
  expect(later).toEqual({
    kind: 'conflict',
    row: { ...mark, body: merged, color: 'blue', target },
    stamped: false,
  });
  const earlier = withMark({ ...theirs, modified: EARLY });
  expect(earlier.kind).toBe('conflict');
  expect(earlier.annotations[0]!.row).toEqual({ ...mark, body: merged });
});

test('a mark that belongs to another article here is left alone', () => {
  const elsewhere = new Map([[mark.id, { ...mark, articleId: OTHER_ID }]]);
  const later = { ...mark, revision: { ...HERE, counter: 6 } };
  expect(withMark(later, { annotations: elsewhere }).annotations).toEqual([
    { kind: 'left', row: null, stamped: false },
  ]);
});

test('a mark that was deleted here later than it was changed stays deleted', () => {
  const kinds = [4, 5, 6].map((counter) => {
    const present = { annotations: new Map(), deleted: new Map([[mark.id, counter]]) };
    return withMark(mark, present).annotations[0]!.kind;
  });
  expect(kinds).toEqual(['add', 'add', 'left']);
});
