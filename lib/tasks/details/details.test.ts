import { describe, expect, it } from 'vitest';
import type { Span } from '../schema.ts';
import { deadlinesIn } from './deadlines.ts';
import { documentsOf } from './documents.ts';
import { partsOfTask } from './measures.ts';
import { meetingsOf } from './meetings.ts';
import { bodiesOf, firstLeadsFrom, responsibleIn } from './responsible.ts';
import { targetsIn } from './targets.ts';

const whole = (text: string): Span => ({ start: 0, end: text.length });
const words =
  (text: string) =>
  ({ start, end }: Span) =>
    text.slice(start, end);

describe('Who must do it', () => {
  const of = (text: string, first = false) => {
    const { bodies, leads } = responsibleIn(text, whole(text), first);
    return { bodies: [...new Set(bodies.map(words(text)))], leads: [...new Set(leads.map(words(text)))] };
  };
  it.each([
    ['抓好整改。（市教育局、市财政局负责）', ['市教育局', '市财政局'], []],
    [
      '抓好整改。（市教育局牵头，市财政局和各区政府配合）',
      ['市教育局', '市财政局', '各区政府'],
      ['市教育局'],
    ],
    ['抓好整改（工业和信息化部、文化和旅游部等部门按职责分工负责）', ['工业和信息化部', '文化和旅游部'], []],
    [
      '抓好整改。（牵头单位：市住建局；配合单位：各县（市、区）人民政府）',
      ['市住建局', '各县（市、区）人民政府'],
      ['市住建局'],
    ],
    ['抓好整改。责任单位：市水务局、市城管局', ['市水务局', '市城管局'], []],
    ['由市水务局牵头，会同各区推进。', ['市水务局', '各区'], ['市水务局']],
    ['市水务局牵头，各街道配合，抓好清淤。', ['市水务局', '各街道'], ['市水务局']],
    ['各级各部门要压实责任，市应急局要加强统筹。', ['各级各部门', '市应急局'], []],
    ['摸清底数，水利部门逐库核定方案，后勤保障处每周通报。', ['水利部门', '后勤保障处'], []],
    ['严格考核，由市委农办一月一调度。', ['市委农办'], []],
    ['各校对食堂、宿舍开展检查。', ['各校'], []],
    ['市水务局要会同市财政局，6月底前清查。', ['市财政局', '市水务局'], []],
    ['区住建局会同区水务局、区城管局严查乱排。', ['区住建局', '区水务局', '区城管局'], []],
    ['县教育局会同县水务局于8月底前完成检查。', ['县水务局', '县教育局'], []],
    ['县林长办要会同县检察院、县公安局每半年开会一次。', ['县检察院', '县公安局', '县林长办'], []],
    ['各科室4月20日前将报告提交质控办。', ['各科室'], []],
    ['作业期间各林场要专人值守，年底前编制计划，报县林业局审核。', ['各林场'], []],
    ['班子成员要落实责任，分街道组建队伍。', [], []],
    ['县图书馆设立流动服务点。', ['县图书馆'], []],
    ['强化考核，监督科每半月检测一次。', ['监督科'], []],
    ['聚焦申报，研究生处三月中旬前完成自评。', ['研究生处'], []],
    ['督促各镇每月通报。', [], []],
    ['严厉查处改装行为，管线逐处拆除。', [], []],
    ['保障中心抢在汛期前完成标定。', ['保障中心'], []],
    ['稳住投资，投资科、重点项目科倒排进度。', ['投资科', '重点项目科'], []],
    ['强化协调，城管科、市场所负责协调。', ['城管科', '市场所'], []],
    ['由纳税服务股制作视频。', ['纳税服务股'], []],
    ['由各县组织烘干中心昼夜作业。', ['各县'], []],
    ['孩子的接送，由乡镇和中心校负到底。', ['乡镇', '中心校'], []],
    ['县水文站每30分钟通报一次，镇纪委全程跟着。', ['县水文站', '镇纪委'], []],
    ['隶属海关要设立专员，县一中、青山小学要结对。', ['隶属海关', '县一中', '青山小学'], []],
    ['依法处理，县委政法委牵头、县司法局提供支持。', ['县委政法委', '县司法局'], []],
    ['实行专人牵头、相关部门共同参与的机制。', [], []],
    ['各镇须和县文明办一道培树典型。', ['县文明办', '各镇'], []],
    ['信息科配合医务部在6月底前上线系统。', ['医务部', '信息科'], []],
    ['各车站做好引导。', ['各车站'], []],
    ['补办手续，由县审批局专人代办。', ['县审批局'], []],
    ['食堂问题由园区管委会自行解决。', ['园区管委会'], []],
    ['气价问题由县发改局牵头、青山燃气公司配合。', ['县发改局', '青山燃气公司'], ['县发改局']],
    ['各镇街与各村签订责任书。', ['各镇街', '各村'], []],
    ['交警大队联合农业农村局，霜降前集中整治。', ['农业农村局', '交警大队'], []],
    ['所需经费由项目法人列支。', ['项目法人'], []],
    ['严格报送，各县（区）每两小时报送一次。', ['各县（区）'], []],
    ['水利局派驻人员24小时盯守。', ['水利局'], []],
    ['年底前各市属企业完成清单修订。', ['各市属企业'], []],
    ['水务科会同消防救援站，元旦前组织演练。', ['消防救援站', '水务科'], []],
    ['县水利局、县林业局今年年底前打造十个示范村。', ['县水利局', '县林业局'], []],
    ['各机关党委、党总支“七一”前开展警示教育。', ['各机关党委', '党总支'], []],
    ['新建居住区应预留网点，小区要整洁，监护人应当陪同。', [], []],
    ['区公园委托专业公司运营。', [], []],
    ['县水务局委托专业机构采样检测。', ['县水务局'], []],
    ['交警、养护、医疗等单位快速处置险情。', ['交警、养护、医疗等单位'], []],
    ['各镇要学习会议精神，本月底前组织开展研讨。', ['各镇'], []],
    ['市水务局将会同市财政局开展评选。', ['市水务局'], []],
    ['要抓紧清淤，6月底前各区至少清理两条河道。', ['各区'], []],
    ['要抓紧清淤，各县（市、区）6月15日前制定方案。', ['各县（市、区）'], []],
    ['建立由水务部门牵头的联席会议制度。', [], []],
    ['由所在镇政府登记造册、落实管护责任。', ['所在镇政府'], []],
    ['党委书记每月到村一次，园长要到岗。', [], []],
    ['牵头部门要主动牵头、配合部门要密切配合。', ['牵头部门', '配合部门'], []],
    ['符合条件的小区年底前应建尽建。', [], []],
    ['鼓励企业组织技改，认真组织实施，各级党组织要带头。', ['各级党组织'], []],
    ['对问题突出的单位要约谈。', [], []],
    ['规范建设（含改建、扩建）项目。', [], []],
  ])('%s', (text, bodies, leads) => {
    expect(of(text)).toEqual({ bodies, leads });
  });

  it('is led by the first of a bracket where the text says so', () => {
    const text = '抓好整改。（市教育局、市财政局负责，排在第一位的部门为牵头部门，下同）';
    expect(firstLeadsFrom(`产量排在第一。${text}`)).toBe(7 + text.indexOf('排在第一'));
    expect(firstLeadsFrom('产量排在第一。')).toBe(Number.POSITIVE_INFINITY);
    expect(of(text, true)).toEqual({ bodies: ['市教育局', '市财政局'], leads: ['市教育局'] });
  });
});

