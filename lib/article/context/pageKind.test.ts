import { expect, test } from 'vitest';
import { ARTICLE, pageOf } from '../../../test/support/pages.ts';
import { readArticle } from '../index.ts';
import { labelsItems } from './pageKind.ts';

const SITE = 'https://www.qinghe.example';
const kindOf = (html: string, path = '/xw/1.html', title = '清河区') =>
  readArticle(pageOf(html, `<title>${title}</title>`), { url: SITE + path }).pageKind;
const items = (count: number, day = true) =>
  `<ul>${Array.from({ length: count }, (_, i) => `<li><a href="/xw/${i}.html">某镇召开会议部署第${i}项重点工作</a>${day ? `<span>2023-03-${String((i % 28) + 1).padStart(2, '0')}</span>` : ''}</li>`).join('')}</ul>`;

test.each([
  ['an article', `<h1>清河区部署防汛</h1><div>${ARTICLE}</div>`, '/xw/1.html', 'article'],
  [
    'an article among many links',
    `${items(40)}<h1>清河区部署防汛</h1><div>${ARTICLE}</div>${items(40)}`,
    '/xw/1.html',
    'article',
  ],
  [
    'an article of a site that lets its readers log in',
    `<form><input type="password"></form><h1>清河区部署防汛</h1><div>${ARTICLE}</div>`,
    '/xw/1.html',
    'article',
  ],
  [
    'appointments, without a long sentence',
    `<h1>清河区任免工作人员</h1><p>日期：2023-03-02 来源：区人社局</p><div><p>2023年3月2日，清河区人民政府决定：</p><p>任命石岩为区水务局副局长；</p><p>免去陈南的区水务局副局长职务。</p></div>`,
    '/rs/1.html',
    'article',
  ],
  [
    'results that are cut short, under any address',
    `<p>共找到 128 条结果</p>${Array.from({ length: 6 }, (_, i) => `<h3><a href="/${i}">第${i}件</a></h3><p>${ARTICLE.replace(/<[^>]*>/g, '').slice(i, 90)}…</p>`).join('')}`,
    '/cx/1.html',
    'search',
  ],
  [
    'a notice of one sentence',
    `${items(20)}<h1>停水通知</h1><p>发布时间：2023-03-02 来源：区水务局</p><div><p>因管网检修，3月5日8时至18时东桥镇停水，请居民提前储水，给您带来不便敬请谅解。</p></div>`,
    '/tz/2.html',
    'article',
  ],
  [
    'the pages of a newspaper',
    '<h3>第1版：头版</h3><ul><li><a href="/c1.html">全区农村工作会议召开</a></li></ul><h3>版面导航</h3><ul><li>第1版：头版</li></ul>',
    '/szb/',
    'list',
  ],
  ['a list', `<h2>要闻</h2>${items(15)}<div><a href="/xw/2.html">下一页</a> 共9页</div>`, '/xw/', 'list'],
  [
    'a list with whole paragraphs',
    Array.from(
      { length: 8 },
      (_, i) =>
        `<h3><a href="/${i}">某镇召开会议部署第${i}项工作</a></h3><p>${ARTICLE.replace(/<[^>]*>/g, '').slice(i, 100)}。</p><p>2023-03-0${i + 1}</p>`,
    ).join(''),
    '/xw/',
    'list',
  ],
  [
    'a list with whole paragraphs and the age of each item',
    Array.from(
      { length: 8 },
      (_, i) =>
        `<p>${i + 1}年前</p><h3><a href="/${i}">某镇召开会议部署第${i}项工作</a></h3><p>${ARTICLE.replace(/<[^>]*>/g, '').slice(i, 100)}。</p>`,
    ).join(''),
    '/xw/',
    'list',
  ],
  [
    'a picture and its caption',
    '<h1>村道铺沥青</h1><p>2023-03-02 来源：清河日报</p><div><p><img src="/a.jpg"></p><p>3月1日，工人在东桥镇铺设村道沥青路面。石岩 摄</p></div>',
    '/tp/1.html',
    'article',
  ],
  [
    'a list without days',
    `<h2>要闻</h2>${items(15, false)}<div><a href="?p=2">下一页</a> 尾页</div>`,
    '/xw/list.html',
    'list',
  ],
  [
    'a home page',
    `<h2>要闻</h2>${items(20, false)}<h2>通知</h2>${items(20, false)}<h2>政策</h2>${items(20, false)}`,
    '/',
    'home',
  ],
  [
    'a home page elsewhere',
    `${Array.from({ length: 6 }, (_, i) => `<h2>栏目${i}</h2>${items(12, false)}`).join('')}`,
    '/portal/gov/',
    'home',
  ],
  ['what a search found', `<p>共找到 128 条结果</p>${items(10)}`, '/search?q=%E9%98%B2%E6%B1%9B', 'search'],
  [
    'a search that tells how long it took',
    `<p>找到相关结果约 1,268 条（用时0.12秒）</p>${items(10)}`,
    '/zh/jg.html',
    'search',
  ],
  ['a search by its words alone', `<h2>搜索结果</h2>${items(10)}`, '/zh/jg.html', 'search'],
  [
    'a login',
    '<h1>用户登录</h1><form>账号<input name="u">密码<input type="password"><button>登录</button></form>',
    '/login',
    'login',
  ],
  [
    'a home page whose first news is begun, under any address',
    `<h1><a href="/1.html">清河区部署防汛</a></h1><p>3月2日，清河区召开会议部署防汛，要求各镇街备足物资、排好班次、查清堤坝隐患……[<a>详细</a>]</p>${items(12, false)}`,
    '/portal/',
    'list',
  ],
  [
    'a list with beginnings',
    `<h1>部门动态</h1>${[1, 2, 3].map((day) => `<h4><a href="/${day}.html">第${day}次会议召开</a></h4><p>3月${day}日，区水务局召开会议部署第${day}项工作，局长田禾主持会议并提出三点要求……</p><span>2023-03-0${day}</span>`).join('')}${items(9)}`,
    '/bm/',
    'list',
  ],
  [
    'an excerpt of an article among links',
    `<h1>清河区</h1><p>2023-03-02 来源：清河日报</p><p>${ARTICLE.replace(/<[^>]*>/g, '').slice(0, 90)}……</p>${items(9)}`,
    '/xw/1.html',
    'article',
  ],
  [
    'a catalogue of documents',
    `<h3>政策文件</h3><table><tr><th>索引号</th><th>标题</th><th>发布日期</th></tr>${[1, 2, 3, 4].map((n) => `<tr><td>006448000/2023-1002${n}</td><td><a href="/${n}.html">清河区人民政府关于印发清河区第${n}期重点工程建设实施方案的通知</a></td><td>清河区人民政府</td><td>清政发〔2023〕${n}号</td><td>2023-06-1${n}</td><td>2023-06-2${n}</td></tr>`).join('')}</table><div><a href="?p=2">下页</a></div>${items(3)}`,
    '/xxgk/',
    'list',
  ],
  [
    'a topic whose foreword stands above its first headline',
    `<h2>前言</h2><div><p>${ARTICLE.replace(/<[^>]*>/g, '').slice(0, 100)}。</p></div><h1>清河区防汛会议召开</h1>${items(9, false)}`,
    '/zt/fx/',
    'list',
    '清河区防汛会议召开_专题',
  ],
  ['nothing', '', '/x.html', 'other'],
] as [string, string, string, string, string?][])('%s', (_, html, path, kind, title) => {
  expect(kindOf(html, path, title)).toBe(kind);
});

