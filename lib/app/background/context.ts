import type { browser } from 'wxt/browser';
import type { Store } from '../../store/index.ts';
import type { ArticleTabs } from './articleTabs.ts';
import type { Copy } from './clipboard.ts';

/** What the background needs of the browser; a test passes a fake one. */
type Extension = Pick<
  typeof browser,
  | 'action'
  | 'commands'
  | 'contextMenus'
  | 'i18n'
  | 'permissions'
  | 'runtime'
  | 'scripting'
  | 'storage'
  | 'tabs'
  | 'windows'
>;

/** What the parts of the background share. */
export type Context = {
  browser: Extension;
  db: Store;
  articleTabs: ArticleTabs;
  copy: Copy;
};
