import { type Answerer, answerer, type Handlers } from '@/lib/messages/channel.ts';
import { pageMessages } from '@/lib/messages/page.ts';

export const ID = 'pizhuextension';
export const OWN = `chrome-extension://${ID}/`;

type Listener = (...args: never[]) => unknown;

/** A browser event. `fire` calls all listeners. */
function event() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    fire: (...args: unknown[]) => listeners.map((listener) => listener(...(args as never[]))),
  };
}

/** A frame of a tab. `answers` has the replies of the extension's script, once that script runs in the frame. */
export type FakeFrame = {
  frameId: number;
  url: string;
  text: string;
  /** Whether the frame has another origin than the page around it, so that it cannot access that page. */
  foreign: boolean;
  /** Whether a person has selected words in the frame. */
  selected: boolean;
  readyState: string;
  /** The HTTP status with which the document was sent, and its content type. */
  status: number;
  contentType: string;
  answers: Partial<Handlers<typeof pageMessages>>;
  files: string[];
  css: { css: string; origin: string }[];
};

export type FakeTab = {
  id: number;
  url: string;
  windowId: number;
  discarded: boolean;
  incognito: boolean;
  /** Whether the extension may see the tab's address and inject scripts. */
  granted: boolean;
  /** The browser's error message where it refuses to inject scripts; null where it permits. */
  refuses: string | null;
  frames: FakeFrame[];
  badge: string;
  title: string;
  active: boolean;
};

const frameOf = (frameId: number, url: string, more: Partial<FakeFrame> = {}): FakeFrame => ({
  frameId,
  url,
  text: '一页有许多字的文章，长过二十个字，读者才会进来看它。',
  foreign: false,
  selected: false,
  readyState: 'complete',
  status: 200,
  contentType: 'text/html',
  answers: {},
  files: [],
  css: [],
  ...more,
});

/**
 * Whether an address matches a pattern. Supports only the patterns that the tests use: `https://a.cn/*`, `*://a.cn/*`.
 */
const matchesPattern = (url: string, pattern: string) =>
  pattern.startsWith('*:')
    ? url.replace(/^https?/, '*').startsWith(pattern.slice(0, -1))
    : url.startsWith(pattern.replace('*', ''));

/** A message that reached the extension's script in a frame. */
export type Asked = { tabId: number; frameId: number; name: string; request: unknown };

const storageArea = (held: Map<string, unknown>, onChanged = event()) => ({
  onChanged,
  get: async (key: string | null): Promise<Record<string, unknown>> =>
    key === null ? Object.fromEntries(held) : held.has(key) ? { [key]: held.get(key) } : {},
  set: async (items: Record<string, unknown>) => {
    const changes = Object.entries(items).map(([key, newValue]) => {
      const oldValue = held.get(key);
      held.set(key, newValue);
      return [key, { oldValue, newValue }];
    });
    onChanged.fire(Object.fromEntries(changes));
  },
  remove: async (key: string) => void held.delete(key),
});

/** A browser with tabs and messages, as the extension's background sees it. */
export class FakeBrowser {
  readonly all: FakeTab[] = [];
  readonly asked: Asked[] = [];
  readonly created: string[] = [];
  readonly copied: string[] = [];
  readonly focused: number[] = [];
  /** Events that were dispatched in documents, as `tab.frame type`. */
  readonly events: string[] = [];
  readonly menu: { id: string; title: string; contexts: string[] }[] = [];
  readonly injected: { tabId: number; frameIds: number[]; file: string }[] = [];
  origins: string[] = [];
  /** The optional permissions that the person has granted. */
  optional: string[] = [];
  scripts: { id: string; matches: string[] }[] = [];
  private readonly session = new Map<string, unknown>();

  open(id: number, url: string, more: Partial<FakeTab> = {}, frames: Partial<FakeFrame>[] = []): FakeTab {
    const tab: FakeTab = {
      id,
      url,
      windowId: 1,
      discarded: false,
      incognito: false,
      granted: true,
      refuses: null,
      badge: '',
      title: '',
      active: false,
      ...more,
      frames: [
        frameOf(0, url, frames[0]),
        ...frames.slice(1).map((one, i) => frameOf(i + 1, one.url ?? url, one)),
      ],
    };
    this.all.push(tab);
    return tab;
  }

  close(id: number): void {
    this.all.splice(
      this.all.findIndex((tab) => tab.id === id),
      1,
    );
  }