test('a list has no day and no source of its own', () => {
  const list = readArticle(pageOf(`<h1>部门动态</h1>${items(30)}<p>共 20 页 下一页</p>`), {
    url: `${SITE}/bm/`,
  });
  expect(list).toMatchObject({ pageKind: 'list', publishedAt: null, source: null });
});

test('what is said of the results is not said of the search', () => {
  const results = ['清河日报', '青山日报', '区水务局'].map(
    (source, i) =>
      `<div><h3><a href="/${i}.html">第${i}件</a></h3><p>区里开会部署防汛工作，要求备足物资……</p><p>来源：${source}　作者：石岩　发布时间：2023-03-0${i + 1}</p></div>`,
  );
  const page = pageOf(`<p>共找到 128 条结果</p>${results.join('')}`, '<title>“防汛”的搜索结果</title>');
  expect(readArticle(page, { url: `${SITE}/s` })).toMatchObject({
    pageKind: 'search',
    publishedAt: null,
    source: null,
    authors: [],
  });
});

test('an error page has no day', () => {
  const page = pageOf(
    '<h1>很抱歉，您要访问的页面不存在！</h1><p>可能已删除。</p><h3>推荐</h3><ul><li><a href="/1.html">区里部署防汛工作</a><span>2023-03-02</span></li></ul>',
  );
  expect(readArticle(page, { url: `${SITE}/404.html` })).toMatchObject({
    pageKind: 'other',
    publishedAt: null,
  });
});

