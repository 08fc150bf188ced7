import { expect, test } from 'vitest';
import { FIRST, SECOND, THIRD } from '../../../test/support/pages.ts';
import { trimBody } from './trim.ts';

const TITLE = '清河区部署今年防汛工作';
const PROSE = [FIRST, SECOND, THIRD];
const trimmed = (lines: (string | [string, number])[]) =>
  trimBody(
    lines.map((line) =>
      typeof line === 'string' ? { text: line, linked: 0 } : { text: line[0], linked: line[1] },
    ),
    TITLE,
  ).lines;

test.each([
  [TITLE],
  ['2023-03-02 10:30'],
  ['来源：清河日报 作者：石岩 时间：2023-03-02'],
  ['首页 > 要闻 > 正文'],
  ['当前位置：首页 > 要闻'],
  ['字体：【大 中 小】'],
  ['【大 中 小】'],
  ['分享到：微信 微博 QQ空间'],
  ['打印'],
  ['[ 2023 年 3 月 2 日 ] [ 信息来源：办公室 ] [ 作者：石岩 ]'],
  ['清河日报 2023-03-02 10:30'],
  ['【打印】【关闭】'],
  ['1024'],
  ['正文'],
  ['新华社记者 石岩'],
  ['（原标题：防汛工作要早部署）'],
  ['摘要：区里开会部署防汛。'],
  ['试听'],
  ['2023年3月2日更新时间 2023年3月5日'],
  ['发布日期：2023-03-02 / 更新于 2023-03-05'],
  ['本文导航', '第1页：堤坝查了三遍', '第2页：泵站怎么修'],
  ['您的浏览器不支持HTML5视频播放，请升级浏览器。', '高清标清倍速 分享手机看', '视频简介', '选集'],
])('a head without %s', (...head) => {
  expect(trimmed([...head, ...PROSE])).toEqual(PROSE);
});

test('a first paragraph behind its writer’s name stays', () => {
  const first = `【供稿/水务局】${'今年入汛以来，全区上下抓早抓实，查堤坝、修泵站、清河道，'.repeat(3)}各项准备都已完成。`;
  expect(trimmed(['2023-03-02 10:30', first, ...PROSE])).toEqual([first, ...PROSE]);
  expect(trimmed(['供稿：水务局', ...PROSE])).toEqual(PROSE);
});

test.each(['（责任编辑：石岩）', '（清河区纪委 || 责任编辑 石岩）', '【编辑 石岩】'])(
  'a last paragraph stays without %s',
  (editor) => {
    expect(trimmed([...PROSE, `“汛前要查，汛后也要查。”值守干部说。${editor}`])).toEqual([
      ...PROSE,
      '“汛前要查，汛后也要查。”值守干部说。',
    ]);
  },
);

test('the line that says whose a printed speech is stays, with its day', () => {
  const head = ['区长　石岩', '（2024年3月2日）'];
  const speech = trimBody(
    [...head, ...PROSE].map((text) => ({ text, linked: 0 })),
    '在全区防汛工作会议上的讲话',
  );
  expect(speech.lines).toEqual([...head, ...PROSE]);
});

