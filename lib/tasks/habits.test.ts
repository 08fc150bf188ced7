import { describe, expect, it } from 'vitest';
import { inShort, read } from '../../test/support/inShort.ts';

/** Tests habits of official language that were found in real texts. */
describe('The last item of an ordinal list', () => {
  it('ends before an order behind it, where every item is one sentence', () => {
    const text = '会议要求，一要查漏补缺；二要压实责任。同时，要关心困难群众。';
    expect(inShort(text)).toMatchObject([{ tasks: ['一要|查漏补缺', '二要|压实责任'] }]);
  });
  it('ends before what a public body will do', () => {
    const text = '县长李平要求，一要查漏补缺；二要压实责任。县水务局将持续跟踪落实情况。';
    expect(inShort(text)).toMatchObject([{ tasks: ['一要|查漏补缺', '二要|压实责任'] }]);
  });
  it('keeps what explains it, where the others are explained too', () => {
    const text = '会议要求，一要查漏补缺。要逐户走访。二要压实责任。要建好台账。';
    expect(read(text).taskLists[0]?.tasks[1]?.text).toBe('压实责任。要建好台账');
  });
});

describe('Who orders', () => {
  it.each([
    ['中央要求，水库的管护，要抓安全。要抓环保。', '中央', null],
    ['县长揭东要求，要抓安全。要抓环保。', '揭东', '县长'],
    ['县长要求，要抓安全。要抓环保。', '县长', null],
    ['副县长左立新要求，要抓安全。要抓环保。', '左立新', '副县长'],
    [
      '区委副书记、管委会主任何苗出席，管委会副主任方宁主持。\n管委会主任指出，要抓安全。要抓环保。',
      '何苗',
      '区委副书记、管委会主任',
    ],
    ['副支队长郜海逐条宣读清单。\n郜海要求，要抓安全。要抓环保。', '郜海', '副支队长'],
    [
      '局长何苗作题为《治水》的报告。\n报告对工作作出安排：\n一、抓安全\n（一）要管住源头。\n（二）要疏通末端。',
      '何苗',
      '局长',
    ],
    [
      '会上，县委副书记、校长粟克勤，局长李平参加。\n粟克勤作动员报告。他要求，要抓安全。要抓环保。',
      '粟克勤',
      '县委副书记、校长',
    ],
    [
      '省总河长何苗、副总河长帕林春前往湖边。\n帕林春就治水提出要求。她强调，要抓安全。要抓环保。',
      '帕林春',
      '副总河长',
    ],
    [
      '县长李田带队察看项目。点评会上，李县长对项目逐个点评，并就工作提出要求：一要抓安全；二要抓环保。',
      '李田',
      '县长',
    ],
  ])('is not the one before: %s', (text, name, title) => {
    const { taskLists } = read(`县委书记李强指出，要抓项目。要抓招商。\n${text}`);
    expect(taskLists.map(({ speaker }) => speaker)).toEqual([
      { name: '李强', title: '县委书记' },
      { name, title },
    ]);
  });
  it('is no government whose plan is followed', () => {
    const text =
      '按照县政府部署，现就防汛安排如下：\n（一）备料。各镇要备足沙袋。\n（二）巡堤。各村要轮流值守。';
    expect(inShort(text)).toMatchObject([{ by: null }]);
  });
  it('is not told what a body has done, after a sentence about the past', () => {
    const text = '县长李平要求，要抓安全。要抓环保。去年，县水务局清淤。县粮库收购夏粮。要抓项目。';
    expect(read(text).taskLists[0]?.tasks).toHaveLength(3);
  });
  it('is no expert', () => {
    const [list] = read('会议强调，要抓项目。要抓招商。专家表示，要警惕风险。').taskLists;
    expect(list?.tasks).toHaveLength(2);
  });
  it.each([
    ['院长林海对下一步工作作了安排。其一，建好平台；其二，用好人才。', '林海'],
    ['市长孙丽立即作出批示，要全力救治伤员。要尽快查明原因。', '孙丽'],
    ['局长 林海 要求，一要抓早，二要抓小。', '林海'],
    ['副县长左岸在总结时说，一要抓早，二要抓小。', '左岸'],
    ['检察长林海提出两点希望：一是坚定信念，勤学善思；二是严守底线，清正廉洁。', '林海'],
    ['会议议定如下事项：一是加快建设停车场；二是完善管理办法。', '会议'],
  ])('%s', (text, by) => {
    expect(inShort(text)).toMatchObject([{ by, tasks: [expect.anything(), expect.anything()] }]);
  });
  it.each([
    '气象台提醒，要注意添衣保暖。要远离临时搭建物。',
    '消保委提醒广大消费者：第一，要理性消费；第二，要保留凭证。',
  ])('is nobody who warns the public: %s', (text) => {
    expect(inShort(text)).toEqual([]);
  });
});

