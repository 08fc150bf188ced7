import { expect, test } from 'vitest';
import { PAGE_URL, pageOf } from '../../../test/support/pages.ts';
import { linesOf } from '../page/lines.ts';
import { readLinks } from './links.ts';

const linksOf = (html: string) => readLinks(linesOf(pageOf(html).body), PAGE_URL);
const at = (path: string) => `https://www.qinghe.example${path}`;
const [BEFORE, AFTER] = ['东桥镇检修泵站', '西湾街道组织巡堤'];

test.each([
  [
    'label and link in a paragraph',
    `<p>上一篇：<a href="/a.html">${BEFORE}</a></p><p>下一篇：<a href="/b.html">${AFTER}</a></p>`,
  ],
  [
    'the label within the link',
    `<a href="/a.html">上一篇：${BEFORE}</a><br><a href="/b.html">下一篇：${AFTER}</a>`,
  ],
  [
    'both in one line',
    `<div>上一篇：<a href="/a.html">${BEFORE}</a> 下一篇：<a href="/b.html">${AFTER}</a></div>`,
  ],
  [
    'spans, 上一条 and 下一条',
    `<div><span>上一条：</span><a href="/a.html">${BEFORE}</a></div><div><span>下一条：</span><a href="/b.html">${AFTER}</a></div>`,
  ],
  [
    'a definition list',
    `<dl><dt>上一篇</dt><dd><a href="/a.html">${BEFORE}</a></dd><dt>下一篇</dt><dd><a href="/b.html">${AFTER}</a></dd></dl>`,
  ],
  [
    'items of a list',
    `<ul><li>【上一篇】<a href="/a.html">${BEFORE}</a></li><li>【下一篇】<a href="/b.html">${AFTER}</a></li></ul>`,
  ],
])('previous and next: %s', (_, html) => {
  expect(linksOf(html)).toMatchObject({
    previous: { text: BEFORE, url: at('/a.html') },
    next: { text: AFTER, url: at('/b.html') },
  });
});

test('traditional characters', () => {
  const { previous } = linksOf('<p>上一則：<a href="../a.html">市府檢修泵站</a></p>');
  expect(previous).toEqual({ text: '市府檢修泵站', url: at('/xw/a.html') });
});

test.each([
  ['there is none', '<p>上一篇：没有了</p><p>下一篇：<a href="#">暂无</a></p>'],
  ['a script', `<p>上一篇：<a href="javascript:go()">${BEFORE}</a></p>`],
  ['words of the text', '<p>上一篇报道说明了原因，<a href="/a.html">详情</a>见附件，请各镇街认真阅读。</p>'],
])('no neighbour: %s', (_, html) => {
  expect(linksOf(html)).toMatchObject({ previous: null, next: null });
});

test.each([['相关新闻'], ['相关阅读：'], ['延伸阅读'], ['【相关报道】'], ['相關新聞']])(
  'related, below %s',
  (heading) => {
    const html = `<div><h3>${heading}</h3><ul>
    <li><a href="/1.html">${BEFORE}</a><span>03-01</span></li>
    <li><a href="/2.html">${AFTER}</a><span>02-28</span></li>
    <li><a href="/1.html">${BEFORE}</a></li></ul></div>
    <div><h3>热点</h3><a href="/3.html">应急队伍开展集训</a></div>`;
    expect(linksOf(html).related).toEqual([
      { text: BEFORE, url: at('/1.html') },
      { text: AFTER, url: at('/2.html') },
    ]);
  },
);

test('the foot of the site is not related', () => {
  expect(
    linksOf('<h3>相关链接</h3><p>版权所有 清河区</p><a href="/x">清河区政务服务中心</a>').related,
  ).toEqual([]);
});

test('neighbours without their headlines lead where they say', () => {
  expect(linksOf('<div><a href="/a.html">上一篇</a> <a href="/b.html">下一篇</a></div>')).toMatchObject({
    previous: { url: at('/a.html') },
    next: { url: at('/b.html') },
  });
});

test('links of a policy say whether they are its interpretation, its original or its illustration', () => {
  const html = `<h4>政策解读</h4><ul><li><a href="/jd.html">养老服务补贴办法怎么看</a></li><li><a href="/tj.html">一图读懂养老服务补贴</a></li></ul>
<h4>政策原文</h4><p><a href="/yw.html">清河区养老服务补贴办法</a></p>`;
  expect(linksOf(html).related).toEqual([
    { text: '养老服务补贴办法怎么看', url: at('/jd.html'), role: 'interpretation' },
    { text: '一图读懂养老服务补贴', url: at('/tj.html'), role: 'illustration' },
    { text: '清河区养老服务补贴办法', url: at('/yw.html'), role: 'original' },
  ]);
});

test('a label without words belongs to the link below it, not to the one above', () => {
  const html = `<p><a href="/x.html">不相干的文章一篇</a></p><div><p>上一篇：</p></div><div><p><a href="/a.html">${BEFORE}</a></p></div>`;
  expect(linksOf(html).previous).toEqual({ text: BEFORE, url: at('/a.html') });
});

test('a neighbour that leads nowhere is sought farther up', () => {
  const html = `<p>上一篇：<a href="/a.html">${BEFORE}</a></p><p>上一篇：<a href="javascript:go()">${AFTER}</a></p>`;
  expect(linksOf(html).previous).toEqual({ text: BEFORE, url: at('/a.html') });
});
