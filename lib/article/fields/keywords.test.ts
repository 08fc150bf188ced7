import { describe, expect, test } from 'vitest';
import { type NewsPage, readNews } from '../../../test/support/newsPage.ts';

const official = '<meta name="ArticleTitle" content="青山区启动内河清淤三年行动">';
const keywords: [string, NewsPage, string[]][] = [
  ['in links', { info: '<div>关键词:<a>清淤</a> <a>水环境</a></div>' }, ['清淤', '水环境']],
  ['with commas', { tail: '<p>关键词：清淤、水环境；内河</p>' }, ['清淤', '水环境', '内河']],
  [
    'by elements, without a colon',
    { tail: '<div><span>标签</span><a>清淤</a><a>水环境</a></div>' },
    ['清淤', '水环境'],
  ],
  ['文章关键词', { tail: '<div>文章关键词： <a>清淤</a></div>' }, ['清淤']],
  [
    'a portal’s tag is written for search engines',
    { head: '<meta name="keywords" content="清淤,水环境,内河">' },
    [],
  ],
  [
    'the standard tag is a machine’s',
    { head: `${official}<meta name="Keywords" content="河道;水环境;创新">` },
    [],
  ],
  ['none', { info: '<p>关键词：</p>' }, []],
];

describe('关键词', () => {
  test.each(keywords)('%s', (_, page, wanted) => {
    expect(readNews(page).keywords).toEqual(wanted);
  });
});

const views: [string, NewsPage, number | null][] = [
  ['人浏览 below the article', { tail: '<div>1268人浏览</div><div>86人点赞</div>' }, 1268],
  ['not who takes part', { info: '<p>2023-02-02 来源：青山网 <a>参与互动</a>(<i>0</i>)</p>' }, null],
  ['条点击', { info: '<p>2023-02-02 <i>316</i>条点击<i>0</i>条评论</p>' }, 316],
  ['not the comments before the label', { info: '<p>2023-02-02 评论：<a>0</a> 点击：<i></i></p>' }, null],
  [
    'not the comments in brackets',
    { info: '<p>2023-02-02 来源：<a>青山晚报</a> 我要评论(<a>0</a>) 字号</p>' },
    null,
  ],
  ['thousands apart', { info: '<p>点击量：<i>3 412</i></p>' }, 3412],
  ['in a cell without a colon', { info: '<dl><dt>浏览次数</dt><dd>1,286</dd></dl>' }, 1286],
  ['人次', { info: '<p>张贴日：2023-02-02 浏览人次：633</p>' }, 633],
  ['below the article', { tail: '<div>阅读 (<em>1532</em>)<span>投诉</span></div>' }, 1532],
  ['not the site’s', { tail: '<div>版权所有 青山区水务局 浏览人数：3025519</div>' }, null],
  ['labelled', { info: '<p>发布日期：2023-02-02 浏览次数：1,062</p>' }, 1062],
  ['with 次', { info: '<p>出处：青山晚报 人气： 5380 次</p>' }, 5380],
  [
    'bare, between the time and the source',
    { info: '<p>2023/2/2 10:30:45 <b>18062</b> 来源: 青山晚报</p>' },
    18062,
  ],
  ['before its word', { info: '<p>2023-02-02 | <em>1164次阅读</em> | 来源：青山晚报</p>' }, 1164],
  ['in ten thousands', { info: '<p>阅读量：1.2万</p>' }, 12000],
  [
    'left to a script',
    { info: '<p>浏览次数：<script>count(3)</script><b></b> 信息来源：青山晚报</p>' },
    null,
  ],
  [
    'comments are no views',
    { info: '<p><i>2023-02-02 10:30</i> <b>36</b> <a>条评论</a> <a>分享</a></p>' },
    null,
  ],
  ['in ten thousands by letter', { info: '<p><i>2023/02/02 17:33</i><i>浏览 3.2w</i></p>' }, 32000],
  ['in thousands, without a colon', { info: '<p>何苗 于 2023-02-02 10:30 发布 <b>阅读量1.3k</b></p>' }, 1300],
  ['in brackets', { info: '<p>2023-02-02 <b>阅读 (2,015)</b></p>' }, 2015],
  ['a day before a count that a script fills in', { info: '<p>日期：2023-02-05 点击：[<b></b>]</p>' }, null],
  ['a clock before it', { info: '<p><i>2023-02-02 17:33</i> <i>浏览</i></p>' }, null],
  ['a date behind it', { info: '<p>阅读 2023-02-02</p>' }, null],
  ['人次', { info: '<p>浏览人次：33</p>' }, 33],
  ['已阅读', { info: '<p>2023-02-02 已阅读 33 次</p>' }, 33],
  ['a date is no count', { info: '<p>浏览：2023-02-02</p>' }, null],
];

describe('浏览次数', () => {
  test.each(views)('%s', (_, page, wanted) => {
    expect(readNews(page).views).toBe(wanted);
  });
});

test('导读 as its label gives it, in one line or beside', () => {
  const lead = '青山区用三年时间让七条内河恢复流动。';
  expect(readNews({ info: `<div>导读: <span>${lead}</span></div>` }).lead).toBe(lead);
  expect(readNews({ info: `<div><b>核心提示</b>：${lead}</div>` }).lead).toBe(lead);
  expect(readNews({ info: `<p>摘要：</p><p>${lead}</p>` }).lead).toBe(lead);
  expect(readNews({ info: `<div><b>【内容提要】</b>${lead}</div>` }).lead).toBe(lead);
  expect(readNews({ info: `<div>摘要<br>${lead}</div>` }).lead).toBe(lead);
  expect(readNews({ info: `<p>【核心提示】${lead}</p>` }).lead).toBe(lead);
  expect(readNews({ opening: `<p>内容摘要：${lead.repeat(8)}</p>` }).lead).toBe(lead.repeat(8));
  expect(readNews({ head: `<meta name="description" content="${lead}">` }).lead).toBeNull();
});

test('关键词 below a 摘要 that is as long as a paragraph, and between article and rights', () => {
  const lead = '青山区用三年时间让七条内河恢复流动，让两岸的老街重新临水而居，沿线居民步行十分钟可到河边。';
  const both = `<dl><dt>摘要：</dt><dd>${lead}</dd></dl><dl><dt>关键词：</dt><dd>清淤、内河</dd></dl>`;
  expect(readNews({ info: both })).toMatchObject({ lead, keywords: ['清淤', '内河'] });
  const rights = '<p>免责声明：凡本网注明“来源：青山网”的作品，版权均属本网所有，转载请注明出处。</p>';
  expect(readNews({ tail: `<p>关键词：<a>清淤</a> <a>内河</a></p>${rights}` }).keywords).toEqual([
    '清淤',
    '内河',
  ]);
});

test('the site’s name, from its tag or the page’s title', () => {
  expect(readNews({}).siteName).toBe('青山新闻网');
  expect(readNews({ head: '<meta name="SiteName" content="青山区人民政府">' }).siteName).toBe(
    '青山区人民政府',
  );
  expect(readNews({ pageTitle: '青山区启动内河清淤' }).siteName).toBeNull();
});

test('the signs of topics around keywords are no part of them', () => {
  expect(readNews({ tail: '<p>关键词：#内河# ＃清淤</p>' }).keywords).toEqual(['内河', '清淤']);
});