describe('Ordinals on lines of their own', () => {
  it('are no lines without markers', () => {
    const text =
      '局长李平提出四点要求：\n一是各支部应该加强学习；\n二是各支部要抓好整改；\n三是要严守纪律；\n四是把责任落到实处。';
    expect(inShort(text)).toMatchObject([
      { form: 'ordinal', by: '李平', announced: 4, tasks: { length: 4 } },
    ]);
    expect(read(text).taskLists[0]?.tasks[0]?.responsible).toEqual(['各支部']);
  });
  it('end before a report behind the last', () => {
    const text = '会议要求，一要抓项目；二要抓招商。今年以来，全县开工50个，完成投资100亿元。';
    expect(read(text).taskLists[0]?.tasks.at(-1)?.text).toBe('抓招商');
  });
});

describe('Headed items', () => {
  it('are tasks behind a decision, and name the body of the line below', () => {
    const text =
      '为保护河湖，特作如下决定：\n一、防治污染\n工业部门必须责令企业限期治理。\n二、加强监管\n各级环保部门要定期检查。';
    const [list] = read(text).taskLists;
    expect(list?.tasks.map(({ responsible }) => responsible)).toEqual([['工业部门'], ['各级环保部门']]);
  });
});

describe('Problems that must be taken seriously', () => {
  it('are no order beside those that follow', () => {
    const text = '区长李平指出，短板不容忽视，必须采取更加有力的措施。\n要抓好投资。\n要促进消费。';
    expect(inShort(text)).toMatchObject([
      { tasks: ['要抓好投资', '要促进消费'].map((one) => expect.stringContaining(one)) },
    ]);
  });
});

describe('A lone order of attitude', () => {
  const below = '要把管网查清。逐段核对。要把泵站修好。要把河岸管住。';
  const tasks = ['要把管网查清', '要把泵站修好', '要把河岸管住'].map((one) => expect.stringContaining(one));
  it.each([
    '区长李平指出：今年任务很重。要本着对居民负责的态度，查源头、补短板，推动治水取得新进展。',
    '区长李平强调，要以时不我待的紧迫感，抓重点、攻难点，确保治水不断线。',
  ])('in a paragraph of its own is no sibling of the orders below: %s', (attitude) => {
    expect(inShort(`${attitude}\n${below}`)).toMatchObject([{ by: '李平', tasks }]);
  });
  it('is one of them in their own paragraph, and where each has a paragraph', () => {
    const attitude = '区长李平强调，要本着对居民负责的态度，查源头、补短板。';
    expect(inShort(attitude + below)).toMatchObject([{ tasks: { length: 4 } }]);
    expect(inShort(`${attitude}\n要把管网查清。\n要把泵站修好。`)).toMatchObject([{ tasks: { length: 3 } }]);
  });
  it('is no other lone order above the list', () => {
    const order = '区长李平强调，要以河长制为抓手，压实各方责任。';
    expect(inShort(`${order}\n${below}`)).toMatchObject([{ tasks: { length: 4 } }]);
  });
});

