// One adapter for each library. `describe` returns what the library stores for each range. `anchor` returns the places
// that it finds: a Range or its boundaries, or null where the library reports that the words are missing.
import { createTextQuoteSelectorMatcher, describeTextQuote } from '@apache-annotator/dom';
import { rangeToSelector, reviveSelector } from '@recogito/text-annotator';
import * as domPosition from 'dom-anchor-text-position';
import * as domAnchor from 'dom-anchor-text-quote';
import * as hypothesis from 'hypothesis-sources/src/annotator/anchoring/html.ts';
import { anchorAll, draftFrom, indexText, locateQuote } from '@/lib/annotation/index.ts';

const root = () => document.body;
const orNull = async (find) => {
  try {
    return (await find()) ?? null;
  } catch {
    return null;
  }
};

/** Calls the functions that the extension calls in a page (`Marks` in lib/app/annotator/marks.ts). */
const pizhu = {
  name: 'Pizhu',
  describe(ranges) {
    const index = indexText(root());
    const about = { source: 'https://example.org/', color: 'yellow', capturedText: null };
    return ranges.map((range, i) => ({ id: String(i), ...draftFrom(range, index, about) }));
  },
  /** Adds to each mark its place in the captured text, as the background does when it saves marks. */
  tie(drafts, text) {
    for (const { target } of drafts) {
      const span = locateQuote(target.selector[0], text, true);
      target.captured = span && { sha256: 'captured', ...span };
    }
  },
  anchor(drafts, captured) {
    const texts = new Map(captured ? [['captured', captured]] : []);
    const found = anchorAll(drafts, indexText(root()), texts);
    return drafts.map(({ id }) => found.get(id));
  },
};

const pizhuByQuote = {
  ...pizhu,
  name: 'Pizhu, captured text unknown',
  anchor: (drafts) => pizhu.anchor(drafts, null),
};

const hypothesisClient = {
  name: 'Hypothesis client',
  describe: (ranges) => ranges.map((range) => hypothesis.describe(root(), range)),
  async anchor(described) {
    const places = [];
    for (const selectors of described) places.push(await orNull(() => hypothesis.anchor(root(), selectors)));
    return places;
  },
};

const domAnchorTextQuote = {
  name: 'dom-anchor-text-quote, with hint',
  describe: (ranges) =>
    ranges.map((range) => ({
      quote: domAnchor.fromRange(root(), range),
      hint: domPosition.fromRange(root(), range).start,
    })),
  async anchor(described) {
    const places = [];
    for (const { quote, hint } of described)
      places.push(await orNull(() => domAnchor.toRange(root(), quote, { hint })));
    return places;
  },
};

const apache = {
  name: '@apache-annotator/dom',
  async describe(ranges) {
    const described = [];
    for (const range of ranges) described.push(await orNull(() => describeTextQuote(range, root())));
    return described;
  },
  async anchor(described) {
    const places = [];
    for (const selector of described)
      places.push(
        await orNull(async () => {
          if (!selector) return null;
          for await (const match of createTextQuoteSelectorMatcher(selector)(root())) return match;
          return null;
        }),
      );
    return places;
  },
};

const recogito = {
  name: '@recogito/text-annotator',
  describe: (ranges) =>
    ranges.map((range) => {
      const { quote, start, end } = rangeToSelector(range, root());
      return { quote, start, end };
    }),
  async anchor(described) {
    const places = [];
    for (const selector of described) places.push(await orNull(() => reviveSelector(selector, root()).range));
    return places;
  },
};

const indexOf = {
  name: 'indexOf (the bound: no care taken)',
  describe: (ranges) => ranges.map((range) => range.toString()),
  anchor(words) {
    const { raw, nodes, starts } = indexText(root());
    return words.map((one) => {
      const at = raw.indexOf(one);
      if (at < 0) return null;
      const boundary = (offset) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
          const middle = (low + high + 1) >> 1;
          if (starts[middle] <= offset) low = middle;
          else high = middle - 1;
        }
        return [nodes[low], offset - starts[low]];
      };
      const [startContainer, startOffset] = boundary(at);
      const [endContainer, last] = boundary(at + one.length - 1);
      return { startContainer, startOffset, endContainer, endOffset: last + 1 };
    });
  },
};

export const tools = {
  pizhu,
  pizhuByQuote,
  hypothesisClient,
  domAnchorTextQuote,
  apache,
  recogito,
  indexOf,
};
