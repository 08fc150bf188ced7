import { describe, expect, test } from 'vitest';
import { HEADLINE, type NewsPage, newsDocument, readNews } from '../../../test/support/newsPage.ts';
import { linesOf } from '../page/lines.ts';
import { namesPlace } from './headlineLines.ts';
import { headlineOf, siteInTitle, withoutSiteName } from './headlineText.ts';

const info = '<p>2023-02-02 10:30 来源：青山晚报</p>';
const OTHER = '青山区"清河"行动见效 七条内河复流';

const rows: [string, NewsPage, string][] = [
  ['a heading that the title repeats', { info }, HEADLINE],
  [
    'a template that was left unfilled',
    { title: '{{news.title}}', pageTitle: `${HEADLINE}_青山新闻网`, info },
    HEADLINE,
  ],
  [
    'a template that was left unfilled, in the page’s title too',
    { pageTitle: '{$article.title}', headline: '<h1><%=title%></h1>', info: '<p>来源：{{source}}</p>' },
    '',
  ],
  ['in a div of no class', { headline: `<div>${HEADLINE}</div>`, info }, HEADLINE],
  [
    'og:title cut at a quotation mark',
    { title: OTHER, head: '<meta property="og:title" content="青山区">', info },
    OTHER,
  ],
  [
    'og:title cut, and no heading',
    { title: OTHER, headline: '<p></p>', head: '<meta property="og:title" content="青山区">' },
    OTHER,
  ],
  [
    'the site’s name is the other heading',
    { top: '<h1>青山新闻网</h1>', headline: `<h2>${HEADLINE}</h2>`, info },
    HEADLINE,
  ],
  [
    'the column in the page’s title',
    { pageTitle: '新闻动态--青山新闻网', top: '<h3>新闻动态</h3>', headline: `<h5>${HEADLINE}</h5>`, info },
    HEADLINE,
  ],
  [
    'a title that tells nothing',
    { pageTitle: '青山区人民政府', headline: `<div class="bt">${HEADLINE}</div>`, info },
    HEADLINE,
  ],
  [
    'the standard tag',
    {
      pageTitle: '青山区人民政府',
      headline: '<p></p>',
      head: `<meta name="ArticleTitle" content="${HEADLINE}">`,
    },
    HEADLINE,
  ],
  ['a heading of two lines', { headline: '<h1>青山区启动内河<br>清淤三年行动</h1>', info }, HEADLINE],
  [
    'the 标题 of a document’s header',
    {
      pageTitle: '',
      headline: `<table><tr><td>索 引 号：</td><td>QS-2023-1</td></tr><tr><td>标　　题：</td><td>${HEADLINE}</td></tr><tr><td>发文机关：</td><td>青山区人民政府</td></tr></table>`,
    },
    HEADLINE,
  ],
  [
    'lines that the page’s title has in one',
    { headline: '<p><b>青山区启动<br>内河清淤<br>三年行动</b></p>', info },
    HEADLINE,
  ],
  ['an h1 alone', { pageTitle: '无标题文档', headline: `<h1>${HEADLINE}</h1>` }, HEADLINE],
  [
    'a line of the body that begins alike is none',
    { headline: '<p></p>', opening: `<p>${HEADLINE}动员会召开</p>` },
    HEADLINE,
  ],
  ['the page’s title alone', { headline: '<p></p>' }, HEADLINE],
  [
    'schema.org alone',
    {
      pageTitle: '',
      headline: '<p></p>',
      head: `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${HEADLINE}"}</script>`,
    },
    HEADLINE,
  ],
];

describe('标题', () => {
  test.each(rows)('%s', (_, page, title) => {
    expect(readNews(page).title).toBe(title);
  });
});

test.each([
  ['青山区启动内河清淤--时政--青山网', '青山区启动内河清淤'],
  ['青山区启动内河清淤_新浪财经_新浪网', '青山区启动内河清淤'],
  ['青山区启动内河清淤|清淤_新浪财经_新浪网', '青山区启动内河清淤'],
  ['青山区启动内河清淤-资讯中心', '青山区启动内河清淤'],
  ['青山区启动内河清淤 - 青山区人民政府', '青山区启动内河清淤'],
  ['青山区启动内河清淤 东区办事处_青山网', '青山区启动内河清淤 东区办事处'],
  ['观察|青山区启动内河清淤', '观察|青山区启动内河清淤'],
  ['青山-临江铁路开工', '青山-临江铁路开工'],
  ['青山区启动清淤 七条内河复流', '青山区启动清淤 七条内河复流'],
])('%s without its site', (title, wanted) => {
  expect(withoutSiteName(title)).toBe(wanted);
});

