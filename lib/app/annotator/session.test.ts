// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ARTICLE, FakeBackground, markOn, rangeOf } from '../../../test/support/fakeBackground.ts';
import { PizhuError } from '../../messages/errors.ts';
import { PageSession } from './session.ts';
import type { PageActions, PageTools } from './tools.ts';

const TEXT = '入汛以来，全区泵站逐座检修。各街道要在月底前报送排水台账。夜间必须有人值守。';
let background: FakeBackground;
let actions: PageActions;
let tools: { [K in keyof PageTools]: ReturnType<typeof vi.fn> };
let session: PageSession;

beforeEach(() => {
  vi.useFakeTimers();
  document.head.innerHTML = '';
  document.title = '泵站检修';
  document.body.innerHTML = `<p>${TEXT}</p>`;
  background = new FakeBackground();
  tools = {
    markSelection: vi.fn(() => true),
    step: vi.fn(),
    reattach: vi.fn(),
    changed: vi.fn(),
    markChanged: vi.fn(),
    say: vi.fn(),
    end: vi.fn(),
  };
  session = new PageSession(
    document,
    (_, given) => {
      actions = given;
      return tools as unknown as PageTools;
    },
    background.ask,
  );
});
afterEach(() => {
  document.getSelection()?.removeAllRanges();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const words = (id: string) => actions.placeOf(id)?.toString() ?? null;
const standing = () => actions.inOrder().map(words);

/** Starts a session on a page that has these marks. */
async function startWith(...marks: ReturnType<typeof markOn>[]) {
  background.marks = marks;
  session.start();
  await settle();
  background.heard();
}

test('at its start it fetches the marks, paints them, and asks for the colours', async () => {
  document.head.innerHTML = '<link rel="canonical" href="/canonical.html">';
  background.tags = ['跟进', '泵站'];
  background.keywords = ['泵站', '防汛'];
  background.marks = [markOn('夜间必须有人值守'), markOn('报送排水台账', 'blue')];
  session.start();
  expect(background.asked).toEqual([
    {
      name: 'visit.marks',
      request: {
        canonicalUrl: 'http://localhost:3000/canonical.html',
        highlights: expect.stringMatching(/^[a-z]{12}$/),
      },
    },
  ]);
  await settle();
  expect(standing()).toEqual(['报送排水台账', '夜间必须有人值守']);
  expect(actions.tags()).toEqual(['跟进', '泵站', '防汛']);
  expect(actions.placedMarks().map(({ color }) => color)).toEqual(['yellow', 'blue']);
  expect(tools.changed).toHaveBeenCalled();
});

test('a fetch that fails is said in the console, and a later one mends it', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  background.before.set('visit.marks', () => Promise.reject(new Error('gone')));
  background.marks = [markOn('报送排水台账')];
  session.start();
  await settle();
  expect(warned).toHaveBeenCalledTimes(1);
  await session.handlers['page.refresh']({}, null);
  expect(standing()).toEqual(['报送排水台账']);
  expect(background.asked.at(-1)!.request).toEqual({ canonicalUrl: null, highlights: null });
});

test('of two fetches the later one counts, whichever is answered first', async () => {
  let answer = () => {};
  background.marks = [markOn('报送排水台账')];
  background.before.set('visit.marks', () => new Promise<void>((done) => (answer = done)));
  session.start();
  background.marks = [markOn('夜间必须有人值守')];
  await session.handlers['page.refresh']({}, null);
  answer();
  await settle();
  expect(standing()).toEqual(['夜间必须有人值守']);
});

test('a new mark is kept, then painted, with the tags that it was given', async () => {
  await startWith(markOn('报送排水台账'));
  const made = await actions.mark(rangeOf('夜间必须有人值守'), 'green', ['任务']);
  expect(background.asked).toEqual([
    { name: 'annotation.create', request: { id: made.id, draft: expect.anything() } },
  ]);
  expect(made).toMatchObject({
    color: 'green',
    body: [{ type: 'TextualBody', purpose: 'tagging', value: '任务' }],
    target: { source: location.href },
  });
  expect(words(made.id)).toBe('夜间必须有人值守');
  expect(actions.stateOf(made.id)).toBe('found');
});

test('the first mark of a page brings the other marks of its article', async () => {
  await startWith();
  const known = markOn('报送排水台账');
  background.marks = [known];
  await actions.mark(rangeOf('夜间必须有人值守'), 'yellow', []);
  await settle();
  expect(background.heard()).toEqual(['annotation.create', 'visit.marks']);
  expect(standing()).toEqual(['报送排水台账', '夜间必须有人值守']);
  await actions.mark(rangeOf('泵站'), 'yellow', []);
  await settle();
  expect(background.heard()).toEqual(['annotation.create']);
});

test('words that are marked already get the colour and the tags, and no second mark', async () => {
  const mark = markOn('报送排水台账');
  await startWith(mark);
  const again = await actions.mark(rangeOf('报送排水台账'), 'green', ['任务']);
  const patch = { color: 'green', addTags: ['任务'] };
  expect(background.asked).toEqual([
    { name: 'annotation.edit', request: { id: mark.id, patch, step: expect.any(String) } },
  ]);
  expect(again).toMatchObject({ id: mark.id, color: 'green' });
  expect(standing()).toEqual(['报送排水台账']);
  await actions.mark(rangeOf('报送排水'), 'green', []);
  expect(standing()).toHaveLength(2);
});

test('words that are marked before their marks have arrived get no second mark', async () => {
  const mark = markOn('报送排水台账');
  background.marks = [mark];
  let answer = () => {};
  background.before.set('visit.marks', () => new Promise<void>((done) => (answer = done)));
  session.start();
  const again = actions.mark(rangeOf('报送排水台账'), 'green', []);
  await settle();
  expect(background.heard()).toEqual(['visit.marks']);
  answer();
  expect(await again).toMatchObject({ id: mark.id, color: 'green' });
  expect(standing()).toEqual(['报送排水台账']);
});

test('words can be marked where the marks of the page could not be fetched', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  background.before.set('visit.marks', () => Promise.reject(new Error('gone')));
  session.start();
  await actions.mark(rangeOf('报送排水台账'), 'yellow', []);
  expect(standing()).toEqual(['报送排水台账']);
});

