// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resetPage, useInPage } from '@/test/support/ownPage.ts';
import { t } from '../i18n.ts';
import { useNotice } from './useNotice.ts';

beforeEach(resetPage);
afterEach(resetPage);

test('a sentence shows until it is dismissed, each as one of its own', async () => {
  const { now } = await useInPage(useNotice);
  expect(now().notice).toBeNull();
  await act(() => now().notify('已保存'));
  const first = now().notice!;
  expect(first).toMatchObject({ words: '已保存', undo: undefined });
  await act(() => now().notify('已保存'));
  expect(now().notice!.key).not.toBe(first.key);
  await act(() => now().dismiss());
  expect(now().notice).toBeNull();
});

test('no words end a sentence, but not one that offers an undo', async () => {
  const { now } = await useInPage(useNotice);
  await act(() => now().notify('已保存'));
  await act(() => now().notify(''));
  expect(now().notice).toBeNull();
  await act(() => now().notify('已删除', async () => {}));
  await act(() => now().notify(''));
  expect(now().notice?.words).toBe('已删除');
});

test('an undo ends its sentence, and one that was refused is offered again with the reason', async () => {
  const { now } = await useInPage(useNotice);
  const undo = vi.fn().mockRejectedValueOnce({ code: 'storage' }).mockResolvedValueOnce(undefined);
  await act(() => now().notify('已删除', undo));
  await act(async () => now().notice!.undo!());
  expect(now().notice).toMatchObject({ words: t('error_storage' as never), undo: expect.any(Function) });
  await act(async () => now().notice!.undo!());
  expect(now().notice).toBeNull();
  expect(undo).toHaveBeenCalledTimes(2);
});

test('an undo that finds its step undone already says so', async () => {
  const { now } = await useInPage(useNotice);
  await act(() => now().notify('已删除', async () => null));
  await act(async () => now().notice!.undo!());
  expect(now().notice).toMatchObject({ words: t('undoneElsewhere'), undo: undefined });
});
