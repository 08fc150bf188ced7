import '@/test/support/interface.ts';

import { beforeEach, expect, test, vi } from 'vitest';
import { sampleAnnotation } from '@/test/support/samples.ts';
import type { Ask } from './channel.ts';
import { markView } from './markActions.ts';

const annotation = sampleAnnotation('堤防', ['汛期'], null);
const said: [string, (() => Promise<unknown>) | undefined][] = [];

const setUp = (answer: () => Promise<unknown> = async () => ({ found: true })) => {
  const ask = vi.fn(answer);
  const store = {
    editMark: vi.fn(async () => annotation),
    removeMark: vi.fn(async (): Promise<string | null> => 'a step'),
    undo: vi.fn(async () => null),
  };
  const article = { showMark: vi.fn(async () => {}), lightMark: vi.fn() };
  const view = markView({
    annotation,
    state: 'found',
    ask: ask as unknown as Ask,
    store,
    article,
    notify: (words, undo) => void said.push([words, undo]),
  });
  return { ask, store, article, view };
};

beforeEach(() => {
  said.length = 0;
});

test('a mark shows its words, note, tags, colour and state', () => {
  expect(setUp().view).toMatchObject({
    id: annotation.id,
    words: '堤防',
    note: '',
    tags: ['汛期'],
    color: 'yellow',
    state: 'found',
  });
});

test('a mark that is removed can be put back as it was', async () => {
  const { store, view } = setUp();
  await view.remove();
  expect(store.removeMark).toHaveBeenCalledWith(annotation.id);
  expect(said.map(([words]) => words)).toEqual(['标记已删除']);
  await said[0]![1]?.();
  expect(store.undo).toHaveBeenCalledWith('a step');
});

test('a mark that was gone already is not called deleted', async () => {
  const { store, view } = setUp();
  store.removeMark.mockResolvedValue(null);
  await view.remove();
  expect(said).toEqual([]);
});

test('what the collection refuses is told in words; a note rejects, so that its field keeps it', async () => {
  const { store, view } = setUp();
  const refused = { code: 'storage' };
  store.removeMark.mockRejectedValue(refused);
  store.editMark.mockRejectedValue(refused);
  await view.remove();
  await view.setColor('blue');
  expect(said.map(([words]) => words)).toEqual([
    '没能写入本机存储，内容尚未保存。请检查磁盘空间后再试。',
    '没能写入本机存储，内容尚未保存。请检查磁盘空间后再试。',
  ]);
  await expect(view.edit({ note: '下周核对' })).rejects.toBe(refused);
  expect(said).toHaveLength(2);
});

test('a new colour goes to this mark', async () => {
  const { store, view } = setUp();
  await view.setColor('blue');
  expect(store.editMark).toHaveBeenCalledWith(annotation.id, { color: 'blue' });
});

test.each([
  [true, '请在网页上选中新的位置'],
  [false, '请先打开原网页'],
])('a new place is chosen on the page, where that is open: %s', async (found, words) => {
  const { ask, view } = setUp(async () => ({ found }));
  await view.reattach();
  expect(ask).toHaveBeenCalledWith('article.reattach', {
    articleId: annotation.articleId,
    id: annotation.id,
  });
  expect(said.map(([sentence]) => sentence)).toEqual([words]);
});

test('the way to its place, and its light', async () => {
  const { article, view } = setUp();
  await view.show();
  expect(article.showMark).toHaveBeenCalledWith(annotation.id, expect.objectContaining({ exact: '堤防' }));
  view.light(true);
  view.light(false);
  expect(article.lightMark.mock.calls).toEqual([[annotation.id], [null]]);
});
