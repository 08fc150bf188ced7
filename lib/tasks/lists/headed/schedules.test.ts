import { describe, expect, it } from 'vitest';
import { inShort } from '@/test/support/inShort.ts';

describe('A schedule', () => {
  const below = (...items: string[]) =>
    `现将有关事项通知如下。\n一、主要任务\n（一）清淤。各镇要清淤。\n（二）巡堤。各村要巡堤。\n二、时间安排\n${items.join('\n')}\n三、工作要求\n（一）压实责任。各镇要列出清单。\n（二）严格督导。督查室要每月通报。`;

  it('is a list of tasks where each item tells a public body what to do', () => {
    const text = below('（一）自查。各站于3月1日前完成自查。', '（二）抽查。县水务局组织力量抽查泵站。');
    expect(inShort(text).map(({ tasks }) => tasks.length)).toEqual([2, 2, 2]);
  });

  it('is no list where an item only names a period', () => {
    const text = below('（一）自查。3月1日至3月10日。', '（二）抽查。县水务局组织力量抽查泵站。');
    expect(inShort(text).map(({ tasks }) => tasks.length)).toEqual([2, 2]);
  });
});
