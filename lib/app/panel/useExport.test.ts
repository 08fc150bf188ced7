// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resetPage, useInPage } from '@/test/support/ownPage.ts';
import { sampleReading } from '@/test/support/samples.ts';
import { articleIds, openStore, saveReading } from '../../store/index.ts';
import { useExport } from './useExport.ts';

const said: string[] = [];
beforeEach(() => {
  resetPage();
  localStorage.clear();
  said.length = 0;
});
afterEach(() => vi.restoreAllMocks());

test('all is exported in the format that was chosen, which is remembered', async () => {
  const db = openStore();
  await saveReading(db, sampleReading());
  URL.createObjectURL = () => 'blob:1';
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  const hook = await useInPage(() => useExport(db, (words) => void said.push(words)));
  expect(hook.now().format.id).toBe('json');
  await act(async () => hook.now().choose('csv-tasks'));
  await act(async () => void (await hook.now().run(() => articleIds(db))));
  expect(names).toEqual([expect.stringMatching(/\.tasks\.csv$/)]);
  expect([said, hook.now().progress]).toEqual([['已导出 1 篇'], null]);
  expect(localStorage.getItem('exportFormat')).toBe('csv-tasks');
});

test('what is stopped says so', async () => {
  const db = openStore();
  const hook = await useInPage(() => useExport(db, (words) => void said.push(words)));
  const run = hook.now().run(async () => {
    const ids = await articleIds(db);
    hook.now().stop();
    return ids;
  });
  await act(async () => void (await run));
  expect(said).toEqual(['已停止导出，没有生成文件。']);
});