describe('What is to be reached', () => {
  const of = (text: string) =>
    targetsIn(text, whole(text)).map(({ quantity, value, unit, direction, year }) => [
      quantity,
      value,
      unit,
      direction,
      year,
    ]);
  it.each([
    ['到2025年，地表水优良比例达到85%以上。', [['地表水优良比例', 85, '%', 'atLeast', 2025]]],
    [
      '2027年底，城市绿化率提高到40%，单位能耗下降16%。',
      [
        ['城市绿化率', 40, '%', 'reach', 2027],
        ['单位能耗', 16, '%', 'decrease', 2027],
      ],
    ],
    [
      '新增学位1,200个，改造老旧小区30个。',
      [
        ['学位', 1200, '个', 'increase', null],
        ['老旧小区', 30, '个', 'reach', null],
      ],
    ],
    [
      '失业率控制在5.5%以内，污水处理率不低于95%。',
      [
        ['失业率', 5.5, '%', 'atMost', null],
        ['污水处理率', 95, '%', 'atLeast', null],
      ],
    ],
    [
      '到2025年，覆盖率达到60%；到2027年，达到75%。',
      [
        ['覆盖率', 60, '%', 'reach', 2025],
        ['覆盖率', 75, '%', 'reach', 2027],
      ],
    ],
    ['去年已改造小区20个。会议于3月5日召开，共30人。', []],
  ])('%s', (text, targets) => {
    expect(of(text)).toEqual(targets);
  });
});

describe('Time limits', () => {
  it('do not overlap, and stand in the order of the text', () => {
    const text = '2025年6月底前完成规划，2025年底前开工，到2027年建成。';
    expect(deadlinesIn(text, whole(text), null).map(words(text))).toEqual([
      '2025年6月底前',
      '2025年底前',
      '到2027年',
    ]);
  });

  it('that are told by the year of publication have no day where that is unknown', () => {
    const text = '今年底前完成，年内见效。';
    expect(deadlinesIn(text, whole(text), null).map(({ date }) => date)).toEqual([null, null]);
  });

  it('are none where the calendar has no such day', () => {
    const text = '2025年2月31日前完成。';
    expect(deadlinesIn(text, whole(text), null)).toMatchObject([{ date: null }]);
  });
});

