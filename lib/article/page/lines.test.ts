import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { type NewsPage, readNews } from '../../../test/support/newsPage.ts';
import { readArticle } from '../index.ts';
import { linesOf } from './lines.ts';

/**
 * Pages with lines of metadata as the templates of sites print them. Each row ends with the fields that must be read.
 */
const rows: [string, NewsPage, Record<string, unknown>][] = [
  [
    'a paper’s own site',
    {
      top: '<h3 class="pre">水环境治理</h3>',
      headline: '<h1>青山区启动内河清淤三年行动</h1><h4 class="sub">七条内河年内复流</h4>',
      info: '<p class="author">本报记者 何苗</p><div class="box01"><div class="fl">2020年02月03日07:27&nbsp;&nbsp;来源：<a>青山网－青山日报</a></div></div>',
      tail: '<div class="edit clearfix">(责编：方宁、程远)</div>',
    },
    {
      publishedAt: '2020-02-03T07:27:00+08:00',
      source: '青山网－青山日报',
      authors: ['何苗'],
      editors: ['方宁', '程远'],
      subtitle: '七条内河年内复流',
    },
  ],
  [
    'a date in pieces',
    {
      info: '<div><span class="year"><em>2023</em></span> <span class="day"><em>02</em>/<em>02</em></span> <span class="time">10:30:45</span> <span>来源：青山网</span></div>',
      tail: '<div>【责任编辑：何苗】</div>',
    },
    { publishedAt: '2023-02-02T10:30:45+08:00', source: '青山网', editors: ['何苗'] },
  ],
  [
    'a ministry',
    {
      info: '<div class="pages-date">2023-02-02 10:30 <span class="font index_switchsize">来源： 青山社</span><span>【字体：<a>大</a> <a>中</a> <a>小</a>】</span><a>打印</a></div>',
      tail: '<div class="editor"><span>责任编辑：何苗</span></div>',
    },
    { publishedAt: '2023-02-02T10:30:00+08:00', source: '青山社', editors: ['何苗'] },
  ],
  [
    'a city, the count left to a script',
    {
      info: '<p>发布日期：2023-02-02 10:30 浏览次数：<script>hits()</script> 来源：青山区水务局 字体：[ <a>大</a> <a>中</a> <a>小</a> ]</p>',
    },
    { publishedAt: '2023-02-02T10:30:00+08:00', source: '青山区水务局', views: null },
  ],
  [
    'each in its own brackets',
    {
      info: '<p>[日期：2023-02-02] [来源：青山晚报] [作者：何苗] [字体：大 中 小]</p>',
    },
    { publishedAt: '2023-02-02', source: '青山晚报', authors: ['何苗'] },
  ],
  [
    'with bars and empty values',
    {
      info: '<p>时间：2023-02-02 10:30:45 | 作者： | 来源：青山晚报 | 阅读：<span>1024</span></p>',
    },
    { publishedAt: '2023-02-02T10:30:45+08:00', source: '青山晚报', authors: [], views: 1024 },
  ],
  [
    'a paper’s page',
    {
      info: '<p>来源：青山日报（2023年02月02日 01版） 作者：何苗</p>',
    },
    { source: '青山日报', authors: ['何苗'], publishedAt: '2023-02-02' },
  ],
  [
    'a portal’s account',
    { info: '<div>2023-02-02 10:30·青山发布</div>' },
    { source: '青山发布', publishedAt: '2023-02-02T10:30:00+08:00' },
  ],
  [
    'a portal with the place of publishing',
    {
      info: '<div>2023-02-02 10:30:45　来源: <a>青山晚报</a> 湖北 <a>举报</a></div>',
    },
    { source: '青山晚报' },
  ],
  [
    'a source in an element that says so',
    {
      info: '<div class="media"><span class="media-name">青山日报</span></div><div>2023-02-02 10:30 发布于湖北</div>',
    },
    { source: '青山日报', publishedAt: '2023-02-02T10:30:00+08:00' },
  ],
  [
    'a tail of many hands',
    {
      tail: '<p>责任编辑：何苗　图片编辑：方宁　校对：程远</p>',
    },
    { editors: ['何苗'] },
  ],
  [
    'a tail with strokes',
    { tail: '<p>来源/青山晚报　编辑/何苗　审核/方宁</p>' },
    { editors: ['何苗'], source: '青山晚报' },
  ],
  [
    'a tail in one text',
    { tail: '<p>来源：青山晚报 编辑：何苗 二审：方宁 三审：程远</p>' },
    { editors: ['何苗'], source: '青山晚报' },
  ],
  [
    'traditional characters',
    {
      info: '<p>發布時間：2023-02-02 10:30 來源：青山日報 作者：何苗 點閱：1,024</p>',
      tail: '<p>責任編輯：方寧</p>',
    },
    { publishedAt: '2023-02-02T10:30:00+08:00', source: '青山日報', authors: ['何苗'], editors: ['方寧'] },
  ],
  [
    'nothing at all',
    {},
    {
      publishedAt: null,
      source: null,
      authors: [],
      editors: [],
      views: null,
      lead: null,
      keywords: [],
      issuer: null,
      documentNumber: null,
      indexNumber: null,
      writtenOn: null,
      originalTitle: null,
      subtitle: null,
      kicker: null,
      contributor: null,
    },
  ],
];

describe('a metadata line', () => {
  test.each(rows)('of %s', (_, page, fields) => {
    expect(readNews(page)).toMatchObject(fields);
  });
});

test('a form whose field is called id is read like any other', () => {
  expect(readNews({ info: '<form><input name="id"><p>来源：青山晚报</p></form>' }).source).toBe('青山晚报');
});

test('a page without a body, a frameset, broken markup', () => {
  const read = (html: string) => readArticle(new JSDOM(html).window.document, { url: 'about:blank' });
  expect(read('')).toMatchObject({ title: '', source: null, text: '' });
  expect(read('<frameset><frame src="a.html"></frameset>')).toMatchObject({ title: '', publishedAt: null });
  expect(read('<table><tr><td>来源：青山晚报<tr><p>2023-02-02<h1>青山区启动内河清淤')).toMatchObject({
    title: '青山区启动内河清淤',
  });
});

test('lines know what the markup hides, and the element of their first word', () => {
  const { document } = new JSDOM(
    '<body><table><tr> <td><b>索 引 号：</b></td></tr></table><div style="DISPLAY: none"><p>甲</p></div><p hidden>乙</p><p id="pubtime_baidu">丙</p><p>丁</p></body>',
  ).window;
  const lines = linesOf(document.body);
  expect(lines.map(({ text, hidden }) => `${text}${hidden ? '-' : ''}`)).toEqual([
    '索 引 号：',
    '甲-',
    '乙-',
    '丙-',
    '丁',
  ]);
  expect(lines[0]!.element.tagName).toBe('B');
});