test('words that are chosen again while they are being marked get no second mark', async () => {
  await startWith();
  let answer = () => {};
  background.before.set('annotation.create', () => new Promise<void>((done) => (answer = done)));
  const made = actions.mark(rangeOf('报送排水台账'), 'yellow', []);
  const again = actions.mark(rangeOf('报送排水台账'), 'green', []);
  await settle();
  answer();
  expect((await again).id).toBe((await made).id);
  expect(standing()).toEqual(['报送排水台账']);
  expect(background.marks).toMatchObject([{ color: 'green' }]);
});

test('a mark that could not be kept is not on the page', async () => {
  await startWith();
  background.before.set('annotation.create', () => Promise.reject(new PizhuError('storage')));
  await expect(actions.mark(rangeOf('泵站'), 'yellow', [])).rejects.toMatchObject({ code: 'storage' });
  expect(standing()).toEqual([]);
  expect(actions.canUndoOrRedo(false)).toBe(false);
  await actions.mark(rangeOf('泵站'), 'yellow', []);
  expect(standing()).toEqual(['泵站']);
});

test('an edit shows, and a mark that is gone meanwhile is answered null', async () => {
  const mark = markOn('报送排水台账');
  await startWith(mark);
  expect(await actions.edit(mark.id, { color: 'pink' })).toMatchObject({ color: 'pink' });
  expect(actions.get(mark.id)!.color).toBe('pink');
  background.marks = [];
  expect(await actions.edit(mark.id, { color: 'blue' })).toBeNull();
  expect(actions.get(mark.id)!.color).toBe('pink');
});

