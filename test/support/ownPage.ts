import './interface.ts';
import { type ComponentChild, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';

// Lets tests run a page of the extension (panel, popup, settings) in jsdom, with a fake browser around it. Must be
// imported before any module that imports `wxt/browser`.

type Listener = (...args: never[]) => unknown;

/** A browser event. `fire` calls all listeners; `size` tells how many there are. */
function event() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    fire: (...args: unknown[]) => {
      for (const listener of [...listeners]) listener(...(args as never[]));
    },
    get size() {
      return listeners.size;
    },
  };
}

/** A part of `browser.storage`. Its listeners are told of every change. */
function storageArea() {
  const held = new Map<string, unknown>();
  const onChanged = event();
  return {
    held,
    onChanged,
    get: async (key: string | string[] | null): Promise<Record<string, unknown>> =>
      Object.fromEntries([...held].filter(([one]) => key === null || [key].flat().includes(one))),
    set: async (items: Record<string, unknown>) => {
      for (const [key, newValue] of Object.entries(items)) {
        held.set(key, newValue);
        onChanged.fire({ [key]: { newValue } });
      }
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) if (held.delete(key)) onChanged.fire({ [key]: {} });
    },
    clear: async () => held.clear(),
  };
}

/** The active tab. */
const SHOWN = { id: 7, windowId: 3, url: 'https://a.example/', incognito: false };

const freshBrowser = () => ({
  storage: { session: storageArea(), local: storageArea() },
  tabs: {
    onActivated: event(),
    onUpdated: event(),
    onRemoved: event(),
    query: vi.fn(async (_of: object): Promise<object[]> => [{ ...SHOWN }]),
    getCurrent: vi.fn(async (): Promise<object | undefined> => ({ id: 7, windowId: 3 })),
    create: vi.fn(async (_tab: object) => ({})),
  },
  windows: {
    getCurrent: vi.fn(async (): Promise<{ id?: number }> => ({ id: 3 })),
    create: vi.fn(async (_window: object) => ({})),
  },
  sidePanel: { open: vi.fn(async (_at: object) => {}) },
  permissions: {
    contains: vi.fn(async (_of: { origins: string[] }) => false),
    request: vi.fn(async (_of: { origins: string[] }) => true),
    remove: vi.fn(async (_of: { origins: string[] }) => true),
    getAll: vi.fn(async (): Promise<{ origins?: string[] }> => ({ origins: [] })),
    onAdded: event(),
    onRemoved: event(),
  },
  commands: { getAll: vi.fn(async (): Promise<object[]> => []) },
});

/** The messages that the page sent to the background, in order, and the answers to give, by the name of the message. */
export const background = {
  asked: [] as { name: string; request: unknown }[],
  answers: {} as Record<string, (request: never) => unknown>,
};

/** Receives a message from the page to the background. Without a prepared answer, answers with an empty object. */
async function sendMessage({ pizhu: name, request }: { pizhu: string; request: unknown }) {
  background.asked.push({ name, request });
  try {
    return { ok: true, value: (await background.answers[name]?.(request as never)) ?? {} };
  } catch (error) {
    const { code = 'unexpected' } = error as { code?: string };
    return { ok: false, code, message: String(error) };
  }
}

/** The fake browser that the page sees. `resetPage` makes a new one for each test. */
export let page: ReturnType<typeof freshBrowser> = freshBrowser();

/** Makes a new fake browser, and forgets earlier messages and views. */
export function resetPage(): void {
  act(() => render(null, document.body));
  page = freshBrowser();
  background.asked = [];
  background.answers = {};
  const { chrome } = globalThis as unknown as { chrome: Record<string, object> };
  Object.assign(chrome, page);
  Object.assign(chrome.runtime!, {
    sendMessage,
    getURL: (path: string) => `chrome-extension://test${path}`,
    getManifest: () => ({ version: '9.9.9' }),
  });
}

/** Renders a view in the page, and waits for its effects. */
export const show = (view: ComponentChild): Promise<void> => act(async () => render(view, document.body));

/** Runs a hook in the page. `now` returns its last result; `again` runs it again with the same state. */
export async function useInPage<T>(hook: () => T) {
  const seen: { value?: T } = {};
  const Probe = () => {
    seen.value = hook();
    return null;
  };
  await show(h(Probe, {}));
  return {
    now: () => seen.value as T,
    again: () => show(h(Probe, {})),
    end: () => show(null),
  };
}
