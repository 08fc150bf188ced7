// @vitest-environment jsdom
import { h, options, render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showPlain } from './showPlain.ts';

const before = options.vnode;
const seen = vi.fn();
beforeEach(() => {
  options.vnode = seen;
  showPlain();
});
afterEach(() => {
  render(null, document.body);
  options.vnode = before;
});

test('no text and no words of an attribute have characters that are not seen', () => {
  const words = '水\u202E务\u200B';
  const attributes = { title: words, alt: words, 'aria-label': words, placeholder: words };
  render(
    h('p', { ...attributes, lang: words, hidden: true }, words, h('b', {}, `${words}1`), 7),
    document.body,
  );
  const shown = document.body.firstElementChild!;
  expect(shown.textContent).toBe('水务水务17');
  for (const name of Object.keys(attributes)) expect(shown.getAttribute(name)).toBe('水务');
  expect(shown.getAttribute('lang')).toBe(words);
});

test('what a person types, and what a view is given, stays as it is', () => {
  const words = '水\u200B务';
  const given: string[] = [];
  const View = ({ title }: { title: string }) => {
    given.push(title);
    return h('input', { value: words });
  };
  render(h(View, { title: words }), document.body);
  expect(given).toEqual([words]);
  expect(document.querySelector('input')!.value).toBe(words);
});

test('what was asked about each element before still is', () => {
  render(h('p', {}, '字'), document.body);
  expect(seen.mock.calls.map(([{ type }]) => type)).toContain('p');
});