  tab(id: number): FakeTab {
    const tab = this.all.find((one) => one.id === id);
    if (!tab) throw new Error(`No tab with id: ${id}.`);
    return tab;
  }

  /** The messages sent to scripts in frames since the last call, as `tab.frame name`. */
  heard(): string[] {
    return this.asked.splice(0).map(({ tabId, frameId, name }) => `${tabId}.${frameId} ${name}`);
  }

  private async hear(tab: FakeTab, frame: FakeFrame, raw: unknown): Promise<unknown> {
    const { pizhu: name, request } = raw as { pizhu: string; request: unknown };
    this.asked.push({ tabId: tab.id, frameId: frame.frameId, name, request });
    const known: Record<string, unknown> = {
      'page.refresh': () => ({}),
      'page.markChanged': () => ({}),
      'page.reattach': () => ({}),
      ...frame.answers,
    };
    const answer: Answerer<null> = answerer(pageMessages, known as Handlers<typeof pageMessages>);
    return JSON.parse(JSON.stringify(await answer(raw, null)));
  }

  private seen = ({ url, granted, id, windowId, discarded, incognito }: FakeTab) => ({
    id,
    windowId,
    discarded,
    incognito,
    ...(granted ? { url } : {}),
  });

  /**
   * Runs an injected function as if in a frame. The globals of the frame are set only until the function first awaits
   * something.
   */
  private run(tab: FakeTab, frame: FakeFrame, func: (...args: unknown[]) => unknown, args: unknown[]) {
    const page = { document: {} };
    const foreign = {
      get document(): never {
        throw new Error('Blocked a frame from accessing a cross-origin frame.');
      },
    };
    const world: Record<string, unknown> = {
      self: frame.frameId === 0 ? page : { frame: frame.frameId },
      top: frame.foreign ? foreign : page,
      document: {
        body: { textContent: frame.text },
        readyState: frame.readyState,
        contentType: frame.contentType,
        addEventListener: () => {},
        dispatchEvent: ({ type }: Event) => void this.events.push(`${tab.id}.${frame.frameId} ${type}`),
      },
      performance: { getEntriesByType: () => [{ responseStatus: frame.status }] },
    };
    if (frame.files.includes('/reader.js'))
      world.pizhuReader = {
        answer: async (raw: string) => JSON.stringify(await this.hear(tab, frame, JSON.parse(raw))),
        pause: () => void frame.files.push('paused'),
        resume: () => void frame.files.push('resumed'),
      };
    if (frame.files.includes('/links.js'))
      world.pizhuLinks = {
        end: () => void frame.files.push('links ended'),
        refresh: () => void frame.files.push('looked again'),
      };
    if (frame.selected) world.pizhuSelected = true;
    if (frame.files.includes('/stub.js')) world.pizhuStub = () => void frame.files.push('asked again');
    const before = Object.getOwnPropertyDescriptors(globalThis) as Record<string, PropertyDescriptor>;
    for (const [name, value] of Object.entries(world))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    try {
      return func(...args);
    } finally {
      for (const name of Object.keys(world)) {
        if (before[name]) Object.defineProperty(globalThis, name, before[name]);
        else delete (globalThis as Record<string, unknown>)[name];
      }
    }
  }