test('the site in a page’s title', () => {
  expect(siteInTitle('青山区启动内河清淤-青山新闻网')).toBe('青山新闻网');
  expect(siteInTitle('【不忘初心 牢记使命】药剂科举办技能大赛 青山医院')).toBe('青山医院');
  expect(siteInTitle('青山-临江铁路开工')).toBeNull();
});

test('elements within a headline make no blanks between Chinese signs', () => {
  expect(headlineOf('青山\t清淤')).toBe('青山清淤');
  expect(headlineOf('GDP\t2023')).toBe('GDP 2023');
});

test('肩题 and 副题 are kept apart', () => {
  const page = {
    top: '<p class="jianti">全区水环境治理动员会召开</p>',
    headline: `<h1>${HEADLINE}</h1><h3>沿线居民：盼着水再清起来</h3>`,
    info,
  };
  expect(readNews(page)).toMatchObject({
    title: HEADLINE,
    kicker: '全区水环境治理动员会召开',
    subtitle: '沿线居民：盼着水再清起来',
  });
  expect(readNews({ headline: `<h1>${HEADLINE}</h1><p>——写在清淤船下水之际</p>`, info }).subtitle).toBe(
    '——写在清淤船下水之际',
  );
  expect(
    readNews({ headline: `<h1>${HEADLINE}<br><small>沿线居民：盼着水再清起来</small></h1>`, info }),
  ).toMatchObject({
    title: HEADLINE,
    subtitle: '沿线居民：盼着水再清起来',
  });
});

test('肩题 and 副题 in the rows of a digital newspaper, and by the first letters of their pinyin', () => {
  const rows = ['全区水环境治理动员会召开', HEADLINE, '沿线居民：盼着水再清起来'];
  const paper = `<founder-title><table>${rows.map((row) => `<tr><td>${row}</td></tr>`).join('')}</table></founder-title>`;
  const initials = `<div class="yt">${rows[0]}</div><h1>${HEADLINE}</h1><div class="ft">${rows[2]}</div>`;
  for (const headline of [paper, initials])
    expect(readNews({ headline, info })).toMatchObject({
      title: HEADLINE,
      kicker: rows[0],
      subtitle: rows[2],
    });
});

test('a headline that the page’s title tells otherwise', () => {
  // The page's `<title>` leaves out the name of the organisation.
  const whole = `青山市水务局关于${HEADLINE}的通知`;
  expect(
    readNews({
      pageTitle: `关于${HEADLINE}的通知-青山市水务局`,
      headline: `<div class="pub_title">${whole}</div>`,
    }).title,
  ).toBe(whole);
  // The page's `<title>` begins with the site's name, and the organisation's name is also below the text.
  const signed = '<p>青山区交通运输局</p><p>2023年6月28日</p>';
  expect(
    readNews({
      pageTitle: `青山区交通运输局 政协提案办理 ${HEADLINE}`,
      headline: `<p class="biaoti">${HEADLINE}</p>`,
      closing: signed,
    }).title,
  ).toBe(HEADLINE);
  // The page's `<title>` has only the site's name.
  expect(
    readNews({
      pageTitle: '青山县政府 - 县政新闻',
      headline: `<p>${HEADLINE}</p>`,
      info: '<p>张贴日：109/05/06 公告单位：行政处</p>',
    }).title,
  ).toBe(HEADLINE);
});

test('a headline in two lines: one after a colon or within one element, two where the second has an element and a dash', () => {
  const series = '“清水润城”系列发布会（第9场）：';
  expect(
    readNews({ pageTitle: `${HEADLINE}发布会`, headline: `<h3>${series}<br>${HEADLINE}</h3>`, info }).title,
  ).toBe(`${series}${HEADLINE}`);
  const pageTitle = `${HEADLINE}——写在清淤船下水之际_青山新闻网`;
  expect(
    readNews({ pageTitle, headline: `<div class="title">${HEADLINE}<br>——写在清淤船下水之际</div>`, info })
      .title,
  ).toBe(`${HEADLINE}——写在清淤船下水之际`);
  expect(
    readNews({ pageTitle, headline: `<h1>${HEADLINE}</h1><h2>——写在清淤船下水之际</h2>`, info }),
  ).toMatchObject({ title: HEADLINE, subtitle: '——写在清淤船下水之际' });
});