test.each([
  ['责任编辑：石岩'],
  ['（责编：石岩、陈南）'],
  ['编辑/石岩'],
  ['责任编辑：石岩', '防汛知识问答', '汛期出行提示'],
  ['本文来源：清河日报'],
  ['图文来源：区水务局'],
  ['原文链接：https://www.qinghe.example/1.html'],
  ['（微信扫描分享）'],
  ['核发：admin 点击数：729 【收藏本页】'],
  ['《清河日报》（2023年03月02日 第03版）'],
  ['（《清河日报》2023年03月02日 03版）'],
  ['（文/石岩 图/陈南 编辑/何苗）'],
  ['来源 | 清河发布', '编辑 | 石岩', '返回搜狐，查看更多'],
  ['封面图片来源：清河日报资料图'],
  ['本網站之文字、圖片及影音，非經授權，不得轉載。'],
  ['原标题：防汛工作要早部署'],
  ['上一篇：泵站全部检修完毕', '下一篇：没有了'],
  ['相关新闻', '泵站全部检修完毕', '巡堤志愿者上岗'],
  ['相關新聞', '泵站檢修完畢'],
  ['------------------------------相关新闻', '泵站全部检修完毕'],
  ['主题词：防汛 物资 通知'],
  ['版权声明：本网所载内容，未经许可不得转载。'],
  ['本文属于原创文章，如若转载，请注明来源：防汛早部署http://www.qinghe.example/1.html'],
  ['扫一扫在手机打开当前页'],
  ['分享到：'],
  ['【1】【2】【3】'],
  ['打印本页', '关闭窗口'],
  ['网友评论', '早该这样了'],
  ['清河论坛讨论区', '发言请守规矩，违者自负其责。'],
  ['意见征集结果反馈', '共收到意见六条，已全部采纳。', '2023-04-12'],
  ['清河日报有Instagram！欢迎搜索qinghe.daily，看更多图片。'],
  ['欢迎订阅清河早报电邮简报。'],
  ['清河区委宣传部主办', '客服:0000-1234'],
  ['【纠错】 [责任编辑: 石岩 ]', '图片推荐'],
  [
    '清河网声明：凡本网注明“来源：清河日报”的所有作品，版权均属于清河日报。清河日报与作者联合声明，任何组织和个人未经书面授权不得转载、摘编或者以其他方式使用上述作品。',
    '网站简介 - 广告服务',
  ],
])('a tail without %s', (...tail) => {
  expect(trimmed([...PROSE, ...tail])).toEqual(PROSE);
});

test.each([
  ['the name and the day under a document', ['清河区人民政府', '2023年3月2日']],
  ['its attachments', ['附件：1.防汛物资清单.docx']],
  ['the place of work of the writer', ['（作者单位：清河区水务局）']],
  ['where the figures are from', ['数据来源：清河区水务局']],
  ['a note on who may read it', ['（此件公开发布）']],
  ['a last short paragraph', ['会议由陈南主持。']],
  ['the agency and who took the picture', ['清河网发（陈南摄）']],
])('%s stays', (_, tail) => {
  expect(trimmed([...PROSE, ...tail])).toEqual([...PROSE, ...tail]);
});

test('the head of an agency’s report repeats the headline, and is its first paragraph', () => {
  const lines = [`新华社清河3月2日电　题：${TITLE}`, '新华社记者石岩', ...PROSE];
  expect(trimmed(lines)).toEqual(lines);
});

test('a sentence that holds the headline is the body’s', () => {
  const lines = [`3月2日，${TITLE}，副区长田禾参加会议并讲话。`, ...PROSE];
  expect(trimmed([TITLE, ...lines])).toEqual(lines);
});

test('a document’s head that is printed again, in two lines and with its number', () => {
  const split = [TITLE.slice(0, 5), TITLE.slice(5)];
  expect(trimmed([...split, '清政办发〔2023〕5号', ...PROSE])).toEqual(PROSE);
  expect(trimmed([TITLE, '清政办发〔2023〕5号', ...PROSE])).toEqual(PROSE);
  expect(trimmed([...split, ...PROSE])).toEqual([...split, ...PROSE]);
});

test('times between the speeches of a talk, but not one time alone', () => {
  const times = ['2023-03-02 10:01:12', '2023-03-02 10:03:05', '2023-03-02 10:09:40'];
  expect(trimmed([FIRST, times[0]!, SECOND, times[1]!, THIRD, times[2]!, FIRST])).toEqual([...PROSE, FIRST]);
  expect(trimmed([FIRST, times[0]!, SECOND])).toEqual([FIRST, times[0], SECOND]);
});

test('a caption between the headline and the names stays', () => {
  const plain = (text: string) => ({ text, linked: 0 });
  const caption = { ...plain('志愿者在堤上巡查，记下水位。'), isCaption: true };
  const lines = [plain(TITLE), caption, plain('2023年3月2日 更新 2023年3月5日'), ...PROSE.map(plain)];
  expect(trimBody(lines, TITLE).lines).toEqual([caption.text, ...PROSE]);
});

test('an editor behind the last sentence', () => {
  expect(trimmed([FIRST, `${SECOND}（责任编辑：石岩）`])).toEqual([FIRST, SECOND]);
  expect(trimmed([FIRST, `${SECOND}（編輯：石岩）1130314`])).toEqual([FIRST, SECOND]);
});

test('a link of the page behind a sentence', () => {
  expect(trimmed([FIRST, `${SECOND}>>>更多内容，点击阅读`, THIRD])).toEqual(PROSE);
});

