// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { rangeOf } from '@/test/support/marks.ts';
import {
  boundaryAt,
  indexText,
  markOn,
  placeOfSpan,
  rawOffset,
  spanOfRange,
  withHiddenWords,
} from './textIndex.ts';

afterEach(() => document.body.replaceChildren());

const show = (markup: string) => {
  document.body.innerHTML = markup;
  return indexText(document.body);
};

test('scripts, styles, fields and our own tools are no text of the page', () => {
  const { raw, folded } = show(
    `甲<script>a</script><style>b {}</style><noscript>c</noscript><template>d</template><textarea>e</textarea>
     <select><option>f</option></select><datalist>g</datalist><iframe>h</iframe>乙`,
  );
  expect(folded).toBe('甲乙');
  expect(raw.replace(/\s/g, '')).toBe('甲乙');
});

test('what mark-up hides and readings beside ruby text are no words, but keep their offsets', () => {
  const index = show(
    '<p>完成<ruby>管网<rp>（</rp><rt>guǎn</rt><rp>）</rp></ruby>清淤<b hidden>旧</b><i style="Display : None">稿</i>。</p>',
  );
  expect(index.raw).toBe('完成管网（guǎn）清淤旧稿。');
  expect(index.folded).toBe('完成管网清淤。');
  expect([...index.unseen]).toEqual([4, 10, 12, 14]);
});

test('all within a hidden element is hidden, also what its shadow tree holds', () => {
  const index = show('<div hidden>甲<p>乙<b>丙</b></p></div><p>丁</p><section hidden></section>');
  const shadow = document.querySelector('section')!.attachShadow({ mode: 'open' });
  shadow.append('戊');
  expect(index.folded).toBe('丁');
  const again = indexText(document.body);
  expect(again.raw).toBe('甲乙丙丁戊');
  expect(again.folded).toBe('丁');
  expect(again.shadows).toEqual([shadow]);
});

test('a style that says something else hides nothing', () => {
  expect(show('<p style="display: block">甲</p><p style="color: red">乙</p>').folded).toBe('甲乙');
});

test('hidden words are words of the complete index, which there is only where some are hidden', () => {
  expect(withHiddenWords(show('<p>甲</p>'))).toBeNull();
  const index = show('<p>甲</p><p hidden>乙</p>');
  const complete = withHiddenWords(index)!;
  expect(complete.folded).toBe('甲乙');
  expect(complete.nodes).toBe(index.nodes);
  expect(withHiddenWords(index)).toBe(complete);
});

test('a raw offset between two nodes begins the one and ends the other', () => {
  const index = show('<p>甲乙</p><p>丙</p>');
  const [first, second] = index.nodes;
  expect(boundaryAt(index, 2, 'start')).toEqual({ node: second, offset: 0 });
  expect(boundaryAt(index, 2, 'end')).toEqual({ node: first, offset: 2 });
  expect(boundaryAt(index, 0, 'end')).toEqual({ node: first, offset: 0 });
  expect(boundaryAt(index, 3, 'end')).toEqual({ node: second, offset: 1 });
  expect(boundaryAt(show(''), 0, 'start')).toBeNull();
});

test('a boundary in a text or in an element has its raw offset', () => {
  const index = show('<p>甲乙</p><script>x</script><p>丙</p>');
  const [first, script, last] = document.body.children;
  expect(rawOffset(index, index.nodes[0]!, 1)).toBe(1);
  expect(rawOffset(index, document.body, 0)).toBe(0);
  expect(rawOffset(index, first!, 1)).toBe(2);
  expect(rawOffset(index, script!.firstChild!, 1)).toBe(2);
  expect(rawOffset(index, last!, 0)).toBe(2);
  expect(rawOffset(index, last!, 1)).toBe(3);
  expect(rawOffset(index, document.body, 3)).toBe(3);
});

test('a boundary in a tree that the index does not hold has none', () => {
  const index = show('<p>甲</p><div></div>');
  const closed = document.querySelector('div')!.attachShadow({ mode: 'closed' });
  closed.append('乙');
  expect(rawOffset(index, closed.firstChild!, 0)).toBeNull();
  expect(rawOffset(index, document.createElement('p'), 0)).toBeNull();
  expect(rawOffset(show(''), document.body, 0)).toBeNull();
});

test('a boundary in an open shadow tree is compared with the nodes of that tree', () => {
  show('<p>甲</p><div></div><p>丁</p>');
  const shadow = document.querySelector('div')!.attachShadow({ mode: 'open' });
  shadow.innerHTML = '<p>乙</p><p>丙</p>';
  const index = indexText(document.body);
  expect(index.raw).toBe('甲乙丙丁');
  expect(rawOffset(index, shadow, 0)).toBe(1);
  expect(rawOffset(index, shadow, 1)).toBe(2);
  expect(rawOffset(index, shadow, 2)).toBe(3);
  expect(rawOffset(index, document.body, 3)).toBe(4);
});

test('a range has its span, and a span its place', () => {
  const index = show('<p>甲乙</p><p>丙丁</p>');
  const range = rangeOf('乙丙');
  expect(spanOfRange(index, range)).toEqual({ start: 1, end: 3 });
  const [first, second] = index.nodes;
  const place = { startContainer: first, startOffset: 1, endContainer: second, endOffset: 1 };
  expect(placeOfSpan(index, { start: 1, end: 3 })).toEqual(place);
  expect(spanOfRange(index, placeOfSpan(index, { start: 1, end: 3 })!)).toEqual({ start: 1, end: 3 });
  expect(placeOfSpan(show(''), { start: 0, end: 0 })).toBeNull();
  expect(spanOfRange(index, document.createRange())).toBeNull();
});

test('the mark on the very words of a range is found, the last of several', () => {
  const index = show('<p>甲乙\n</p><p>丙丁</p>');
  const mark = (words: string) => ({
    words,
    place: placeOfSpan(index, spanOfRange(index, rangeOf(words))!)!,
  });
  const marks = [mark('甲乙'), mark('丙'), mark('丙')];
  const whole = document.createRange();
  whole.selectNodeContents(document.body.firstChild!);
  expect(markOn(index, whole, marks)).toBe(marks[0]);
  expect(markOn(index, rangeOf('丙'), marks)).toBe(marks[2]);
  expect(markOn(index, rangeOf('丙丁'), marks)).toBeNull();
  expect(markOn(index, document.createRange(), marks)).toBeNull();
});