describe('Who is responsible', () => {
  const of = (text: string) => read(text).taskLists[0]?.tasks.flatMap(({ responsible }) => responsible);
  it.each([
    ['会议要求，一要压实责任，科主任是第一责任人；二要抓好整改。', []],
    ['会议要求，一要改厨改厕（责任单位；住建局、各乡镇）；二要抓好整改。', ['住建局', '各乡镇']],
    ['会议要求，一要排查，防汛工作需水利主管部门要履职；二要抓好整改。', ['水利主管部门']],
    ['会议要求，一要压实责任，重点工作实行分管领导牵头负责制；二要抓好整改。', []],
    ['会议要求，一要报送进度，各镇于每周五前报县水利局；二要抓好整改。', ['各镇']],
    ['会议要求，一要联动，各警种要打破壁垒；二要各区、各部门要抓好整改。', ['各警种', '各区', '各部门']],
    [
      '会议要求，一要签约，各支部开展专题学习；二要由财务科牵头，各科室配合。',
      ['各支部', '财务科', '各科室'],
    ],
  ])('%s', (text, bodies) => {
    expect(of(text)).toEqual(bodies);
  });
});

describe('Meetings by name', () => {
  const of = (text: string) => read(text).meetings.map(({ name, date }) => [name, date]);
  it.each([
    ['全国春运工作电视电话会议6日在京召开。', '全国春运工作电视电话会议'],
    ['省政府8月23日召开第41次常务会议，研究有关工作。', '省政府第41次常务会议'],
    ['公安部、交通运输部近日联合召开视频会议，部署整治。', '公安部、交通运输部视频会议'],
    ['1月10日，市委常委会召开会议，传达有关精神。', '市委常委会会议'],
    ['昨日，全市森林防火工作会议召开，副市长孙丽出席。', '全市森林防火工作会议'],
  ])('%s', (text, name) => {
    expect(of(text).map(([own]) => own)).toEqual([name]);
  });
  it('are none where somebody chairs one that the text has named', () => {
    expect(of('书记马明出席并主持会议，全体干部参加会议。')).toEqual([]);
  });
});

describe('Documents named together', () => {
  it('share what was done to them', () => {
    const { documents } = read('会议审议通过《水价改革方案》《节水奖励办法》和《河道管理规定》。');
    expect(documents.map(({ act }) => act)).toEqual(['passed', 'passed', 'passed']);
  });
});

describe('A task that says by whom a matter is settled', () => {
  it('needs no 要', () => {
    const text =
      '县长何苗当场明确：用工问题由县人社局负责，月底前办招聘会。公交问题由县交通局负责，国庆前通车。';
    expect(inShort(text)).toMatchObject([{ by: '何苗', tasks: ['|用工问题由县人社', '|公交问题由县交通'] }]);
  });
});

describe('Orders without 要', () => {
  it.each([
    ['县长何苗强调，客运部紧盯数据；各车站做好引导；供电部门于6日18时前完成检查。', 3],
    [
      '县长何苗要求，西部三县凌晨2时前将群众转移到位；市水文中心每30分钟通报一次水位；市城管局负责值守，积水超过20厘米一律封闭。',
      3,
    ],
    ['会议要求，严格执行规定。各学院选派教师参加答疑。纪检机构全程跟进监督。严肃值班纪律。', 4],
    [
      '县长何苗对身边的人说：“我再明确几件事。市政所三天之内把路沿换好，别等人崴了脚再修。园林所要修剪树枝。”',
      2,
    ],
    ['县长何苗强调，各单位主要负责人要亲自挂帅。要抓实整改。', 2],
    ['现紧急通知如下：\n各地要立即组织走访。养老机构要备足燃料。\n重要情况请及时报告。', 2],
    ['会议要求，要抓早。产业急不得也等不得，关键是选准路子。要抓小。', 2],
    ['会议指出，海关既不能管死，也不能放乱。要抓早。要抓小。', 2],
    ['会议指出，实事不是盆景，是老百姓每天要过的日子。要抓早。要抓小。', 2],
    ['会议指出，创建“模范城”已到关键时候。要抓早。要抓小。', 2],
  ])('%s', (text, count) => {
    expect(read(text).taskLists.flatMap(({ tasks }) => tasks)).toHaveLength(count);
  });
  it('are items that end with who is responsible', () => {
    const text =
      '一、管网清淤\n1.主管网井盖缺失的当天补齐。（责任单位：县市政中心）\n2.整治倾倒污水行为。（责任单位：县城管局）\n二、监测预警\n1.编制一张图。（责任单位：县气象局）\n2.制定预案。（责任单位：县应急局）';
    expect(read(text, { issuer: '青山县人民政府' }).taskLists.map(({ tasks }) => tasks.length)).toEqual([
      2, 2,
    ]);
  });
  it('are decisions under numbered items of an agenda', () => {
    const text =
      '现将会议精神纪要如下：\n1.关于数据运营。会议认为，要用得好。会议明确，数据处8月20日前修改办法；安全处对机构进行审查。\n2.会议通报了考勤情况。';
    expect(inShort(text)).toMatchObject([{ by: '会议', tasks: ['|数据处8月20日', '|安全处对机构进行'] }]);
  });
});

