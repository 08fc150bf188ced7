// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const runtime = { id: 'pizhuextension', sendMessage: async (_: object): Promise<object> => ({}) };
(globalThis as { browser?: unknown }).browser = { runtime };
const { SavedLinks, startSavedLinks } = await import('./savedLinks.ts');

/** The links that are watched. `see` scrolls them into view. */
const watched = new Set<Element>();
let report: (entries: { target: Element; isIntersecting: boolean }[]) => void = () => {};
const see = (ids: string[], isIntersecting = true) =>
  report(ids.map((id) => ({ target: document.getElementById(id)!, isIntersecting })));
class Views {
  constructor(callback: typeof report) {
    report = callback;
  }
  observe = (link: Element) => void watched.add(link);
  unobserve = (link: Element) => void watched.delete(link);
  disconnect = () => watched.clear();
}
class Sizes {
  observe() {}
  disconnect() {}
}
/** For the id of a covered link, the id of the link that covers it. */
const above = new Map<string, string>();
/** The place of a link: each has its own line, 20 pixels high. */
const boxOf = (link: Element) => {
  const top = 20 * [...document.querySelectorAll('a')].indexOf(link as HTMLAnchorElement);
  return new DOMRect(10, top, 100, 20);
};

const SAVED = 'https://a.cn/saved';
const ask = vi.fn(async (_: string, { urls }: { urls: string[] }) => ({
  saved: urls.map((url) => url === SAVED),
}));
const draw = vi.fn();
const ended = vi.fn();
const mount = vi.fn((_doc: Document, _lost: () => void) => ({ draw, end: ended }));
let links: InstanceType<typeof SavedLinks> | undefined;
const start = (html: string) => {
  document.body.innerHTML = html;
  links = new SavedLinks(document, ask as never, mount, () => {});
};
const drawn = () => draw.mock.lastCall?.[0];
const asked = () => ask.mock.calls.map(([, { urls }]) => urls);

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', Views);
  vi.stubGlobal('ResizeObserver', Sizes);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return boxOf(this);
  });
  Range.prototype.getClientRects = function () {
    const { startContainer } = this;
    return [boxOf(startContainer as Element)] as never;
  };
  document.elementFromPoint = (_x, y) => {
    const link = document.querySelectorAll('a')[Math.floor(y / 20)]!;
    return document.getElementById(above.get(link.id) ?? '') ?? link;
  };
});
afterEach(() => {
  links?.end();
  above.clear();
  vi.restoreAllMocks();
  for (const mock of [ask, draw, ended, mount]) mock.mockClear();
});

const LIST = `<a id="a" href="${SAVED}">甲</a><a id="b" href="https://a.cn/2">乙</a><a id="c" href="${SAVED}">丙</a>
  <a id="top" href="#top">上</a><a id="mail" href="mailto:a@b.cn">信</a><a id="none">无</a>`;
const ALL = [
  { x: 110, y: 0, saved: true },
  { x: 110, y: 20, saved: false },
  { x: 110, y: 40, saved: true },
];

test('only links to other pages are watched, those in view are asked about once, and the page stays as it is', async () => {
  start(LIST);
  expect([...watched].map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(ask).not.toHaveBeenCalled();
  const before = document.documentElement.outerHTML;
  see(['a', 'b', 'c']);
  await vi.waitFor(() => expect(drawn()).toEqual(ALL));
  see(['a'], false);
  see(['a']);
  expect(asked()).toEqual([[SAVED, 'https://a.cn/2']]);
  expect(document.documentElement.outerHTML).toBe(before);
});

test('a link is drawn before its answer is there, and after it, in the same place', async () => {
  start(LIST);
  let answer: (value: { saved: boolean[] }) => void = () => {};
  ask.mockImplementationOnce(() => new Promise((done) => (answer = done)));
  see(['a', 'b']);
  await vi.waitFor(() => expect(drawn()).toHaveLength(2));
  expect(drawn()).toEqual(ALL.slice(0, 2).map((place) => ({ ...place, saved: false })));
  answer({ saved: [true, false] });
  await vi.waitFor(() => expect(drawn()).toEqual(ALL.slice(0, 2)));
});

test('links that leave the view, are covered or have no size are not drawn', async () => {
  start(LIST);
  above.set('b', 'top');
  see(['a', 'b', 'c']);
  await vi.waitFor(() => expect(drawn()).toEqual([ALL[0], ALL[2]]));
  see(['c'], false);
  await vi.waitFor(() => expect(drawn()).toEqual([ALL[0]]));
  Range.prototype.getClientRects = () => [] as never;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 0, 0));
  dispatchEvent(new Event('resize'));
  await vi.waitFor(() => expect(drawn()).toEqual([]));
});

test('many links are asked about in parts', async () => {
  const ids = Array.from({ length: 250 }, (_, i) => `l${i}`);
  start(ids.map((id) => `<a id="${id}" href="https://a.cn/${id}">条</a>`).join(''));
  see(ids);
  expect(asked().map(({ length }) => length)).toEqual([100, 100, 50]);
  await vi.waitFor(() => expect(drawn()).toHaveLength(250));
});