describe('What a task consists of', () => {
  const of = (text: string) => {
    const { heading, measures } = partsOfTask(text, whole(text));
    return { heading: heading && words(text)(heading), measures: measures.map(words(text)) };
  };
  it.each([
    ['加强值守', null, []],
    ['提高站位，增强紧迫感', '提高站位', []],
    ['科学编制规划。摸清底数。明确时限。（市水务局负责）', '科学编制规划', ['摸清底数', '明确时限']],
    ['要立德树人，一是抓好课堂；二是抓好实践', '要立德树人', ['抓好课堂', '抓好实践']],
    ['完善预案\n修订总体预案。\n组织演练。', '完善预案', ['修订总体预案', '组织演练']],
  ])('%j', (text, heading, measures) => {
    expect(of(text)).toEqual({ heading, measures });
  });
});

describe('Meetings', () => {
  const of = (text: string, publishedAt: string | null = '2025-03-06') =>
    meetingsOf(text, publishedAt).map((meeting) => ({
      name: words(text)(meeting),
      date: meeting.date,
      place: meeting.place && words(text)(meeting.place),
    }));
  it.each([
    [
      '3月6日上午，我县召开春季森林防火工作会议。',
      { name: '春季森林防火工作会议', date: '2025-03-06', place: null },
    ],
    [
      '2月28日，全省水利工作会议在临江召开。副省长王海出席全省水利工作会议。',
      { name: '全省水利工作会议', date: '2025-02-28', place: '临江' },
    ],
    [
      '4日，市政府在行政中心召开防汛工作推进会，',
      { name: '防汛工作推进会', date: '2025-03-04', place: '行政中心' },
    ],
    ['12月30日，局里召开总结会。', { name: '总结会', date: '2024-12-30', place: null }],
  ])('%s', (text, meeting) => {
    expect(of(text)).toEqual([meeting]);
  });
  it('that are to be held, and bodies that end like one, are none', () => {
    expect(of('各单位要在3月15日前召开专题会议。王海出席，市红十字会、残疾人联合会参加。')).toEqual([]);
  });
});

describe('Documents', () => {
  it('are those in 《》 of an official kind, each once, with what was done to them', () => {
    const text =
      '会议审议通过《关于加强基层治理的实施意见》。市政府印发《防汛应急预案（2025年修订）》，《预案》明确了分工。他推荐《平凡的世界》。';
    expect(documentsOf(text).map(({ title, kind, act }) => [title, kind, act])).toEqual([
      ['关于加强基层治理的实施意见', '实施意见', 'passed'],
      ['防汛应急预案（2025年修订）', '预案', 'issued'],
    ]);
  });
});

describe('The place of a deadline', () => {
  it.each([
    ['要在2025年底前完成', '2025年底前', '2025-12-31'],
    ['于6月底前报送', '6月底前', '2025-06-30'],
    ['2025年一季度前完成', '2025年一季度前', '2025-03-31'],
    ['2025年雨季前完成', '2025年雨季前', null],
  ])('in %s has no word before it', (text, own, date) => {
    const found = deadlinesIn(text, whole(text), '2025-03-04');
    expect(found.map((one) => [words(text)(one), one.date])).toEqual([[own, date]]);
  });
});

describe('The quantity of a target', () => {
  it.each([
    ['地表水的优良比例达到85%以上', '地表水的优良比例'],
    ['地表水优良比例力争均达到85%以上', '地表水优良比例'],
    ['均匀供水率要达到85%', '均匀供水率'],
  ])('in %s is what is measured', (text, quantity) => {
    expect(targetsIn(text, whole(text))).toMatchObject([{ quantity, value: 85, unit: '%' }]);
  });
});

describe('Names in an enumeration', () => {
  it.each([
    ['市教育局、市财政局共同', ['市教育局', '市财政局']],
    ['市教育局、市财政局分别', ['市教育局', '市财政局']],
    ['市共同富裕办公室、市财政局', ['市共同富裕办公室', '市财政局']],
    ['市教育局等部门', ['市教育局']],
  ])('%s', (text, names) => {
    expect(bodiesOf(text, whole(text)).map(words(text))).toEqual(names);
  });
});

describe('The place of a meeting', () => {
  it.each([
    ['3月2日，市政府召开全市防汛工作会议，会议在市委礼堂举行。', '市委礼堂'],
    ['3月2日，市政府在市委礼堂召开全市防汛工作会议。', '市委礼堂'],
    ['3月2日，市政府召开全市防汛工作会议。会议在市委礼堂举行。', null],
  ])('%s', (text, place) => {
    const [meeting] = meetingsOf(text, '2025-03-04');
    expect(meeting!.place && words(text)(meeting!.place)).toBe(place);
  });
});
