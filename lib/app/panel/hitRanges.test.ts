// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { parseQuery } from '../../search/parseQuery.ts';
import { hitRanges } from './hitRanges.ts';

function hits(html: string, words: string): string[] {
  document.body.innerHTML = html;
  return hitRanges(document.body, parseQuery(words)).map((range) => range.toString());
}

test('words are found in either script and width, over the elements of a line', () => {
  expect(hits('<p>推行<mark>“雙隨</mark>機、一公開”监管。</p><p>双随机一公开</p>', '双随机一公开')).toEqual([
    '雙隨機、一公開',
    '双随机一公开',
  ]);
});

test('words do not run on from one line into the next, and controls are no text', () => {
  expect(hits('<p>检查管</p><p>网</p><ul><li>管</li><li>网</li></ul><button>管网</button>', '管网')).toEqual(
    [],
  );
  expect(hits('<div><h1>管网</h1><p>排水管网</p></div>', '管网')).toEqual(['管网', '管网']);
});

test('each word is lit, whatever field it was asked of, and what must not stand there is not', () => {
  expect(hits('<p>堤防与排水，环保/水</p>', 'note:堤防 标签：环保 -排水')).toEqual(['堤防', '环保']);
  expect(hits('<p>堤防</p>', 'is:unread')).toEqual([]);
});
