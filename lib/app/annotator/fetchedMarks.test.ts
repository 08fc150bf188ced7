import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HIGHLIGHTS } from '../../annotation/index.ts';
import { FetchedMarks } from './fetchedMarks.ts';

type Answer = { annotations?: object[]; tags?: string[]; keywords?: string[] | null; texts?: object[] };

/** The requests to the background, and the functions that answer these requests, in the same order. */
let asked: { name: string; request: unknown }[];
let answers: ((answer?: Answer) => void)[];
let refusals: (() => void)[];
const marks = { set: vi.fn(), searchAgain: vi.fn() };
const takeHistory = vi.fn();
let fetched: FetchedMarks;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  [asked, answers, refusals] = [[], [], []];
  const ask = (name: string, request: unknown) => {
    asked.push({ name, request });
    return new Promise((resolve, reject) => {
      answers.push(({ annotations = [], tags = [], keywords = null, texts = [] } = {}) =>
        resolve({
          saved: keywords && { keywords },
          annotations,
          tags,
          colorMeanings: { green: '要点' },
          texts,
          history: { undo: true, redo: false },
        }),
      );
      refusals.push(() => reject(new Error('refused')));
    });
  };
  fetched = new FetchedMarks(marks as never, ask as never, () => 'https://a.example/1', takeHistory);
});
afterEach(() => {
  vi.useRealTimers();
});

test('marks are fetched with their texts, the tags in use before the keywords, each once', async () => {
  const fetching = fetched.fetch(true);
  const request = { canonicalUrl: 'https://a.example/1', highlights: HIGHLIGHTS };
  expect(asked).toEqual([{ name: 'visit.marks', request }]);
  expect([fetched.tags, fetched.colorMeanings]).toEqual([[], {}]);
  const texts = [{ sha256: 'a', text: '甲' }];
  answers[0]!({ annotations: [{ id: 'm' }], tags: ['水务', '汛期'], keywords: ['汛期', '堤坝'], texts });
  await fetching;
  expect(marks.set).toHaveBeenCalledExactlyOnceWith([{ id: 'm' }], new Map([['a', '甲']]));
  expect(fetched.tags).toEqual(['水务', '汛期', '堤坝']);
  expect(fetched.colorMeanings).toEqual({ green: '要点' });
  expect(takeHistory).toHaveBeenCalledExactlyOnceWith({ undo: true, redo: false });
  void fetched.fetch(false);
  expect(asked[1]!.request).toMatchObject({ highlights: null });
});

test('a page that is not saved suggests the tags in use alone', async () => {
  const fetching = fetched.fetch(false);
  answers[0]!({ tags: ['水务'] });
  await fetching;
  expect(fetched.tags).toEqual(['水务']);
});

test('of two fetches only the newest counts, whichever is answered first', async () => {
  const both = [fetched.fetch(false), fetched.fetch(false)];
  answers[1]!({ annotations: [{ id: 'new' }] });
  answers[0]!({ annotations: [{ id: 'old' }], tags: ['旧'] });
  await Promise.all(both);
  expect(marks.set.mock.calls.map(([annotations]) => annotations)).toEqual([[{ id: 'new' }]]);
  expect(fetched.tags).toEqual([]);
});

test('what waits goes on when no fetch is under way, however that ended', async () => {
  const done = vi.fn();
  await fetched.settled();
  const failing = fetched.fetch(false).catch(() => 'failed');
  const waiting = fetched.settled().then(done);
  const second = fetched.fetch(false);
  refusals[0]!();
  expect(await failing).toBe('failed');
  expect(done).not.toHaveBeenCalled();
  answers[1]!();
  await second;
  await waiting;
  expect(done).toHaveBeenCalledTimes(1);
});

test('a change of a mark overtakes a fetch under way, and needs none otherwise', async () => {
  fetched.overtake();
  expect(asked).toHaveLength(0);
  const fetching = fetched.fetch(false);
  fetched.overtake();
  expect(asked).toHaveLength(2);
  answers[0]!({ annotations: [{ id: 'old' }] });
  await fetching;
  expect(marks.set).not.toHaveBeenCalled();
  answers[1]!({ annotations: [{ id: 'new' }] });
  await fetched.settled();
  expect(marks.set).toHaveBeenCalledTimes(1);
  fetched.overtake();
  expect(asked).toHaveLength(2);
});

test('marks are searched for once more after two seconds, counted from the last fetch', async () => {
  const fetch = async () => {
    const fetching = fetched.fetch(false);
    answers.at(-1)!();
    await fetching;
  };
  await fetch();
  vi.advanceTimersByTime(1999);
  await fetch();
  vi.advanceTimersByTime(1999);
  expect(marks.searchAgain).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(marks.searchAgain).toHaveBeenCalledTimes(1);
  await fetch();
  fetched.end();
  vi.advanceTimersByTime(5000);
  expect(marks.searchAgain).toHaveBeenCalledTimes(1);
});

test('the answer to a fetch that was ended counts for nothing', async () => {
  const fetching = fetched.fetch(false);
  fetched.end();
  answers[0]!({ annotations: [{ id: 'late' }] });
  await fetching;
  expect([marks.set.mock.calls.length, vi.getTimerCount()]).toEqual([0, 0]);
});
