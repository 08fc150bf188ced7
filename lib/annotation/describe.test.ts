import { expect, test } from 'vitest';
import { locateQuote, quoteOf } from './describe.ts';

const sentence = '各镇要在汛期到来以前检查全部水闸，并把结果报区水务局；';
const spanIn = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const letters = (from: number, n: number) =>
  Array.from({ length: n }, (_, i) => String.fromCharCode(0x4e00 + (from + i) * 3)).join('');

test('a quote has 32 letters on either side, white space not counted', () => {
  const text = `${letters(0, 40)}\n 词语 ${letters(100, 40)}`;
  expect(quoteOf(text, spanIn(text, '词语'))).toEqual({
    type: 'TextQuoteSelector',
    exact: '词语',
    prefix: `${letters(8, 32)}\n `,
    suffix: ` ${letters(100, 32)}`,
  });
});

test('at the ends of a text there is as much context as there is', () => {
  expect(quoteOf('甲乙丙', { start: 0, end: 1 })).toMatchObject({ exact: '甲', prefix: '', suffix: '乙丙' });
  expect(quoteOf('甲乙丙', { start: 2, end: 3 })).toMatchObject({ exact: '丙', prefix: '甲乙', suffix: '' });
});

test('a quote with a twin gets more context, to 256 letters at most', () => {
  const twin = `${letters(0, 60)}词语${letters(100, 60)}`;
  const text = `甲${twin}乙${twin}丙`;
  expect(quoteOf(text, { start: 61, end: 63 }).prefix).toBe(`甲${letters(0, 60)}`);
  const far = `${letters(0, 300)}词语${letters(400, 300)}`;
  const quote = quoteOf(`${far}乙${far}`, { start: 300, end: 302 });
  expect([quote.prefix.length, quote.suffix.length]).toEqual([256, 256]);
});

test('of long white space 1,024 units are kept, next to the words', () => {
  const text = `甲${' '.repeat(3000)}词语${' '.repeat(3000)}乙`;
  const quote = quoteOf(text, spanIn(text, '词语'));
  expect([quote.prefix, quote.suffix]).toEqual([' '.repeat(1024), ' '.repeat(1024)]);
});

test('no character is cut in half', () => {
  const text = `𠮷${letters(0, 31)}词语${letters(100, 31)}𠮷`;
  const quote = quoteOf(text, spanIn(text, '词语'));
  expect([quote.prefix, quote.suffix]).toEqual([letters(0, 31), letters(100, 31)]);
  const whole = `𠮷${letters(0, 30)}词语${letters(100, 30)}𠮷`;
  expect(quoteOf(whole, spanIn(whole, '词语')).prefix).toBe(`𠮷${letters(0, 30)}`);
  expect(quoteOf(whole, spanIn(whole, '词语')).suffix).toBe(`${letters(100, 30)}𠮷`);
});

test('a quote is located whatever white space, width and script the text has', () => {
  const quote = quoteOf(sentence, spanIn(sentence, '检查全部水闸'));
  expect(locateQuote(quote, sentence)).toEqual(spanIn(sentence, '检查全部水闸'));
  const turned = '　各鎮要在汛期到來以前檢查 全部\n水閘,並把結果報區水務局;';
  const span = locateQuote(quote, turned)!;
  expect(turned.slice(span.start, span.end)).toBe('檢查 全部\n水閘');
});

test('a quote is located nowhere where its words or their context are missing', () => {
  const quote = quoteOf(sentence, spanIn(sentence, '检查'));
  expect(locateQuote(quote, '会议听取了汇报。')).toBeNull();
  expect(locateQuote(quote, '会议听取了检查汇报，要求认真抓好整改落实工作。')).toBeNull();
});

test('a text of the very page has nearly all the context', () => {
  const quote = quoteOf(sentence, spanIn(sentence, '检查全部水闸'));
  const changed = sentence.replace('区水务局', '县政府办');
  expect(locateQuote(quote, changed)).not.toBeNull();
  expect(locateQuote(quote, changed, true)).toBeNull();
  expect(locateQuote(quote, sentence, true)).toEqual(spanIn(sentence, '检查全部水闸'));
});