test('a digital newspaper whose page’s title is the paper’s', () => {
  const headline = `<table><tr><td><founder-title>${HEADLINE}</founder-title></td></tr></table>`;
  expect(readNews({ pageTitle: '青山晚报-数字报', headline }).title).toBe(HEADLINE);
});

test('the issuing body above the headline’s words belongs to it', () => {
  const words = '关于印发内河清淤行动方案的通知';
  expect(
    readNews({
      pageTitle: `青政发〔2022〕19号　${words}`,
      headline: `<h1>青山县人民政府办公室<br>${words}</h1>`,
      info,
    }).title,
  ).toBe(`青山县人民政府办公室${words}`);
});

test('a page that its maker left without a title', () => {
  expect(
    readNews({
      pageTitle: 'New Page 1',
      headline: `<p>${HEADLINE}</p><p>——区里召开会议</p>`,
      info: '<p>（青山区水务局　2005年11月8日）</p>',
    }).title,
  ).toBe(HEADLINE);
});

test('where a picture stands in its series is no part of the headline', () => {
  expect(readNews({ headline: `<h1>${HEADLINE}<span>（1/3）</span></h1>`, info }).title).toBe(HEADLINE);
});

test('no 副题 where the headline is printed twice, or metadata follow', () => {
  expect(
    readNews({ headline: `<h1>${HEADLINE}</h1><div class="second-title">${HEADLINE}</div>`, info }).subtitle,
  ).toBeNull();
  expect(readNews({ info: '<h2>第一章 内河清淤的总体要求</h2>' }).subtitle).toBeNull();
  expect(readNews({ info: `<h3>来源：青山晚报</h3>` })).toMatchObject({ kicker: null, subtitle: null });
});

test('原标题 at the head, at the foot, in brackets', () => {
  for (const page of [
    { info: `${info}<p>（原标题：全区七条内河清淤）</p>` },
    { closing: '<p>原标题：全区七条内河清淤</p>' },
    { tail: '<p>(原标题:全区七条内河清淤)</p>' },
  ])
    expect(readNews(page)).toMatchObject({ title: HEADLINE, originalTitle: '全区七条内河清淤' });
  const long = '七条内河要清淤！青山区启动三年行动，沿线居民盼着水再清起来，老街重新临水而居';
  expect(readNews({ info, opening: `<p>（原标题：${long}）</p>` }).originalTitle).toBe(long);
  expect(readNews({ info }).originalTitle).toBeNull();
});

test.each<[string, NewsPage, string]>([
  [
    'the issuing body’s cell, with which the page’s title begins',
    {
      title: '青山市水务局关于河道清淤的通知',
      headline:
        '<dl><dt>发布机构</dt><dd>青山市水务局</dd><dt>文号</dt><dd>青水函〔2023〕8号</dd><dt>公开日期</dt><dd>2023-02-02</dd></dl><div>青山市水务局关于河道清淤的通知</div>',
    },
    '青山市水务局关于河道清淤的通知',
  ],
  [
    'a heading with metadata in it',
    { headline: `<h1>${HEADLINE}<span>2023-02-02 10:30</span></h1>` },
    HEADLINE,
  ],
  [
    'a heading that goes on behind a day',
    {
      title: '青山区公布2023年1月1日起施行的办法',
      headline: '<h1>青山区公布<b>2023年1月1日</b>起施行的办法</h1>',
    },
    '青山区公布2023年1月1日起施行的办法',
  ],
  [
    'a heading with a smaller one in it',
    { headline: `<h1>${HEADLINE}<small>沿线居民盼着水再清起来</small></h1>`, info },
    HEADLINE,
  ],
  [
    'not the column, though the page’s title names that alone',
    { pageTitle: '政务要闻_青山区人民政府', headline: `<h1>政务要闻</h1><h2>${HEADLINE}</h2>`, info },
    HEADLINE,
  ],
  [
    'a plain line above the metadata where the page’s title is the site’s name',
    { pageTitle: '青山新闻网', headline: `<p>${HEADLINE}</p>`, info },
    HEADLINE,
  ],
  [
    'a plain line above the metadata where the page’s title is cut',
    { pageTitle: `${HEADLINE.slice(0, 8)}...`, headline: `<p>${HEADLINE}</p>`, info },
    HEADLINE,
  ],
  [
    'a short one behind the newspaper’s name',
    {
      pageTitle: '青山日报数字报-预警跑在山洪前',
      headline: '<table><tr><td>预警跑在山洪前</td></tr></table>',
      info,
    },
    '预警跑在山洪前',
  ],
])('%s', (_, page, title) => {
  expect(readNews(page).title).toBe(title);
});