test('what an error page recommends has labels of its own, and a table of results numbers of its own', () => {
  const lost = pageOf(
    '<h1>抱歉，您访问的页面已被删除</h1><h4>热点推荐</h4><ul><li><a>区里开会部署防汛工作</a> 来源：清河日报 浏览：5531</li></ul>',
  );
  expect(readArticle(lost, { url: `${SITE}/x.html` })).toMatchObject({ source: null, views: null });
  const rows = [1, 2, 3, 4, 5, 6].map(
    (n) =>
      `<tr><td>QH-${n}</td><td><a href="/${n}">关于防汛工作的通知</a></td><td>清政发〔2023〕${n}号</td><td>2023-03-0${n}</td></tr>`,
  );
  const results = pageOf(`<h1>文件检索结果</h1><table>${rows.join('')}</table>`);
  expect(readArticle(results, { url: `${SITE}/search?q=1` })).toMatchObject({ documentNumber: null });
});

test('the summary of a list’s first item is not the list’s own', () => {
  const cards = Array.from(
    { length: 8 },
    (_, i) =>
      `<p>${i + 1}年前</p><h3><a href="/${i}">某镇召开会议部署第${i}项工作</a></h3><p>[导读]${ARTICLE.replace(/<[^>]*>/g, '').slice(i, 60)}。</p>`,
  ).join('');
  const { pageKind, lead } = readArticle(pageOf(cards, '<title>清河区要闻</title>'), { url: `${SITE}/xw/` });
  expect({ pageKind, lead }).toEqual({ pageKind: 'list', lead: null });
});

test('labels belong to the items of a list where three of a source or three of a time are there', () => {
  const labels = (source: number, publishedAt: number) =>
    labelsItems({
      all: (field) => Array(field === 'source' ? source : field === 'publishedAt' ? publishedAt : 9),
    } as Parameters<typeof labelsItems>[0]);
  expect([labels(3, 0), labels(0, 3), labels(2, 2), labels(0, 0)]).toEqual([true, true, false, false]);
});

test('four beginnings of other articles make a list of a page, however long the rest is', () => {
  const beginning = (i: number) =>
    `<h4><a href="/${i}">某地第${i}项工作启动</a></h4><p>某地第${i}项工作日前启动。记者获悉，相关工作正有序推进，市民都说好……</p><p>2023-03-0${i}</p>`;
  const page = (count: number) => {
    const teasers = Array.from({ length: count }, (_, i) => beginning(i + 1)).join('');
    return kindOf(`${items(8)}<div>${teasers}${ARTICLE.repeat(2)}</div>`, '/xw/index.html');
  };
  expect([page(2), page(4)]).toEqual(['article', 'list']);
});
