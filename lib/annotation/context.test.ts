import { expect, test } from 'vitest';
import { foldQuote, occurrences, weigh } from './context.ts';

const PREFIX = '会议听取了本月排水工作的情况';
const SUFFIX = '逐个清掏并共清出淤泥三车运走';
const quote = { exact: '雨水篦子', prefix: PREFIX, suffix: SUFFIX };
const weighed = (before: string, after: string, one = quote) =>
  weigh(`${before}雨水篦子${after}`, one, before.length, before.length + 4);

test('a quote is folded in all its parts', () => {
  const folded = foldQuote({ type: 'TextQuoteSelector', exact: '清 掏', prefix: '區，', suffix: '「甲' });
  expect(folded).toEqual({ exact: '清掏', prefix: '区,', suffix: '"甲' });
});

test('words occur where they stand, also where they overlap, as often as asked', () => {
  expect(occurrences('甲乙甲乙甲', '甲乙甲')).toEqual([0, 2]);
  expect(occurrences('甲甲甲甲', '甲', 2)).toEqual([0, 1]);
  expect(occurrences('甲乙', '')).toEqual([]);
  expect(occurrences('甲乙', '丙')).toEqual([]);
});

test('a place in the whole context has all of it, one in a strange context none', () => {
  expect(weighed(PREFIX, SUFFIX)).toEqual({ at: 14, end: 18, context: 1, side: 1 });
  expect(weighed('镇里随后组织三支队伍由北向南', '用去整整两天时间尚未发现问题')).toMatchObject({
    context: 0,
    side: 0,
  });
});

test('one side that stays is half of the context and the whole of a side', () => {
  expect(weighed(PREFIX, '用去整整两天时间尚未发现问题')).toMatchObject({ context: 0.5, side: 1 });
  expect(weighed('镇里随后组织三支队伍由北向南', SUFFIX)).toMatchObject({ context: 0.5, side: 1 });
});

test('a small edit in the context is stepped over, a long one ends it', () => {
  expect(weighed(PREFIX, SUFFIX.replace('共', '一共'))).toMatchObject({ context: 1 });
  expect(weighed(PREFIX, SUFFIX.replace('清出', '运走'))).toMatchObject({ context: 26 / 28 });
  expect(weighed(PREFIX, `${'新'.repeat(12)}${SUFFIX}`)).toMatchObject({ context: 1 });
  expect(weighed(PREFIX, `${'新'.repeat(13)}${SUFFIX}`)).toMatchObject({ context: 0.5 });
  expect(weighed(`新新${PREFIX.slice(0, -2)}`, SUFFIX)).toMatchObject({ context: 26 / 28 });
});

test('beyond an edit three letters must agree', () => {
  const short = { ...quote, suffix: '甲乙丙丁戊己庚辛' };
  expect(weighed(PREFIX, '甲乙丙丁新戊己庚辛', short)).toMatchObject({ context: 1 });
  expect(weighed(PREFIX, '甲乙丙丁戊新己庚辛', short)).toMatchObject({ context: 1 });
  expect(weighed(PREFIX, '甲乙丙丁戊己新庚辛', short)).toMatchObject({ context: 20 / 22 });
});

test('at the ends of a text only what can stand there is asked for', () => {
  expect(weighed('', SUFFIX)).toMatchObject({ context: 1, side: 1 });
  expect(weighed(PREFIX.slice(-4), SUFFIX)).toMatchObject({ context: 1 });
  // Fewer than eight characters of context count as no evidence.
  expect(weighed(PREFIX.slice(-3), SUFFIX.slice(0, 4))).toMatchObject({ context: 7 / 28 });
  expect(weighed(PREFIX.slice(-4), SUFFIX.slice(0, 4))).toMatchObject({ context: 1 });
});

test('a quote without context is contradicted by nothing, and short sides prove nothing', () => {
  expect(weighed('甲', '乙', { ...quote, prefix: '', suffix: '' })).toMatchObject({ context: 1, side: 1 });
  expect(weighed(PREFIX, '镇里', { ...quote, prefix: PREFIX.slice(-7), suffix: '' })).toMatchObject({
    side: 0,
  });
  expect(weighed(PREFIX, '镇里', { ...quote, prefix: PREFIX.slice(-8), suffix: '' })).toMatchObject({
    side: 1,
  });
});
