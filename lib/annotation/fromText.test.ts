import { expect, test } from 'vitest';
import { draftFromText } from './fromText.ts';

test('a mark on a captured text is tied to it, with its quote and tags', () => {
  const about = { source: 'https://a.example/', color: 'blue', tags: ['任务'], sha256: 'x' } as const;
  expect(draftFromText('镇里要清淤。', { start: 3, end: 5 }, { ...about, tags: ['任务'] })).toEqual({
    color: 'blue',
    body: [{ type: 'TextualBody', purpose: 'tagging', value: '任务' }],
    target: {
      source: 'https://a.example/',
      selector: [{ type: 'TextQuoteSelector', exact: '清淤', prefix: '镇里要', suffix: '。' }],
      captured: { sha256: 'x', start: 3, end: 5 },
    },
  });
  const untied = draftFromText('甲乙', { start: 0, end: 1 }, { ...about, tags: [], sha256: null });
  expect(untied).toMatchObject({ body: [], target: { captured: null } });
});
