import { describe, expect, test } from 'vitest';
import { type NewsPage, readNews } from '../../../test/support/newsPage.ts';

const now = new Date('2024-03-05T09:40:00+08:00');
const rows: [string, NewsPage, string | null][] = [
  ['labelled', { info: '<p>发布时间：2023-02-02 10:30</p>' }, '2023-02-02T10:30:00+08:00'],
  ['a day alone', { info: '<p>日期：2023年2月2日</p>' }, '2023-02-02'],
  [
    'slashes and a count',
    { info: '<p>2023/2/2 10:30:45 <b>18062</b> 来源: 青山晚报</p>' },
    '2023-02-02T10:30:45+08:00',
  ],
  [
    'not the day in the cell of another label',
    {
      head: '<meta name="publishdate" content="2023-02-09 10:30">',
      info: '<table><tr><td>发文机关：</td><td>青山市水务局</td></tr><tr><td>成文日期：</td><td>2023年2月2日</td></tr></table>',
    },
    '2023-02-09T10:30:00+08:00',
  ],
  [
    '出版 and 更新',
    { info: '<p>出版：2023-02-02 07:30</p><p>最後更新：2023-02-02 09:30</p>' },
    '2023-02-02T07:30:00+08:00',
  ],
  [
    'a zone of Hong Kong before the time',
    { info: '<p>2023-02-02 HKT 08:15</p>' },
    '2023-02-02T08:15:00+08:00',
  ],
  [
    'the address that the page calls its own',
    { head: '<link rel="canonical" href="https://www.example.com/news/2023-02/02/content_3.html">' },
    '2023-02-02',
  ],
  [
    'time in a line of its own, with its city',
    { tail: '<div>2023年2月2日（星期四）<br>香港時間18時32分</div>' },
    '2023-02-02T18:32:00+08:00',
  ],
  ['in traditional characters', { info: '<p>2023年02月02日 20時36分</p>' }, '2023-02-02T20:36:00+08:00'],
  [
    'in the bar of a newspaper’s page',
    {
      top: `<p>2023年2月2日　星期四　<a href="#">版面导航</a></p>${'<p><a href="#">上一版</a></p>'.repeat(9)}`,
    },
    '2023-02-02',
  ],
  [
    'not the date that the page’s table gives a conference, where tag and line agree',
    {
      head: '<meta name="SiteName" content="青山区人民政府"><meta name="ColumnName" content="发布会"><meta name="PubDate" content="2023-02-03 11:26">',
      info: '<p>2023-02-03 11:26</p><dl><dt>发布时间：</dt><dd>2023年2月2日上午10时</dd></dl>',
    },
    '2023-02-03T11:26:00+08:00',
  ],
  ['not the date below who signs', { info: '<p>省长　何清泉</p><p>2023年2月2日</p>' }, null],
  [
    'in the element of 百度新闻源, to be seen',
    { info: '<p><span id="pubtime_baidu">2023-02-02 07:43:21</span> 来源：青山晚报</p>' },
    '2023-02-02T07:43:21+08:00',
  ],
  [
    '时间 in a definition list',
    { info: '<dl><dt>稿源</dt><dd>青山日报</dd><dt>时间</dt><dd>2024-01-09 09:00</dd></dl>' },
    '2024-01-09T09:00:00+08:00',
  ],
  [
    'what a header calls 发布时间 rather than a date below',
    {
      top: '<p>索引号：QS-1</p><p>文号：青政任〔2022〕5号</p><p>发布时间：2022-11-11 08:00</p>',
      info: '<p>2022年11月9日</p>',
    },
    '2022-11-11T08:00:00+08:00',
  ],
  [
    'below, rather than 更新日期 of the site',
    { tail: '<div>2023年4月18日（星期二）<br>香港時間16時30分</div><div>更新日期：2023年4月19日</div>' },
    '2023-04-18T16:30:00+08:00',
  ],
  ['not an item’s', { info: '<ul><li><i>2024-03-20</i><a href="/1">青山区部署防汛工作</a></li></ul>' }, null],
  [
    'the year from the element of a day that has none',
    { info: '<p><i>青山新闻</i> <time datetime="2024-01-03T18:07:52+08:00">01-03 18:07</time></p>' },
    '2024-01-03T18:07:52+08:00',
  ],
  ['a leaf of a calendar', { top: '<p><b>06</b><i>2018/11</i></p>' }, '2018-11-06'],
  ['bare', { info: '<p>2023-02-02 10:30 青山晚报</p>' }, '2023-02-02T10:30:00+08:00'],
  ['afternoon', { info: '<p>发布时间：2023-02-02 下午3:05</p>' }, '2023-02-02T15:05:00+08:00'],
  ['in cells', { info: '<table><tr><th>公开日期</th><td>2023-02-02</td></tr></table>' }, '2023-02-02'],
  ['at the tail', { tail: '<p>发布日期：2023-02-02 责任编辑：何苗</p>' }, '2023-02-02'],
  [
    'the standard tag',
    { head: '<meta name="PubDate" content="2023-02-02 16:20"><meta name="ColumnName" content="要闻">' },
    '2023-02-02T16:20:00+08:00',
  ],
  [
    'the day of the label, the time of the tag',
    {
      head: '<meta name="PubDate" content="2023-02-02 16:20"><meta name="ColumnName" content="要闻">',
      info: '<p>发布日期：2023-02-02</p>',
    },
    '2023-02-02T16:20:00+08:00',
  ],
  [
    'not the time of another day',
    {
      head: '<meta name="PubDate" content="2023-02-03 16:20"><meta name="ColumnName" content="要闻">',
      info: '<p>发布日期：2023-02-02</p>',
    },
    '2023-02-02',
  ],
  [
    'schema.org',
    {
      head: '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-02-02T01:30:00Z"}</script>',
    },
    '2023-02-02T09:30:00+08:00',
  ],
  [
    'Baidu’s form of it',
    {
      head: '<script type="application/ld+json">{"@context":"https://ziyuan.baidu.com/contexts/cambrian.jsonld","title":"x","pubDate":"2023-02-02T09:27:48"}</script>',
    },
    '2023-02-02T09:27:48+08:00',
  ],
  [
    'og',
    { head: '<meta property="article:published_time" content="2023-02-02T09:27:48+08:00">' },
    '2023-02-02T09:27:48+08:00',
  ],
  [
    'a tag with a hyphen before the time',
    { head: '<meta name="firstpublishedtime" content="2007-08-20-23:59:59">' },
    '2007-08-20T23:59:59+08:00',
  ],
  ['the time of rebuilding is none', { head: '<meta name="Maketime" content="2023-02-02 10:00:00">' }, null],
  ['the address', { url: 'https://www.example.com/yw/202302/t20230202_693227.html' }, '2023-02-02'],
  [
    '发布 before 更新',
    { info: '<p>更新时间：2023-02-05 08:00</p><p>发布时间：2023-02-02 10:30</p>' },
    '2023-02-02T10:30:00+08:00',
  ],
  [
    '更新 where there is no other',
    { info: '<p>更新时间：2023-02-05 08:00</p>' },
    '2023-02-05T08:00:00+08:00',
  ],
  [
    'today’s date of the page’s top is not meant',
    { top: '<p>今天是2025年4月7日 星期一</p>', info: '<p>发布时间：2023-02-02</p>' },
    '2023-02-02',
  ],
  ['成文日期 is not meant', { info: '<p>成文日期：2023-01-30</p><p>发布日期：2023-02-02</p>' }, '2023-02-02'],
  [
    'hours ago',
    { info: '<p><span>3小时前</span> <span>青山晚报</span></p>', now },
    '2024-03-05T06:40:00+08:00',
  ],
  ['yesterday', { info: '<p>发布时间：昨天 10:30</p>', now }, '2024-03-04T10:30:00+08:00'],
  ['relative without a time of capture', { info: '<p>发布时间：3小时前</p>' }, null],
  ['a day without a year', { info: '<p>发布时间：10-08 12:00</p>', now }, null],
  ['日前 is no date', { opening: '<p>日前，记者从青山区水务局了解到，清淤船已经下水。</p>', now }, null],
  [
    'a date that the body tells is none',
    {
      opening: '<p>2021年3月1日，青山区召开清淤动员会，部署全年的河道治理任务，要求各街道尽快拿出方案。</p>',
    },
    null,
  ],
  ['the Republic’s years are left alone', { info: '<p>發佈日期：民國112年2月2日</p>' }, null],
  [
    'the note of a law is none',
    { info: '<p>（2007年6月29日青山区人民代表大会常务委员会第二次会议通过）</p>' },
    null,
  ],
  ['in numerals', { info: '<p>发布日期：二〇二三年二月二日</p>' }, '2023-02-02'],
  ['without separators', { info: '<p>发布日期：20230202</p>' }, '2023-02-02'],
  ['the site’s clock is none', { top: '<div>今天是 2024年5月6日 星期一</div>' }, null],
  ['nor is it without words', { top: '<div>2024年05月06日 星期一</div>' }, null],
  [
    'nor is the day of another article below',
    { tail: '<ul><li><a href="/2.html">城东泵站完成年度检修</a> 2024-01-01</li></ul>' },
    null,
  ],
  ['施行日期 is not meant', { info: '<p>施行日期：2023-03-01</p>' }, null],
  ['a short sentence of the body is none', { opening: '<p>2021年3月1日，清淤船下水。</p>' }, null],
  ['no such day', { info: '<p>发布时间：2023-02-31</p>' }, null],
];

