import { describe, expect, it } from 'vitest';
import { whole } from '@/test/support/spans.ts';
import { orderIn } from './orders.ts';

describe('Sentences that order nothing', () => {
  it.each([
    '防汛这根弦时刻不能松。',
    '宁可空跑十趟，不可漏掉一户。',
    '请来农科院的专家，一户一户看苗。',
    '建设泵站到了关键时刻，各站干劲很足，但也存在备料不齐的问题。',
  ])('%s', (text) => {
    expect(orderIn(text, whole(text))).toBeNull();
  });
});

describe('Their neighbours that order something', () => {
  it.each([
    '泵站时刻不能离人，各站要双岗值守。',
    '宁可空跑十趟，各站也要逐户走到。',
    '请各站派专家逐户看苗。',
    '建设泵站要抓紧，对存在的问题要逐一整改。',
    '两个乡镇对去年以来没有验收的全部灌溉工程都要重新丈量。',
  ])('%s', (text) => {
    expect(orderIn(text, whole(text))).not.toBeNull();
  });
});
