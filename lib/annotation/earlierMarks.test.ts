// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { anchorAll } from './anchor.ts';
import { rangeAt } from './place.ts';
import type { Target } from './schema.ts';
import { indexText } from './textIndex.ts';

// Tests marks of an earlier version, which counted hidden words and ruby pronunciation as words of the page.
const read = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../test/fixtures/marks', name), 'utf8');
const { captured, marks } = JSON.parse(read('described.json')) as {
  captured: string;
  marks: { name: string; target: Target }[];
};

beforeEach(() => {
  document.body.innerHTML = read('described.html').split(/<\/?body>/)[1]!;
});

const found = (texts = new Map([['text', captured]])) => {
  const anchored = anchorAll(
    marks.map(({ name, target }) => ({ id: name, target })),
    indexText(document.body),
    texts,
  );
  return Object.fromEntries(
    [...anchored].map(([name, { state, range }]) => [name, [state, range && rangeAt(range).toString()]]),
  );
};

const ALL = {
  'after hidden text': ['found', '每周上报一次进度'],
  'over a reading': ['found', '完成管网（guǎnwǎng）清淤'],
  'over hidden words': ['found', '明确一名（张三）联络员'],
  'in hidden text': ['found', '五月以前完成摸底'],
  'over cells': ['found', '东片五月十日前西片五月二十日前'],
  'said twice, the second': ['found', '有关单位要及时报告'],
};

test('marks described before hidden words were left out stand where they stood', () => {
  expect(found()).toEqual(ALL);
  expect(found(new Map())).toEqual(ALL);
  expect(
    rangeAt(anchorAll([{ id: 'a', target: marks[5]!.target }], indexText(document.body)).get('a')!.range!)
      .startContainer.parentElement,
  ).toBe(document.querySelectorAll('p')[4]);
});

test('they are found as well where the page has grown at its head', () => {
  document.body.insertAdjacentHTML(
    'afterbegin',
    '<p>新的导航：首页、要闻、公开。</p><p hidden>新的隐藏文字</p>',
  );
  expect(found()).toEqual(ALL);
  expect(found(new Map())).toEqual(ALL);
});

test('they are found where the page has turned traditional', () => {
  const node = document.querySelectorAll('p')[2]!.lastChild as Text;
  node.data = node.data.replace('联络员，每周上报一次进度', '聯絡員，每週上報一次進度');
  expect(found()['after hidden text']).toEqual(['found', '每週上報一次進度']);
});
