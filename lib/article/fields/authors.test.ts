import { describe, expect, test } from 'vitest';
import { type NewsPage, readNews } from '../../../test/support/newsPage.ts';

const LONG = '沿河的清淤船一早就开始作业，岸边的居民围过来看个究竟，不少人拿出手机拍下这一幕。';
const authors: [string, NewsPage, string[]][] = [
  [
    'of two ranks',
    { opening: '<p>青山日报-青山网记者 何苗 见习记者 方　宁 通讯员 杜若</p>' },
    ['何苗', '方宁', '杜若'],
  ],
  [
    'behind bullets',
    { info: '<p>作者：◎本报记者何苗 ◎见习记者方宁 ◎本报通讯员杜若</p>' },
    ['何苗', '方宁', '杜若'],
  ],
  [
    'of a medium with a dot',
    { opening: `<p>本报讯（青山日报·青山网记者 何苗 见习记者 方 宁）${LONG}</p>` },
    ['何苗', '方宁'],
  ],
  ['right behind 记者, set apart', { opening: `<p>本报讯 （记者何　苗）${LONG}</p>` }, ['何苗']],
  [
    'of another medium’s correspondent',
    { opening: '<p>作者：青山日报记者 何苗 青山日报通讯员 方 宁</p>' },
    ['何苗', '方宁'],
  ],
  [
    'from two cities',
    { info: '<p>2023-02-02 作者：记者 何苗 实习记者 方宁/北京 郑州报道 来源：青山参考报</p>' },
    ['何苗', '方宁'],
  ],
  ['and no title behind the name', { info: '<p>作者：何苗　青山医院呼吸科　主任医师</p>' }, ['何苗']],
  ['with where he works', { closing: '<p>（记者 何苗 作者单位：青山日报社）</p>' }, ['何苗']],
  ['named 文', { opening: '<p>文 | 本刊记者 方宁 本刊记者 何建文</p>' }, ['方宁', '何建文']],
  ['each behind a label', { info: '<p>每报记者：何苗　每报见习记者：方宁</p>' }, ['何苗', '方宁']],
  [
    'from where, with nothing between',
    { opening: `<p>【青山報訊】記者何苗、方寧心廣州報道：${LONG}</p>` },
    ['何苗', '方寧心'],
  ],
  [
    'with posts, in an element of the class',
    {
      info: '<div class="article-byline"><div><a>何苗</a> <i>北京特派员</i> 、<a>方宁</a> <i>实习记者</i></div></div>',
    },
    ['何苗', '方宁'],
  ],
  ['撰写人', { info: '<p>文章来源：研究室 撰写人：何苗 字体大小：<a>大</a>/<a>中</a></p>' }, ['何苗']],
  ['not in a list of links', { tail: '<ul><li>03-01 <a>青山新闻 作者：何苗</a></li></ul>' }, []],
  ['beside correspondents', { opening: `<p>青山讯（记者 何苗 通讯员 方宁）${LONG}</p>` }, ['何苗', '方宁']],
  ['behind correspondents', { opening: `<p>青山讯（通讯员 方宁 记者 何苗）${LONG}</p>` }, ['方宁', '何苗']],
  [
    'on both sides of one',
    { opening: `<p>青山讯（记者 何苗 通讯员 方宁 见习记者 杜若）${LONG}</p>` },
    ['何苗', '方宁', '杜若'],
  ],
  ['a body beside a reporter', { opening: `<p>青山讯（记者 何苗 通讯员 区委宣传部）${LONG}</p>` }, ['何苗']],
  ['each with a label', { info: '<p>记者：何苗　通讯员：方宁</p>' }, ['何苗', '方宁']],
  ['the label of a body', { info: '<p>记者：何苗　通讯员：区水务局</p>' }, ['何苗']],
  [
    'behind a link to the medium',
    { info: '<div><a href="/">青山晚报</a> <em>2023-02-02 10:30</em> <span>本报记者 何苗</span></div>' },
    ['何苗'],
  ],
  [
    'in a link to another article',
    { info: '<div><a href="/1.html">青山社记者 何苗</a> <em>2023-02-02 10:30</em></div>' },
    [],
  ],
  ['of a rare surname beside a common one', { tail: '<p>文/图：尤小草 何苗</p>' }, ['尤小草', '何苗']],
  [
    'not a label that looks like a name',
    {
      info: '<p><label>发布机构</label>：青山区水务局　<label>文号</label>：青水发〔2023〕9号　<label>公开日期</label>：2023-02-02</p>',
    },
    [],
  ],
  ['correspondents alone are no authors', { opening: `<p>青山讯（通讯员 方宁）${LONG}</p>` }, []],
  [
    'a name set apart to three signs',
    { opening: `<p>青山讯（记者 何　苗、方宁）${LONG}</p>` },
    ['何苗', '方宁'],
  ],
  [
    'of a rare surname, where called a reporter',
    { opening: `<p>青山讯（记者第五清）${LONG}</p>` },
    ['第五清'],
  ],
  ['what a reporter does is no name', { opening: `<p>青山讯（记者从区里获悉）${LONG}</p>` }, []],
  ['in lenticular brackets', { opening: `<p>【記者王小明／青山報導】${LONG}</p>` }, ['王小明']],
  ['with pictures of their own', { info: '<p>记者 何苗 通讯员 方宁 文/图</p>' }, ['何苗', '方宁']],
  [
    'behind a stroke, with pictures',
    { closing: '<p>\\青山報記者　何苗、方宁（文、圖）</p>' },
    ['何苗', '方宁'],
  ],
  [
    'two names in brackets at the end',
    { closing: '<p>他说，明年再来看。（何苗 方宁）</p>' },
    ['何苗', '方宁'],
  ],
  ['a word in brackets at the end', { closing: '<p>他说，明年再来看。（完结）</p>' }, []],
  ['with a comma in a list', { info: '<ul><li><i>作者, </i><i>何苗、方宁</i></li></ul>' }, ['何苗', '方宁']],
  [
    'beside date and source',
    { info: '<p><i>何苗 方宁</i><i>青山晚报</i><i>2023-02-02 07:12</i></p>' },
    ['何苗', '方宁'],
  ],
  ['a town beside the date', { info: '<p><i>2023-02-02 07:12</i><i>江苏</i><i>青山晚报</i></p>' }, []],
  [
    'called reporters beside the date',
    { info: '<p><i>2023-02-02</i><i>青山晚报</i><i>记者 何苗 方宁</i></p>' },
    ['何苗', '方宁'],
  ],
  [
    'in an element of the class itself',
    { info: '<div class="article-byline"><a><i>洪苗</i></a><p>hm@example.com</p></div>' },
    ['洪苗'],
  ],
  [
    'not who keeps the site',
    {
      head: '<meta name="SiteName" content="青山区人民政府"><meta name="ColumnName" content="要闻"><meta name="Author" content="系统管理员">',
    },
    [],
  ],
  ['spaced out', { info: '<p>本报记者 何 苗</p>' }, ['何苗']],
  ['in a definition list', { info: '<dl><dt>作者</dt><dd>何苗</dd></dl>' }, ['何苗']],
  ['採寫', { info: '<p>採寫：何苗</p>' }, ['何苗']],
  ['labelled at the head', { info: '<p>2023-02-02 来源：青山晚报 作者：何苗 方宁</p>' }, ['何苗', '方宁']],
  ['a body as author', { info: '<p>来源：本站原创 作者：药剂科党支部</p>' }, ['药剂科党支部']],
  ['记者', { info: '<p>记者：何苗　编辑：方宁</p>' }, ['何苗']],
  ['an empty label', { info: '<p>作者： 责任编辑：方宁</p>' }, []],
  ['as labelled, though it is no name', { info: '<p>作者：网络整理</p>' }, ['网络整理']],
  [
    'the writer of a page of 微信公众平台',
    {
      info: '<div><a id="js_author_name">小苗苗</a> <a id="js_name">青山发布</a></div><div id="js_content"></div>',
    },
    ['小苗苗'],
  ],
  [
    'the writer of such a page in its tag',
    {
      head: '<meta name="author" content="何苗">',
      info: '<div><a id="js_name">青山发布</a></div><div id="js_content"></div>',
    },
    ['何苗'],
  ],
  ['behind the medium’s name and a bar', { info: '<p>青报记者｜何苗 青报编辑｜方宁</p>' }, ['何苗']],
  ['behind a bar with blanks', { info: '<p>青山新闻记者 | 何苗</p>' }, ['何苗']],
  ['a menu of bars', { info: '<p>首页 | 作者 | 专栏 | 关于</p>' }, []],
  [
    'the medium’s reporter above the date',
    { info: '<p>青山新闻记者 何苗</p><p>2023-02-02 10:30</p><p>字号</p><p>收藏</p><p>分享</p><p>听新闻</p>' },
    ['何苗'],
  ],
  ['from where he reports', { opening: '<p>21世纪青山报道记者何苗 云岭报道</p>' }, ['何苗']],
  ['reports, below the headline', { info: '<p>何苗 报道</p>' }, ['何苗']],
  [
    'in the manner of Taiwan',
    {
      opening:
        '<p>〔記者王小明／台北報導〕四月的青山，河道里的清淤船一早就开始作业，岸边的居民也围过来看个究竟。</p>',
    },
    ['王小明'],
  ],
  [
    'in the manner of an agency of Taiwan',
    {
      opening:
        '<p>（青山社記者王小明台北14日電）四月的青山，河道里的清淤船一早就开始作业，岸边的居民也围过来看个究竟。</p>',
    },
    ['王小明'],
  ],
  [
    'in the manner of Hong Kong',
    {
      opening:
        '<p>【青山報訊】記者何苗報道：四月的青山，河道里的清淤船一早就开始作业，岸边的居民也围过来看个究竟。</p>',
    },
    ['何苗'],
  ],
  [
    'a dateline that cites another’s report',
    {
      opening:
        '<p>据云岭日报记者何苗报道，四月的青山，河道里的清淤船一早就开始作业，岸边的居民也围过来看个究竟。</p>',
    },
    [],
  ],
  ['a photographer in traditional characters', { opening: '<p>河邊的居民。（記者王小明攝）</p>' }, []],
  ['below the body, without a label', { tail: '<p>总台记者 何苗 方宁</p>' }, ['何苗', '方宁']],
  [
    'in an element of that class',
    { info: '<p><span class="article-author"><a>何苗</a></span> 2023-02-02</p>' },
    ['何苗'],
  ],
  [
    'an account in an element of that class',
    { info: '<p><span class="author-name">青山发布</span> 2023-02-02</p>' },
    [],
  ],
  [
    'in an element of that class, behind 由',
    { info: '<div>2023年2月2日 <span class="byline">由 <a>何苗</a></span></div>' },
    ['何苗'],
  ],
  ['佚名 is nobody', { info: '<p>作者：佚名</p>' }, []],
  ['a byline above the body', { opening: '<p>【文/青山网专栏作者 何苗】</p>' }, ['何苗']],
  ['a byline with a bar', { info: '<p>文｜青山周刊 何苗</p>' }, ['何苗']],
  ['the photographer beside the writer', { info: '<p>文/何苗 图/方宁</p>' }, ['何苗']],
  ['文/图 of one', { info: '<p>文/图 何苗</p>' }, ['何苗']],
  ['a medium’s author', { opening: '<p>《青山周刊》作者 何苗</p>' }, ['何苗']],
  ['本报记者 in a line of its own', { opening: '<p>本报记者 何苗 方宁</p>' }, ['何苗', '方宁']],
  [
    'in the dateline',
    {
      opening:
        '<p>青山晚报讯（记者 何苗）四月的青山，河道里的清淤船一早就开始作业，岸边的居民也围过来看个究竟。</p>',
    },
    ['何苗'],
  ],
  [
    'signed at the end',
    { closing: '<p>沿河的老人说，小时候在这里游过泳，盼着水再清起来。（记者何苗、方宁）</p>' },
    ['何苗', '方宁'],
  ],
  ['the affiliation run into the name', { closing: '<p>(作者：何苗北京大学环境学院教授)</p>' }, ['何苗']],
  ['signed with a bar below the body', { tail: '<p>作者︱何苗</p>' }, ['何苗']],
  [
    'a visible signature before the hidden block',
    {
      info: '<div style="display:none"><span id="author_baidu">作者：方宁</span><span id="editor_baidu">责任编辑：方宁</span></div>',
      closing: '<p>(作者：何苗青海大学教授)</p>',
    },
    ['何苗'],
  ],
  [
    'the hidden block’s author',
    {
      info: '<div style="display:none"><span id="author_baidu">作者：何苗</span><span id="editor_baidu">责任编辑：方宁</span></div>',
    },
    ['何苗'],
  ],
  [
    'the hidden block’s author is its editor',
    {
      info: '<div style="display:none"><span id="author_baidu">作者：方宁</span><span id="editor_baidu">责任编辑：方宁</span></div>',
    },
    [],
  ],
  [
    'the standard tag',
    { head: '<meta name="ColumnName" content="要闻"><meta name="Author" content="何苗">' },
    ['何苗'],
  ],
  [
    'the tag in lower case is the web editor',
    {
      head: '<meta name="ColumnName" content="要闻"><meta name="Author" content=""><meta name="author" content="方宁">',
    },
    [],
  ],
  ['a portal in the tag', { head: '<meta name="author" content="青山网">' }, []],
  [
    'schema.org',
    {
      head: '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"author":[{"name":"何苗"}]}]}</script>',
    },
    ['何苗'],
  ],
  [
    'a reporter whom the body quotes is none',
    { opening: '<p>有记者问，清淤会不会影响居民出行，负责人答复说，施工全程不占用步道，请大家放心。</p>' },
    [],
  ],
  ['never the photographer of the first picture', { opening: '<p>清淤船在作业。（记者何苗摄）</p>' }, []],
  ['never the photographer', { closing: '<p>何苗 摄</p>', tail: '<p>摄影：方宁</p>' }, []],
];

describe('作者, 记者', () => {
  test.each(authors)('%s', (_, page, wanted) => {
    expect(readNews(page).authors).toEqual(wanted);
  });
});

test('the writer is named below a table with many cells', () => {
  const cells = Array.from({ length: 9 }, (_, i) => `<tr><td>河段${i}</td><td>${i}公里</td></tr>`).join('');
  const end = '<p>年底以前，其余三条河也要全部完成清淤。（撰稿：何苗 核稿：方宁）</p>';
  expect(readNews({ closing: `<table>${cells}</table>${end}` }).authors).toEqual(['何苗']);
  // A table beside the article belongs to other texts.
  expect(readNews({ tail: `<table>${cells}</table>${end}` }).authors).toEqual([]);
});
