import { expect, test } from 'vitest';
import { Article, FIELDS } from '../article/schema.ts';
import { exportedFields, fieldsAt, isIncomplete, searchedWords } from './fields.ts';

test('every field of the schema has its row, and no row is of a field that is not there', () => {
  const said = ['provenance', 'isArticle'];
  expect(Object.keys(FIELDS).sort()).toEqual(
    Object.keys(Article.shape)
      .filter((key) => !said.includes(key))
      .sort(),
  );
});

test('a view lists its fields in the order of the table, those of other places left out', () => {
  expect(fieldsAt('popup', 'links')).toEqual(['attachments', 'images', 'previous', 'next', 'related']);
  expect(fieldsAt('panel', 'facts').slice(0, 3)).toEqual(['originalTitle', 'issuer', 'documentNumber']);
  expect(fieldsAt('panel', 'notice', 'body')).toEqual(['pageKind', 'isExcerpt', 'frame', 'text', 'paging']);
});

test('the search reads words, names of places and lists of words, and no counts', () => {
  const article = {
    title: '防汛部署',
    source: null,
    keywords: ['河道', '堤防'],
    region: { code: '320211', name: '江苏省无锡市滨湖区' },
    views: 4711,
    related: [{ text: '别的文章', url: 'https://example.org/' }],
  };
  expect(searchedWords(article)).toEqual(['防汛部署', '江苏省无锡市滨湖区', '河道', '堤防']);
});

test('what the table does not know is exported as it is', () => {
  const article = { title: '防汛部署', later: 1 };
  expect(exportedFields(article)).toEqual(article);
});

test.each([
  [false, null, false],
  [true, null, true],
  [false, { page: 1, pages: 3, next: null }, true],
])('an article cut short (%s) of the paging %j: incomplete is %s', (isExcerpt, paging, is) => {
  expect(isIncomplete({ isExcerpt, paging: paging as never })).toBe(is);
});
