// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { background, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleDraft, sampleReading } from '@/test/support/samples.ts';
import { addAnnotation, editAnnotation, getAnnotation, openStore, saveReading } from '../../store/index.ts';
import { useConfirm } from './useConfirm.ts';

const db = openStore();
const closed = vi.spyOn(globalThis, 'close').mockImplementation(() => {});
beforeEach(() => {
  resetPage();
  closed.mockClear();
});
afterEach(() => {
  resetPage();
});

async function asked() {
  const { saved } = await saveReading(db, sampleReading());
  const mark = await addAnnotation(db, saved.id, sampleDraft('管网检查'));
  await editAnnotation(db, mark.id, { note: '要点' });
  const hook = await useInPage(() => useConfirm(mark.id));
  await vi.waitFor(() => expect(hook.now().words).toBe('管网检查'));
  return { hook, articleId: saved.id, id: mark.id };
}

test('a mark is shown with its note, deleted when that is confirmed, and pages are told before the window closes', async () => {
  const { hook, articleId, id } = await asked();
  expect(hook.now()).toMatchObject({ note: '要点', problem: '' });
  background.answers['collection.changed'] = () => expect(closed).not.toHaveBeenCalled();
  await act(async () => void (await hook.now().remove()));
  expect(await getAnnotation(db, id)).toBeNull();
  expect(background.asked).toEqual([{ name: 'collection.changed', request: { articleIds: [articleId] } }]);
  expect(closed).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(hook.now()).toMatchObject({ words: null, note: '' }));
  // The mark is deleted already, so pages get no second message about it.
  await act(async () => void (await hook.now().remove()));
  expect([background.asked.length, closed.mock.calls.length]).toEqual([1, 2]);
});

test('a mark that is to be kept is kept; a refusal is told and keeps the window', async () => {
  const { hook, id } = await asked();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await act(async () => void (await hook.now().remove()));
  put.mockRestore();
  expect(hook.now().problem).toBe('没能写入本机存储，内容尚未保存。请检查磁盘空间后再试。');
  expect(closed).not.toHaveBeenCalled();
  hook.now().keep();
  expect(closed).toHaveBeenCalledTimes(1);
  expect(await getAnnotation(db, id)).not.toBeNull();
});
