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
