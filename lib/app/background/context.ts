import type { browser } from 'wxt/browser';
import type { Store } from '../../store/index.ts';
import type { ArticleTabs } from './articleTabs.ts';
import type { Copy } from './clipboard.ts';

/** The browser APIs that the background needs. Tests pass fake ones. */
type Extension = Pick<
  typeof browser,
  | 'action'
  | 'commands'
  | 'contextMenus'
  | 'i18n'
  | 'pageCapture'
  | 'permissions'
  | 'runtime'
  | 'scripting'
  | 'storage'
  | 'tabs'
  | 'windows'
>;

/** What all parts of the background share. */
export type Context = {
  browser: Extension;
  db: Store;
  articleTabs: ArticleTabs;
  copy: Copy;
};