test('a body that speaks of related news goes on', () => {
  const lines = [FIRST, '相关新闻发布后反响热烈', SECOND, THIRD];
  expect(trimmed(lines)).toEqual(lines);
});

test('a number that heads a section stays, one that counts readers does not', () => {
  expect(trimmed(['3051', FIRST, '2', SECOND])).toEqual([FIRST, '2', SECOND]);
});

test('cards of other articles, each with its day', () => {
  const cards = ['东桥镇检修泵站', '2023-03-01', '西湾街道巡堤', '2023-02-28', '应急队伍集训', '2023-02-27'];
  expect(trimmed([...PROSE, ...cards])).toEqual(PROSE);
});

test('cards of other articles with their beginnings, however long these are together', () => {
  const card = (town: string) =>
    `${town}检修泵站，清理进水口，并对值班人员进行培训，各项准备在汛期前完成，详情请点击查看全文……`;
  const cards = ['东桥镇', '西湾街道', '北岭乡', '南塘镇', '新河镇', '石门乡'].map(card);
  expect(trimmed([...PROSE, '精彩推荐', ...cards])).toEqual(PROSE);
});

test('a notice of short lines, with its date close below them', () => {
  const notice = [
    '各镇人民政府：',
    '任命：',
    '石岩为区水务局副局长；',
    '陈南为泵站总站站长。',
    '清河区人民政府',
    '2024年5月9日',
  ];
  expect(trimmed([TITLE, '清水发〔2024〕33号', ...notice])).toEqual(notice);
});

test('labels and values around a letter and its answer, but no heading of an article', () => {
  const letter = ['信件类别', '咨询', '来信内容', FIRST, '回复单位', '清河区水务局', '回复内容', SECOND];
  expect(trimmed(letter)).toEqual([FIRST, SECOND]);
  expect(trimmed([FIRST, '办理时间', SECOND])).toEqual([FIRST, '办理时间', SECOND]);
});

test('files as the site lists them below, each with its size, but not those that a document names', () => {
  const files = ['1. 检修安排.doc（87KB）', '2. 泵站名单.xls (1.2M)'];
  expect(trimmed([...PROSE, ...files])).toEqual(PROSE);
  expect(trimmed([...PROSE, '附件：1.检修安排.doc'])).toHaveLength(PROSE.length + 1);
});

test('the number of a document among other values above the body', () => {
  expect(trimmed(['清水发〔2024〕33号 | 信息来源：水务科 | 2024-06-19 | 点击数：', ...PROSE])).toEqual(PROSE);
  expect(trimmed(['076478684Q/2024-00112\t\t清河区水务局\t清水发〔2024〕33号', ...PROSE])).toEqual(PROSE);
});

test('the telephone of a notice is its own where it ends as a sentence', () => {
  expect(trimmed([...PROSE, '举报电话：110。', '清河区水务局'])).toHaveLength(PROSE.length + 2);
  expect(trimmed([...PROSE, '举报电话：110'])).toEqual(PROSE);
});

test('links to other articles behind the last paragraph, but not a list of attachments', () => {
  const links: [string, number][] = [
    ['东桥镇泵站检修完毕', 9],
    ['西湾街道组织巡堤演练', 10],
  ];
  expect(trimmed([...PROSE, ...links])).toEqual(PROSE);
  expect(trimmed([...PROSE, ['附件1：物资清单', 8], ['附件2：值班表', 7]])).toHaveLength(5);
});

test.each([
  '编 辑：石 岩',
  '文字编辑：石岩 责任编辑：陈南',
  '一审：石岩 二审：陈南 三审：田禾',
  '（清河区纪委 石岩 || 责任编辑 陈南）',
  '编辑 / 石岩　监制 / 陈南',
  '【责任编辑】石岩',
  '转自：清河日报',
  '（区水务局供稿）',
  '凡注明来源为清河网的稿件，转载请注明出处。',
  '（本文仅代表作者个人观点，与本网无关。）',
  '关注清河发布微信公众号，了解更多。',
])('behind the last paragraph: %s', (line) => {
  expect(trimmed([...PROSE, line])).toEqual(PROSE);
});

