// @vitest-environment jsdom

import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, resetPage, useInPage } from '@/test/support/ownPage.ts';
import { useHostAccess } from './useHostAccess.ts';

beforeEach(resetPage);
afterEach(resetPage);

const labels = (of: { label: string }[]) => of.map(({ label }) => label);

test('what can still be granted is offered: the site of the page, government sites, all sites', async () => {
  const hook = await useInPage(() => useHostAccess('https://www.qingshan.example/zw/1.html'));
  await vi.waitFor(() => expect(hook.now()).toHaveLength(3));
  expect(page.permissions.contains).toHaveBeenCalledWith({ origins: ['*://www.qingshan.example/*'] });
  expect(labels(hook.now())).toEqual([
    '允许本网站 www.qingshan.example',
    '允许政府网站 *.gov.cn',
    '允许所有网站',
  ]);
  const [site, gov, all] = hook.now();
  expect([site!.id, gov!.id, all!.id]).toEqual(['grant-site', 'grant-gov', 'grant-all']);
  for (const scope of hook.now()) scope.ask();
  expect(page.permissions.request.mock.calls.map(([asked]) => asked.origins)).toEqual([
    ['*://www.qingshan.example/*'],
    ['*://*.gov.cn/*'],
    ['*://*/*'],
  ]);
});

test('what is granted is offered no more, what is refused is', async () => {
  const hook = await useInPage(() => useHostAccess('https://a.example/'));
  await vi.waitFor(() => expect(hook.now()).toHaveLength(3));
  page.permissions.request.mockRejectedValue(new Error('refused'));
  await act(async () => hook.now()[0]!.ask());
  expect(page.permissions.contains).toHaveBeenCalledTimes(2);
  expect(hook.now()).toHaveLength(3);
  page.permissions.contains.mockResolvedValue(true);
  await act(async () => hook.now()[0]!.ask());
  await vi.waitFor(() => expect(hook.now()).toEqual([]));
});

test('without a page all sites are asked about; a page of the browser can be granted nothing', async () => {
  const none = await useInPage(() => useHostAccess(null));
  await vi.waitFor(() => expect(none.now()).toHaveLength(2));
  expect(page.permissions.contains).toHaveBeenCalledWith({ origins: ['*://*/*'] });
  for (const url of ['about:blank', 'chrome://settings', 'not an address']) {
    const hook = await useInPage(() => useHostAccess(url));
    await act(async () => {});
    expect(hook.now()).toEqual([]);
  }
});

test('a browser that cannot say what is granted is asked for nothing', async () => {
  page.permissions.contains.mockRejectedValue(new Error('no such pattern'));
  const hook = await useInPage(() => useHostAccess('https://a.example/'));
  await act(async () => {});
  expect(hook.now()).toEqual([]);
});
