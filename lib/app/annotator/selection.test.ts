// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isEditable, rootsOf, selectedRange, typedInto } from './selection.ts';

beforeEach(() => {
  document.body.innerHTML = `<p>清理管网</p><div id="blank"> \n </div><input value="a"><textarea>b</textarea>
    <select><option>c</option></select><div contenteditable="true"><b>写</b></div><div contenteditable=""><i>写</i></div>
    <div contenteditable="false"><u>读</u></div><section></section>
    <div contenteditable="plaintext-only"><em>写</em></div><div contenteditable="TRUE"><s>写</s></div>
    <div role="group textbox"><q>写</q></div><div contenteditable="nonsense"><sub>读</sub></div>`;
});
afterEach(() => document.getSelection()!.removeAllRanges());
const find = (selector: string) => document.querySelector(selector)!;

test.each([
  ['input', true],
  ['textarea', true],
  ['option', true],
  ['b', true],
  ['i', true],
  ['em', true],
  ['s', true],
  ['q', true],
  ['sub', false],
  ['u', false],
  ['p', false],
])('somebody writes in %s: %s', (selector, editable) => {
  expect(isEditable(find(selector))).toBe(editable);
});

test('a document that is an editor is written in wherever it is', () => {
  Object.defineProperty(document, 'designMode', { value: 'on', configurable: true });
  expect(isEditable(find('p'))).toBe(true);
  Object.defineProperty(document, 'designMode', { value: 'off', configurable: true });
  expect(isEditable(find('p'))).toBe(false);
});

test('what is typed into a field of a shadow tree, open or closed, is typed into that field', () => {
  const root = find('section').attachShadow({ mode: 'closed' });
  root.innerHTML = '<input>';
  Object.assign(globalThis, {
    chrome: { dom: { openOrClosedShadowRoot: (of: Element) => (of === find('section') ? root : null) } },
  });
  root.querySelector('input')!.focus();
  let typed: EventTarget | undefined;
  find('section').addEventListener('keydown', (event) => (typed = typedInto(event)), { once: true });
  vi.spyOn(root, 'activeElement', 'get').mockReturnValue(root.querySelector('input'));
  root.querySelector('input')!.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true }));
  expect(isEditable(typed)).toBe(true);
  Reflect.deleteProperty(globalThis, 'chrome');
});

test('nobody writes in what is no element', () => {
  expect([isEditable(null), isEditable(undefined), isEditable(document)]).toEqual([false, false, false]);
});

test('selected words are a range of their own', () => {
  document.getSelection()!.selectAllChildren(find('p'));
  const range = selectedRange(document)!;
  expect(range.toString()).toBe('清理管网');
  document.getSelection()!.removeAllRanges();
  expect(range.toString()).toBe('清理管网');
});

test.each(['#blank', 'b', 'i', 'textarea'])('what is selected in %s is offered nothing', (selector) => {
  document.getSelection()!.selectAllChildren(find(selector));
  expect(selectedRange(document)).toBeNull();
});

test('nothing selected is no range, nor is a caret', () => {
  expect(selectedRange(document)).toBeNull();
  document.getSelection()!.collapse(find('p').firstChild, 2);
  expect(selectedRange(document)).toBeNull();
});

/** Makes a shadow tree with words, nested in another shadow tree. */
function nested() {
  const outer = find('section').attachShadow({ mode: 'open' });
  outer.innerHTML = '<div></div>';
  const inner = outer.querySelector('div')!.attachShadow({ mode: 'open' });
  inner.innerHTML = '<p>修复泵站</p>';
  return { outer, inner, words: inner.querySelector('p')! };
}

test('an event names the shadow trees that it went through, the innermost first', () => {
  const { outer, inner, words } = nested();
  let roots: ShadowRoot[] = [];
  addEventListener('click', (event) => (roots = rootsOf(event)), { once: true });
  words.dispatchEvent(new Event('click', { bubbles: true, composed: true }));
  expect(roots).toEqual([inner, outer]);
});

test('words selected in a shadow tree are taken from its own selection, as Chromium gives it', () => {
  const { inner, words } = nested();
  const range = document.createRange();
  range.selectNodeContents(words);
  const selection = { isCollapsed: false, rangeCount: 1, getRangeAt: () => range };
  Object.assign(inner, { getSelection: () => selection });
  expect(selectedRange(document)!.toString()).toBe('修复泵站');
  Object.assign(inner, { getSelection: () => ({ ...selection, isCollapsed: true }) });
  expect(selectedRange(document)).toBeNull();
});

test('words selected in a shadow tree are taken from the composed ranges, as the standard has them', () => {
  const { outer, inner, words } = nested();
  const text = words.firstChild!;
  const selection = document.getSelection()!;
  const composed = {
    startContainer: text,
    startOffset: 0,
    endContainer: text,
    endOffset: 2,
    collapsed: false,
  };
  let asked: unknown;
  const give = (range: object) =>
    Object.assign(selection, {
      getComposedRanges: (options: unknown) => {
        asked = options;
        return [range];
      },
    });
  try {
    give(composed);
    expect(selectedRange(document)!.toString()).toBe('修复');
    expect(asked).toEqual({ shadowRoots: [outer, inner] });
    // Ignores a selection that begins in one tree and ends in another, because no range can span both.
    give({ ...composed, endContainer: find('p').firstChild! });
    expect(selectedRange(document)).toBeNull();
    give({ ...composed, collapsed: true });
    expect(selectedRange(document)).toBeNull();
  } finally {
    delete (selection as { getComposedRanges?: unknown }).getComposedRanges;
  }
});
