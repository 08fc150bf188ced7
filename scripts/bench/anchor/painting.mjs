// Paints 1,000 passages in several ways, among them CSS highlights and wrapping all passages in elements in one go.

import { Highlighter } from 'hypothesis-sources/src/annotator/highlighter.ts';
import { highlightCss } from '@/lib/annotation/highlightCss.ts';
import { clear, HIGHLIGHTS, paint } from '@/lib/annotation/index.ts';
import { article, between, seeded } from './article.mjs';
import { passages } from './edits.mjs';

const COLOURS = ['yellow', 'green', 'blue', 'pink', 'purple'];

function build(seed, bytes, count) {
  const random = seeded(seed);
  const paragraphs = article(random, bytes);
  const nodes = paragraphs.map((text) => {
    const p = document.createElement('p');
    p.append(text);
    return p;
  });
  document.body.replaceChildren(...nodes);
  const starts = [];
  let at = 0;
  for (const { length } of paragraphs) {
    starts.push(at);
    at += length;
  }
  const boundary = (offset, end) => {
    let i = starts.length - 1;
    while (i > 0 && (end ? starts[i] >= offset : starts[i] > offset)) i--;
    return [nodes[i].firstChild, offset - starts[i]];
  };
  return passages(random, paragraphs, count).map(({ start, end }, i) => {
    const [startContainer, startOffset] = boundary(start, false);
    const [endContainer, endOffset] = boundary(end, true);
    return { startContainer, startOffset, endContainer, endOffset, color: COLOURS[i % COLOURS.length] };
  });
}

function wrapInOneGo(places) {
  const cuts = new Map();
  const cut = (node, from, to, color) => cuts.set(node, [...(cuts.get(node) ?? []), { from, to, color }]);
  for (const { startContainer, startOffset, endContainer, endOffset, color } of places) {
    if (startContainer === endContainer) cut(startContainer, startOffset, endOffset, color);
    else {
      cut(startContainer, startOffset, startContainer.length, color);
      cut(endContainer, 0, endOffset, color);
    }
  }
  for (const [node, marks] of cuts) {
    const points = [...new Set([0, node.length, ...marks.flatMap(({ from, to }) => [from, to])])].sort(
      (a, b) => a - b,
    );
    const parts = document.createDocumentFragment();
    for (let i = 0; i + 1 < points.length; i++) {
      const words = node.data.slice(points[i], points[i + 1]);
      let part = document.createTextNode(words);
      for (const { from, to, color } of marks)
        if (from <= points[i] && to >= points[i + 1]) {
          const mark = document.createElement('mark');
          mark.className = color;
          mark.append(part);
          part = mark;
        }
      parts.append(part);
    }
    node.replaceWith(parts);
  }
}

const rangeOf = ({ startContainer, startOffset, endContainer, endOffset }) => {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
};

const WAYS = {
  none: () => {},
  pizhu: (places) =>
    paint(places.map((place, i) => ({ id: String(i), color: place.color, range: new StaticRange(place) }))),
  liveRanges: (places) =>
    paint(places.map((place, i) => ({ id: String(i), color: place.color, range: rangeOf(place) }))),
  wrapping: wrapInOneGo,
  hypothesis: (places) => {
    const highlighter = new Highlighter(document.body);
    // Uses live ranges, because each wrapping splits the text nodes of later ranges. A StaticRange would then be wrong.
    for (const range of places.map(rangeOf)) highlighter.highlightRange(range);
  },
};

const frames = () =>
  new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))));

let places = [];

/** The steps that the benchmark calls one by one. Between them, it reads the time that the main thread was busy. */
export const painting = {
  async build({ seed, bytes, count }) {
    clear();
    document.head.replaceChildren(document.createElement('style'));
    document.head.firstChild.textContent = `${highlightCss(HIGHLIGHTS, { prints: true })} mark { background: #fe8 } .green { background: #8e8 } .blue { background: #8be }`;
    places = build(seed, bytes, count);
    document.body.getBoundingClientRect();
    await frames();
    return document.querySelectorAll('*').length;
  },
  async paint(way) {
    const before = document.querySelectorAll('*').length;
    WAYS[way](places);
    document.body.getBoundingClientRect();
    await frames();
    return document.querySelectorAll('*').length - before;
  },
  /** Milliseconds that later changes to the page take, without drawing them. */
  async insertLater(count) {
    const random = seeded(5);
    const all = [...document.querySelectorAll('p')];
    const added = Array.from({ length: count }, () => {
      const b = document.createElement('b');
      b.append('新');
      return [all[between(random, 0, all.length - 1)], b];
    });
    const from = performance.now();
    for (const [p, b] of added) p.insertBefore(b, p.firstChild);
    const took = performance.now() - from;
    document.body.getBoundingClientRect();
    await frames();
    return took;
  },
  /** Types characters into the first paragraph, one in each frame. */
  async type(count) {
    const p = document.querySelector('p');
    p.contentEditable = 'true';
    p.focus();
    for (let i = 0; i < count; i++) {
      document.execCommand('insertText', false, '新');
      await frames();
    }
  },
  /** Scrolls through the whole page in `steps` steps, one in each frame. This is faster than anybody can read. */
  async scroll(steps) {
    const height = document.scrollingElement.scrollHeight;
    for (let i = 1; i <= steps; i++) {
      scrollTo(0, (height * i) / steps);
      await frames();
    }
  },
  /** Scrolls up from the end of the page as a wheel does, in `steps` steps of 40 pixels, one in each frame. */
  async wheel(steps) {
    for (let i = 1; i <= steps; i++) {
      scrollBy(0, -40);
      await frames();
    }
  },
};
