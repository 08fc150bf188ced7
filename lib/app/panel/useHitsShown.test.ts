// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resetPage, useInPage } from '@/test/support/ownPage.ts';
import { parseQuery } from '../../search/parseQuery.ts';
import { useHitsShown } from './useHitsShown.ts';

/** The registered highlights, each as the words of its ranges. */
const lit = new Map<string, string[]>();
const priorities = new Map<string, number>();
const scrolled: string[] = [];
let root: HTMLElement;
beforeEach(() => {
  resetPage();
  lit.clear();
  scrolled.length = 0;
  vi.stubGlobal(
    'Highlight',
    class {
      words: string[];
      priority = 0;
      constructor(...ranges: Range[]) {
        this.words = ranges.map(String);
      }
    },
  );
  vi.stubGlobal('CSS', {
    highlights: {
      set: (name: string, highlight: { words: string[]; priority: number }) => {
        lit.set(name, highlight.words);
        priorities.set(name, highlight.priority);
      },
      delete: (name: string) => lit.delete(name),
    },
  });
  Element.prototype.scrollIntoView = function (this: Element) {
    scrolled.push(this.id);
  };
  root = document.createElement('main');
  root.innerHTML =
    '<p id="one">管网一</p><section class="tab"><p id="two">检查管网</p></section><p id="three">管网三</p><p id="four">河道</p>';
  document.documentElement.append(root);
});
afterEach(() => {
  root.remove();
  resetPage();
  vi.unstubAllGlobals();
});
const hits = (words: string, prefers: string) => {
  const query = parseQuery(words);
  const ref = { current: root };
  return useInPage(() => useHitsShown(ref, query, prefers));
};

test('all hits are lit, and the first of the chosen part is shown', async () => {
  const { now, end } = await hits('管网', '.tab');
  expect({ count: now().count, at: now().at }).toEqual({ count: 3, at: 1 });
  expect(lit.get('search-hit')).toEqual(['管网', '管网', '管网']);
  expect(lit.get('search-hit-now')).toEqual(['管网']);
  expect(scrolled).toEqual(['two']);
  // Where both highlights lie over the same words, the colours of the present hit count.
  expect(priorities.get('search-hit-now')).toBeGreaterThan(priorities.get('search-hit')!);
  await end();
  expect(lit.size).toBe(0);
});

test('without a hit in the chosen part the first of all is shown, and steps go around', async () => {
  const { now } = await hits('管网', '.none');
  const step = async (by: 1 | -1) => {
    await act(() => void now().step(by));
    return now().at;
  };
  expect(now().at).toBe(0);
  expect([await step(-1), await step(1), await step(1), await step(1), await step(1)]).toEqual([
    2, 0, 1, 2, 0,
  ]);
  expect(scrolled).toEqual(['one', 'three', 'one', 'two', 'three', 'one']);
});

test('without any hit there is nothing to step to', async () => {
  const { now } = await hits('堤防', '.tab');
  await act(() => void now().step(1));
  await act(() => void now().step(-1));
  expect({ count: now().count, at: now().at }).toEqual({ count: 0, at: -1 });
  expect(scrolled).toEqual([]);
});

test('what the view shows later is lit too, and hits that are gone are counted no more', async () => {
  const { now } = await hits('河道', '.tab');
  expect({ count: now().count, at: now().at }).toEqual({ count: 1, at: 0 });
  await act(async () => void root.querySelector('#one')!.append('与河道'));
  await vi.waitFor(() => expect(now().count).toBe(2));
  expect(lit.get('search-hit-now')).toEqual(['河道']);
  expect(scrolled).toEqual(['four']);
  await act(async () => root.replaceChildren());
  await vi.waitFor(() => expect({ count: now().count, at: now().at }).toEqual({ count: 0, at: -1 }));
});

test('the present hit is lit again where the view shows its words anew', async () => {
  await hits('管网', '.tab');
  lit.delete('search-hit-now');
  await act(async () => root.querySelector('#two')!.replaceChildren('巡查管网'));
  await vi.waitFor(() => expect(lit.get('search-hit-now')).toEqual(['管网']));
  expect(scrolled).toEqual(['two']);
});

test('a browser without highlights lights nothing', async () => {
  vi.stubGlobal('CSS', {});
  const { now } = await hits('管网', '.tab');
  expect({ count: now().count, at: now().at }).toEqual({ count: 0, at: -1 });
});
