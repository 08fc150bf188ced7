import { expect, test } from 'vitest';
import { ARTICLE, FIRST, PAGE_URL, pageOf, SECOND, THIRD } from '../../../test/support/pages.ts';
import { atOnce } from '../page/steps.ts';
import { readBody } from './body.ts';

const TITLE = '清河区部署今年防汛工作';
const bodyOf = (html: string, title = TITLE) => atOnce(readBody(pageOf(html), { url: PAGE_URL, title }));
const linesOf = (html: string, title = TITLE) => bodyOf(html, title).text.split('\n');
const WHOLE = [FIRST, SECOND, THIRD];

const MENU = '<ul class="nav">'.concat(
  ['首页', '要闻', '政务公开', '办事服务', '互动交流']
    .map((name) => `<li><a href="/${name}/">${name}</a></li>`)
    .join(''),
  '</ul>',
);

test.each([
  ['paragraphs', `<h1>${TITLE}</h1><div>${ARTICLE}</div>`],
  ['lines parted by <br>', `<div>${FIRST}<br>${SECOND}<br/><br>　　${THIRD}</div>`],
  ['paragraphs parted by blanks alone', `<div>　　${WHOLE.join('　　')}</div>`],
  ['a <div> for each paragraph', `<div><div>${FIRST}</div><div>${SECOND}</div><div>${THIRD}</div></div>`],
  [
    'spans within spans, as pasted from a word processor',
    `<div>${WHOLE.map((text) => `<p><span style="x"><span><b>${text.slice(0, 5)}</b>${text.slice(5)}</span></span></p>`).join('')}</div>`,
  ],
  [
    'indents of U+3000 and no-break blanks',
    `<div>${WHOLE.map((text) => `<p>　　&nbsp;&nbsp;${text}</p>`).join('\n\n')}</div>`,
  ],
  [
    'a layout of tables',
    `<table><tr><td>${MENU}</td><td><table><tr><td>${ARTICLE}</td></tr></table></td></tr></table>`,
  ],
  [
    'a page within one form, as ASP.NET has it',
    `<form id="form1"><input type="hidden" value="x">${MENU}<div>${ARTICLE}</div></form>`,
  ],
  [
    'a body beside columns of links',
    `${MENU}<div class="left"><h1>${TITLE}</h1>${ARTICLE}</div><div class="right"><h3>要闻</h3><ul>${Array.from({ length: 9 }, (_, i) => `<li><a href="/${i}">某地召开会议研究部署第${i}项工作</a></li>`).join('')}</ul></div>`,
  ],
  [
    'readings beside ruby text',
    `<div>${WHOLE.map((text) => `<p><ruby>${text.slice(0, 2)}<rp>（</rp><rt>dú yīn</rt><rp>）</rp></ruby>${text.slice(2)}</p>`).join('')}</div>`,
  ],
  [
    'a body that a script would show',
    `<div id="js_content" style="visibility: hidden;">${ARTICLE}${ARTICLE.replaceAll('清河', '青山').replaceAll('田禾', '石岩')}</div>`,
  ],
  [
    'a short body of WeChat',
    `<div id="js_content" style="visibility: hidden; opacity: 0; ">${ARTICLE}</div>`,
  ],
])('%s', (_, html) => {
  expect(linesOf(html).slice(0, 3)).toEqual(WHOLE);
});

test('one paragraph a line, and nothing behind the last', () => {
  expect(linesOf(`${MENU}<h1>${TITLE}</h1><div>${ARTICLE}</div>`)).toEqual(WHOLE);
});

test('a body that is hidden as a whole is read where nothing else is', () => {
  expect(linesOf(`<p>正在加载</p><div style="display:none">${ARTICLE}</div>`)).toEqual(WHOLE);
  expect(
    linesOf(`<div>${ARTICLE}</div><div style="display:none">${ARTICLE.replaceAll('清河', '青山')}</div>`),
  ).toEqual(WHOLE);
});