  readonly runtime = {
    id: ID,
    getManifest: () => ({ version: '0.0.0' }),
    getURL: (path: string) => OWN + path.replace(/^\//, ''),
    onMessage: event(),
    onInstalled: event(),
    onStartup: event(),
  };
  readonly commands = { onCommand: event() };
  readonly contextMenus = {
    onClicked: event(),
    removeAll: async () => void this.menu.splice(0),
    create: (item: { id: string; title: string; contexts: string[] }) => void this.menu.push(item),
  };
  readonly i18n = {
    getMessage: (key: string) => (key === 'languageTag' ? 'zh-CN' : `«${key}»`),
  };
  readonly action = {
    setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => {
      this.tab(tabId).badge = text;
    },
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
    setTitle: async ({ tabId, title }: { tabId: number; title: string }) => {
      this.tab(tabId).title = title;
    },
  };
  readonly permissions = {
    getAll: async () => ({ origins: this.origins }),
    contains: async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
      origins.every((one) => this.origins.includes(one)) &&
      permissions.every((one) => this.optional.includes(one)),
    onAdded: event(),
    onRemoved: event(),
  };
  readonly pageCapture = {
    saveAsMHTML: async ({ tabId }: { tabId: number }): Promise<Blob | undefined> => {
      if (!this.optional.includes('pageCapture')) throw new Error("'pageCapture' permission is required.");
      return new Blob([
        `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${this.tab(tabId).url}\r\n\r\n的正文`,
      ]);
    },
  };
  readonly windows = { update: async (id: number) => void this.focused.push(id) };
  readonly tabs = {
    onUpdated: event(),
    query: async ({ url, active }: { url?: string[]; active?: boolean }) =>
      this.all
        .filter((tab) => active === undefined || tab.active === active)
        .filter((tab) => !url || url.some((one) => matchesPattern(tab.url, one)))
        .map(this.seen),
    get: async (id: number) => this.seen(this.tab(id)),
    update: async (id: number, { active }: { active: boolean }) => {
      this.tab(id).active = active;
      return this.seen(this.tab(id));
    },
    create: async ({ url }: { url: string }) => void this.created.push(url),
    sendMessage: async (id: number, raw: unknown, { frameId }: { frameId: number }) => {
      const tab = this.tab(id);
      const frame = tab.frames.find((one) => one.frameId === frameId);
      if (!frame?.files.includes('/reader.js')) throw new Error('Receiving end does not exist.');
      return this.hear(tab, frame, JSON.parse(JSON.stringify(raw)));
    },
  };
  readonly scripting = {
    executeScript: async (injection: {
      target: { tabId: number; allFrames?: boolean; frameIds?: number[] };
      injectImmediately?: boolean;
      files?: string[];
      func?: (...args: unknown[]) => unknown;
      args?: unknown[];
    }) => {
      const { tabId, allFrames, frameIds = [0] } = injection.target;
      const tab = this.tab(tabId);
      if (tab.refuses) throw new Error(tab.refuses);
      // Without `injectImmediately`, never answers. A real browser would wait until every frame has loaded, even for a
      // frame that never does.
      if (!injection.injectImmediately) return new Promise<never>(() => {});
      const frames = tab.frames.filter((one) => allFrames || frameIds.includes(one.frameId));
      const { files = [], func, args = [] } = injection;
      for (const file of files) {
        this.injected.push({ tabId, frameIds: frames.map((one) => one.frameId), file });
        for (const frame of frames) frame.files.push(file);
      }
      return Promise.all(
        frames.map(async (frame) => ({
          frameId: frame.frameId,
          result: func && (await this.run(tab, frame, func, args)),
        })),
      );
    },
    insertCSS: async ({
      target,
      css,
      origin,
    }: {
      target: { tabId: number; frameIds: number[] };
      css: string;
      origin: string;
    }) => {
      for (const frame of this.tab(target.tabId).frames)
        if (target.frameIds.includes(frame.frameId)) frame.css.push({ css, origin });
    },
    getRegisteredContentScripts: async () => [...this.scripts],
    unregisterContentScripts: async () => void this.scripts.splice(0),
    updateContentScripts: async (scripts: { id: string; matches: string[] }[]) => {
      if (this.scripts.length === 0) throw new Error('Nothing is registered.');
      this.scripts = [...scripts];
    },
    registerContentScripts: async (scripts: { id: string; matches: string[] }[]) => {
      if (this.scripts.length) throw new Error('Registered already.');
      this.scripts = [...scripts];
    },
  };
  readonly storage = { session: storageArea(this.session), local: storageArea(new Map()) };

  /** Sends a raw message as the given sender. Returns the reply, or `silence` where nobody answers. */
  async send(sender: object, raw: unknown): Promise<unknown> {
    const sent = JSON.parse(JSON.stringify(raw));
    return new Promise((done) => {
      const taken = this.runtime.onMessage.fire(sent, sender, done);
      if (!taken.includes(true)) done('silence');
    });
  }

  /** Sends a message as a content script in a frame of a tab. */
  fromPage(tabId: number, name: string, request: unknown, frameId = 0): Promise<unknown> {
    const tab = this.tab(tabId);
    const frame = tab.frames.find((one) => one.frameId === frameId)!;
    const { origin } = new URL(frame.url);
    return this.send(
      { id: ID, url: frame.url, origin, frameId, tab: this.seen(tab) },
      { pizhu: name, request },
    );
  }

  /** Sends a message as the popup or the panel. */
  fromOwn(name: string, request: unknown): Promise<unknown> {
    return this.send({ id: ID, url: `${OWN}popup.html`, origin: OWN.slice(0, -1) }, { pizhu: name, request });
  }
}
