import { afterEach, expect, test } from 'vitest';
import { HIGHLIGHTS, paint } from '@/lib/annotation/index.ts';
import { rangeOf, showPage } from '../support/marks.ts';

afterEach(() => {
  paint([]);
  document.body.replaceChildren();
});

const first = '各镇要在汛期到来以前检查全部水闸，并把结果报区水务局。';

test('marks are painted without an element of ours in the page', () => {
  showPage([first]);
  const before = document.body.innerHTML;
  paint([{ id: 'a', color: 'green', range: rangeOf('检查全部水闸') }]);
  expect(CSS.highlights.get(`${HIGHLIGHTS}-green`)?.size).toBe(1);
  expect(document.body.innerHTML).toBe(before);
});

test('neighbours of one colour are painted under names of their own', () => {
  showPage([first]);
  paint([
    { id: 'a', color: 'green', range: rangeOf('各镇要在汛期到来以前') },
    { id: 'b', color: 'green', range: rangeOf('检查全部水闸') },
    { id: 'c', color: 'green', range: rangeOf('结果') },
  ]);
  expect(CSS.highlights.get(`${HIGHLIGHTS}-green`)?.size).toBe(2);
  expect(CSS.highlights.get(`${HIGHLIGHTS}-green-1`)?.size).toBe(1);
});

test('a mark that begins where a bold heading ends adjoins it', () => {
  const p = document.createElement('p');
  const heading = document.createElement('b');
  heading.append('一、加快普查。');
  p.append(heading, '各街道配合。');
  document.body.replaceChildren(p);
  const all = (node: Node) => {
    const range = new Range();
    range.selectNodeContents(node);
    return range;
  };
  paint([
    { id: 'a', color: 'blue', range: all(heading.firstChild!) },
    { id: 'b', color: 'blue', range: all(p.lastChild!) },
  ]);
  expect(CSS.highlights.get(`${HIGHLIGHTS}-blue-1`)?.size).toBe(1);
});
