import { expect, test } from 'vitest';
import { FIRST, pageOf, SECOND } from '../../../test/support/pages.ts';
import { linesOf } from '../page/lines.ts';
import { isExcerpt } from './excerpt.ts';

const excerpt = (below: string, last = SECOND) =>
  isExcerpt(linesOf(pageOf(`<div><p>${FIRST}</p><p>${last}</p></div>${below}`).body), `${FIRST}\n${last}`);

test.each([
  ['a link to the rest', '<a href="/whole.html">阅读全文</a>'],
  ['the same in traditional characters', '<a href="/whole.html">閱讀全文</a>'],
  ['the rest of the pages', '<a href="/a_s.html">余下全文</a>'],
  ['a wall', '<p>登录后查看全文</p>'],
  ['a wall for subscribers', '<div>阅读全文，请先<a href="/login">登录</a></div>'],
  ['how much is left', '<div>剩余 70% 内容</div>'],
])('said by %s', (_, below) => {
  expect(excerpt(below)).toBe(true);
});

test('展开全文 below a text that breaks off, but not below a whole one', () => {
  const unfold = '<a href="javascript:void(0)">展开全文</a>';
  expect(excerpt(unfold, '田禾指出，汛期将至，各镇街要把堤坝、泵站……')).toBe(true);
  expect(excerpt(unfold)).toBe(false);
});

test('阅读全文 of another article in a column is not meant', () => {
  const column = Array.from({ length: 9 }, (_, i) => `<p>某地开会部署第${i}项工作</p>`).join('');
  expect(excerpt(`${column}<a href="/other.html">阅读全文</a>`)).toBe(false);
  expect(excerpt('')).toBe(false);
});
