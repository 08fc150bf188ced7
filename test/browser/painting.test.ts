import { afterEach, expect, test, vi } from 'vitest';
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

/** Marks a passage in each of many paragraphs, each a quarter of the window high. Returns the words of the marks. */
function paintMany(count = 60): string[] {
  const words = Array.from({ length: count }, (_, i) => `第${i + 1}号井盖已登记`);
  showPage(words);
  for (const p of document.querySelectorAll('p')) p.style.height = `${innerHeight / 4}px`;
  paint(words.map((one) => ({ id: one, color: 'green', range: new StaticRange(rangeOf(one)) })));
  return words;
}
const drawn = () =>
  [...CSS.highlights]
    .filter(([name]) => name.startsWith(`${HIGHLIGHTS}-green`))
    .flatMap(([, ranges]) => [...ranges])
    .map(({ startContainer, startOffset, endOffset }) =>
      startContainer.textContent!.slice(startOffset, endOffset),
    );
/** Waits until a mark is drawn, or with `is` false, until it is not. */
const untilDrawn = (words: string, is = true) =>
  vi.waitFor(() => expect(drawn().includes(words)).toBe(is), { timeout: 10_000 });

test('of many marks, only those near the window are drawn, wherever it is scrolled', async () => {
  const words = paintMany();
  // They are never drawn, not even at first.
  expect(drawn()).not.toContain(words[59]);
  expect(drawn()).toContain(words[0]);
  expect(drawn().length).toBeLessThan(12);
  scrollTo(0, document.documentElement.scrollHeight);
  await untilDrawn(words[59]!);
  await untilDrawn(words[0]!, false);
  scrollTo(0, 0);
  await untilDrawn(words[0]!);
});

test('marks that the page moves into the window are drawn', async () => {
  const words = paintMany();
  await untilDrawn(words[30]!, false);
  for (const p of [...document.querySelectorAll('p')].slice(0, 30)) p.style.display = 'none';
  await untilDrawn(words[30]!);
});

test('so are the next few of hundreds of marks', async () => {
  const words = paintMany(400);
  await untilDrawn(words[6]!, false);
  expect(drawn()).toContain(words[3]);
  for (const p of [...document.querySelectorAll('p')].slice(1, 3)) p.style.display = 'none';
  await untilDrawn(words[5]!);
});

test('marks in an element that scrolls are drawn when they come into it', async () => {
  const words = paintMany();
  const scroller = document.createElement('div');
  scroller.style.cssText = `height: ${innerHeight / 2}px; overflow: auto`;
  scroller.append(...document.querySelectorAll('p'));
  document.body.append(scroller);
  await untilDrawn(words[59]!, false);
  scroller.scrollTop = scroller.scrollHeight;
  await untilDrawn(words[59]!);
});

test('text whose element has no box, or a smaller one, is drawn wherever it is', async () => {
  const words = paintMany();
  const [, ...others] = document.querySelectorAll('p');
  others.at(-1)!.style.display = 'contents';
  others.at(-2)!.style.cssText = 'height: 1px; line-height: 50vh; width: 1em; word-break: break-all';
  for (const one of words.slice(-2)) await untilDrawn(one);
  await untilDrawn(words[40]!, false);
});
