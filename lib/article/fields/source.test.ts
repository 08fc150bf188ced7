import { describe, expect, test } from 'vitest';
import { type NewsPage, readNews } from '../../../test/support/newsPage.ts';
import { cleanSource } from './sourceName.ts';

const rows: [string, NewsPage, string | null][] = [
  ['with nothing between the values', { info: '<div>来源：青山晚报作者：何苗编辑：方宁</div>' }, '青山晚报'],
  ['and no blank before the date', { info: '<div>来源：青山网时间：2023-02-02</div>' }, '青山网'],
  ['behind an empty label', { info: '<div>作者：来源：青山晚报</div>' }, '青山晚报'],
  ['in brackets', { info: '<div>【来源】青山晚报 【字号】大 中 小</div>' }, '青山晚报'],
  [
    'before a label of no table',
    { info: '<p><i>来源：</i><i>青山晚报</i><i>信息员：</i><i>何苗</i></p>' },
    '青山晚报',
  ],
  ['before a count of all readers', { info: '<div>来源：青山晚报　　共1268人阅读</div>' }, '青山晚报'],
  ['nothing, before the kind of the article', { info: '<p><i>来源: </i> <i>文章类型: 原创</i></p>' }, null],
  ['before a count', { info: '<div>来源：青山晚报 128次浏览</div>' }, '青山晚报'],
  ['a value that no script has filled in', { info: '<div>来源：{{article.source}}</div>' }, null],
  ['a column beside the date', { info: '<p><i>要闻</i><i>2023-02-02 10:30</i></p>' }, null],
  ['a name of two signs', { info: '<p><i>2023-02-02 10:31</i><i>流水</i><i>云岭周报</i></p>' }, '流水'],
  [
    'before the writer beside the date',
    { info: '<p><i>青山晚报</i><i>何苗</i><i>2023-02-02 07:21</i></p>' },
    '青山晚报',
  ],
  ['no time for reading', { info: '<p><i>2023.02.02</i> <i>阅读时间约 5 分钟</i></p>' }, null],
  [
    'nothing, before a cell of another label',
    { info: '<table><tr><td>来源：</td><td>字号：[ 大 中 小 ]</td></tr></table>' },
    null,
  ],
  [
    'the account, and not from where it writes',
    { info: '<p>青山日报</p><p><b>2023-02-02 10:31</b><b>湖北</b><b>青山日报官方账号</b></p>' },
    '青山日报',
  ],
  [
    'behind a dot',
    { info: '<p><i>原创</i><i>2023-02-02 18:25</i><i>·</i><i>青山农业观察</i></p>' },
    '青山农业观察',
  ],
  ['behind a bar', { tail: '<p>来源 | 青山市水务局</p>' }, '青山市水务局'],
  [
    'in brackets, with the colon behind',
    { info: '<p>[发表时间]:2023-02-02 [来源]:教务处 [浏览次数]:</p>' },
    '教务处',
  ],
  ['with the number of an issue', { info: '<p>来源：《青山》2022/13 2022-07-01</p>' }, '《青山》2022/13'],
  ['without the button behind it', { info: '<p>2023-02-02 来源： 青山晚报　进入电子报</p>' }, '青山晚报'],
  [
    'as labelled below rather than the account',
    { info: '<p>2023-02-02 <i>青山发布</i></p>', tail: '<p>来源：青山日报</p>' },
    '青山日报',
  ],
  ['資料來源 at the head', { info: '<div>資料來源：水務局<br>發佈日期：2022年6月30日</div>' }, '水務局'],
  ['not 资料来源 of a table', { tail: '<p>资料来源：青山区统计局</p>' }, null],
  ['up to a semicolon', { tail: '<p>（来源：青山日报；图片摄影：何苗；编辑：方宁）</p>' }, '青山日报'],
  ['not an item’s', { tail: '<ul><li><a>青山区就业会议召开</a> 2024-01-10 来源：省政府网</li></ul>' }, null],
  ['来自', { info: '<p>2023-3-2 14:05 | 发布者: 管理员 | 来自: 青山晚报</p>' }, '青山晚报'],
  ['labelled in one line', { info: '<div>2023-02-02 10:30 来源：青山晚报 作者：何苗</div>' }, '青山晚报'],
  [
    'labelled, in elements',
    { info: '<p><span>来源：</span><a href="/">青山晚报</a><a>举报</a></p>' },
    '青山晚报',
  ],
  [
    'without a colon, by elements',
    { info: '<p><i>来源</i> <b>青山晚报</b> | <i>作者</i> <b>何苗</b></p>' },
    '青山晚报',
  ],
  ['来源于', { info: '<div>来源于：东区办事处</div>' }, '东区办事处'],
  ['稿源', { info: '<div>2023-02-02 稿源： 青山晚报</div>' }, '青山晚报'],
  ['traditional characters', { info: '<div>發佈時間：2023-02-02 來源：青山晚報</div>' }, '青山晚報'],
  [
    'label and value in cells',
    { info: '<table><tr><td>来源：</td><td>青山晚报</td></tr></table>' },
    '青山晚报',
  ],
  ['run together', { info: '<div>来源：本站原创 作者：何苗 时间：2023-02-02 浏览：33</div>' }, '本站原创'],
  ['after the date with no blank', { info: '<div>2023年02月02日08:18来源：青山晚报</div>' }, '青山晚报'],
  ['empty, before the next label', { info: '<div>来源： | 发布时间：2023-02-02</div>' }, null],
  ['empty, next label in a line of its own', { info: '<p>来源：</p><p>发布时间：2023-02-02</p>' }, null],
  [
    'an empty cell',
    { info: '<table><tr><td>来源：</td><td></td></tr><tr><td>时间：</td><td>2023-02-02</td></tr></table>' },
    null,
  ],
  ['none', { info: '<div>来源：无 时间：2023-02-02</div>' }, null],
  [
    'bare, behind the time',
    { info: '<div><span>2023年02月02日 10:30</span> <span>青山晚报</span></div>' },
    '青山晚报',
  ],
  ['bare, behind the time in one text', { info: '<div>2023-02-02 10:30:12 青山晚报</div>' }, '青山晚报'],
  [
    'bare, the category before it',
    { info: '<div><a>时政要闻</a><a>青山观察</a><i>2023-02-02 07:48</i></div>' },
    '青山观察',
  ],
  [
    'bare, with a count behind it',
    { info: '<div>2023-02-02 10:30 青山区水务局 阅读 123</div>' },
    '青山区水务局',
  ],
  [
    'a bare person is the writer',
    { info: '<div><span>何苗</span> <span>2023-02-02 07:48</span></div>' },
    null,
  ],
  [
    'buttons beside the time are none',
    { info: '<div><span>2023-02-02 07:48</span><a>分享</a><a>收藏</a></div>' },
    null,
  ],
  ['发布于 is no name', { info: '<p>发布于 2023-02-02 07:19:52</p>' }, null],
  ['the standard tag', { head: '<meta name="ContentSource" content="青山日报">' }, '青山日报'],
  [
    'a tag that holds its own label',
    { head: '<meta name="source" content="来源：青山日报 原创稿">' },
    '青山日报',
  ],
  [
    'a visible label before the standard tag',
    { head: '<meta name="ContentSource" content="青山日报">', info: '<p>来源：青山晚报</p>' },
    '青山晚报',
  ],
  [
    'the account of 微信公众平台',
    { info: '<div><a>何苗</a> <a id="js_name">青山发布</a> <em>前天</em></div><div id="js_content"></div>' },
    '青山发布',
  ],
  ['in the tail', { tail: '<p>（来源：青山晚报）</p>' }, '青山晚报'],
  [
    'the head before the tail',
    { info: '<p>2023-02-02 来源：青山晚报</p>', tail: '<p>来源：网络</p>' },
    '青山晚报',
  ],
  [
    'an image caption in the body is none',
    { opening: '<p>图片来源：视觉青山</p><p>数据来源：统计局</p>' },
    null,
  ],
  [
    'a card of another article is none',
    { tail: '<div>相关新闻</div><p>清淤船下水</p><p>来源：青山晚报</p>' },
    null,
  ],
  ['never the issuer', { info: '<p>发布机构：青山区水务局</p>' }, null],
  ['never the site', { head: '<meta name="SiteName" content="青山区人民政府">' }, null],
  ['never the contributor', { tail: '<p>供稿：青山区水务局</p>' }, null],
];

