// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { COLLECTED } from '../batch/batch.ts';
import { followAddresses } from './addresses.ts';
import { collectLinks } from './collectLinks.ts';
import type { Context } from './context.ts';
import { tellOnPage } from './tellOnPage.ts';

type Injection = { target: object; func: (...args: never[]) => unknown; args?: unknown[] };

/** A fake browser whose only page is this document. Injected functions run here. */
const executeScript = vi.fn(async ({ func, args = [] }: Injection) => [
  { result: func(...(args as never[])) },
]);
const set = vi.fn(async (_items: object) => {});
const create = vi.fn(async (_tab: object) => ({}));
const listeners: ((id: number, change: { url?: string }) => void)[] = [];
const browser = {
  scripting: { executeScript },
  storage: { session: { set } },
  tabs: { create, onUpdated: { addListener: (one: (typeof listeners)[number]) => listeners.push(one) } },
  runtime: { getURL: (path: string) => `chrome-extension://test${path}` },
  i18n: { getMessage: (key: string) => `〔${key}〕` },
};
const context = { browser } as unknown as Context;
let shadow: ShadowRoot | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  for (const mock of [executeScript, set, create]) mock.mockClear();
  // jsdom's `containsNode` wrongly includes nodes after the selection.
  vi.spyOn(Selection.prototype, 'containsNode').mockImplementation(function (this: Selection, node) {
    return this.getRangeAt(0).intersectsNode(node);
  });
  const attach = Element.prototype.attachShadow;
  // Keeps the closed shadow root for the test, because no property of the element gives access to it.
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    shadow = attach.call(this, init);
    return shadow;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.replaceChildren();
  getSelection()!.removeAllRanges();
});

test('a sentence shows at the top of the page for a moment, as text, and out of reach of the page', async () => {
  const before = document.documentElement.childElementCount;
  await tellOnPage(context, 7, '已保存<b>');
  expect(executeScript.mock.calls[0]![0]).toMatchObject({ target: { tabId: 7 }, injectImmediately: true });
  const host = document.documentElement.lastElementChild as HTMLElement;
  expect(host.shadowRoot).toBeNull();
  expect(host.style.getPropertyValue('position')).toBe('fixed');
  const said = shadow!.firstElementChild!;
  expect([said.getAttribute('role'), said.textContent, said.childElementCount]).toEqual([
    'status',
    '已保存<b>',
    0,
  ]);
  vi.advanceTimersByTime(2399);
  expect(host.isConnected).toBe(true);
  vi.advanceTimersByTime(1);
  expect(document.documentElement.childElementCount).toBe(before);
});

const LINKS =
  '<p id="one"><a href="https://a.cn/1">甲</a> <a href="javascript:1">脚本</a> <a>无</a></p><p id="two"><a href="http://b.cn/2">乙</a></p><p><a href="https://c.cn/3">丙</a></p>';

test('the links that a selection touches are the batch of the page that opens', async () => {
  document.body.innerHTML = LINKS;
  const range = document.createRange();
  range.setStart(document.querySelector('#one')!, 0);
  range.setEnd(document.querySelector('#two a')!.firstChild!, 1);
  getSelection()!.addRange(range);
  await collectLinks(context, 7, 2);
  expect(executeScript.mock.calls[0]![0].target).toEqual({ tabId: 7, frameIds: [2] });
  const links = [
    { url: 'https://a.cn/1', title: '甲' },
    { url: 'http://b.cn/2', title: '乙' },
  ];
  expect(set.mock.calls).toEqual([[{ [COLLECTED]: links }]]);
  expect(create.mock.calls).toEqual([[{ url: 'chrome-extension://test/batch.html' }]]);
});

test('links to the page itself are left out, and those alone are none', async () => {
  const [here] = document.URL.split('#');
  document.body.innerHTML = `<p><a href="#top">顶部</a> <a href="">本页</a> <a href="${here}?utm_source=a#end">底部</a></p><p><a href="${here}?id=1#top">甲</a></p>`;
  getSelection()!.selectAllChildren(document.body);
  await collectLinks(context, 7, 0);
  expect(set.mock.calls).toEqual([[{ [COLLECTED]: [{ url: `${here}?id=1#top`, title: '甲' }] }]]);
  set.mockClear();
  getSelection()!.selectAllChildren(document.querySelector('p')!);
  await collectLinks(context, 7, 0);
  expect(shadow!.textContent).toBe('〔noLinksSelected〕');
  expect(set.mock.calls).toEqual([]);
});

test('long words of a link are cut, and so are very many links', async () => {
  document.body.innerHTML = `<a href="https://a.cn/0">${'长'.repeat(600)}</a>${Array.from({ length: 2100 }, (_, i) => `<a href="https://a.cn/${i + 1}">甲</a>`).join('')}`;
  getSelection()!.selectAllChildren(document.body);
  await collectLinks(context, 7, 0);
  const { [COLLECTED]: links } = set.mock.calls[0]![0] as Record<string, { title: string }[]>;
  expect(links).toHaveLength(2000);
  expect(links![0]!.title).toBe('长'.repeat(500));
});

test('a page without links in its selection, or without a selection, says so and opens nothing', async () => {
  document.body.innerHTML = `${LINKS}<p id="plain">字</p>`;
  for (const select of [
    () => getSelection()!.removeAllRanges(),
    () => getSelection()!.collapse(document.querySelector('#one a')!, 0),
    () => getSelection()!.selectAllChildren(document.querySelector('#plain')!),
  ]) {
    select();
    await collectLinks(context, 7, 0);
    expect(shadow!.textContent).toBe('〔noLinksSelected〕');
  }
  expect([set.mock.calls, create.mock.calls]).toEqual([[], []]);
});

test('a page that changes its address without a load is asked anew, and no other', async () => {
  const pizhuStub = vi.fn();
  Object.assign(globalThis, { pizhuStub });
  followAddresses(context);
  listeners[0]!(7, {});
  expect(executeScript).not.toHaveBeenCalled();
  listeners[0]!(7, { url: 'https://a.cn/#/2' });
  expect(pizhuStub).toHaveBeenCalledTimes(1);
  expect(executeScript.mock.calls.map(([{ target }]) => target)).toEqual([
    { tabId: 7 },
    { tabId: 7, allFrames: true },
  ]);
  executeScript.mockRejectedValue(new Error('gone'));
  listeners[0]!(8, { url: 'https://a.cn/#/3' });
  await vi.advanceTimersByTimeAsync(1);
  executeScript.mockReset();
});
