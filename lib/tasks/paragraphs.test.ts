import { describe, expect, test } from 'vitest';
import { random } from '../../test/support/officialese.ts';
import {
  clausesOf,
  endsPart,
  firstSentenceOf,
  linesIn,
  partsOf,
  quotedIn,
  sentencesOf,
} from './paragraphs.ts';

const whole = (text: string) => ({ start: 0, end: text.length });
const cutBy = (cut: typeof sentencesOf, text: string) =>
  cut(text, whole(text)).map(({ start, end }) => text.slice(start, end));

test('a text is cut after each 。, ！ and ？, and into parts after ； too', () => {
  const text = '要清淤；要疏浚！谁来做？各镇负责。';
  expect(cutBy(sentencesOf, text)).toEqual(['要清淤；要疏浚！', '谁来做？', '各镇负责。']);
  expect(cutBy(partsOf, text)).toEqual(['要清淤；', '要疏浚！', '谁来做？', '各镇负责。']);
});

test.each([
  ['“甲。”乙。', ['“甲。”', '乙。']],
  ['“甲。乙”丙。', ['“甲。乙”丙。']],
  ['（甲。）乙', ['（甲。）', '乙']],
  ['甲。\n 。', ['甲。', '\n 。']],
])('no sentence ends within a quotation: %s', (text, sentences) => {
  expect(cutBy(sentencesOf, text)).toEqual(sentences);
});

test('words are quoted between a mark that opens and the next that closes it', () => {
  const quoted = (text: string) => {
    const isQuoted = quotedIn(text, whole(text));
    return [...text].filter((one, i) => /[甲乙丙丁]/.test(one) && isQuoted(i)).join('');
  };
  expect(quoted('“甲”乙”丙')).toBe('甲');
  expect(quoted('《甲“乙”丙》丁')).toBe('甲乙丙');
  expect(quoted('《甲》乙》丙')).toBe('甲');
  expect(quoted('甲”乙“丙')).toBe('');
  expect(quoted(`“甲${'。'.repeat(300)}”乙`)).toBe('');
});

describe.each(
  Array.from({ length: 40 }, (_, seed) => random(200, [...'要抓好。！；，：“”《》（）’\n '], seed)),
)('%j', (text) => {
  test('is cut after every stop outside quotations', () => {
    const isQuoted = quotedIn(text, whole(text));
    const ends: number[] = [];
    for (let at = 0; at < text.length; at++) {
      if (!'。！；，：'.includes(text[at]!) || (isQuoted(at) && text[at + 1] !== '”')) continue;
      let end = at + 1;
      while (end < text.length && '”’』）'.includes(text[end]!)) end++;
      ends.push(end);
    }
    if (text.slice(ends.at(-1) ?? 0).trim() !== '') ends.push(text.length);
    expect(clausesOf(text, whole(text)).map(({ end }) => end)).toEqual(ends);
  });
  test('has the first of its sentences first, and tells the clauses that end a part', () => {
    expect(firstSentenceOf(text, whole(text))).toEqual(sentencesOf(text, whole(text))[0]);
    const ends = partsOf(text, whole(text)).map(({ end }) => end);
    const clauses = clausesOf(text, whole(text)).slice(0, -1);
    for (const clause of clauses) expect(endsPart(text, clause)).toBe(ends.includes(clause.end));
  });
  test('has lines that are what stands between line ends', () => {
    const span = { start: 3, end: 190 };
    const lines = text
      .slice(3, 190)
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(linesIn(text, span).map(({ start, end }) => text.slice(start, end))).toEqual(lines);
  });
});
