import { z } from '../../zod.ts';

/** An article that a tab shows, and the recognised address of the page in which it does. */
const Shown = z.object({ articleId: z.string(), address: z.string() });
export type Shown = z.infer<typeof Shown>;

/** A storage of this session, as `browser.storage.session`. */
export type SessionStorage = {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
};

const PREFIX = 'articleOfTab.';

/**
 * Which tab shows which article. Kept for the session, because the background is stopped and started at any time, and
 * because without host access no query finds a tab by its address. One key a tab: two writes at once lose nothing.
 */
export class ArticleTabs {
  constructor(private readonly storage: SessionStorage) {}

  /** Notes what a tab shows; null where it is no saved article. */
  note(tabId: number, shown: Shown | null): Promise<void> {
    const key = PREFIX + tabId;
    return shown ? this.storage.set({ [key]: shown }) : this.storage.remove(key);
  }

  async of(tabId: number): Promise<Shown | null> {
    const key = PREFIX + tabId;
    return Shown.safeParse((await this.storage.get(key))[key]).data ?? null;
  }

  /** Every tab that showed an article when it was last heard of, with the address at which it did. */
  async showing(articleId: string): Promise<Map<number, string>> {
    const tabs = new Map<number, string>();
    for (const [key, value] of Object.entries(await this.storage.get(null))) {
      const shown = key.startsWith(PREFIX) ? Shown.safeParse(value).data : undefined;
      if (shown?.articleId === articleId) tabs.set(Number(key.slice(PREFIX.length)), shown.address);
    }
    return tabs;
  }
}