test('a list, a table and a caption stay where they stand', () => {
  const html = `<div><p>${FIRST}</p><ul><li>泵站十二座</li><li>堤坝四十里</li></ul>
    <p><img src="a.jpg"></p><p>图为会议现场。（陈南摄）</p>
    <table><tr><th>镇街</th><th>泵站</th></tr><tr><td>东桥镇</td><td>5</td></tr><tr><td>西湾街道</td><td>7</td></tr></table>
    <p>${SECOND}</p><p>${THIRD}</p></div>`;
  expect(linesOf(html)).toEqual([
    FIRST,
    '泵站十二座',
    '堤坝四十里',
    '图为会议现场。（陈南摄）',
    '镇街\t泵站',
    '东桥镇\t5',
    '西湾街道\t7',
    SECOND,
    THIRD,
  ]);
});

test('pictures with their captions, absolute, those that a script loads too', () => {
  const { images } =
    bodyOf(`<div><p>${FIRST}</p><figure><img data-src="/img/1.jpg" src="data:image/gif;base64,R0"><figcaption>泵站外景</figcaption></figure>
    <p>${SECOND}</p><p><img src="2.png"></p><p>图为巡堤。石岩 摄</p><p>${THIRD}</p><img src="/img/share.png"><img src="/img/3.jpg" width="16"></div>`);
  expect(images).toEqual([
    { url: 'https://www.qinghe.example/img/1.jpg', caption: '泵站外景' },
    { url: 'https://www.qinghe.example/xw/202303/2.png', caption: '图为巡堤。石岩 摄' },
  ]);
});

test('a body that the page prints twice is given once', () => {
  expect(linesOf(`<div class="pc">${ARTICLE}</div><div class="mobile">${ARTICLE}</div>`)).toEqual(WHOLE);
});

test('paragraphs that an article repeats stay', () => {
  expect(linesOf(`<div class="text">${ARTICLE}<p><img src="/a.jpg"></p>${ARTICLE}</div>`)).toEqual([
    ...WHOLE,
    ...WHOLE,
  ]);
  const parts = ARTICLE.replaceAll('<p>', '<div class="text">').replaceAll('</p>', '</div>');
  expect(linesOf(`<div>${parts}${parts}</div>`)).toEqual([...WHOLE, ...WHOLE]);
});

test('a paragraph that Readability would drop for its class, its links or its pictures comes back', () => {
  const linked =
    '各镇街按<a href="/a">方案</a>落实，名单见<a href="/b">附表</a>，巡查每日一次，结果当日上报区防汛办公室。';
  const html = `<div class="wrap"><div class="part"><p>${FIRST}</p><p>${FIRST.replace('3月2日', '3月3日')}</p></div>
    <div class="media promo"><p>${linked}</p></div>
    <div class="part"><p>${SECOND}</p><p>${THIRD}</p></div></div><div class="comment"><p>说得好，应该早点这么做，支持一下。大家都要注意安全。</p></div>`;
  expect(linesOf(html)).toContain(linked.replace(/<[^>]+>/g, ''));
});

test('a short notice beside much else is found', () => {
  const notice = '因管网检修，3月5日8时至18时东桥镇停水，请居民提前储水。';
  const html = `${MENU}<div><h1>停水通知</h1><p>发布时间：2023-03-02</p><p>${notice}</p></div>
    <ul>${Array.from({ length: 30 }, (_, i) => `<li><a href="/${i}">某街道开展第${i}次安全检查活动</a></li>`).join('')}</ul>`;
  expect(linesOf(html, '停水通知')).toEqual([notice]);
});

test('a list of files to load belongs to the article', () => {
  const files = ['1.防汛物资清单.docx', '2.值班安排表.xlsx', '3.泵站分布图.pdf', '4.联系人名册.docx'];
  const html = `<div>${ARTICLE}<ul>${files.map((file) => `<li><a href="/f/${file}">${file}</a></li>`).join('')}</ul></div>`;
  expect(linesOf(html)).toEqual([...WHOLE, ...files]);
});

test('comments are not the article, however long', () => {
  const comment =
    '说得好，去年东桥镇就吃了亏，今年一定要早做准备。我们村的泵站坏了三年，希望这次真的有人来修。';
  const html = `<div class="main"><h1>${TITLE}</h1><div class="text"><p>${FIRST}</p><p>${SECOND}</p></div></div>
    <div class="cmt comment-list">${Array.from({ length: 12 }, (_, i) => `<div class="item"><div>网友${i}</div><div class="txt">${i}楼${comment}</div></div>`).join('')}</div>`;
  expect(linesOf(html)).toEqual([FIRST, SECOND]);
});

