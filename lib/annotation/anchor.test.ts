// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { rangeOf, showPage } from '@/test/support/marks.ts';
import { anchor, anchorAll } from './anchor.ts';
import { describe as describeRange } from './describe.ts';
import { draftFrom } from './edit.ts';
import { rangeAt } from './place.ts';
import { indexText } from './textIndex.ts';

const wordsAt = ({ range }: ReturnType<typeof anchor>) => range && rangeAt(range).toString();
afterEach(() => document.body.replaceChildren());

const first = '各镇要在汛期到来以前检查全部水闸，并把结果报区水务局。';
const second = '区水务局要汇总各镇的结果，逐座建立台账。';

test('words are found again in a page with new parts, other blanks and other width', () => {
  showPage([first, second]);
  const selectors = describeRange(rangeOf('逐座建立台账'), indexText(document.body));
  showPage(['导航 首页', first, '区水务局要汇总各镇的结果,逐座 建立\u3000台账.']);
  const anchored = anchor(selectors, indexText(document.body));
  expect(anchored.state).toBe('found');
  expect(wordsAt(anchored)!.replace(/\s/g, '')).toBe('逐座建立台账');
});

test('of the same words twice, the context decides', () => {
  showPage(['甲镇负责东岸，结果要按月上报。', '乙镇负责西岸，结果要按月上报。']);
  const selectors = describeRange(rangeOf('结果要按月上报', 1), indexText(document.body));
  showPage(['新增一段说明。', '甲镇负责东岸，结果要按月上报。', '乙镇负责西岸，结果要按月上报。']);
  const anchored = anchor(selectors, indexText(document.body));
  expect(anchored.state).toBe('found');
  expect(anchored.range!.startContainer.data).toContain('乙镇');
});

test('deleted words are missing, edited words are moved, and neither is found', () => {
  showPage([first, second]);
  const selectors = describeRange(rangeOf('各镇要在汛期到来以前检查全部水闸'), indexText(document.body));
  showPage([second]);
  expect(anchor(selectors, indexText(document.body)).state).toBe('missing');
  showPage(['各镇要在汛期到来之前检查全部水闸，并把结果报区水务局。', second]);
  expect(anchor(selectors, indexText(document.body)).state).toBe('moved');
});

test('of a text printed twice, the copy nearer to where the words were is taken', () => {
  const orders = Array.from({ length: 20 }, (_, i) => `${i + 1}号泵站要在${i + 2}日以前检修，${second}`);
  showPage([...orders, '分隔', ...orders]);
  const selectors = describeRange(rangeOf('11号泵站要在12日', 1), indexText(document.body));
  showPage(['新的导航', ...orders, '分隔', ...orders]);
  const anchored = anchor(selectors, indexText(document.body));
  expect(anchored.state).toBe('found');
  expect(anchored.range!.startContainer).toBe(document.body.children[1 + 20 + 1 + 10]!.firstChild);
});

test('words that an article says again and again are carried to their own place by its captured text', () => {
  const stock = '有关单位要及时报告。';
  const paragraphs = ['东堤', '西堤', '南堤', '北堤'].map((dike) => `${dike}的巡查由镇里负责。${stock}`);
  showPage(paragraphs);
  const index = indexText(document.body);
  const text = paragraphs.join('\n');
  const marks = paragraphs.map((_, i) =>
    draftFrom(rangeOf(stock, i), index, {
      source: '',
      color: 'yellow',
      capturedText: { sha256: 'text', text },
    }),
  );
  expect(marks.map(({ target }) => target.captured?.start)).toEqual(
    paragraphs.map((one, i) => i * (one.length + 1) + one.indexOf(stock)),
  );
  // The page has lost the first paragraph, and the last paragraph has moved to the beginning.
  showPage([paragraphs[3]!, '新的一段。', paragraphs[1]!, paragraphs[2]!]);
  const found = anchorAll(
    marks.map(({ target }, i) => ({ id: String(i), target })),
    indexText(document.body),
    new Map([['text', text]]),
  );
  const placeOf = (i: number) => found.get(String(i))!.range?.startContainer.parentElement;
  expect(found.get('0')!.state).not.toBe('found');
  expect([1, 2, 3].map(placeOf)).toEqual([2, 3, 0].map((at) => document.body.children[at]));
});