test('a tag that names another day is told beside', () => {
  const head = '<meta property="article:published_time" content="2023-02-05T08:00:00+08:00">';
  expect(readNews({ head, info: '<p>发布时间：2023-02-02 10:30</p>' }).provenance.publishedAt).toEqual({
    rule: 'label-at-head',
    origin: 'labelled-line',
    confidence: 0.97,
    otherwise: { value: '2023-02-05T08:00:00+08:00', rule: 'meta-published-time', origin: 'meta' },
  });
  expect(readNews({ head, info: '<p>2023-02-05</p>' }).provenance.publishedAt).not.toHaveProperty(
    'otherwise',
  );
});

describe('发布时间', () => {
  test.each(rows)('%s', (_, page, publishedAt) => {
    expect(readNews(page).publishedAt).toBe(publishedAt);
  });
});

test.each([
  ['year and month with 年', '<div><b>06</b><i>2018年11月</i></div>'],
  ['year and month below', '<div><b>06</b></div><div>2018年11</div>'],
  ['a slash', '<p><b>06</b><i>2018/11</i></p>'],
])('a day that is set large beside %s', (_, info) => {
  expect(readNews({ info }).publishedAt).toBe('2018-11-06');
});

test('a day in brackets is that of a speech where the page is dated above the headline', () => {
  const top = '<p>发布时间：2023-02-03</p>';
  const head = '<meta name="PubDate" content="2023-02-02">';
  expect(readNews({ top, head, info: '<p>（2023年2月2日 09:00）</p>' }).publishedAt).toBe('2023-02-03');
});
