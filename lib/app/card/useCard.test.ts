import '@/test/support/interface.ts';

import { expect, test } from 'vitest';
import { sampleAnnotation } from '@/test/support/samples.ts';
import { afterMessage, type CardState } from './useCard.ts';

const annotation = sampleAnnotation('堤防', ['汛期'], null);
const open = {
  type: 'open' as const,
  annotation,
  state: 'moved' as const,
  tags: ['汛期'],
  meanings: {},
  canJoin: false,
  focus: null,
};
const closed: CardState = { opened: null, removed: false, problem: '' };
const opened = afterMessage(closed, open);

test('the card shows the mark that it is opened with, and forgets what was before', () => {
  expect(opened).toEqual({ opened: open, removed: false, problem: '' });
  expect(afterMessage({ opened: null, removed: true, problem: 'x' }, open)).toEqual(opened);
});

test('what the page has done shows, and takes a failure away', () => {
  const changed = { ...annotation, color: 'blue' as const };
  const failed = { ...opened, problem: 'x' };
  expect(afterMessage(failed, { type: 'done', annotation: changed, state: 'found', canJoin: true })).toEqual({
    opened: { ...open, annotation: changed, state: 'found', canJoin: true },
    removed: false,
    problem: '',
  });
});

test('a mark that is deleted stays, to be restored', () => {
  const removed = afterMessage(opened, { type: 'done', annotation: null, state: 'missing', canJoin: false });
  expect(removed).toEqual({ opened: open, removed: true, problem: '' });
  const restored = afterMessage(removed, { type: 'done', annotation, state: 'found', canJoin: false });
  expect(restored).toMatchObject({ removed: false, opened: { annotation, state: 'found' } });
});

test('a failure is told in words, and nothing else changes', () => {
  expect(afterMessage(opened, { type: 'failed', code: 'storage' })).toEqual({
    ...opened,
    problem: '没能写入本机存储，内容尚未保存。请检查磁盘空间后再试。',
  });
});
