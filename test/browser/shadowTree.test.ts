import { afterEach, expect, test } from 'vitest';
import {
  anchorAll,
  annotationAt,
  describe as describeRange,
  indexText,
  inPageOrder,
  paint,
  rangeAt,
} from '@/lib/annotation/index.ts';

afterEach(() => {
  paint([]);
  document.body.replaceChildren();
});

const paragraph = (text: string) => {
  const p = document.createElement('p');
  p.append(text);
  return p;
};

/** A page with paragraphs inside and outside open shadow trees. The second shadow tree is inside the first. */
function page() {
  const outer = document.createElement('article');
  const inner = document.createElement('div');
  inner.attachShadow({ mode: 'open' }).append(paragraph('西街负责清扫，每周报送台账。'));
  outer.attachShadow({ mode: 'open' }).append(paragraph('东街负责绿化，每月报送台账。'), inner);
  document.body.replaceChildren(paragraph('以下是两条街的分工。'), outer, paragraph('其余街道照此办理。'));
  const nodes = [
    document.body.firstElementChild!.firstChild,
    outer.shadowRoot!.querySelector('p')!.firstChild,
    inner.shadowRoot!.querySelector('p')!.firstChild,
    document.body.lastElementChild!.firstChild,
  ] as Text[];
  return { outer, inner, nodes };
}

const rangeOf = (node: Text, words: string) => {
  const range = new Range();
  range.setStart(node, node.data.indexOf(words));
  range.setEnd(node, node.data.indexOf(words) + words.length);
  return range;
};

test('the text of open shadow trees stands where their hosts do', () => {
  page();
  expect(indexText(document.body).raw).toBe(
    '以下是两条街的分工。东街负责绿化，每月报送台账。西街负责清扫，每周报送台账。其余街道照此办理。',
  );
});

test('a mark in a tree within a tree is found again, after the trees were made anew', () => {
  const { nodes } = page();
  const selector = describeRange(rangeOf(nodes[2]!, '报送台账'), indexText(document.body));
  const again = page();
  const { state, range } = anchorAll([{ id: 'a', target: { selector } }], indexText(document.body)).get('a')!;
  expect(state).toBe('found');
  expect(range!.startContainer).toBe(again.nodes[2]);
  expect(rangeAt(range!).toString()).toBe('报送台账');
});

test('a boundary in an element of a shadow tree is a place in the text as well', () => {
  const { outer } = page();
  const range = new Range();
  range.selectNodeContents(outer.shadowRoot!.querySelector('p')!);
  const [quote] = describeRange(range, indexText(document.body));
  expect(quote).toMatchObject({ exact: '东街负责绿化，每月报送台账。' });
});

test('no XPath is given for what no XPath leads to', () => {
  const { nodes } = page();
  const typesOf = (node: Text) =>
    describeRange(rangeOf(node, '。'), indexText(document.body)).map(({ type }) => type);
  expect(typesOf(nodes[2]!)).toEqual(['TextQuoteSelector', 'TextPositionSelector']);
  expect(typesOf(nodes[3]!)).toContain('RangeSelector');
});

test('marks are in the order of the page, whatever tree they stand in', () => {
  const { nodes } = page();
  const places = nodes.map((node) => ({
    startContainer: node,
    startOffset: 0,
    endContainer: node,
    endOffset: 1,
  }));
  const shuffled = [places[3]!, places[1]!, places[2]!, places[0]!];
  expect(shuffled.sort(inPageOrder)).toEqual(places);
});

test('a click on a letter in a shadow tree meets its mark', () => {
  const { nodes } = page();
  const range = rangeOf(nodes[2]!, '清扫');
  paint([{ id: 'a', color: 'blue', range: new StaticRange(range) }]);
  const { left, top, bottom } = range.getBoundingClientRect();
  expect(annotationAt(left + 3, (top + bottom) / 2)).toBe('a');
  const beside = nodes[1]!.parentElement!.getBoundingClientRect();
  expect(annotationAt(beside.left + 3, beside.top + 3)).toBeNull();
});
