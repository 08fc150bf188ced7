import { expect, test } from 'vitest';
import { pageOf } from '../../../test/support/pages.ts';
import { linesOf } from '../page/lines.ts';
import { readColumnPath } from './columnPath.ts';

const TITLE = '清河区部署今年防汛工作';
const pathOf = (html: string) => readColumnPath(linesOf(pageOf(`${html}<h1>${TITLE}</h1>`).body), TITLE);
const link = (name: string) => `<a href="/${name}/">${name}</a>`;

test.each([
  ['separators', `<div>${link('首页')} &gt; ${link('要闻')} &gt; 正文</div>`, ['首页', '要闻']],
  [
    'a label',
    `<div>当前位置：${link('首页')} &gt;&gt; ${link('政务公开')} &gt;&gt; ${link('防汛')}</div>`,
    ['首页', '政务公开', '防汛'],
  ],
  ['arrows of two characters', '<div>当前位置:首页-&gt;要闻 -&gt; 正文</div>', ['首页', '要闻']],
  [
    '您现在的位置, »',
    `<p>您现在的位置： ${link('清河区政府网')} » ${link('要闻')} » 文章内容</p>`,
    ['清河区政府网', '要闻'],
  ],
  [
    'the headline at its end',
    `<div>位置：${link('首页')} &gt; ${link('要闻')} &gt; ${TITLE}</div>`,
    ['首页', '要闻'],
  ],
  [
    'a headline cut short',
    `<div>位置：${link('首页')} &gt; ${link('要闻')} &gt; 清河区部署今年…</div>`,
    ['首页', '要闻'],
  ],
  [
    'a row of cells',
    `<table><tr><td>当前位置：</td><td>${link('首页')}</td><td>&gt;</td><td>${link('要闻')}</td></tr></table>`,
    ['首页', '要闻'],
  ],
  ['strokes', `<div>${link('首页')} / ${link('要闻')} / 正文</div>`, ['首页', '要闻']],
  ['hyphens behind a label', `<div>您的位置：${link('首页')} - ${link('要闻')}</div>`, ['首页', '要闻']],
  ['no home page, but 正文', `<div>${link('要闻')}&gt;正文</div>`, ['要闻']],
  [
    'words of other things before it',
    `<div>${link('订阅')} ${link('清河网首页')} &gt; ${link('要闻')}</div>`,
    ['清河网首页', '要闻'],
  ],
  ['traditional characters', `<div>當前位置：${link('首頁')} &gt; ${link('要聞')}</div>`, ['首頁', '要聞']],
])('%s', (_, html, path) => {
  expect(pathOf(html)).toEqual(path);
});

test.each([
  ['nothing of the kind', '<p>清河</p>'],
  ['a comparison', '<p>去年降水 &gt; 常年降水</p>'],
])('none: %s', (_, html) => {
  expect(pathOf(html)).toEqual([]);
});

test('a path has at most eight names', () => {
  const path = (length: number) => ['首页', ...Array.from({ length: length - 1 }, (_, i) => `第${i}栏`)];
  const read = (names: string[]) => pathOf(`<div>当前位置：${names.map(link).join(' &gt; ')}</div>`);
  expect(read(path(8))).toEqual(path(8));
  expect(read(path(9))).toEqual([]);
});