describe('Quantities', () => {
  it.each([
    ['一要降费，原则上担保费率不超过1%；二要提质。', '担保费率', 'atMost'],
    ['一要扩容，三季度新开工项目不少于20个；二要提质。', '新开工项目', 'atLeast'],
    ['一要改造，年内完成8家博物馆库房改造；二要提质。', '博物馆库房改造', 'reach'],
  ])('%s', (text, quantity, direction) => {
    const [target] = read(`会议要求，${text}`).taskLists[0]!.tasks[0]!.targets;
    expect(target).toMatchObject({ quantity, direction });
  });
});

describe('Minutes', () => {
  it('have the orders that the meeting gives under each item of its agenda', () => {
    const text =
      '现将会议内容纪要如下：\n一、关于校车运营\n会议听取了汇报。会议要求：（一）县教育局要核定线路；（二）县财政局要保障经费。\n' +
      '二、关于电梯更新\n会议明确，1.县住建局负责统筹推进；2.县市场监管局要做好检测。\n三、关于人事任免\n会议同意，任命王某为副局长。';
    expect(inShort(text)).toMatchObject([
      { by: '会议', tasks: ['（一）|县教育局要核定线', '（二）|县财政局要保障经'] },
      { by: '会议', tasks: ['1.|县住建局负责统筹', '2.|县市场监管局要做'] },
    ]);
  });
});

describe('Counts', () => {
  const announced = (text: string) => read(text).taskLists.map(({ announcedCount }) => announcedCount);
  it.each([
    ['会议强调，要逐一落实安全生产12条措施。要全面排查。', [null]],
    ['会议强调，要坚决做到“六个坚持”。要全面排查。', [null]],
    ['局长李平强调，防汛是一项重要工作，要加强巡查。要备足物资。', [null]],
    ['局里提出两大举措。会议强调，一要抓早；二要抓小。', [2]],
    ['局长李平提出两点要求：要加强巡查。要备足物资。', [2]],
    ['工程师从两个角度讲解了水泵。局长李平强调，要加强巡查。要备足物资。', [null]],
    ['局长李平从两个方面作了部署：要加强巡查。要备足物资。', [2]],
    ['会议要求，各站要做到“三个务必”，一是务必巡查到位；二是务必备足物资；三是务必按时报送。', [3]],
    ['会议要求，各站要牢记“三个务必”。一是要巡查到位；二是要备足物资。', [null]],
    [
      '青山县清淤工作方案\n二、工作步骤\n清淤分两个阶段进行：\n（一）排查阶段。各站要摸清淤点。\n（二）清淤阶段。各站要清除淤泥。',
      [2],
    ],
    [
      '青山县清淤工作方案\n二、工作步骤\n清淤分三个阶段进行：\n（一）排查阶段。各站要摸清淤点。\n（二）清淤阶段。各站要清除淤泥。',
      [null],
    ],
  ])('announce the list that they stand before: %s', (text, counts) => {
    expect(announced(text)).toEqual(counts);
  });
});

describe('Where an order begins', () => {
  it.each([
    ['6月底前，各站须试机。', '6月底前，各站须试机'],
    ['从现在起到汛末，全警必须备勤。', '从现在起到汛末，全警必须备勤'],
    ['家里没人的，先贴单子，后打电话，不得漏户。', '家里没人的，先贴单子，后打电话，不得漏户'],
    ['停车的事，由街道出面协商。', '停车的事，由街道出面协商'],
    ['县水利局逐站试机，故障的一律停用。', '县水利局逐站试机，故障的一律停用'],
    ['今年雨水多，各站要试机。', '各站要试机'],
  ])('%s', (order, text) => {
    expect(read(`县长李平要求，要抓早。${order}要抓实。`).taskLists[0]?.tasks[1]?.text).toBe(text);
  });
});