test('the block below the headline is the body, not a larger one that has nothing to do with it', () => {
  const about =
    '清河网由区融媒体中心主办，每天发布权威信息，服务全区居民，欢迎社会各界监督指导，投稿请寄编辑部收。';
  const html = `<div class="main"><h1>${TITLE}</h1><div class="text"><p>${FIRST}</p></div></div>
    <div class="column"><div class="text"><p>${about}</p><p>${about.replace('清河网', '本网站')}</p></div></div>`;
  expect(linesOf(html)[0]).toBe(FIRST);
});

test('a summary that the page sets apart is no part of the body', () => {
  const html = `<div><h1>${TITLE}</h1><div class="summary">清河区开会部署防汛，田禾要求不留死角。</div>${ARTICLE}</div>`;
  expect(linesOf(html)).toEqual(WHOLE);
});

test('traditional characters', () => {
  const text = [
    '市府今日召開防汛會議，檢討去年工作，並部署今年任務。',
    '市長指出，各區須逐一查清堤壩與泵站，發現隱患即日改善。',
    '會議強調，救援隊伍須隨時待命，物資須備足，預警須即時送達。',
  ];
  const html = `<h1>市府部署防汛</h1><div>${text.map((one) => `<p>${one}</p>`).join('')}<p>責任編輯：陳南</p></div><div><h3>相關新聞</h3><a href="/1">某區檢查泵站</a></div>`;
  expect(linesOf(html, '市府部署防汛')).toEqual(text);
});

test('the page is not changed', () => {
  const doc = pageOf(
    `<h1>${TITLE}</h1><script>let a</script><div style="display:none">x</div><div>${ARTICLE}</div>`,
  );
  const before = doc.documentElement.outerHTML;
  atOnce(readBody(doc, { url: PAGE_URL, title: TITLE }));
  expect(doc.documentElement.outerHTML).toBe(before);
});

