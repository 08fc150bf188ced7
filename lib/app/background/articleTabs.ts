import { z } from '../../zod.ts';

/** The article that a tab shows, and the address by which the page was recognised. */
const Shown = z.object({ articleId: z.string(), address: z.string() });
export type Shown = z.infer<typeof Shown>;

/** The part of `browser.storage.session` that `ArticleTabs` uses. */
export type SessionStorage = {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
};

/** The beginning of the keys in session storage that say what a tab shows. The id of the tab follows. */
export const ARTICLE_OF_TAB = 'articleOfTab.';

/** The key in session storage for the tab that was read last after a click on the icon, and when. */
export const TAB_READ = 'tabRead';

/**
 * Remembers which tab shows which article, because without host access the browser hides the addresses of tabs. Uses
 * session storage, because the browser stops and starts the background at any time. Each tab has its own key, so that
 * two writes at once lose nothing.
 */
export class ArticleTabs {
  constructor(private readonly storage: SessionStorage) {}

  /** Records which article a tab shows; null where the page is not saved. */
  note(tabId: number, shown: Shown | null): Promise<void> {
    const key = ARTICLE_OF_TAB + tabId;
    return shown ? this.storage.set({ [key]: shown }) : this.storage.remove(key);
  }

  /**
   * Records that a tab was read. A click on the icon gives access to the tab without an event, so the side panel beside
   * it looks again when this changes.
   */
  noteRead(tabId: number): Promise<void> {
    return this.storage.set({ [TAB_READ]: `${tabId} ${Date.now()}` });
  }

  async of(tabId: number): Promise<Shown | null> {
    const key = ARTICLE_OF_TAB + tabId;
    return Shown.safeParse((await this.storage.get(key))[key]).data ?? null;
  }

  /** The tabs last known to show an article, each with the address of its page. */
  async showing(articleId: string): Promise<Map<number, string>> {
    const tabs = new Map<number, string>();
    for (const [key, value] of Object.entries(await this.storage.get(null))) {
      const shown = key.startsWith(ARTICLE_OF_TAB) ? Shown.safeParse(value).data : undefined;
      if (shown?.articleId === articleId) tabs.set(Number(key.slice(ARTICLE_OF_TAB.length)), shown.address);
    }
    return tabs;
  }
}