describe('What is quoted', () => {
  it('is read sentence by sentence', () => {
    const text = '村支书李平说：“堤坝要有人守。水泵必须试机。”会后大家散去。';
    expect(inShort(text)).toMatchObject([{ by: '李平', tasks: ['|堤坝要有人守', '|水泵必须试机'] }]);
  });
  it('orders in any words where it settles a matter', () => {
    const text = '村支书李平说：“我看就这么定：西沟两家一班，天亮换人。油钱村里出，月底结清。”';
    expect(read(text).taskLists[0]?.tasks.map((task) => task.text)).toEqual([
      '西沟两家一班，天亮换人',
      '油钱村里出，月底结清',
    ]);
  });
  it('gives a list of points', () => {
    const text = '镇长李平讲：“守好水：第一条，各站要试机；第二条，脱岗的一律通报批评。”';
    expect(inShort(text)).toMatchObject([
      { by: '李平', tasks: ['第一条|各站要试机', '第二条|脱岗的一律通报批'] },
    ]);
  });
  it('orders nothing where it tells a story', () => {
    expect(read('村支书李平说：“去年水大。两家守了一夜。”').taskLists).toEqual([]);
  });
});

describe('What counts a list', () => {
  it.each([
    ['会议要求，要守住“三条底线”。一要管好水；二要管好电；三要管好气。', 3],
    ['会议要求，要守住“三条底线”。供水要再查一遍。供电要再查一遍。供气要再查一遍。', 3],
    ['会议认为，全县做到了“两个到位”。会议要求，一要管好水；二要管好电。', null],
    ['局长李平从两个方面回顾了工作。他要求，一要管好水；二要管好电。', null],
    ['县长何苗指出，实事不是盆景。督查室要将十件实事再过一遍。各镇要多问群众。', null],
    ['局长李平从两个方面剖析了原因。\n县长何苗作报告。他要求，一要管好水；二要管好电。', null],
    ['局长李平讲了两层意思。他说，治水靠人。各村要巡堤。各站要试机。', 2],
    ['会议要求，3个镇要抓早。一要管好水；二要管好电；三要管好气。', null],
    ['局长李平提了三个要求，一要管好水；二要管好电；三要管好气。', 3],
    ['局长李平与各镇约法三章：一要管好水；二要管好电；三要管好气。', 3],
    ['局长李平强调，要算好三本账：一要管好水；二要管好电；三要管好气。', 3],
    ['局长李平要求做到三不放过：一要管好水；二要管好电；三要管好气。', 3],
    ['局长李平要求走好三条河的巡查线，一要管好水；二要管好电；三要管好气。', null],
  ])('%s', (text, count) => {
    expect(read(text).taskLists.map(({ announcedCount }) => announcedCount)).toEqual([count]);
  });
});