test('of sentences that differ in one word, none is taken for another that was deleted', () => {
  const of = (dike: string) => `${dike}堤由所在街道负责巡查，发现险情立即上报，并做好记录。`;
  const dikes = ['东', '西', '南', '北'];
  const text = dikes.map(of).join('\n');
  showPage(dikes.map(of));
  const { target } = draftFrom(rangeOf('发现险情立即上报', 2), indexText(document.body), {
    source: '',
    color: 'yellow',
    capturedText: { sha256: 'text', text },
  });
  const now = (...left: string[]) => {
    showPage(left.map(of));
    const index = indexText(document.body);
    const { state, range } = anchorAll([{ id: 'a', target }], index, new Map([['text', text]])).get('a')!;
    return { state, dike: range?.startContainer.data[0] };
  };
  expect(now('西', '南', '北')).toEqual({ state: 'found', dike: '南' });
  expect(now('新', '西', '北', '南').dike).toBe('南');
  expect(now('新', '西', '北').state).not.toBe('found');
  expect(now('东', '西', '北').state).not.toBe('found');
});

test('a headline is not tied to the same words in the body', () => {
  const text = `会议原则同意排水规划。\n${first}\n${second}`;
  showPage([['h1', '排水规划'], '来源：区水务局', '会议原则同意排水规划。', first, second]);
  const { target } = draftFrom(rangeOf('排水规划', 0), indexText(document.body), {
    source: '',
    color: 'yellow',
    capturedText: { sha256: 'text', text },
  });
  expect(target.captured).toBeNull();
});

test('a page turned traditional keeps its marks, and so does one turned back', () => {
  const simplified = '区水务局要汇总“一张图”的结果，逐座建立台账。';
  const traditional = '區水務局要匯總「一張圖」的結果，逐座建立臺賬。';
  for (const [before, now] of [
    [simplified, traditional],
    [traditional, simplified],
  ] as const) {
    showPage([first, before]);
    const selectors = describeRange(rangeOf(before.slice(5, 13)), indexText(document.body));
    showPage(['导航', first, now]);
    const anchored = anchor(selectors, indexText(document.body));
    expect(anchored.state).toBe('found');
    expect(wordsAt(anchored)).toBe(now.slice(5, 13));
  }
});

/**
 * Marks words on a page, then shows another page and looks for the words there, with the first page as captured text.
 */
function carried(words: string, before: string[], now: string[]) {
  showPage(before);
  const text = before.join('\n');
  const { target } = draftFrom(rangeOf(words), indexText(document.body), {
    source: '',
    color: 'yellow',
    capturedText: { sha256: 'text', text },
  });
  expect(target.captured).not.toBeNull();
  showPage(now);
  const anchored = anchorAll([{ id: 'a', target }], indexText(document.body), new Map([['text', text]])).get(
    'a',
  )!;
  return [anchored.state, wordsAt(anchored)];
}
const opening = '会议听取了本月排水工作的情况，对下一步作了安排，并通过了三份由水务站起草的方案。';
const closing = '参会的还有水务、住建、财政、教育、卫健等部门的负责同志，以及各村的网格员代表。';
/** Two sentences about different things that contain the same words. */
const one = (words: string) =>
  `镇里随后组织了三支队伍，用三天时间沿着主街两侧由北向南、不留死角地对${words}逐个清掏，共清出淤泥三车并全部运到指定地点集中处理，没有再发现堵塞。`;
const other = (words: string) =>
  `记者昨天获悉，按照年初公布的方案，今后每逢大雨预报发出，${words}的例行检查改为委托社区志愿者承担，费用列入下半年预算，镇里只抽查其中一成。`;
const before = [opening, one('雨水篦子'), closing];

test('few words whose surroundings were rewritten are found where page and captured text say them once', () => {
  expect(carried('雨水篦子', before, [opening, other('雨水篦子'), closing])).toEqual(['found', '雨水篦子']);
  // In another part of the article, the same words may belong to another statement.
  expect(carried('雨水篦子', before, [opening, '镇里已收工。', closing, other('雨水篦子')])).toEqual([
    'moved',
    '雨水篦子',
  ]);
  expect(carried('雨水篦子', before, [other('雨水篦子'), opening, closing])).toEqual(['moved', '雨水篦子']);
  // Nothing else of the article is left on the page, so these words cannot come from a different place in the article.
  expect(carried('雨水篦子', before, [other('雨水篦子')])).toEqual(['found', '雨水篦子']);
});

test('words that were cut out are not the like ones of a headline or of another part', () => {
  const text = ['区长方宁主持召开排水工作调度会，部署雨季值守。', opening, closing];
  const title = '方宁主持召开排水工作调度会';
  const cut = text.with(0, '，部署雨季值守。');
  const words = '区长方宁主持召开排水工作调度会';
  expect(carried(words, text, [title, '2025-05-06 来源：清河区融媒体中心', ...cut])).toEqual([
    'missing',
    null,
  ]);
  expect(carried(words, text, [...cut, '相关报道', title])).toEqual(['missing', null]);
  // The similar words are between the same neighbours as the marked words were. So they count as the marked words after
  // an edit.
  expect(carried(words, text, text.with(0, `${title}，部署雨季值守。`))).toEqual(['moved', title]);
});

