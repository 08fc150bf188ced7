import { describe, expect, it } from 'vitest';
import { documentsOf } from './documents.ts';

describe('Documents', () => {
  it('are those in 《》 of an official kind, each once, with what was done to them', () => {
    const text =
      '会议审议通过《关于加强基层治理的实施意见》。市政府印发《防汛应急预案（2025年修订）》，《预案》明确了分工。他推荐《平凡的世界》。';
    expect(documentsOf(text).map(({ title, kind, act }) => [title, kind, act])).toEqual([
      ['关于加强基层治理的实施意见', '实施意见', 'passed'],
      ['防汛应急预案（2025年修订）', '预案', 'issued'],
    ]);
  });

  it('tell what was done by their words alone, also at the end of a text', () => {
    const actOf = (text: string) => documentsOf(text).map(({ act }) => act);
    expect(actOf('县政府印发《青山区防汛方案》')).toEqual(['issued']);
    expect(actOf('要落实《青山区防汛方案》\n各镇要备料。')).toEqual(actOf('要落实《青山区防汛方案》。'));
  });
});