describe('来源', () => {
  test.each(rows)('%s', (_, page, source) => {
    expect(readNews(page).source).toBe(source);
  });
  test('says by which rule', () => {
    expect(readNews({ info: '<p>来源：青山晚报</p>' }).provenance.source).toMatchObject({
      rule: 'label-at-head',
    });
    const tagged = readNews({ head: '<meta name="ContentSource" content="青山日报">' });
    expect(tagged.provenance.source).toMatchObject({ rule: 'standard-meta-ContentSource' });
  });
  test('a standard tag that names another is told beside', () => {
    const head = '<meta name="ContentSource" content="云岭日报">';
    expect(readNews({ head, info: '<p>来源：青山晚报</p>' }).provenance.source).toMatchObject({
      otherwise: { value: '云岭日报', rule: 'standard-meta-ContentSource' },
    });
    const longer = readNews({
      head: '<meta name="ContentSource" content="青山晚报社">',
      info: '<p>来源：青山晚报</p>',
    });
    expect(longer.provenance.source).not.toHaveProperty('otherwise');
  });
  test('is a name and no sentence', () => {
    expect(cleanSource('本文由编辑部根据公开资料整理。')).toBeNull();
    expect(cleanSource('青山晚报 2023-02-02')).toBe('青山晚报');
    expect(cleanSource('https://www.example.com/')).toBeNull();
  });
});

test.each([
  ['青山晚报 2023 年 2 月 2 日', '青山晚报'],
  ['青山晚报2023-02-02 10:30', '青山晚报'],
  ['青山晚报 2023 / 2 / 2', '青山晚报'],
  ['《青山》2022/13', '《青山》2022/13'],
])('the name of a source ends before a date: %s', (value, name) => {
  expect(cleanSource(value)).toBe(name);
});
