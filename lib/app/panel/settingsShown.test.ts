// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { DEFAULTS } from '../../record/settings.ts';
import { useColorMeanings, useSettings } from '../useSettings.ts';

beforeEach(resetPage);
afterEach(resetPage);

test('settings show as they are, and are read once until they change', async () => {
  const get = vi.spyOn(page.storage.local, 'get');
  const { now, again } = await useInPage(useSettings);
  await vi.waitFor(() => expect(now().settings).toEqual(DEFAULTS));
  const before = get.mock.calls.length;
  await again();
  await again();
  expect(get.mock.calls.length).toBe(before);
  await act(async () => void (await now().change({ printsMarks: false, colorMeanings: { green: '数据' } })));
  expect(now().settings).toMatchObject({ printsMarks: false, colorMeanings: { green: '数据' } });
  const meanings = await useInPage(useColorMeanings);
  await vi.waitFor(() => expect(meanings.now()).toEqual({ green: '数据' }));
});