test('links that come later, go or change are followed', async () => {
  start('<p>尚无链接</p>');
  expect(mount).not.toHaveBeenCalled();
  document.body.innerHTML = LIST;
  await vi.waitFor(() => expect(watched.size).toBe(3));
  expect(mount).toHaveBeenCalledTimes(1);
  see(['a', 'b']);
  await vi.waitFor(() => expect(drawn()).toEqual(ALL.slice(0, 2)));
  document.querySelector<HTMLAnchorElement>('#a')!.href = 'https://a.cn/other';
  await vi.waitFor(() => expect(drawn()[0]).toEqual({ ...ALL[0], saved: false }));
  document.querySelector('#b')!.remove();
  await vi.waitFor(() => expect(drawn()).toHaveLength(1));
  expect([...watched].map(({ id }) => id)).toEqual(['a', 'c']);
});

test('when the person comes back to the page the links in view are asked about again', async () => {
  start(LIST);
  see(['b']);
  await vi.waitFor(() => expect(drawn()).toEqual([ALL[1]]));
  ask.mockResolvedValueOnce({ saved: [true] });
  dispatchEvent(new Event('focus'));
  await vi.waitFor(() => expect(drawn()).toEqual([{ ...ALL[1], saved: true }]));
  // After a failed request, the earlier answer is kept.
  ask.mockRejectedValueOnce(new Error('gone'));
  draw.mockClear();
  dispatchEvent(new Event('focus'));
  await vi.waitFor(() => expect(drawn()).toEqual([{ ...ALL[1], saved: true }]));
  expect(asked()).toEqual(Array(3).fill(['https://a.cn/2']));
});

test('what changes while an answer is on its way is asked about again, once', async () => {
  start(LIST);
  const answers: ((value: { saved: boolean[] }) => void)[] = [];
  for (let n = 0; n < 2; n++) ask.mockImplementationOnce(() => new Promise((done) => answers.push(done)));
  see(['b']);
  expect(answers).toHaveLength(1);
  links!.refresh();
  links!.refresh();
  expect(asked()).toEqual([['https://a.cn/2']]);
  answers[0]!({ saved: [false] });
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]!({ saved: [true] });
  await vi.waitFor(() => expect(drawn()).toEqual([{ ...ALL[1], saved: true }]));
  expect(ask).toHaveBeenCalledTimes(2);
});

test('after its end, and when the page removes the marks for good, nothing is followed', async () => {
  start(LIST);
  mount.mock.lastCall![1]();
  expect(ended).toHaveBeenCalledTimes(1);
  expect(watched.size).toBe(0);
  dispatchEvent(new Event('focus'));
  dispatchEvent(new Event('resize'));
  document.body.append('字');
  await new Promise((later) => setTimeout(later, 400));
  expect([ask.mock.calls, draw.mock.calls]).toEqual([[], []]);
});

test('a page that comes back after the setting was switched off loses its marks with the first answer', async () => {
  const world = globalThis as { pizhuLinks?: { alive(): boolean; end(): void } };
  runtime.sendMessage = async () => ({ ok: true, value: { saved: [true] } });
  document.body.innerHTML = LIST;
  startSavedLinks(document, mount);
  see(['a']);
  await vi.waitFor(() => expect(drawn()).toEqual([ALL[0]]));
  runtime.sendMessage = async () => ({ ok: false, code: 'unexpected', message: '' });
  draw.mockClear();
  dispatchEvent(new Event('focus'));
  await vi.waitFor(() => expect(drawn()).toEqual([ALL[0]]));
  expect([ended.mock.calls.length, world.pizhuLinks!.alive()]).toEqual([0, true]);
  runtime.sendMessage = async () => ({ ok: false, code: 'switchedOff', message: '' });
  dispatchEvent(new Event('focus'));
  await vi.waitFor(() => expect(ended).toHaveBeenCalledTimes(1));
  expect(world.pizhuLinks!.alive()).toBe(false);
  expect(watched.size).toBe(0);
  // When the links are marked again, as after the setting was switched off and on, all are watched again.
  startSavedLinks(document, mount);
  expect(world.pizhuLinks!.alive()).toBe(true);
  expect(watched.size).toBe(3);
  world.pizhuLinks!.end();
});

test('of very many links only the first are looked at and placed', async () => {
  const anchors = (count: number, href: string) =>
    Array.from({ length: count }, (_, i) => `<a id="l${i}" href="${href}${i}">条</a>`).join('');
  start(`${anchors(4999, '#')}<a id="last" href="${SAVED}">末</a><a id="next" href="${SAVED}">后</a>`);
  expect([...watched].map(({ id }) => id)).toEqual(['last']);
  links!.end();
  // No link counts as visible, because `elementFromPoint` finds nothing.
  const hit = vi.fn(() => null);
  document.elementFromPoint = hit;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 100, 20));
  start(anchors(1200, 'https://a.cn/'));
  see([...watched].map(({ id }) => id));
  await vi.waitFor(() => expect(drawn()).toEqual([]));
  expect(hit).toHaveBeenCalledTimes(1000 * draw.mock.calls.length);
});
