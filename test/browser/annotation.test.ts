import { afterEach, expect, test } from 'vitest';
import { anchor, describe as describeRange, indexText, paint } from '@/lib/annotation/index.ts';

const body = (markup: (string | [string, string])[]) => {
  document.body.replaceChildren(
    ...markup.map((part) => {
      const element = document.createElement(typeof part === 'string' ? 'p' : part[0]);
      element.textContent = typeof part === 'string' ? part : part[1];
      return element;
    }),
  );
};
const rangeOf = (words: string, nth = 0) => {
  let seen = 0;
  for (const element of document.body.children) {
    const node = element.firstChild as Text;
    const at = node.data.indexOf(words);
    if (at < 0 || seen++ < nth) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    return range;
  }
  throw new Error(`${words} is not there`);
};
const wordsAt = (anchored: ReturnType<typeof anchor>) => {
  if (!anchored.range) return null;
  const range = document.createRange();
  range.setStart(anchored.range.startContainer, anchored.range.startOffset);
  range.setEnd(anchored.range.endContainer, anchored.range.endOffset);
  return range.toString();
};
afterEach(() => {
  paint([]);
  document.body.replaceChildren();
});

const first = '各镇要在汛期到来以前检查全部水闸，并把结果报区水务局。';
const second = '区水务局要汇总各镇的结果，逐座建立台账。';

test('words are found again in a page with new parts, other blanks and other width', () => {
  body([first, second]);
  const selectors = describeRange(rangeOf('逐座建立台账'), indexText(document.body));
  body(['导航 首页', first, '区水务局要汇总各镇的结果,逐座 建立\u3000台账.']);
  const anchored = anchor(selectors, indexText(document.body));
  expect(anchored.state).toBe('found');
  expect(wordsAt(anchored)!.replace(/\s/g, '')).toBe('逐座建立台账');
});

test('of the same words twice, the context decides', () => {
  body(['甲镇负责东岸，结果要按月上报。', '乙镇负责西岸，结果要按月上报。']);
  const selectors = describeRange(rangeOf('结果要按月上报', 1), indexText(document.body));
  body(['新增一段说明。', '甲镇负责东岸，结果要按月上报。', '乙镇负责西岸，结果要按月上报。']);
  const anchored = anchor(selectors, indexText(document.body));
  expect(anchored.state).toBe('found');
  expect(anchored.range!.startContainer.data).toContain('乙镇');
});

test('deleted words are missing, edited words are moved, and neither is found', () => {
  body([first, second]);
  const selectors = describeRange(rangeOf('各镇要在汛期到来以前检查全部水闸'), indexText(document.body));
  body([second]);
  expect(anchor(selectors, indexText(document.body)).state).toBe('missing');
  body(['各镇要在汛期到来之前检查全部水闸，并把结果报区水务局。', second]);
  expect(anchor(selectors, indexText(document.body)).state).toBe('moved');
});

test('the text of our own tools is no text of the page', () => {
  body([['pizhu-host', '高亮'], first]);
  expect(indexText(document.body).raw).toBe(first);
});

test('marks are painted without an element of ours in the page', () => {
  body([first]);
  const before = document.body.innerHTML;
  paint([{ id: 'a', color: 'green', range: rangeOf('检查全部水闸') }]);
  expect(CSS.highlights.get('pizhu-green')?.size).toBe(1);
  expect(document.body.innerHTML).toBe(before);
});

/** A small generator with a seed (mulberry32), so that a failure can be run again. */
const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

test('after random edits, what is said to be found are the very words', () => {
  const next = random(7);
  const pick = <T>(all: T[]) => all[Math.floor(next() * all.length)]!;
  const places = ['东街', '西街', '南湖', '北岭', '河口', '新桥'];
  const orders = ['要清理排水沟', '要公布检查结果', '要备足沙袋', '要安排夜间值守'];
  const sentence = () =>
    `${pick(places)}社区${pick(orders)}，${pick(orders)}，每${pick(['周', '月', '季'])}报告一次。`;
  for (let round = 0; round < 300; round++) {
    const paragraphs = Array.from({ length: 12 }, sentence);
    body(paragraphs);
    const exact = pick(paragraphs).slice(2, 12);
    const selectors = describeRange(rangeOf(exact), indexText(document.body));
    const edited = paragraphs
      .filter(() => next() > 0.1)
      .map((one) => (next() > 0.2 ? one : `${pick(places)}${one.slice(3)}`));
    body([sentence(), ...edited]);
    const anchored = anchor(selectors, indexText(document.body));
    if (anchored.state === 'found') expect(wordsAt(anchored)).toBe(exact);
  }
});
