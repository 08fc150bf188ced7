import { describe, expect, it } from 'vitest';
import { whole, words } from '@/test/support/spans.ts';
import { partsOfTask } from './measures.ts';

describe('What a task consists of', () => {
  const of = (text: string) => {
    const { heading, measures } = partsOfTask(text, whole(text));
    return { heading: heading && words(text)(heading), measures: measures.map(words(text)) };
  };
  it.each([
    ['加强值守', null, []],
    ['提高站位，增强紧迫感', '提高站位', []],
    ['科学编制规划。摸清底数。明确时限。（市水务局负责）', '科学编制规划', ['摸清底数', '明确时限']],
    ['要立德树人，一是抓好课堂；二是抓好实践', '要立德树人', ['抓好课堂', '抓好实践']],
    ['完善预案\n修订总体预案。\n组织演练。', '完善预案', ['修订总体预案', '组织演练']],
  ])('%j', (text, heading, measures) => {
    expect(of(text)).toEqual({ heading, measures });
  });
});
