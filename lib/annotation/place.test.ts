// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { inPageOrder, type Place, rangeAt, wordsAt } from './place.ts';

afterEach(() => document.body.replaceChildren());

const place = (start: Node, startOffset: number, end: Node, endOffset: number): Place => ({
  startContainer: start as Text,
  startOffset,
  endContainer: end as Text,
  endOffset,
});
function page() {
  document.body.innerHTML = '<p>甲乙丙</p><p>丁戊</p>';
  return [...document.body.children].map(({ firstChild }) => firstChild as Text) as [Text, Text];
}

test('the words of a place are those that stand there now', () => {
  const [first, second] = page();
  expect(wordsAt(place(first, 1, first, 3))).toBe('乙丙');
  expect(wordsAt(place(first, 1, second, 1))).toBe('乙丙丁');
  expect(rangeAt(place(first, 1, second, 1)).toString()).toBe('乙丙丁');
  first.data = '己庚辛';
  expect(wordsAt(place(first, 1, first, 3))).toBe('庚辛');
});

test('a place that the page has taken away has no words', () => {
  const [first, second] = page();
  expect(wordsAt(place(first, 4, second, 1))).toBeNull();
  expect(wordsAt(place(first, 1, second, 3))).toBeNull();
  expect(wordsAt(place(first, 1, first, 4))).toBeNull();
  expect(wordsAt(place(first, 3, second, 2))).toBe('丁戊');
  second.parentElement!.remove();
  expect(wordsAt(place(first, 1, second, 1))).toBeNull();
  expect(wordsAt(place(second, 0, second, 1))).toBeNull();
  expect(wordsAt(place(second, 0, first, 1))).toBeNull();
});

test('places are ordered by where they begin', () => {
  const [first, second] = page();
  const [a, b, c] = [place(first, 0, first, 1), place(first, 2, first, 3), place(second, 0, second, 1)];
  expect([c, b, a].sort(inPageOrder)).toEqual([a, b, c]);
  expect(inPageOrder(a, place(first, 0, first, 3))).toBe(0);
});

test('a shadow tree stands before the children of its host, a tree within a tree in its place', () => {
  document.body.innerHTML = '<p>甲</p><div>光</div><p>丁</p>';
  const host = document.querySelector('div')!;
  const outer = host.attachShadow({ mode: 'open' });
  outer.innerHTML = '<p>乙</p><section></section>';
  const inner = outer.querySelector('section')!.attachShadow({ mode: 'open' });
  inner.innerHTML = '<p>丙</p>';
  const nodes = [
    document.body.firstChild!.firstChild!,
    outer.firstChild!.firstChild!,
    inner.firstChild!.firstChild!,
    host.firstChild!,
    document.body.lastChild!.firstChild!,
  ];
  const places = nodes.map((node) => place(node, 0, node, 1));
  const [a, b, c, d, e] = places as [Place, Place, Place, Place, Place];
  expect([e, c, a, d, b].sort(inPageOrder)).toEqual([a, b, c, d, e]);
  expect([b, d, e, c, a].sort(inPageOrder)).toEqual([a, b, c, d, e]);
});