test('a link to related news in the midst of a body, and dated ones behind it', () => {
  expect(trimmed([FIRST, ['相关阅读：东桥镇泵站检修完毕', 9], SECOND, THIRD])).toEqual(PROSE);
  expect(
    trimmed([...PROSE, ['东桥镇泵站检修完毕 2023-03-01', 9], ['西湾街道组织巡堤演练 2023-03-01', 10]]),
  ).toEqual(PROSE);
});

test('controls in the midst of a body', () => {
  expect(trimmed([FIRST, '分享', SECOND, '已收藏', '点击观看视频（1分20秒）', THIRD])).toEqual(PROSE);
});

test('a link to other articles between two paragraphs is left out, and what follows is not', () => {
  expect(trimmed([FIRST, ['延伸阅读：泵站检修完毕', 10], SECOND, THIRD])).toEqual(PROSE);
});

test('a question to an expert is no name', () => {
  const talk = [
    '记者：这条河您守了三十年，为什么不走？',
    '石岩：水清一天，心里就踏实一天，我想看着它一直清下去。',
    '记者：下一步呢？',
    '石岩：把沿河的十二个排口再走一遍，一个一个查清楚。',
  ];
  expect(trimmed(talk)).toEqual(talk);
});

test('lines of a label and a day that no field has stay above a table', () => {
  const notice = [
    '招标人：清河镇人民政府',
    '开标时间：2023年3月2日9时30分',
    '排序\t候选人\t得分',
    '1\t清河水利公司\t92.1',
  ];
  expect(trimmed([...notice, ...PROSE])).toEqual([...notice, ...PROSE]);
  expect(trimmed(['清河日报2023年3月2日A-A+', ...PROSE])).toEqual(PROSE);
});

test('a day below the first numbered heading stays, with the heading', () => {
  for (const heading of ['（一）义诊', '一、义诊']) {
    const lines = [heading, '时间：2023年3月4日', FIRST, '（二）讲座', SECOND];
    expect(trimmed(lines)).toEqual(lines);
    expect(trimmed(['2023-03-02 10:30', ...lines])).toEqual(lines);
  }
});

test('a summary by other words, with a bracket or a blank behind them', () => {
  for (const lead of [
    '【阅读提示】河堤为什么要提前查？',
    '核心提示 河堤查得早，汛期才不慌，区里今年提前了一个月。',
  ])
    expect(trimmed([lead, ...PROSE])).toEqual(PROSE);
  const heading = ['导读 三篇', ...PROSE];
  expect(trimmed(heading)).toEqual(heading);
});

test('a letter in the rows of a table', () => {
  const rows = [
    '来信人\t石**',
    `来信内容\t${FIRST}`,
    '答复单位\t区水务局\t答复时间\t2023-03-02',
    `答复内容\t${SECOND}`,
    '满意度评价：满意 不满意',
  ];
  expect(trimmed(rows)).toEqual([FIRST, SECOND]);
  // If only one row has a label of a letter (答复时间), it belongs to a table within an ordinary article.
  expect(trimmed([FIRST, '答复时间\t2023-03-02', SECOND])).toHaveLength(3);
});

test('the beginning of the first paragraph, cut short above it', () => {
  const first = '四月以来，清河区的七条内河开展集中清淤，沿线居民反映的淤积和异味得到缓解。';
  const lines = (...texts: string[]) =>
    trimBody(
      texts.map((text) => ({ text, linked: 0 })),
      '内河清淤',
    ).lines;
  expect(lines(`${first.slice(0, 24)}...`, first, '两岸的步道也已铺好。')).toEqual([
    first,
    '两岸的步道也已铺好。',
  ]);
  expect(lines('两岸的步道还要再等等…', first)).toEqual(['两岸的步道还要再等等…', first]);
});

test('a short notice that is all metadata keeps its day', () => {
  const notice = ['2023-03-02 10:30', '来源：清河日报 作者：石岩'];
  expect(trimmed(notice)).toEqual(['2023-03-02 10:30']);
  expect(trimmed([...notice, FIRST])).toEqual([FIRST]);
});

test('a link to the attachment that the text names, below the signature', () => {
  const end = ['附件：防汛物资清单', '清河区水务局', '2023年3月2日'];
  expect(trimmed([...PROSE, ...end, ['防汛物资清单.xls', 10]])).toEqual([...PROSE, ...end]);
  expect(trimmed([...PROSE, ...end, ['防汛值班表.xls', 9]])).toEqual([...PROSE, ...end, '防汛值班表.xls']);
});