test('what was done is undone and redone: make, recolour, move, delete', async () => {
  await startWith();
  const { id } = await actions.mark(rangeOf('报送排水台账'), 'yellow', []);
  await actions.edit(id, { color: 'blue' });
  await actions.retarget(id, rangeOf('夜间必须有人值守'));
  await actions.remove(id);
  const now = () => [words(id), background.marks.find((one) => one.id === id)?.color ?? null];
  const steps = [
    ['夜间必须有人值守', 'blue'],
    ['报送排水台账', 'blue'],
    ['报送排水台账', 'yellow'],
    [null, null],
  ];
  for (const step of steps) {
    await actions.undoOrRedo(false);
    expect(now()).toEqual(step);
  }
  expect(actions.canUndoOrRedo(false)).toBe(false);
  for (const step of [...steps.slice(0, -1).reverse(), [null, null]]) {
    await actions.undoOrRedo(true);
    expect(now()).toEqual(step);
  }
  expect(actions.canUndoOrRedo(true)).toBe(false);
});

test('an undo that is refused loses nothing: it can be tried again', async () => {
  const mark = markOn('报送排水台账');
  await startWith(mark);
  await actions.remove(mark.id);
  background.before.set('annotation.go', () => Promise.reject(new PizhuError('storage')));
  await expect(actions.undoOrRedo(false)).rejects.toMatchObject({ code: 'storage' });
  expect(words(mark.id)).toBeNull();
  await actions.undoOrRedo(false);
  expect(words(mark.id)).toBe('报送排水台账');
});

test('what was done before the page was opened, or in another view, can be undone', async () => {
  const mark = markOn('报送排水台账');
  await startWith(mark);
  expect(actions.canUndoOrRedo(false)).toBe(false);
  await background.ask('annotation.edit', { id: mark.id, patch: { color: 'blue' }, step: mark.id });
  await session.handlers['page.markChanged']({ id: mark.id, annotation: background.marks[0]! }, null);
  expect(actions.canUndoOrRedo(false)).toBe(true);
  await actions.undoOrRedo(false);
  expect(actions.get(mark.id)!.color).toBe('yellow');
  await background.ask('annotation.edit', { id: mark.id, patch: { color: 'pink' }, step: mark.id });
  await session.handlers['page.refresh']({}, null);
  expect([actions.canUndoOrRedo(false), actions.canUndoOrRedo(true)]).toEqual([true, false]);
});

test('a deleted mark is restored as it was', async () => {
  const mark = markOn('报送排水台账', 'purple');
  await startWith(mark);
  expect(await actions.remove(mark.id)).toEqual(mark);
  expect(standing()).toEqual([]);
  expect(await actions.restore(mark.id)).toEqual(mark);
  expect(actions.get(mark.id)).toEqual(mark);
  await actions.undoOrRedo(false);
  expect(standing()).toEqual([]);
});

test('a mark found at words like its own is confirmed at the place where it was found', async () => {
  const mark = markOn('各街道要在月底前报送排水台账');
  document.body.innerHTML = `<p>${TEXT.replace('月底前', '本月底前')}</p>`;
  await startWith(mark);
  expect(actions.stateOf(mark.id)).toBe('moved');
  await actions.confirm(mark.id);
  expect(actions.stateOf(mark.id)).toBe('found');
  expect(words(mark.id)).toBe('各街道要在本月底前报送排水台账');
});

test('what stands nowhere is neither confirmed nor moved', async () => {
  const mark = markOn('报送排水台账');
  document.body.innerHTML = '<p>另一篇文章，说的是别的事情。</p>';
  await startWith(mark);
  expect(await actions.confirm(mark.id)).toBeNull();
  expect(await actions.retarget('another', rangeOf('另一篇'))).toBeNull();
  expect(background.heard()).toEqual([]);
  expect(await session.handlers['page.states']({}, null)).toEqual({ states: { [mark.id]: 'missing' } });
});

test('marks that were fetched before a change made here do not undo it', async () => {
  const mark = markOn('报送排水台账');
  await startWith(mark);
  let answer = () => {};
  background.before.set('visit.marks', () => new Promise<void>((done) => (answer = done)));
  const refreshed = session.handlers['page.refresh']({}, null);
  await actions.remove(mark.id);
  answer();
  await refreshed;
  await settle();
  expect(standing()).toEqual([]);
  expect(background.heard()).toEqual(['visit.marks', 'annotation.delete', 'visit.marks']);
});

