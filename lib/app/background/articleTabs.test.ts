import { expect, test } from 'vitest';
import { FakeBrowser } from '../../../test/support/fakeBrowser.ts';
import { ArticleTabs } from './articleTabs.ts';

const shows = (articleId: string, address = '//a.cn/1') => ({ articleId, address });

test('an article is known in every tab that shows it, each at its address', async () => {
  const tabs = new ArticleTabs(new FakeBrowser().storage.session);
  await Promise.all([
    tabs.note(1, shows('a')),
    tabs.note(2, shows('b')),
    tabs.note(13, shows('a', '//m.a.cn/1')),
  ]);
  expect(await tabs.showing('a')).toEqual(
    new Map([
      [1, '//a.cn/1'],
      [13, '//m.a.cn/1'],
    ]),
  );
  expect(await tabs.of(2)).toEqual(shows('b'));
  expect(await tabs.of(3)).toBeNull();
});

test('a tab shows one article at a time, and none once it says so', async () => {
  const tabs = new ArticleTabs(new FakeBrowser().storage.session);
  await tabs.note(1, shows('a'));
  await tabs.note(1, shows('b'));
  expect(await tabs.showing('a')).toEqual(new Map());
  await tabs.note(1, null);
  expect(await tabs.of(1)).toBeNull();
});

test('what else is kept for the session, or is out of form, is no tab', async () => {
  const { storage } = new FakeBrowser();
  const tabs = new ArticleTabs(storage.session);
  await storage.session.set({
    panelArticle: shows('a'),
    'articleOfTab.4': { articleId: 'a' },
    'articleOfTab.5': shows('a'),
  });
  expect(await tabs.showing('a')).toEqual(new Map([[5, '//a.cn/1']]));
  expect(await tabs.of(4)).toBeNull();
});
