import { afterEach, expect, test } from 'vitest';
import { shownText } from '@/lib/annotation/shownText.ts';

const sheet = document.createElement('style');
sheet.textContent = `
  .gone { display: none }
  .unseen { visibility: hidden }
  .unseen .again { visibility: visible }
  .tiny { font-size: 0 }
  .clear { opacity: 0 }
  .aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0) }
  .cut { position: absolute; clip-path: inset(50%) }
  .out { position: absolute; left: -9999px }
  .pushed { text-indent: -9999px; overflow: hidden }
  .folded { height: 0; overflow: hidden }
  .skipped { content-visibility: hidden }
  .joined { display: contents }
  .kept { white-space: pre-wrap }
`;

function show(markup: string): HTMLElement {
  const page = document.createElement('main');
  page.innerHTML = markup;
  document.body.replaceChildren(sheet, page);
  return page;
}
const rangeOver = (node: Node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range;
};
const shown = (markup: string) => shownText(rangeOver(show(markup)));

/** The text that the browser would copy for a range. */
function copied(range: Range): string {
  const selection = getSelection()!;
  selection.removeAllRanges();
  selection.addRange(range);
  const text = selection.toString();
  selection.removeAllRanges();
  return text.trim();
}

afterEach(() => document.body.replaceChildren());

test('what a style sheet hides is not shown', () => {
  const names = ['gone', 'unseen', 'tiny', 'clear', 'aloud', 'cut', 'out', 'skipped'];
  for (const name of names) expect(shown(`完成<span class="${name}">暗文</span>清淤`), name).toBe('完成清淤');
  for (const name of ['pushed', 'folded', 'skipped'])
    expect(shown(`完成<div class="${name}">暗文</div>清淤`), name).toBe('完成\n清淤');
  expect(shown('<p>完成<b class="joined">管网</b>清淤</p>')).toBe('完成管网清淤');
  expect(shown('<p class="unseen">暗文<b class="again">明文</b></p>')).toBe('明文');
});

test('what mark-up hides is not shown', () => {
  expect(shown('完成<style>p {}</style><script>x</script><b hidden>旧</b><template>稿</template>清淤')).toBe(
    '完成清淤',
  );
  expect(shown('<ruby>管网<rp>（</rp><rt>guǎnwǎng</rt><rp>）</rp></ruby>清淤')).toBe('管网清淤');
  expect(shown('<details><summary>附表</summary>散字<p>暗文</p></details><p>正文</p>')).toBe('附表\n\n正文');
  expect(shown('<details open><summary>附表</summary><p>明文</p></details>')).toBe('附表\n\n明文');
  expect(shown('完成<canvas>图</canvas><video>影</video><textarea>字</textarea>清淤')).toBe('完成清淤');
});

test('cells, items and blocks are parted as the browser copies them', () => {
  for (const markup of [
    '<table><tr><td>完成管网清淤</td><td>六月底前</td></tr><tr><td>东片</td><td>五月</td></tr></table>',
    '<table>\n <thead>\n  <tr> <th>事项</th> <th>时限</th> </tr>\n </thead>\n <tr><td>清淤</td><td>六月</td></tr>\n</table>',
    '<ul>\n<li>清淤</li>\n<li>补<b>种</b></li></ul><div>正文</div>尾',
    '<p>第一段</p>\n  <p>第二段\n  接着说</p><h2>标题</h2><div>一</div><div>二</div>',
    '甲<br>乙<br><br>丙',
    '<div>甲 <span> 乙</span></div><div> 丙 </div>',
    '<div class="kept">甲\n  乙</div>丙',
    '<div><div><div>甲</div></div></div><section><article>乙</article></section>',
    '<p>　　甲乙</p><p>&nbsp;丙</p>',
  ]) {
    const range = rangeOver(show(markup));
    expect(shownText(range), markup).toBe(copied(range));
  }
});

test('a part of a row, of an item or of a text is shown as that part', () => {
  const page = show(
    '<table><tr><td>完成管网清淤</td><td>六月底前</td></tr></table><ul><li>一项</li><li>二项</li></ul>',
  );
  const [first, second] = page.querySelectorAll('td');
  const range = document.createRange();
  range.setStart(first!.firstChild!, 2);
  range.setEnd(second!.firstChild!, 3);
  expect(shownText(range)).toBe('管网清淤\t六月底');
  range.setEnd(page.querySelectorAll('li')[1]!.firstChild!, 1);
  expect(shownText(range)).toBe(copied(range));
  range.setStart(first!.firstChild!, 1);
  range.setEnd(first!.firstChild!, 4);
  expect(shownText(range)).toBe('成管网');
});

test('a triple click takes in the beginning of the next paragraph, which shows nothing', () => {
  const page = show('<p>第一段</p><p>第二段</p>');
  const range = document.createRange();
  range.setStart(page.firstChild!.firstChild!, 0);
  range.setEnd(page.lastChild!, 0);
  expect(shownText(range)).toBe('第一段');
});

test('the shadow tree of an element is shown in its place, with what fills its slots', () => {
  const page = show('<p>甲</p><div><b>乙</b><i slot="none">暗</i></div><p>丁</p>');
  const shadow = page.querySelector('div')!.attachShadow({ mode: 'open' });
  shadow.innerHTML = '<span>始<slot></slot>终</span>';
  expect(shownText(rangeOver(page))).toBe('甲\n\n始乙终\n\n丁');
  expect(shownText(rangeOver(shadow))).toBe('始乙终');
});

test('a passage that is hidden as a whole keeps its words', () => {
  const page = show('<p class="gone">暗<b>文</b></p>');
  expect(shownText(rangeOver(page))).toBe('暗文');
});

test('an endless nesting is read to a depth', () => {
  let inner: HTMLElement = document.body;
  for (let i = 0; i < 3000; i++) inner = inner.appendChild(document.createElement('b'));
  inner.append('深');
  document.body.append('浅');
  const range = document.createRange();
  range.selectNodeContents(document.body);
  expect(shownText(range)).toBe('浅');
});