describe('Items without markers', () => {
  const tasks = (text: string) => read(text).taskLists.map((list) => list.tasks.map((task) => task.text));
  it('are lines with a slogan, below a line that counts them', () => {
    const lines = '抓源头。各站要封住渗口。\n抓过程。县水务局派人盯守。';
    expect(inShort(`县长李平要求抓好两个环节：\n${lines}\n会上，三个镇作了交流发言。`)).toMatchObject([
      { by: '李平', tasks: ['|抓源头。各站要封', '|抓过程。县水务局'] },
    ]);
  });
  it('are lines with a slogan that gives no order, where their number is announced', () => {
    const lines =
      '责任到位。各镇要把河段分到人。\n排查到位。县水务局6月底前摸底。\n整改到位。对渗口逐个封堵。';
    expect(tasks(`县长李平要求做到“三个到位”：\n${lines}`)).toEqual([
      ['责任到位。各镇要把河段分到人', '排查到位。县水务局6月底前摸底', '整改到位。对渗口逐个封堵'],
    ]);
    expect(tasks(`县长李平要求做到“四个到位”：\n${lines}`)).not.toContainEqual(
      expect.arrayContaining(['整改到位。对渗口逐个封堵']),
    );
  });
  it('are lines that end with ；, whatever the words of one of them, up to the first line that does not', () => {
    const text =
      '现就防汛工作通知如下：\n各站要备足沙袋；\n巡堤员应带好对讲机；\n县水文站负责测报。\n请各站于5月底前报告。';
    expect(tasks(text)).toEqual([['各站要备足沙袋', '巡堤员应带好对讲机', '县水文站负责测报']]);
  });
  it('are also a line between two orders, but not the line that closes the document', () => {
    const lines =
      '各校要建好台账。\n疑似辍学的，学校当日报告。\n各校派教师家访。\n执行中遇到问题，请与县教育局联系。';
    expect(tasks(`现提出如下要求：\n${lines}`)).toEqual([
      ['各校要建好台账', '疑似辍学的，学校当日报告', '各校派教师家访'],
    ]);
    expect(tasks('会议明确以下分工：办公室负责材料；接待办负责车辆；宣传组邀请媒体。')[0]).toHaveLength(3);
  });
  it('are paragraphs that each open with a short order, which the rest of the paragraph explains', () => {
    const text =
      '县长李平强调，治水要靠大家。\n要毫不放松守好堤坝。压实责任，各镇要逐段巡查。\n要持续改善水质。管网要接到户，不留死角。';
    expect(tasks(text)).toEqual([
      ['要毫不放松守好堤坝。压实责任，各镇要逐段巡查', '要持续改善水质。管网要接到户，不留死角'],
    ]);
  });
  it('are orders of several bodies in one paragraph, where the first has 要', () => {
    const text = '县长李平说，汛期将至。各村要备足沙袋。县水文站负责测报。不准空岗。';
    expect(tasks(text)).toEqual([['各村要备足沙袋', '县水文站负责测报', '不准空岗']]);
  });
  it('are parts of one demand, where nearly all begin with a body that acts', () => {
    expect(tasks('会议要求，水务所抓紧巡查；财政所备足资金；各村夜里两人一班。')).toEqual([
      ['水务所抓紧巡查', '财政所备足资金', '各村夜里两人一班'],
    ]);
    expect(tasks('会议决定：成立专班；水务所月底前完成清点；信息中心调试网络。')).toEqual([
      ['成立专班', '水务所月底前完成清点', '信息中心调试网络'],
    ]);
  });
  it('do not include the order above them that announces them', () => {
    const text = '会议强调，要统一思想。\n会议要求，抓好以下工作：\n一是守好堤坝；二是备足沙袋。';
    expect(tasks(text)).toEqual([['守好堤坝', '备足沙袋']]);
  });
});

describe('Numbered items', () => {
  const tasks = (text: string) => read(text).taskLists.flatMap((list) => list.tasks.map((task) => task.text));
  it('have a topic before the colon, and behind it the body with its action', () => {
    const text = '会议确定以下任务：\n1）南堤加固：县水务局6月底前备料。\n2）北闸检修：镇水管所更换闸板。';
    expect(tasks(text)).toEqual(['南堤加固：县水务局6月底前备料', '北闸检修：镇水管所更换闸板']);
  });
  it('have the count that a quotation announces above them', () => {
    const lines = '● 守好堤坝\n● 备足沙袋\n● 清好河道';
    expect(inShort(`县长李平提出“三个好”：\n${lines}`)).toMatchObject([{ announced: 3 }]);
    expect(inShort(`县长李平提出“四个好”：\n${lines}`)[0]).not.toMatchObject({ announced: 3 });
  });
  it('are orders after a plan of the speaker, where each has 要', () => {
    const lines = '1.守堤坝。县水务局要逐段巡查。\n2.清河道。各镇要拆除鱼塘。';
    expect(tasks(`县长李平指出，明年我们将办好两件大事：\n${lines}`)).toHaveLength(2);
    expect(tasks('县长李平指出，明年我们将办好两件大事：\n1.守堤坝。\n2.清河道。')).toEqual([]);
  });
  it('end before the closing line of the document', () => {
    const lines = '● 守好堤坝\n● 备足沙袋\n● 清好河道\n会议对汛期工作进行了分解。';
    expect(tasks(`县长李平提出“三个好”：\n${lines}`)).toEqual(['守好堤坝', '备足沙袋', '清好河道']);
    expect(tasks('一、工作要求\n1.守好堤坝。\n2.备足沙袋。\n未尽事宜，请与县水务局联系。').at(-1)).toBe(
      '备足沙袋',
    );
  });
  it('of a reply to a proposal report what was done', () => {
    const text = '您提出的关于治水的建议收悉，现答复如下：\n一、南堤已加固。\n二、我局将推进北闸检修。';
    expect(tasks(text)).toEqual([]);
  });
});

