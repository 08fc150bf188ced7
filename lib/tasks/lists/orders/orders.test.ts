import { describe, expect, it } from 'vitest';
import { whole } from '@/test/support/spans.ts';
import { orderIn } from './orders.ts';

describe('Sentences that order nothing', () => {
  it.each([
    '防汛这根弦时刻不能松。',
    '宁可空跑十趟，不可漏掉一户。',
    '请来农科院的专家，一户一户看苗。',
    '建设泵站到了关键时刻，各站干劲很足，但也存在备料不齐的问题。',
    '从管护的角度，结合近期汛情，提出了三处渠段的隐患。',
    '既要金山银山。',
    '供水企业敢于担当，加快检修，为全县作出了积极贡献。',
    '无论条件多艰苦。',
    '全面推进清淤、加快检修，水务站在防汛中的作用更加重要。',
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
    '对于整改不力的站所，不但要追究责任，还要全镇通报。',
    '水库除险，既要抓好工期，又要守住质量。',
    '无论是清淤还是检修，都要守住底线。',
    '牢固树立清水就是财富的理念，守住源头。',
    '统筹资金、人手等资源，扩大清淤规模。',
    '在全社会大力倡导节水的习惯。',
    '同时，在全县推广滴灌。',
    '机关科室除了值守外，要到各站帮忙。',
    '从管护的角度，结合近期汛情，加密巡查，除了险段还要看支渠。',
    '始终把水质作为底线，定期采样。',
  ])('%s', (text) => {
    expect(orderIn(text, whole(text))).not.toBeNull();
  });
});

describe('An order', () => {
  it.each([
    ['各级水利部门发现渗漏，要及时上报。', '各级水利部门发现'],
    ['各镇接到报告后，要立即处置。', '各镇接到报告后，'],
    ['水利局发现了渗漏，要及时上报。', '要及时上报。'],
  ])('begins with who meets the case: %s', (text, begin) => {
    const order = orderIn(text, whole(text));
    expect(order && text.slice(order.start, order.start + 8)).toBe(begin);
  });
});
