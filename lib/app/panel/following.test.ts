import { expect, test } from 'vitest';
import { besideOf, earlyPage, followed } from './following.ts';

const page = (articleId: string | null, tabId = 1) => ({
  tabId,
  title: '简报',
  unseen: null,
  articleId,
});

test('the panel follows from the article of one page to that of the next', () => {
  expect(followed('a', page('a'), page('b'))).toBe('b');
});

test('the panel stays at the list, at an article from the list, and where the next page is not saved', () => {
  expect(followed(null, page('a'), page('b'))).toBeNull();
  expect(followed('x', page('a'), page('b'))).toBeNull();
  expect(followed('a', page('a'), page(null))).toBeNull();
  expect(followed('a', page('a'), null)).toBeNull();
  expect(followed('a', null, page('b'))).toBeNull();
});

test('what is said of the page beside the panel', () => {
  expect(besideOf('a', page('a'))).toBeNull();
  expect(besideOf(null, null)).toBeNull();
  expect(besideOf(null, page('a'))).toEqual({
    kind: 'saved',
    title: '简报',
    articleId: 'a',
    elsewhere: false,
  });
  expect(besideOf('a', page('b'))).toMatchObject({ kind: 'saved', articleId: 'b', elsewhere: true });
  expect(besideOf('a', page(null, 7))).toEqual({ kind: 'unsaved', title: '简报', tabId: 7, elsewhere: true });
});

test('of a page that cannot be seen the panel says why, and whether it shows an earlier article', () => {
  const unseen = { tabId: 1, title: '', unseen: 'hidden' as const, articleId: null };
  expect(besideOf('a', unseen)).toEqual({ kind: 'unseen', title: '', why: 'hidden', elsewhere: true });
  expect(besideOf(null, { ...unseen, unseen: 'browser' })).toMatchObject({
    why: 'browser',
    elsewhere: false,
  });
  expect(followed('a', page('a'), unseen)).toBeNull();
});

test('when the panel opens, the note of a tab counts more than its hidden address', () => {
  const tab = { tabId: 7, title: '', unseen: 'hidden' as const };
  const stored = (session: object) => ({ local: {}, session }) as never;
  const noted = { 'articleOfTab.7': { articleId: 'a' } };
  expect(earlyPage({ tab, stored: stored(noted) })).toEqual({ ...tab, unseen: null, articleId: 'a' });
  expect(earlyPage({ tab, stored: stored({}) })).toEqual({ ...tab, articleId: undefined });
  expect(earlyPage({ tab: null, stored: stored(noted) })).toBeNull();
});
