// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { describe as describeRange } from './describe.ts';
import { indexText } from './textIndex.ts';

afterEach(() => document.body.replaceChildren());

/** The XPaths of the two ends of a range, with their offsets. */
function pathsOf(start: [Node, number], end: [Node, number]) {
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(...end);
  const selector = describeRange(range, indexText(document.body)).find(
    ({ type }) => type === 'RangeSelector',
  );
  if (selector?.type !== 'RangeSelector') return null;
  return [selector.startSelector, selector.endSelector].map(({ value, refinedBy }) => [
    value,
    refinedBy!.start,
  ]);
}

test('the ends of a range are the paths of their elements, each counted among those of its name', () => {
  document.body.innerHTML = '<p>甲</p><div>乙</div><p>丙<b>丁</b><i></i><b>戊己</b>庚</p>散';
  const [, , p] = document.body.children;
  const [, second] = p!.querySelectorAll('b');
  expect(pathsOf([p!.firstChild!, 0], [second!.firstChild!, 2])).toEqual([
    ['/p[2]', 0],
    ['/p[2]/b[2]', 2],
  ]);
  expect(pathsOf([document.body.firstChild!.firstChild!, 0], [document.body.lastChild!, 1])).toEqual([
    ['/p[1]', 0],
    ['/', 8],
  ]);
});

test('an offset counts all text of the element before it, and no comments', () => {
  document.body.innerHTML = '<p>甲<!-- 注 --><b>乙<i>丙</i></b>丁戊</p>';
  const last = document.body.firstChild!.lastChild!;
  expect(pathsOf([last, 1], [last, 2])).toEqual([
    ['/p[1]', 4],
    ['/p[1]', 5],
  ]);
});

test('no path leads into a shadow tree', () => {
  document.body.innerHTML = '<p>甲</p><div></div>';
  const shadow = document.querySelector('div')!.attachShadow({ mode: 'open' });
  shadow.append('乙');
  expect(pathsOf([shadow.firstChild!, 0], [shadow.firstChild!, 1])).toBeNull();
  const p = document.body.firstChild!.firstChild!;
  expect(pathsOf([p, 0], [p, 1])).toEqual([
    ['/p[1]', 0],
    ['/p[1]', 1],
  ]);
});

test('a range is described in the words of the W3C model', () => {
  document.body.innerHTML = '<p>甲乙</p>';
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('p')!.firstChild!);
  const point = (at: number) => ({
    type: 'XPathSelector',
    value: '/p[1]',
    refinedBy: { type: 'TextPositionSelector', start: at, end: at },
  });
  expect(describeRange(range, indexText(document.body))).toContainEqual({
    type: 'RangeSelector',
    startSelector: point(0),
    endSelector: point(2),
  });
});
