import '@/test/support/interface.ts';

import { beforeEach, expect, test, vi } from 'vitest';
import { sampleAnnotation } from '@/test/support/samples.ts';
import type { ShownArticle } from './articleActions.ts';
import { textMarking } from './textMarking.ts';

const text = '各街道要在年底前完成管网检查。';
const span = { start: 8, end: 14 };
const shown: ShownArticle = {
  article: {
    title: '水务会议',
    source: '青山区政府办',
    publishedAt: '2025-03-04',
  } as ShownArticle['article'],
  url: 'https://www.qingshan.example/1',
  text,
  readAt: '2025-03-05T00:00:00Z',
  sha256: 'a'.repeat(64),
  annotations: [],
};
const store = {
  addMark: vi.fn(async () => 'step'),
  editMark: vi.fn(async () => null),
  undo: vi.fn(async () => null),
};
const correction = { id: 'c', kind: 'add' as const, at: {} as never, created: '2025-03-04T00:00:00Z' };
const notify = vi.fn();
const copyText = vi.fn(async () => true);
const marking = (annotations = shown.annotations) =>
  textMarking({ shown: { ...shown, annotations }, store, taskAt: () => correction, copyText, notify });

beforeEach(() => vi.clearAllMocks());

test('a colour marks the stretch in the captured text, and can be taken back', async () => {
  expect(await marking().choose(span, { action: 'highlight', color: 'blue' })).toBeNull();
  expect(store.addMark).toHaveBeenCalledWith(
    expect.objectContaining({
      color: 'blue',
      body: [],
      target: expect.objectContaining({ captured: { sha256: shown.sha256, ...span } }),
    }),
    { annotationId: expect.any(String), correction: null },
  );
  const [[words, undo]] = notify.mock.calls as [[string, () => unknown]];
  expect(words).toBe('已标记');
  await undo();
  expect(store.undo).toHaveBeenCalledWith('step');
});

test('a task is a mark with its tag and an entry of the list, at once', async () => {
  await marking().choose(span, { action: 'task', color: 'yellow' });
  expect(store.addMark).toHaveBeenCalledWith(
    expect.objectContaining({ body: [{ type: 'TextualBody', purpose: 'tagging', value: '任务' }] }),
    { annotationId: expect.any(String), correction },
  );
});

test('a note leads to the new mark, and the same words again to theirs', async () => {
  const id = await marking().choose(span, { action: 'note', color: 'yellow' });
  expect(id).toEqual(expect.any(String));
  const known = sampleAnnotation('完成管网检查', [], { sha256: shown.sha256!, ...span });
  store.addMark.mockClear();
  expect(await marking([known]).choose(span, { action: 'tag', color: 'yellow' })).toBe(known.id);
  expect(await marking([known]).choose(span, { action: 'highlight', color: 'pink' })).toBeNull();
  expect(store.editMark).toHaveBeenCalledWith(known.id, { color: 'pink' });
  expect(store.addMark).not.toHaveBeenCalled();
});

test('a citation is copied with its source, and a failure is said', async () => {
  await marking().choose(span, { action: 'cite', color: 'yellow' });
  expect(copyText).toHaveBeenCalledWith(
    `“${text.slice(8, 14)}”（青山区政府办：《水务会议》，2025-03-04，https://www.qingshan.example/1）`,
  );
  store.addMark.mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'storage' }));
  expect(await marking().choose(span, { action: 'highlight', color: 'blue' })).toBeNull();
  expect(notify.mock.lastCall![0]).toContain('没能写入');
});
