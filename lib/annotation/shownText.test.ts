// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { rangeOf } from '@/test/support/marks.ts';
import { shownText } from './shownText.ts';

// Tests that need a layout run in a browser: test/browser/shownText.test.ts.
afterEach(() => document.body.replaceChildren());

function shown(markup: string): string {
  document.body.innerHTML = markup;
  const range = document.createRange();
  range.selectNodeContents(document.body);
  return shownText(range);
}

test('hidden elements, hidden text and readings are not shown', () => {
  expect(shown('完成<b style="display: none">旧</b>清淤')).toBe('完成清淤');
  expect(shown('完成<b style="visibility: hidden">旧<i style="visibility: visible">新</i></b>清淤')).toBe(
    '完成新清淤',
  );
  expect(shown('完成<b style="visibility: collapse">旧</b><b style="font-size: 0px">旧</b>清淤')).toBe(
    '完成清淤',
  );
  expect(shown('完成<b style="opacity: 0">旧</b><b style="text-indent: -999px">旧</b>清淤')).toBe('完成清淤');
  expect(shown('完成<b style="text-indent: -998px">新</b><b style="opacity: 0.1">文</b>')).toBe('完成新文');
  expect(shown('<ruby>管网<rp>（</rp><rt>guǎn</rt><rp>）</rp></ruby>')).toBe('管网');
  expect(shown('甲<script>x</script><canvas>图</canvas><select><option>乙</option></select>丙')).toBe('甲丙');
});

test('what is outside the flow and cut away is not shown', () => {
  expect(shown('甲<b style="position: absolute; clip: rect(0px, 0px, 0px, 0px)">暗</b>乙')).toBe('甲乙');
  expect(shown('甲<b style="clip: rect(0px, 0px, 0px, 0px)">明</b>乙')).toBe('甲明乙');
  expect(shown('甲<b style="clip-path: inset(50%)">暗</b><b style="clip-path: inset(20%)">明</b>')).toBe(
    '甲明',
  );
  // jsdom computes no layout, so every element has the size 0.
  expect(shown('甲<p style="overflow-x: hidden">暗</p>乙')).toBe('甲\n\n乙');
});

test('of closed details only the first summary is shown', () => {
  expect(shown('<details>散字<summary>附表</summary><summary>二</summary><p>暗</p></details>')).toBe('附表');
  expect(shown('<details open><summary>附表</summary><div>明</div></details>')).toBe('附表\n明');
});

test('blanks are collapsed as on the screen', () => {
  expect(shown('  甲 \n\t 乙<b> 丙</b> <i> 丁 </i>')).toBe('甲 乙 丙 丁');
  expect(shown('<div>甲 </div><div> 乙</div>')).toBe('甲\n乙');
  expect(shown('<pre>甲\n  乙</pre>丙')).toBe('甲\n  乙\n丙');
  expect(shown('<div style="white-space: pre-line">甲  乙 \n  丙</div>')).toBe('甲 乙\n丙');
  expect(shown('甲 <br> 乙<br><br>丙')).toBe('甲\n乙\n\n丙');
});

test('paragraphs are parted by an empty line, other blocks and items by a line break, cells by a tab', () => {
  expect(shown('<p>甲</p><p>乙</p><div>丙</div><div><div>丁</div></div>')).toBe('甲\n\n乙\n\n丙\n丁');
  expect(shown('<ul> <li>甲</li> <li>乙</li> </ul>')).toBe('甲\n乙');
  expect(
    shown('<table> <tr> <td>甲</td> <td><p>乙</p></td> <td>丙</td> </tr> <tr><td>丁</td></tr></table>'),
  ).toBe('甲\t乙\t丙\n丁');
});

test('only the part within the range is shown', () => {
  document.body.innerHTML = '<p>完成<b>管网</b>清淤</p><p>逐段留影</p>';
  expect(shownText(rangeOf('管网清'))).toBe('管网清');
  expect(shownText(rangeOf('清淤逐段'))).toBe('清淤\n\n逐段');
  expect(shownText(rangeOf('留影'))).toBe('留影');
});

test('a shadow tree is shown in place of the children that fill none of its slots', () => {
  document.body.innerHTML = '<div><b>乙</b></div><p>丙</p>';
  const shadow = document.querySelector('div')!.attachShadow({ mode: 'open' });
  shadow.innerHTML = '<i>甲</i>';
  const range = document.createRange();
  range.selectNodeContents(document.body);
  expect(shownText(range)).toBe('甲\n\n丙');
  shadow.innerHTML = '<i>甲</i><slot>空</slot>';
  expect(shownText(range)).toBe('甲乙\n\n丙');
  document.querySelector('b')!.remove();
  expect(shownText(range)).toBe('甲空\n\n丙');
});

test('words that are all hidden are shown all the same', () => {
  expect(shown(' <p style="display: none">暗文</p> ')).toBe('暗文');
});

/** The shown text of some markup. The attribute `box` of an element gives its box: width, height, right, bottom. */
function shownWithBoxes(markup: string): string {
  const before = Element.prototype.getBoundingClientRect;
  Element.prototype.getBoundingClientRect = function (this: Element) {
    const [width, height, right, bottom] = (this.getAttribute('box') ?? '100 20 100 20')
      .split(' ')
      .map(Number);
    return { width, height, right, bottom } as DOMRect;
  };
  try {
    return shown(markup);
  } finally {
    Element.prototype.getBoundingClientRect = before;
  }
}

test.each([
  ['overflow-x: hidden; display: block', '1 20 100 20', false],
  ['overflow-x: hidden; display: block', '100 1 100 20', false],
  ['overflow-x: clip; display: block', '100 1 100 20', false],
  ['overflow-x: hidden; display: block', '2 2 100 20', true],
  ['overflow-x: visible; display: block', '1 1 100 20', true],
  ['position: fixed', '100 20 0 20', false],
  ['position: fixed', '100 20 100 0', false],
  ['position: absolute', '100 20 -1 20', false],
  ['position: fixed', '100 20 1 1', true],
  ['position: relative', '100 20 -1 -1', true],
])('an element of the style %s in the box %s is seen: %s', (style, box, isSeen) => {
  const words = shownWithBoxes(`甲<b style="${style}" box="${box}">字</b>乙`).replace(/\s/g, '');
  expect(words).toBe(isSeen ? '甲字乙' : '甲乙');
});

test.each([
  ['position: fixed; clip: rect(0px, 0px, 0px, 0px)', false],
  ['position: absolute; clip: rect(1px, 1px, 1px, 1px)', false],
  ['position: absolute; clip: rect(0px, 9px, 9px, 0px)', true],
  ['position: absolute; clip: auto', true],
  ['clip-path: inset(100%)', false],
  ['clip-path: inset(50%) margin-box', true],
])('what is cut by %s is seen: %s', (style, isSeen) => {
  const words = shownWithBoxes(`甲<b style="${style}">字</b>乙`).replace(/\s/g, '');
  expect(words).toBe(isSeen ? '甲字乙' : '甲乙');
});

test('blanks around a kept line break go, and those between words are one', () => {
  const lines = (words: string) => shown(`<div style="white-space: pre-line">${words}</div>`);
  expect(lines('甲\n乙')).toBe('甲\n乙');
  expect(lines('甲\t\t乙')).toBe('甲 乙');
  expect(lines('甲乙  \n  丙')).toBe('甲乙\n丙');
});