test('a figure in a cell is no numbered paragraph', () => {
  const rows = [
    ['供应商名称', '地址', '金额（万元）'],
    ['清河科教设备有限公司', '建设路18号', '128.60'],
  ];
  const table = `<table>${rows.map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('')}</table>`;
  const head = ['一、项目编号：QH2024-071', '二、项目名称：清河中学设备采购项目', '三、中标信息'];
  const rest = [
    '四、公告期限',
    '自本公告发布之日起1个工作日。',
    '五、凡对本次公告内容提出询问，请按以下方式联系。',
  ];
  const paragraphs = (lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
  expect(
    linesOf(
      `<h2>${TITLE}</h2><div class="detail">${paragraphs(head)}${table}${paragraphs(rest)}</div><div class="footer"><p>主办：清河中学</p></div>`,
    ),
  ).toEqual([...head, ...rows.map((row) => row.join('\t')), ...rest]);
});

test('words that are only read aloud are none of the body', () => {
  const aloud = '<span class="visually-hidden">图像加注文字，</span>';
  expect(linesOf(`<h1>${TITLE}</h1><div>${aloud}${ARTICLE}<p class="sr-only">以上是全文</p></div>`)).toEqual(
    WHOLE,
  );
});

test.each([
  ['key words in links', '<section class="keywords"><a href="/1">防汛</a> <a href="/2">泵站</a></section>'],
  ['a podcast', '<section class="podcast-promo"><h2>清河一周</h2><p>区里的新闻，用方言播放。</p></section>'],
  ['rights', '<div class="artc_cprt"><p>本报记者的稿件由本报授权使用，欢迎来电联系。</p></div>'],
])('a place named as none of the article’s is left out: %s', (_, place) => {
  const html = `<h1>${TITLE}</h1><div><p>${FIRST}</p>${place}<p>${SECOND}</p><p>${THIRD}</p></div>`;
  expect(linesOf(html)).toEqual(WHOLE);
});

test('a picture between headline and body belongs to the body, and one in a card above does not', () => {
  const figure = (name: string, caption: string) =>
    `<figure><img src="/${name}.jpg"><figcaption>${caption}</figcaption></figure>`;
  const html = `${figure('card', '另一篇文章里的泵站和堤坝的照片')}<h1>${TITLE}</h1>
    <p class="by">石岩</p>${figure('own', '志愿者在东桥镇的堤上巡查')}<article>${ARTICLE}</article>`;
  const { text, images } = bodyOf(html);
  expect(text.split('\n')).toEqual(['志愿者在东桥镇的堤上巡查', ...WHOLE]);
  expect(images).toMatchObject([
    { url: new URL('/own.jpg', PAGE_URL).href, caption: '志愿者在东桥镇的堤上巡查' },
  ]);
});

test('a talk that is set as a list is one body', () => {
  const said = [FIRST, SECOND, THIRD, FIRST.replace('3月2日', '3月3日')];
  const rows = said.map((text, i) => `<dl><dt>${i % 2 ? '嘉宾' : '主持人'}</dt><dd>${text}</dd></dl>`);
  const html = `<div class="intro-box"><h2>${TITLE}</h2><p>嘉宾：石岩</p><p>本期谈防汛，物资怎样备，堤坝谁来查，预警如何发？请看区里的回答。</p></div><div>${rows.join('')}</div>`;
  const lines = linesOf(html);
  for (const text of said) expect(lines).toContain(text);
});

test('an introduction that is the first paragraph again is printed once, and not none', () => {
  expect(
    linesOf(`<h1>${TITLE}</h1><div class="intro">${FIRST}</div><div><div>${ARTICLE}</div></div>`),
  ).toEqual(WHOLE);
});

test('below a summary the names of the reporters are no part of the body', () => {
  const html = `<div><h1>${TITLE}</h1><p>清河日报 2023-03-02 10:30</p><div class="abstract"><p>◎清河区在汛期以前把堤坝和泵站都查一遍，物资备足。</p></div>
    <div><p>每报记者：石岩 每报编辑：杜若</p>${ARTICLE}</div></div>`;
  expect(linesOf(html)).toEqual(WHOLE);
});

test('a block whose first words are those of a summary holds the body, too', () => {
  const lead = '<div><b>导读</b><p>记者在泵站看了三个晚上。</p></div>';
  expect(linesOf(`<h1>${TITLE}</h1><div>${lead}<p>${FIRST}</p><p>${SECOND}</p></div>`)).toEqual([
    FIRST,
    SECOND,
  ]);
});

test('pages of the article that a script shows one by one are its own, panels of tabs are not', () => {
  const pages = WHOLE.map(
    (text, i) => `<div class="part"${i ? ' style="display:none"' : ''}><p>${text}</p></div>`,
  ).join('<script>let shown = 1;</script>');
  const count = '<div class="pages">第 1 页 / 共 3 页 <a>下一页</a></div>';
  expect(linesOf(`<h1>${TITLE}</h1>${pages}${count}`)).toEqual(WHOLE);
  const [first, ...others] = pages.split(/(?=<div class="part" )/);
  const tabs = `<div class="part"><p>${FIRST}</p><p>${SECOND}</p></div>${others.at(-1)}`;
  expect(first).toContain(FIRST);
  expect(linesOf(`<h1>${TITLE}</h1>${tabs}`)).toEqual([FIRST, SECOND]);
});

const SLIDES = [FIRST, SECOND, THIRD].map((text) =>
  text.slice(0, text.indexOf('，') + 1).concat('河水清了。'),
);
const slides = (of: string[]) =>
  of
    .map(
      (text, i) =>
        `<div class="slide"><img src="${i}.jpg"><div class="txt"><em>${i + 1}/3</em><p>${text}</p></div></div>`,
    )
    .join('');

test('the texts of a series of pictures are one body, without their numbers', () => {
  expect(linesOf(`${MENU}<h1>${TITLE}</h1><div class="slider">${slides(SLIDES)}</div>`)).toEqual(SLIDES);
});

test('cards of other articles are no body', () => {
  const card = (i: number) =>
    `<div class="card"><h4>某地第${i}项工作启动</h4><p>某地第${i}项工作日前启动。记者获悉，相关工作正有序推进，更多详情请点击查看全文……</p></div>`;
  const cards = [1, 2, 3, 4, 5, 6].map(card).join('');
  const short = `<h1>${TITLE}</h1><div class="zw"><p>${FIRST}</p></div>`;
  expect(linesOf(`${MENU}${short}<div class="tuijian"><h3>精彩推荐</h3>${cards}</div>`)).toEqual([FIRST]);
});

test('a letter and its answer in the cells of two tables', () => {
  const row = (label: string, value: string) => `<tr><td>${label}</td><td><div>${value}</div></td></tr>`;
  const letter = `<table>${row('来信人', '石**')}${row('来信内容', FIRST)}</table>`;
  const answer = `<table>${row('答复单位', '区水务局')}${row('答复内容', SECOND)}</table>`;
  const html = `<h1>区长信箱</h1><div class="mail"><div>写信人信息</div>${letter}<div>回复信息</div>${answer}</div>`;
  expect(linesOf(html, '区长信箱')).toEqual([FIRST, SECOND]);
});

test.each([
  ['an advertisement', '<h4>廣告</h4>', ''],
  ['earlier articles', '<h3>往期招聘汇总</h3>', ''],
  ['a guide at the side', '<h4>防御指南</h4>', 'weather-side'],
])('%s below the article is no body, however long', (_, heading, kind) => {
  const aside = `<div class="${kind}">${heading}<p>${SECOND}</p><p>${THIRD}</p></div>`;
  const short = `<h1>${TITLE}</h1><p>2023-03-02 10:30 来源：清河日报</p><div class="zw"><p>${FIRST}</p></div>`;
  expect(linesOf(`${MENU}${short}${aside}`)).toEqual([FIRST]);
});

test.each([
  ['a byline in brackets', '【清河報記者石岩報道】　發表於：2023-03-02　修改於：2023-03-03'],
  ['labels in white brackets', '〖发布：2023-03-02〗〖来源：区水务局〗〖浏览：73〗'],
  ['a time and labels between dots', '2023-03-02 10:30 · 清河日报 · 摄影：石岩 · 责任编辑：杜若 · 1176 阅'],
])('%s above the first paragraph is no body', (_, info) => {
  expect(linesOf(`<div><h1>${TITLE}</h1><p>${info}</p>${ARTICLE}</div>`)).toEqual(WHOLE);
});

test('captions of pictures stay below the headline and its metadata', () => {
  const picture = (name: string, words: string) =>
    `<figure><img src="${name}.jpg"><figcaption>${words}</figcaption></figure>`;
  const gallery = `<div class="gallery">${picture('a', '3月1日，一群灰鹤掠过河滩。')}${picture('b', '赤麻鸭在浅滩觅食。')}</div>`;
  const html = `<div>清河云</div><h1>${TITLE}</h1><p>2023-03-02 10:30 · 清河日报 · 责任编辑：杜若</p>${gallery}<p>${FIRST}</p>`;
  expect(linesOf(html)).toEqual(['3月1日，一群灰鹤掠过河滩。', '赤麻鸭在浅滩觅食。', FIRST]);
});

test('a summary behind a label without a colon is no body', () => {
  const lead = '区里三个月修好泵站十二座。';
  const html = `<div><h1>${TITLE}</h1><p>2023-03-02</p><div class="art"><i>摘要</i>${lead}</div>${ARTICLE}</div>`;
  expect(atOnce(readBody(pageOf(html), { url: PAGE_URL, title: TITLE, lead })).text.split('\n')).toEqual(
    WHOLE,
  );
});

test('a body that begins with a number goes on upwards to the headline', () => {
  const steps = [1, 2, 3, 4, 5, 6].map((i) => `<p>${i}.${SECOND}${THIRD}</p>`).join('');
  const parts = `<div class="item"><div class="name">总体思路</div><div>${FIRST}</div></div><div class="item"><div class="name">主要任务</div><div class="steps">${steps}</div></div>`;
  const lines = linesOf(`${MENU}<h1>${TITLE}</h1><p>2023-03-02 10:30</p><div class="text">${parts}</div>`);
  expect(lines.slice(0, 4)).toEqual(['总体思路', FIRST, '主要任务', `1.${SECOND}${THIRD}`]);
});

test('no cell of a table is read a second time', () => {
  const cells = [
    ['文号', '清监罚〔2023〕5号'],
    ['当事人名称', '东桥镇老街口粮油店（个体工商户）'],
    ['统一社会信用代码', '92000000MA1XXXXX0K'],
    ['违法事实', FIRST],
    ['处罚依据', '《食品安全法》第一百二十四条第一款第五项'],
    ['处罚内容', '没收挂面五袋；罚款二千元'],
    ['处罚机关', '清河区市场监督管理局'],
  ];
  const table = `<table>${cells.map(([label, value]) => `<tr><th>${label}</th><td>${value}</td></tr>`).join('')}</table>`;
  const tip =
    '<div class="tip">温馨提示：本网站信息仅供参考，如对公示信息有异议，请向数据来源单位提出异议申请。</div>';
  const html = `${MENU}<div class="det"><h3>${TITLE}</h3><div>公示日期：2023-03-02</div>${table}${tip}</div>`;
  expect(linesOf(html)).toEqual(cells.map((cell) => cell.join('\t')));
});

test.each([
  ['other recipients', '抄送：区委各部门，区法院、区检察院。'],
  ['the page of a newspaper', '《 清河日报 》（ 2023年03月02日 13 版）'],
])('a last line with %s is no body', (_, line) => {
  expect(linesOf(`<h1>${TITLE}</h1><div>${ARTICLE}<p>${line}</p></div>`)).toEqual(WHOLE);
});

/** Reads the pictures of a body, as pairs of file name and caption. */
const captionsOf = (html: string) =>
  bodyOf(html).images.map(({ url, caption }) => [url.replace(/.*\/|\.\w+$/g, ''), caption]);
const AT_DIKE = '图为巡堤。石岩 摄';
const AT_PUMP = '图为泵站。杜若 摄';

test('pictures keep their places among paragraphs that only blanks part', () => {
  const blanks = `<p>　　${WHOLE.join('　　')}</p>`;
  const html = `<h1>${TITLE}</h1><div>${blanks}<p><img src="a.jpg"></p><p>${AT_DIKE}</p>${blanks.replaceAll('清河', '青山')}
    <p><img src="b.jpg"></p><p>${AT_PUMP}</p></div>`;
  expect(captionsOf(html)).toEqual([
    ['a', AT_DIKE],
    ['b', AT_PUMP],
  ]);
  expect(linesOf(html)).toHaveLength(8);
});

test('pictures keep their places below paragraphs that come back', () => {
  const linked =
    '各镇街按<a href="/a">方案</a>落实，名单见<a href="/b">附表</a>，巡查每日一次，结果当日上报区防汛办公室。';
  const html = `<div class="wrap"><div class="part"><p><img src="a.jpg"></p><p>${AT_DIKE}</p><p>${FIRST}</p><p>${FIRST.replace('3月2日', '3月3日')}</p></div>
    <div class="media promo"><p>${linked}</p></div>
    <div class="part"><p>${SECOND}</p><p><img src="b.jpg"></p><p>${AT_PUMP}</p><p>${THIRD}</p><p><img src="c.jpg"></p></div></div>`;
  expect(linesOf(html)).toContain(linked.replace(/<[^>]+>/g, ''));
  expect(captionsOf(html)).toEqual([
    ['a', AT_DIKE],
    ['b', AT_PUMP],
    ['c', null],
  ]);
});

test('pictures keep their places below a figure that comes back from above them', () => {
  const figure = '<figure><img src="/own.jpg"><figcaption>志愿者在东桥镇的堤上巡查</figcaption></figure>';
  const html = `<h1>${TITLE}</h1><p class="by">石岩</p>${figure}<article><p><img src="/top.jpg"></p><p>${FIRST}</p><p><img src="b.jpg"></p><p>${AT_PUMP}</p>
    <p>${SECOND}</p><p>${THIRD}</p><p><img src="c.jpg"></p><p>${AT_DIKE}</p></article>`;
  expect(captionsOf(html)).toEqual([
    ['own', '志愿者在东桥镇的堤上巡查'],
    ['top', null],
    ['b', AT_PUMP],
    ['c', AT_DIKE],
  ]);
});

test('the first caption of a picture is its own, and words of a figure without a picture are no caption', () => {
  const html = `<div><figure><figcaption>没有图</figcaption></figure><p>${FIRST}</p>
    <figure><img src="a.jpg"><figcaption>泵站外景</figcaption></figure>
    <figure><figcaption>又是没有图</figcaption></figure><p>${SECOND}</p><p>${THIRD}</p></div>`;
  expect(captionsOf(html)).toEqual([['a', '泵站外景']]);
});

test('a table for layout within one with data, and one beside it, are read as blocks', () => {
  const layout = `<table><tr><td>${FIRST}</td><td>${SECOND}</td></tr></table>`;
  const data = '<table><tr><th>镇街</th><th>泵站</th></tr><tr><td>东桥镇</td><td>5</td></tr></table>';
  const html = `<div><h1>${TITLE}</h1>${layout}${data}<p>${THIRD}</p>${layout.replaceAll('清河', '青山')}</div>`;
  expect(linesOf(html)).toEqual([
    FIRST,
    SECOND,
    '镇街\t泵站',
    '东桥镇\t5',
    THIRD,
    FIRST.replaceAll('清河', '青山'),
    SECOND,
  ]);
});

test('a page without words has no body', () => {
  const { text, images, linkShare, prose } = bodyOf('<div><img src="a.jpg"></div>');
  expect({ text, images, linkShare, prose }).toEqual({ text: '', images: [], linkShare: 0, prose: 0 });
});

test('of a page with very many elements the body is found all the same', () => {
  const filler = '<span class="x"></span>'.repeat(20_001);
  const { text, byReadability } = bodyOf(`<h1>${TITLE}</h1><div>${ARTICLE}</div><div>${filler}</div>`);
  expect(text.split('\n').slice(-3)).toEqual(WHOLE);
  expect(byReadability).toBe(false);
});

test('the names beside the answers of a talk belong to it', () => {
  const dd = (text: string) => `<dl><dt>嘉宾</dt><dd>${text}</dd></dl>`;
  const talk = WHOLE.map(dd).join('');
  const html = `<div><h1>${TITLE}</h1><div>${talk}</div></div>`;
  expect(linesOf(html)).toEqual(['嘉宾', FIRST, '嘉宾', SECOND, '嘉宾', THIRD]);
});

test('a line break in a heading is a blank, in a smaller heading the end of a line', () => {
  const body = (name: string) =>
    linesOf(
      `<div>${ARTICLE}<${name}>一、先修<br>泵站</${name}><p>${FIRST.replace('3月2日', '3月3日')}</p></div>`,
    );
  for (const name of ['h1', 'h2', 'h3']) expect(body(name)).toContain('一、先修 泵站');
  expect(body('h4')).toEqual(expect.arrayContaining(['一、先修', '泵站']));
});

test('how much of a body is in links is told as a share', () => {
  const { linkShare } = bodyOf(`<div>${ARTICLE.replace('清河区', '<a href="/qh.html">清河区</a>')}</div>`);
  expect(linkShare).toBeCloseTo(3 / WHOLE.join('').length, 3);
});

test('the cell of a notice is read with its table, unless links are beside it', () => {
  const rows = (label: string) =>
    [
      ['处罚对象', '青山粮油公司'],
      ['对象类别', '企业法人'],
      ['法定代表人', '何某'],
      [label, `${FIRST}${SECOND}`],
      ['处罚依据', '《食品安全法》第三十四条'],
      ['处罚类别', '罚款'],
      ['罚款金额（万元）', '0.5'],
      ['处罚日期', '2023/02/02'],
      ['处罚机关', '青山区市场监督管理局'],
    ].map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`);
  const notice = (label: string) =>
    linesOf(`<h2>${TITLE}</h2><table border="1"><tbody>${rows(label).join('')}</tbody></table>`);
  expect(notice('违法事实')).toHaveLength(9);
  expect(notice('违法事实')[3]).toBe(`违法事实\t${FIRST}${SECOND}`);
  expect(notice('<a href="/1">首页</a>')).not.toContain('处罚依据\t《食品安全法》第三十四条');
});

test('a notice that is a table alone is read', () => {
  const notice = () =>
    linesOf(
      `<div class="head"><h2>${TITLE}</h2><span>发布时间：2023-02-02</span></div><div id="text"><table><tbody>${[
        ['处罚对象', '青山粮油公司'],
        ['违法事实', '台账不全，未按期备案'],
        ['处罚决定', '罚款5万元'],
        ['处罚机关', '青山区市场监督管理局'],
      ]
        .map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`)
        .join('')}</tbody></table></div>`,
    );
  expect(notice()).toEqual([
    '处罚对象\t青山粮油公司',
    '违法事实\t台账不全，未按期备案',
    '处罚决定\t罚款5万元',
    '处罚机关\t青山区市场监督管理局',
  ]);
});