test('few words are not on the page where page or captured text says them twice', () => {
  const twice = [opening, other('雨水篦子'), closing, '另外，雨水篦子的样品已送检。'];
  expect(carried('雨水篦子', before, twice)).toEqual(['missing', null]);
  const alike = [...before, '备用的雨水篦子存放在仓库。'];
  expect(carried('雨水篦子', alike, [opening, other('雨水篦子'), closing])).toEqual(['missing', null]);
});

test('fewer than four characters prove nothing, nor do fewer than eight letters and digits', () => {
  const found = (words: string) =>
    carried(words, [opening, one(words), closing], [opening, other(words), closing])[0];
  expect(found('泵房站')).toBe('missing');
  expect(found('老泵房站')).toBe('found');
  expect(found('泵房B2')).toBe('found');
  expect(found('B2-2025')).toBe('missing');
  expect(found('B12-2025')).toBe('found');
});

/** A small seeded random generator (mulberry32), so that a failing test can be repeated. */
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
  for (let round = 0; round < 100; round++) {
    const paragraphs = Array.from({ length: 12 }, sentence);
    showPage(paragraphs);
    const exact = pick(paragraphs).slice(2, 12);
    const selectors = describeRange(rangeOf(exact), indexText(document.body));
    const edited = paragraphs
      .filter(() => next() > 0.1)
      .map((one) => (next() > 0.2 ? one : `${pick(places)}${one.slice(3)}`));
    showPage([sentence(), ...edited]);
    const anchored = anchor(selectors, indexText(document.body));
    if (anchored.state === 'found') expect(wordsAt(anchored)).toBe(exact);
  }
});

test('words of a captured text count in whatever width and with whatever blanks they were captured', () => {
  const stock = '有关单位要及时报告。';
  const dikes = ['东堤', '西堤', '南堤'];
  showPage(dikes.map((dike) => `${dike}的巡查由镇里负责。${stock}`));
  const text = dikes.map((dike) => `${dike}的巡查由镇里负责。有关单位要　及时 报告.`).join('\n');
  const words = '有关单位要　及时 报告';
  const start = text.lastIndexOf(words);
  const exact = '有关单位要及时报告';
  const target = {
    selector: [{ type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' }],
    captured: { sha256: 'a', start, end: start + words.length },
  };
  const found = anchorAll([{ id: 'm', target }], indexText(document.body), new Map([['a', text]])).get('m')!;
  expect(found.state).toBe('moved');
  expect(found.range!.startContainer.data).toContain('南堤');
});

test('a place that the captured text does not have says nothing: the quote alone counts', () => {
  showPage([first, second]);
  const selector = describeRange(rangeOf('逐座建立台账'), indexText(document.body));
  const texts = new Map([['a', `${first}\n${second}`]]);
  showPage(['导航', first, second]);
  for (const captured of [
    { sha256: 'b', start: 0, end: 6 },
    { sha256: 'a', start: 0, end: 6 },
    { sha256: 'a', start: 6, end: 6 },
    { sha256: 'a', start: 40, end: 9999 },
  ]) {
    const found = anchorAll(
      [{ id: 'm', target: { selector, captured } }],
      indexText(document.body),
      texts,
    ).get('m')!;
    expect([found.state, wordsAt(found)]).toEqual(['found', '逐座建立台账']);
  }
});

test('a mark without a quote, or with an empty one, is missing', () => {
  showPage([first]);
  const index = indexText(document.body);
  expect(anchor([], index).state).toBe('missing');
  expect(anchor([{ type: 'TextPositionSelector', start: 0, end: 4 }], index).state).toBe('missing');
  for (const exact of ['', ' \n'])
    expect(anchor([{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }], index).state).toBe(
      'missing',
    );
});

test('words whose surroundings are all new are shown to be confirmed, where they are short', () => {
  showPage([first, second]);
  const text = `${first}\n${second}`;
  const start = text.indexOf('台账');
  const selector = [{ type: 'TextQuoteSelector' as const, exact: '台账', prefix: '逐座建立', suffix: '。' }];
  const captured = { sha256: 'a', start, end: start + 2 };
  showPage(['今年收成很好，农户逐座建立台账。明年再看。']);
  const found = anchorAll(
    [{ id: 'm', target: { selector, captured } }],
    indexText(document.body),
    new Map([['a', text]]),
  ).get('m')!;
  expect([found.state, wordsAt(found)]).toEqual(['moved', '台账']);
});