describe('A speech that the text prints', () => {
  const orders = '各镇必须日夜巡堤。\n县水务局要备足沙袋。\n谢谢大家！';
  it.each([
    '县委书记李平没有念稿，讲了半个小时。以下是根据录音整理的内容。',
    '县委书记李平在会上讲话。现将讲话摘登如下：',
  ])('has the orders of its paragraphs: %s', (lead) => {
    expect(inShort(`3月1日，县里开会。\n${lead}\n去年水大，堤坝要紧。\n${orders}`)).toMatchObject([
      { by: '李平', tasks: ['|各镇必须日夜巡堤', '|县水务局要备足沙'] },
    ]);
  });
  it('is no notice', () => {
    const lead = '县委书记李平签发了文件。现将有关内容通知如下。';
    expect(inShort(`${lead}\n去年水大。\n${orders}`)[0]?.by).not.toBe('李平');
  });
});

describe('A table with topics and what is to be done about them', () => {
  const tasks = (table: string) =>
    read(table).taskLists.flatMap(({ tasks }) => tasks.map(({ text }) => text));
  it('has its tasks in the column of what is to be done', () => {
    const table =
      '事项\t具体内容\t责任单位\n路灯亮化\t更换坏灯40盏，补装支路灯杆\t甲局\n沟渠清淤\t疏通东西两条干渠\t乙局';
    expect(tasks(table)).toEqual(['更换坏灯40盏，补装支路灯杆', '疏通东西两条干渠']);
  });
  it('has the speaker whom the line above it names', () => {
    const table = '工作任务\t责任单位\n疏通东西两条干渠\t乙局\n更换坏灯40盏\t甲局';
    const by = (lead: string) => read(`${lead}\n${table}`).taskLists[0]?.speaker?.name ?? null;
    expect(by('局长李平对本周工作作如下安排：')).toBe('李平');
    expect(by('局长李平出席会议。')).toBeNull();
  });
  it.each([
    ['更换坏灯40盏，补装灯杆', '疏通干渠'],
    ['更换路灯', '疏通干渠'],
  ])('has them in the first column, where that says it: %s, %s', (first, second) => {
    const table = `工作任务\t主要措施\t责任单位\n${first}\t逐盏登记坏灯并按月通报\t甲局\n${second}\t逐段登记淤点并按月通报\t乙局`;
    expect(tasks(table)).toEqual([first, second]);
  });
});

describe('What is no item of a list', () => {
  it('is the term of a notice', () => {
    const notice = (last: string) =>
      read(
        `一、封山期：3月1日至5月31日。\n二、严禁带火种进山。\n三、各村要设卡检查。\n四、${last}\n火警电话：12119。`,
        {
          issuer: '青山县人民政府',
        },
      ).taskLists[0]?.tasks.length;
    expect(notice('本通告自发布之日起施行。')).toBe(2);
    expect(notice('本通告要张贴到户。')).toBe(3);
  });
  it('is the report behind the last of items with a heading and a paragraph', () => {
    const last = (further: string) =>
      read(
        `镇长李平提出如下要求：\n一、巡查要勤\n各村要日夜巡堤。\n二、备料要足\n各站要备足沙袋。\n三、转移要早\n各村要逐户登记。\n${further}`,
      ).taskLists[0]?.tasks.at(-1)?.text;
    expect(last('李平还带队来到南堤，看望值守人员。')).toBe('转移要早\n各村要逐户登记');
    expect(last('老人和病人先走。')).toBe('转移要早\n各村要逐户登记。\n老人和病人先走');
  });
  it('is a greeting with 首先 above lines that open with 第一, 第二', () => {
    const text =
      '镇长李平指出，时令已到。首先，我代表镇政府问候大家。\n我再讲两点要求。\n第一，希望各村守堤。要日夜巡查。\n第二，希望各站备料。要备足沙袋。\n最后，祝大家平安。';
    expect(inShort(text).flatMap(({ tasks }) => tasks)).toEqual([
      '第一|希望各村守堤。要',
      '第二|希望各站备料。要',
    ]);
  });
  it('is the paragraph behind the last item, in which another speaks of some points', () => {
    const text =
      '镇长李平要求：\n1.清理河道，各村出工。\n2.加固堤坝，水务站备料。\n书记何苗传达了会议精神，并讲了两点：一要守好堤坝；二要备足沙袋。';
    expect(inShort(text)).toMatchObject([
      { by: '李平', tasks: ['1.|清理河道，各村出', '2.|加固堤坝，水务站'] },
      { by: '何苗', tasks: ['一要|守好堤坝', '二要|备足沙袋'] },
    ]);
  });
});

