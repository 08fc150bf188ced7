import './interface.ts';
import { type ComponentChild, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';

// A page of the extension (panel, popup, options) in jsdom: the browser around it, and a hook that runs in it. Import this
// before anything that imports `wxt/browser`.

type Listener = (...args: never[]) => unknown;

/**
 * Makes clones in this realm: jsdom has typed arrays of its own, and those that Node's `structuredClone` makes are
 * instances of others. A browser has one realm.
 */
function inThisRealm(value: unknown): unknown {
  if (ArrayBuffer.isView(value) || Object.prototype.toString.call(value).endsWith('Array]')) {
    const { name } = (value as object).constructor;
    const Here = (globalThis as unknown as Record<string, { from(of: unknown): unknown }>)[name]!;
    return Array.isArray(value) ? value.map(inThisRealm) : Here.from(value);
  }
  if (Object.prototype.toString.call(value) !== '[object Object]') return value;
  return Object.fromEntries(
    Object.entries(value as object).map(([name, inner]) => [name, inThisRealm(inner)]),
  );
}
const nativeClone = globalThis.structuredClone;
globalThis.structuredClone = ((value: unknown) => inThisRealm(nativeClone(value))) as typeof structuredClone;

/** A browser event: `fire` calls every listener, `size` tells how many there are. */
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

/** A part of `browser.storage`. What is set is told to its listeners. */
function storageArea() {
  const held = new Map<string, unknown>();
  const onChanged = event();
  return {
    held,
    onChanged,
    get: async (key: string | null): Promise<Record<string, unknown>> =>
      key === null ? Object.fromEntries(held) : held.has(key) ? { [key]: held.get(key) } : {},
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

/** The tab in front. */
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
  },
  commands: { getAll: vi.fn(async (): Promise<object[]> => []) },
});

/** What the page asked of the background, in order, and the answers by the name of the message. */
export const background = {
  asked: [] as { name: string; request: unknown }[],
  answers: {} as Record<string, (request: never) => unknown>,
};

/** A message of the page to the background; what has no answer is answered with an empty object. */
async function sendMessage({ pizhu: name, request }: { pizhu: string; request: unknown }) {
  background.asked.push({ name, request });
  try {
    return { ok: true, value: (await background.answers[name]?.(request as never)) ?? {} };
  } catch (error) {
    const { code = 'unexpected' } = error as { code?: string };
    return { ok: false, code, message: String(error) };
  }
}

/** The browser as the page sees it, new for each test by `resetPage`. */
export let page: ReturnType<typeof freshBrowser> = freshBrowser();

/** Makes the browser new, and forgets what was asked and what was shown. */
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

/** Shows something in the page, and waits for its effects. */
export const show = (view: ComponentChild): Promise<void> => act(async () => render(view, document.body));

/** Runs a hook in the page. `now` gives what it returned last, `again` runs it anew with the same state. */
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