test('a mark made, changed or deleted in another tab shows at once, and nothing is fetched', async () => {
  const mark = markOn('报送排水台账');
  await startWith(mark);
  const other = markOn('夜间必须有人值守');
  await session.handlers['page.markChanged']({ id: other.id, annotation: other }, null);
  expect(standing()).toEqual(['报送排水台账', '夜间必须有人值守']);
  const moved = { ...mark, target: markOn('全区泵站').target };
  await session.handlers['page.markChanged']({ id: mark.id, annotation: moved }, null);
  expect(standing()).toEqual(['全区泵站', '夜间必须有人值守']);
  await session.handlers['page.markChanged']({ id: other.id, annotation: null }, null);
  expect(standing()).toEqual(['全区泵站']);
  expect(tools.markChanged.mock.calls).toEqual([[other.id], [mark.id], [other.id]]);
  expect(background.heard()).toEqual([]);
});

test('words that come late get their mark', async () => {
  const mark = markOn('报送排水台账');
  document.body.innerHTML = '<p>正在加载。</p>';
  await startWith(mark);
  expect(actions.stateOf(mark.id)).toBe('missing');
  document.body.innerHTML = `<p>${TEXT}</p>`;
  await vi.advanceTimersByTimeAsync(300);
  expect(words(mark.id)).toBe('报送排水台账');
});

test('two seconds after a fetch missing marks are looked for once more', async () => {
  const mark = markOn('报送排水台账');
  const html = document.body.innerHTML;
  document.body.innerHTML = '<p>正在加载。</p><div></div>';
  await startWith(mark);
  // Fills a shadow tree late, which an observer of the document does not report.
  const shadow = document.querySelector('div')!.attachShadow({ mode: 'open' });
  shadow.innerHTML = html;
  await vi.advanceTimersByTimeAsync(1900);
  expect(actions.stateOf(mark.id)).toBe('missing');
  await vi.advanceTimersByTimeAsync(200);
  expect(actions.stateOf(mark.id)).toBe('found');
});

test('the page is shown at a mark, or at words of it, or not at all', async () => {
  const scrolled = vi.fn();
  window.scrollBy = scrolled as never;
  const box = { top: 900, width: 90, height: 20 } as DOMRect;
  Range.prototype.getBoundingClientRect = () => box;
  Range.prototype.getClientRects = () => [box] as never;
  const mark = markOn('报送排水台账');
  await startWith(mark);
  const show = session.handlers['page.show'];
  const quote = { type: 'TextQuoteSelector' as const, exact: '夜间必须有人值守', prefix: '', suffix: '' };
  const none = { ...quote, exact: '没有的词语' };
  expect(show({ annotationId: mark.id, quote: null }, null)).toEqual({ found: true, hidden: false });
  expect(show({ annotationId: null, quote }, null)).toEqual({ found: true, hidden: false });
  expect(show({ annotationId: ARTICLE, quote }, null)).toEqual({ found: true, hidden: false });
  expect(scrolled).toHaveBeenCalledTimes(3);
  expect(show({ annotationId: null, quote: none }, null)).toEqual({ found: false, hidden: false });
  expect(show({ annotationId: ARTICLE, quote: null }, null)).toEqual({ found: false, hidden: false });
  expect(show({ annotationId: null, quote: null }, null)).toEqual({ found: false, hidden: false });
  expect(scrolled).toHaveBeenCalledTimes(3);
  // Without boxes, the words count as hidden by the page, and nothing is scrolled.
  Range.prototype.getClientRects = () => [] as never;
  expect(show({ annotationId: mark.id, quote: null }, null)).toEqual({ found: true, hidden: true });
  expect(scrolled).toHaveBeenCalledTimes(3);
  const light = session.handlers['page.light'];
  expect(light({ annotationId: null, quote }, null)).toEqual({ found: true });
  expect(light({ annotationId: null, quote: null }, null)).toEqual({ found: false });
});

