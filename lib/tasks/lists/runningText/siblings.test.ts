import { describe, expect, it } from 'vitest';
import { read } from '@/test/support/inShort.ts';

/** Shortens each list of a text to its speaker and the words of its tasks. */
const listsOf = (text: string) =>
  read(text).taskLists.map(({ speaker, tasks }) => [
    speaker?.name ?? null,
    ...tasks.map((task) => task.text),
  ]);

describe('A single order above another line of the same speaker', () => {
  it('is a sibling of the orders below, and ends before the new words', () => {
    const text =
      '会议指出，各站要备足沙袋。\n会议强调，治水是全县的大事。春汛将至。各镇要逐段清淤。各村要轮流巡堤。';
    expect(listsOf(text)).toEqual([['会议', '各站要备足沙袋', '各镇要逐段清淤', '各村要轮流巡堤']]);
  });

  it('is no sibling of what a meeting decides', () => {
    const text = '会议指出，清淤的事不能再等。\n会议确定：县水务局负责清淤，5月底前完工；县财政局安排资金。';
    expect(listsOf(text)).toEqual([['会议', '县水务局负责清淤，5月底前完工', '县财政局安排资金']]);
  });

  it('is no sibling of what another person says', () => {
    const text =
      '会议指出，各站要备足沙袋。\n镇长何苗强调，治水是全县的大事。各镇要逐段清淤。各村要轮流巡堤。';
    expect(listsOf(text)).toEqual([['何苗', '各镇要逐段清淤', '各村要轮流巡堤']]);
  });

  it('stays alone where the words below only tell what a body will do', () => {
    const text = '会议指出，各站要备足沙袋。\n会议强调，治水是全县的大事。县水务局将坚持每月巡查，聚焦险段。';
    expect(listsOf(text)).toEqual([]);
  });
});

describe('Words that order nothing', () => {
  it.each([
    '明年，县水务局将持续加强对泵站的巡查。',
    '全县治水有序，紧扣险段要实效，水质好转。',
    '对基层站所开展巡查促进了站所的规范、从严治党。',
    '何某对“三个必须”条条不放在心上，台账残缺。',
  ])('%s', (sentence) => {
    expect(listsOf(`会议指出，${sentence}各镇要清淤。各村要巡堤。`)).toEqual([
      ['会议', '各镇要清淤', '各村要巡堤'],
    ]);
  });

  it('stand with 不得 behind the order that they belong to', () => {
    expect(listsOf('会议强调，各站要备足沙袋；不得离岗。各镇要清淤；要巡堤。')).toEqual([
      ['会议', '各站要备足沙袋；不得离岗', '各镇要清淤', '要巡堤'],
    ]);
  });
});

describe('A further order of the same speaker', () => {
  it.each([
    '与此同时，积极谋划明年的疏浚。',
    '与此同时，要谋划明年的疏浚。',
    '深刻领会和全面把握治水条例是对各站的一贯要求，是多年经验的结晶，进一步坚定信心。',
  ])('%s', (sentence) => {
    expect(listsOf(`会议强调，各站要备足沙袋。要学好条例。${sentence}`)).toEqual([
      ['会议', '各站要备足沙袋', '要学好条例', sentence.slice(0, -1)],
    ]);
  });
});

describe('Lines with fields', () => {
  const lead = '会议指出，各站要备足沙袋。\n';

  it('go on with the speech, where one of them has 要', () => {
    expect(listsOf(`${lead}在节水方面，大力推广滴灌。在补水方面，加快疏通渠道。要压实责任。`)).toEqual([
      ['会议', '各站要备足沙袋', '在节水方面，大力推广滴灌', '在补水方面，加快疏通渠道', '要压实责任'],
    ]);
  });

  it('are a report without 要', () => {
    expect(listsOf(`${lead}在节水方面，大力推广滴灌。在补水方面，加快疏通渠道。`)).toEqual([]);
  });
});

describe('An order that announces points', () => {
  it('is no sibling of the orders before it', () => {
    const text =
      '镇长何苗强调，各站要备足沙袋。他要求，治水要做到以下几点。\n一是逐段清淤。各镇要巡堤。\n二是轮流值守。各村要派人。';
    expect(listsOf(text)).toEqual([['何苗', '逐段清淤。各镇要巡堤', '轮流值守。各村要派人']]);
  });
});

describe('What is no order of the list', () => {
  it.each([
    '建设泵站的目标，就是要让渠水常清。',
    '高标准建设泵站，主要目的是惠及两岸。',
    '不能因此否定各站的努力。',
    '推进清淤，是各站必须抓紧抓好的工作。',
    '同时，围绕汛期值守进行部署。',
  ])('%s', (sentence) => {
    expect(listsOf(`会议指出，${sentence}各镇要清淤。各村要巡堤。`)).toEqual([
      ['会议', '各镇要清淤', '各村要巡堤'],
    ]);
  });

  it('is a hope behind the last order', () => {
    expect(listsOf('镇长何苗强调，各镇要清淤。各村要巡堤。希望大家齐心协力，守好水源。')).toEqual([
      ['何苗', '各镇要清淤', '各村要巡堤'],
    ]);
  });
});