describe('The name of a speaker', () => {
  it.each([
    ['局长苌玉梅主持并就防汛提出要求：各镇要巡堤。各站要备料。', '苌玉梅'],
    ['支队政治委员海波同志严肃指出，各站必须整改；必须在月底前清淤；必须加强培训。', '海波'],
    ['镇长李平主持召开专题会。\n会议明确了闲置校舍盘活路径：\n①甲村要清点校舍。\n②乙村要修缮校舍。', '会议'],
  ])('has no verb and no form of address: %s', (text, name) => {
    expect(inShort(text)).toMatchObject([{ by: name }]);
  });
});

describe('The public bodies before an inline list', () => {
  it.each([
    ['县局会上要求，下一步，全县各水务站一要清淤；二要巡堤；三要备泵。', Array(3).fill(['全县各水务站'])],
    ['站长李平要求各班组围绕“零险情”的目标，一是要清淤；二是要巡堤。', [['各班组'], ['各班组']]],
    ['会议要求，各水务站汛前一要清淤；二要巡堤；三要备泵。', Array(3).fill([])],
    ['会议要求，一要清淤；二要巡堤。', [[], []]],
  ])('are those of each item: %s', (text, bodies) => {
    expect(read(text).taskLists[0]?.tasks.map(({ responsible }) => responsible)).toEqual(bodies);
  });
});

describe('What reports and orders nothing', () => {
  const orders = '局长李平强调，要守住堤防。要备足沙袋。';
  it.each([
    '局长李平指出，今年以来全区治水稳中有进，一是新修渠道五里；二是清淤八处；三是险情减少三成。',
    '《条例》共六章，明确了各镇应当清淤；提出要建立台账。\n《条例》施行以来成效明显。',
    '局长李平指出，一年来，各镇认真落实部署，深入实施《治水纲要》，水质不断改善。',
    '局长李平指出，全市治水大会把清淤作为全市上下必须打赢的三场硬仗之一，作出全面安排。',
  ])('%s', (text) => {
    expect(inShort(`${text}\n${orders}`)).toMatchObject([{ tasks: ['|要守住堤防', '|要备足沙袋'] }]);
  });
  it('is a trade that is named after a verb', () => {
    const text = '局长李平强调，要发展节水产业。服务业用水不多，潜力很大。要备足沙袋。';
    expect(read(text).taskLists[0]?.tasks.map((task) => task.text)).toEqual([
      '要发展节水产业。服务业用水不多，潜力很大',
      '要备足沙袋',
    ]);
  });
});

describe('A notice of cases', () => {
  it.each([
    '上述问题教训深刻。\n各镇要守住堤防。各站要备足沙袋。各村必须轮流巡堤。',
    '事故教训十分深刻。各镇要守住堤防。各站要备足沙袋。各村必须轮流巡堤。',
  ])('orders what follows from them, although nobody speaks: %s', (lessons) => {
    const cases =
      '现通报如下：\n一、对青山站罚款一万元。\n二、对白水站罚款两万元。\n三、责成青山镇作出检查。\n';
    expect(read(cases + lessons, { title: '关于两起事故的通报' }).taskLists.at(-1)?.tasks).toHaveLength(3);
  });
});