test('what a heading holds beside the headline is read, too', () => {
  const small = '<small>沿线居民盼着水再清起来</small>';
  expect(readNews({ headline: `<h1>${HEADLINE}${small}</h1>`, info }).subtitle).toBe(
    '沿线居民盼着水再清起来',
  );
  expect(readNews({ headline: `<h1>${HEADLINE}<i>2023-02-02 10:30</i></h1>` }).publishedAt).toBe(
    '2023-02-02T10:30:00+08:00',
  );
});

test('a headline in several lines of one block, or in paragraphs side by side', () => {
  const pageTitle = '司法文件-青山新闻网';
  const lines = ['青山市中级人民法院', '关于审理内河清淤合同案件', '若干问题的解释'];
  const bare = { pageTitle, info };
  expect(readNews({ ...bare, headline: `<div class="title_big">${lines.join('<br>')}</div>` }).title).toBe(
    lines.join(''),
  );
  const [organ, ...rest] = lines;
  const paragraphs = `<div class="tit"><p>${organ}</p><p>${rest.join('')}</p></div>`;
  expect(readNews({ ...bare, headline: paragraphs }).title).toBe(lines.join(''));
  // Lines below a complete headline do not belong to the headline, even in the same element.
  const below = [organ, '关于内河清淤的通知', '各街道办事处、各有关单位'];
  expect(readNews({ ...bare, headline: `<div class="title_big">${below.join('<br>')}</div>` }).title).toBe(
    `${organ}关于内河清淤的通知`,
  );
});

test('a line behind a dash in the block of the headline belongs to it', () => {
  const headline = `<div class="headline"><span>${HEADLINE}</span><br><span>——沿河七条街的变化</span></div>`;
  expect(readNews({ headline, info }).title).toBe(`${HEADLINE}——沿河七条街的变化`);
  // A line in a block of its own that begins with a dash is a subtitle (副题), not part of the headline.
  const apart = `<div class="headline"><p>${HEADLINE}</p><p>——沿河七条街的变化</p></div>`;
  expect(readNews({ headline: apart, info })).toMatchObject({
    title: HEADLINE,
    subtitle: '——沿河七条街的变化',
  });
});

test.each([
  [
    'two blocks of a heading are one headline',
    '<h1><div>青山区启动内河</div><div>清淤三年行动</div></h1>',
    '青山区启动内河 清淤三年行动',
  ],
  [
    'a date in the heading is no part of it',
    '<h1><div>青山区启动内河清淤</div><div>2023年2月2日</div></h1>',
    '青山区启动内河清淤',
  ],
  [
    'a plain line above the body may have a comma',
    '<p>青山区启动清淤，居民叫好</p>',
    '青山区启动清淤，居民叫好',
  ],
])('%s', (_, headline, title) => {
  expect(
    readNews({ pageTitle: '青山新闻网', headline, info: headline.startsWith('<h1>') ? info : '' }).title,
  ).toBe(title);
});

test('on a page without a title an organisation in the heading is the headline', () => {
  expect(readNews({ pageTitle: '', headline: '<h1>青山区人民检察院</h1>' }).title).toBe('青山区人民检察院');
});

test('a name is that of a place where a menu or a path of columns has it', () => {
  const places = (html: string) => namesPlace(linesOf(newsDocument({ top: html }).body) as never, '防汛');
  expect(places('<p>防汛</p>')).toBe(false);
  expect(places('<p><a href="/fx/">防汛</a></p>')).toBe(true);
  expect(places('<p>首页 &gt; 防汛 &gt; 正文</p>')).toBe(true);
});
