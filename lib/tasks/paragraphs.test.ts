import { expect, test } from 'vitest';
import { partsOf, quotedIn, sentencesOf } from './paragraphs.ts';

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