test('the emphasis of a mark ends when the mark is deleted elsewhere', async () => {
  const mark = markOn('报送排水台账');
  await startWith(mark);
  expect(session.handlers['page.light']({ annotationId: mark.id, quote: null }, null)).toEqual({
    found: true,
  });
  const held = new Map<string, unknown>([['light', true]]);
  vi.stubGlobal('CSS', {
    highlights: { delete: (name: string) => held.delete(name.slice(13)), set: () => {} },
  });
  await session.handlers['page.markChanged']({ id: mark.id, annotation: null }, null);
  vi.unstubAllGlobals();
  expect(held.size).toBe(0);
});

test('the selection is given as a quote', async () => {
  await startWith();
  expect(session.handlers['page.selection']({}, null)).toEqual({ quote: null });
  document.getSelection()!.addRange(rangeOf('报送排水台账'));
  expect(session.handlers['page.selection']({}, null)).toMatchObject({ quote: { exact: '报送排水台账' } });
});

test('the command for a highlight steps to the next mark where nothing is selected; others do not', async () => {
  await startWith();
  const command = session.handlers['page.markSelection'];
  expect(command({ action: 'note' }, null)).toEqual({ made: true });
  expect(tools.markSelection).toHaveBeenCalledWith('note');
  tools.markSelection.mockReturnValue(false);
  expect(command({ action: 'note' }, null)).toEqual({ made: false });
  expect(tools.step).not.toHaveBeenCalled();
  expect(command({ action: 'highlight' }, null)).toEqual({ made: false });
  expect(tools.step).toHaveBeenCalledTimes(1);
});

test('a new place is asked for a mark of this page alone', async () => {
  const mark = markOn('报送排水台账');
  await startWith(mark);
  expect(session.handlers['page.reattach']({ id: mark.id }, null)).toEqual({});
  expect(session.handlers['page.reattach']({ id: ARTICLE }, null)).toEqual({});
  expect(tools.reattach.mock.calls).toEqual([[mark.id]]);
});

test('a frame of the page that loads with words gets a reader, and nothing else that loads does', async () => {
  await startWith();
  const frame = document.createElement('iframe');
  const image = document.createElement('img');
  document.body.append(frame, image);
  await settle();
  background.heard();
  const loaded = (element: Element) => element.dispatchEvent(new Event('load'));
  loaded(image);
  loaded(frame);
  expect(background.heard()).toEqual([]);
  frame.contentDocument!.body.textContent = '框架里的通告';
  loaded(frame);
  expect(background.heard()).toEqual(['visit.reader']);
});

test('a session of an earlier version ends where the new one says so, and no other', async () => {
  await startWith(markOn('报送排水台账'));
  document.dispatchEvent(new Event('pizhu:retire'));
  expect(standing()).toEqual(['报送排水台账']);
  let isAlive = true;
  const old = new PageSession(
    document,
    (_, given) => {
      actions = given;
      return tools as unknown as PageTools;
    },
    background.ask,
    () => isAlive,
  );
  old.start();
  await settle();
  isAlive = false;
  document.dispatchEvent(new Event('pizhu:retire'));
  expect(standing()).toEqual([]);
  expect(tools.end).toHaveBeenCalledTimes(1);
});

test('ends that are moved in quick succession move one after the other, each by one step', async () => {
  const mark = markOn('报送排水台账');
  await startWith(mark);
  await Promise.all([
    actions.stretch(mark.id, 'end', -1),
    actions.stretch(mark.id, 'end', -1),
    actions.stretch(mark.id, 'start', 1),
  ]);
  expect(words(mark.id)).toBe('送排水');
});

test('a failed move of an end holds up none after it', async () => {
  const mark = markOn('报送排水台账');
  await startWith(mark);
  background.before.set('annotation.retarget', () => Promise.reject(new Error('gone')));
  const failed = actions.stretch(mark.id, 'end', -1);
  const next = actions.stretch(mark.id, 'end', -1);
  await expect(failed).rejects.toThrow('gone');
  await next;
  expect(words(mark.id)).toBe('报送排水台');
});
