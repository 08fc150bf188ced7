import { describe, expect, it } from 'vitest';
import { inShort, read } from '@/test/support/inShort.ts';

describe('Documents', () => {
  const notice = [
    '为全面推进农村生活污水治理，现就有关工作通知如下：',
    '一、总体要求',
    '（一）指导思想。坚持系统治理、源头治理。',
    '（二）主要目标。到2025年，全县污水治理率达到60%以上。',
    '二、重点任务',
    '（一）科学编制规划。各乡镇要结合人口分布，于2025年6月底前完成编制。（县生态环境局、各乡镇人民政府负责，排在第一位的部门为牵头部门，下同）',
    '（二）加快设施建设。铺设管网120公里。（县住建局、县财政局负责）',
    '三、有关要求',
    '各乡镇要加强领导。县直各部门要密切配合。',
    '青山县人民政府办公室',
    '2025年3月5日',
  ].join('\n');

  it('have the finest headed items as tasks, under their heading', () => {
    expect(inShort(notice, { issuer: '青山县人民政府办公室' })).toEqual([
      {
        form: 'heading',
        by: null,
        section: '二、重点任务',
        tasks: ['（一）|科学编制规划。各', '（二）|加快设施建设。铺'],
      },
      {
        form: 'parallel',
        by: null,
        section: '三、有关要求',
        tasks: ['|各乡镇要加强领导', '|县直各部门要密切'],
      },
    ]);
  });

  it('keep items below a heading between two headings without items', () => {
    const speech = [
      '县长 何苗',
      '同志们：',
      '一、认清形势，增强治水紧迫感',
      '从抽查看，三个镇失分最多，值得警醒。',
      '二、突出重点，补齐短板',
      '（一）要管住源头。各镇要逐户登记。',
      '（二）要疏通末端。水利局要逐段清淤。',
      '三、压实责任，形成合力',
      '各级干部要靠前指挥。',
    ].join('\n');
    expect(inShort(speech)).toMatchObject([
      { by: '何苗', tasks: ['（一）|要管住源头。各镇', '（二）|要疏通末端。水利'] },
      { by: '何苗', tasks: ['三、|压实责任，形成合'] },
    ]);
  });

  it('give no order in the phases of a plan, and end before what the meeting asks of all', () => {
    const plan = [
      '一、重点任务',
      '（一）清理垃圾。做到日产日清。',
      '（二）整治残墙。依法依规拆除。',
      '二、实施步骤',
      '行动分动员、整治两个阶段进行，3月为动员阶段，4月为整治阶段。',
    ].join('\n');
    expect(inShort(plan, { issuer: '青山镇人民政府' })).toMatchObject([{ tasks: { length: 2 } }]);
    const report =
      '副局长何苗从两个方面作出安排：\n一、抓整改。各镇要建立台账。\n二、抓消防。抓紧检测线路。\n会议要求与会人员回去后及时汇报。';
    expect(read(report).taskLists[0]?.tasks.at(-1)?.text).toBe('抓消防。抓紧检测线路');
  });

  it('order what stands below 要完成以下工作, and end where somebody speaks', () => {
    const report = [
      '5月14日，青山省就业工作电视电话会议召开。',
      '会议明确，各高校要完成以下工作：',
      '（1）书记校长带队走访企业不少于100家。',
      '（2）辅导员对未落实去向的毕业生每周谈话一次。',
      '（3）严禁将毕业证与就业协议挂钩。',
      '副厅长何清和在总结时强调，要把困难群体放在心上；要把数据核实放在手上。',
    ].join('\n');
    expect(inShort(report)).toMatchObject([
      {
        form: 'numbered',
        tasks: ['（1）|书记校长带队走访', '（2）|辅导员对未落实去', '（3）|严禁将毕业证与就'],
      },
      { form: 'parallel', tasks: ['|要把困难群体放在', '|要把数据核实放在'] },
    ]);
    expect(read(report).taskLists[1]?.speaker?.name).toBe('何清和');
  });

  it('tell who leads where they say so once for all brackets', () => {
    const [list] = read(notice).taskLists;
    expect(list?.tasks.map(({ leads }) => leads)).toEqual([['县生态环境局'], ['县住建局']]);
    expect(list?.tasks[1]?.responsible).toEqual(['县住建局', '县财政局']);
  });

  it('set guiding thought and goals apart, with their numbers', () => {
    expect(read(notice).goals.map(({ section, targets }) => [section, targets.length])).toEqual([
      ['（一）指导思想', 0],
      ['（二）主要目标', 1],
    ]);
  });

  it('label 1. under （一） as finer, and leave a law alone', () => {
    expect(
      inShort('（一）优化环境\n1.简化手续。\n2.压缩时限。\n（二）加强监管\n3.强化巡查。\n4.严格执法。'),
    ).toEqual([
      { form: 'numbered', by: null, section: '（一）优化环境', tasks: ['1.|简化手续', '2.|压缩时限'] },
      { form: 'numbered', by: null, section: '（二）加强监管', tasks: ['3.|强化巡查', '4.|严格执法'] },
    ]);
    expect(
      read(
        '第一条 为了规范养犬，制定本条例。\n第二条 养犬人应当办理登记，并提交：\n（一）身份证明；\n（二）免疫证明。',
      ).taskLists,
    ).toEqual([]);
  });

  it('of other kinds have none: an advertisement, steps to follow, an explanation', () => {
    expect(
      read(
        '一、招聘岗位\n记者3名。\n二、报名条件\n1.年龄在35周岁以下；\n2.具有本科学历；\n三、报名时间\n3月1日至10日。',
      ).taskLists,
    ).toEqual([]);
    expect(
      read('一、出台背景\n养老需求增长。\n二、主要内容\n一是明确目标；二是提出任务。').taskLists,
    ).toEqual([]);
  });

  it('are lists of a speaker where a report leads to them', () => {
    expect(
      inShort(
        '市长林海涛就贯彻落实会议精神提出具体要求：\n一、抓紧传达学习。\n二、抓实任务分解。\n会议期间，还观看了警示片。',
      ),
    ).toEqual([{ form: 'heading', by: '林海涛', tasks: ['一、|抓紧传达学习', '二、|抓实任务分解'] }]);
  });

  it('keep the items of a page’s own list, whose numbers its text has lost', () => {
    expect(
      inShort(
        '市防汛抗旱指挥部发出通知，要求各地做好防范：\n加强值班值守\n加密监测预报\n通知全文将在官网公布。',
      ),
    ).toEqual([{ form: 'numbered', by: '市防汛抗旱指挥部', tasks: ['|加强值班值守', '|加密监测预报'] }]);
  });
});

describe('Numbered items that begin with figures', () => {
  const tasks = (text: string) =>
    read(text, { issuer: '青山市人民政府' }).taskLists.flatMap((list) =>
      list.tasks.map(({ marker, text: own }) => `${marker}${own}`),
    );
  it('are items of their own, whatever the marker, the last one too', () => {
    expect(
      tasks('1.梳理清单。（甲局负责）\n2.2026年底前检查管网。（乙局负责）\n3.建立平台。（丁局负责）'),
    ).toEqual(['1.梳理清单。（甲局负责）', '2.2026年底前检查管网。（乙局负责）', '3.建立平台。（丁局负责）']);
    expect(tasks('1、抓紧清淤。\n2、3个月内要完成普查。')).toEqual(['1、抓紧清淤', '2、3个月内要完成普查']);
    expect(tasks('1.2027年底前完成改造。\n2.12月底前组织验收。')).toHaveLength(2);
  });
  it('are none where the line begins with a fraction', () => {
    expect(tasks('1.抓紧清淤。\n2.5万亩农田要同步整治。\n2.建立平台。')).toEqual([
      '1.抓紧清淤。\n2.5万亩农田要同步整治',
      '2.建立平台',
    ]);
  });
});

describe('Headings and tables', () => {
  it('two items below 检查重点 are enough, if both order something', () => {
    const notice = (second: string) =>
      `青山县关于防汛检查的通知\n一、检查重点\n（一）检查堤坝。逐段查看。\n（二）${second}\n二、其他\n无。`;
    expect(inShort(notice('清理河道。当天清完。'))).toMatchObject([
      { section: '一、检查重点', tasks: ['（一）|检查堤坝。逐段查', '（二）|清理河道。当天清'] },
    ]);
    expect(inShort(notice('天气情况。近来多雨。'))).toEqual([]);
  });

  it('the line above a table is its heading, a sentence is not', () => {
    const table = '序号\t任务\t责任单位\n1\t清淤疏浚\t县水务局\n2\t修缮泵站\t县住建局';
    const section = (line: string) => read(`现将任务分解如下：\n${line}\n${table}`).taskLists[0]?.section;
    expect(section('2025年重点任务')).toBe('2025年重点任务');
    expect([section('任务见下表，请落实'), section('任务见下表。')]).toEqual([null, null]);
  });
});

describe('An item about the term of an order', () => {
  const listed = (first: string) =>
    inShort(`一、${first}\n二、各村要封好井口。\n三、各站要清渠。`, { issuer: '青山镇人民政府' })[0]!.tasks
      .length;
  it('is no task where it says only since when and where the order holds', () => {
    expect(listed('本禁火令自5月1日起实施。全镇林地为禁火区。')).toBe(2);
  });
  it('is a task where it orders something', () => {
    expect(listed('本禁火令自5月1日起实施。林区内严禁用火。')).toBe(3);
  });
});

describe('Further paragraphs of the last item', () => {
  const items = '1.管住源头。各村要封好井口。\n2.疏通末端。各站要清渠。\n3.建好台账。各村要登记。';
  it('belong to the item where a higher heading follows', () => {
    const text = `一、治理渠道\n${items}\n缺页的应当补齐。\n二、管护堤岸\n4.修补堤岸。各村要备料。\n5.轮流巡堤。各村要排班。`;
    expect(read(text, { issuer: '青山镇人民政府' }).taskLists[0]!.tasks[2]!.text).toMatch(/补齐$/);
  });
  it('close the document where no heading follows', () => {
    const text = `一、治理渠道\n${items}\n缺页的应当补齐。`;
    expect(read(text, { issuer: '青山镇人民政府' }).taskLists[0]!.tasks[2]!.text).toMatch(/登记$/);
  });
});

describe('Paragraphs that close a document', () => {
  const tasksOf = (text: string) => read(text).taskLists.map(({ tasks }) => tasks.map((task) => task.text));
  const three = (first: string) =>
    [
      '青山县关于防汛的通知',
      '一、重点任务',
      `（一）清理河道。县水务局负责清理。${first}`,
      '（二）加固堤坝。县住建局负责加固。',
      '（三）备足物资。县应急局负责储备。',
      '以上工作年底前完成。',
      '各镇要配合。',
    ].join('\n');

  it('are those behind the first of the last item where all items have one', () => {
    expect(tasksOf(three(''))[0]!.at(-1)).toBe('备足物资。县应急局负责储备');
  });

  it('are those behind as many as other items have', () => {
    expect(tasksOf(three('\n逐段清理。'))[0]!.at(-1)).toBe(
      '备足物资。县应急局负责储备。\n以上工作年底前完成',
    );
  });

  it('are those of 有关要求 that ask everybody to carry all of it out', () => {
    const notice = [
      '青山县关于防汛的通知',
      '各镇：',
      '一、清理河道',
      '各镇要清理河道。',
      '二、有关要求',
      '各镇要落实责任。',
      '各镇要认真贯彻落实本通知精神。',
      '请于6月底前报送总结。',
    ].join('\n');
    expect(tasksOf(notice)).toEqual([['清理河道\n各镇要清理河道', '有关要求\n各镇要落实责任']]);
  });
});

describe('A note below the last item', () => {
  it('is no part of it', () => {
    const text =
      '一、工作事项\n1.各站必须报数。\n2.各村要守堤。\n注：逾期不报的，按日加收。\n二、要求\n(一)认真履职。各站要重视。';
    expect(read(text, { issuer: '青山县水务局' }).taskLists[0]?.tasks.map((task) => task.text)).toEqual([
      '各站必须报数',
      '各村要守堤',
    ]);
  });
});

describe('Sections with the words of one person each', () => {
  it('have the orders of that person', () => {
    const text =
      '现将要点传达如下：\n一、省里的要求\n何苗在讲话中指出，要抓好体检。要抓好核验。\n二、市里的安排\n李平要求，要备足床位。要管好药品。\n三、建议\n建议镇政府听取汇报。';
    expect(read(text).taskLists.map(({ speaker, tasks }) => [speaker?.name, tasks.length])).toEqual([
      ['何苗', 2],
      ['李平', 2],
    ]);
  });
});

describe('Topics of minutes', () => {
  it.each(['一、', '（一）'])('%s are no orders, what the meeting demands below them is', (marker) => {
    const minutes = [
      '青山县会议纪要',
      `${marker}关于防汛工作`,
      '会议听取了汇报。会议要求，各镇要清理河道；各村要加固堤坝。',
      `${marker.replace('一', '二')}关于抗旱工作`,
      '会议指出，要备足水源；要修缮泵站。',
    ].join('\n');
    expect(inShort(minutes, { issuer: '青山县人民政府' }).map(({ form }) => form)).toEqual([
      'parallel',
      'parallel',
    ]);
  });
});

describe('Paragraphs and lines behind the last item', () => {
  const items = [
    '现就清淤工作通知如下：',
    '一、摸清底数',
    '各村要逐段登记。',
    '二、抓紧施工',
    '各村要逐段清淤。',
    '三、管好资金',
    '各村要专款专用。',
  ];
  const lastOf = (...more: string[]) =>
    read([...items, ...more].join('\n'), { title: '关于清淤工作的通知' }).taskLists[0]!.tasks.at(-1)!.text;

  it.each([
    '主管部门要指导各村做好工作。其他乡镇可参照本通知执行。',
    '这次清淤工作结束后，各村要将情况书面报县水务局。',
  ])('do not belong to it: %s', (closing) => {
    expect(lastOf(closing)).toBe('管好资金\n各村要专款专用');
  });

  it('are no items where they name attachments', () => {
    const text = [
      '现就清淤工作通知如下：',
      '一、工作要求',
      '（一）摸清底数。各村要逐段登记。',
      '（二）抓紧施工。各村要逐段清淤。',
      '（三）管好资金。各村要专款专用。',
      '各镇要认真填写统计表，加盖公章后报送。',
      '附件：1、渠道统计表',
      '2、渠道规划汇总表',
    ].join('\n');
    const tasks = read(text, { title: '关于清淤工作的通知' }).taskLists.flatMap((list) => list.tasks);
    expect(tasks.map((task) => task.text)).toEqual([
      '摸清底数。各村要逐段登记',
      '抓紧施工。各村要逐段清淤',
      '管好资金。各村要专款专用',
    ]);
  });

  it('give the document its own list, whatever an expert has said above', () => {
    const text = [
      '专家指出，蚊虫渐多。',
      '为降低风险，现就下一步工作提示如下：',
      '一、清理积水。各村要逐户清理。',
      '二、加强监测。各站要每周登记。',
    ].join('\n');
    expect(inShort(text)).toMatchObject([{ by: null, form: 'heading', tasks: { length: 2 } }]);
  });
});

describe('A line that ends with 强调', () => {
  it('names the speaker of the headed list below it', () => {
    const text =
      '副县长何苗发表讲话并作强调\n一、扎实抓好清淤，备足沙袋。\n二、切实看住闸口，轮班值守。\n三、加强巡堤，逐段登记。';
    expect(inShort(text)).toMatchObject([{ by: '何苗', form: 'heading', tasks: { length: 3 } }]);
  });
});

describe('A heading about how matters stand', () => {
  const first = (heading: string) =>
    inShort(
      `现就清淤工作通知如下：\n一、${heading}。汛期将至。各站要备足沙袋。\n二、加强巡堤。各村要排班。\n三、严肃追责。`,
    ).flatMap(({ tasks }) => tasks)[0];

  it.each(['清醒认识形势，持续抓好清淤', '准确把握形势，坚决守住闸口', '正确看清形势'])(
    'is a task where it orders: %s',
    (heading) => {
      expect(first(heading)).toBe(`一、|${heading}。汛期将至。`.slice(0, 11));
    },
  );

  it.each(['当前形势', '面临的形势'])('is none where it only names them: %s', (heading) => {
    expect(first(heading)).toBe('二、|加强巡堤。各村要');
  });
});

describe('Items that give no orders', () => {
  const titled = (lines: string[]) => inShort(lines.join('\n'), { title: '关于举办清淤培训班的通知' });

  it.each([
    ['培训主题', '怎样看护渠道'],
    ['资助强度及期限', '每镇资助两万元，为期一年。'],
    ['公开的形式', '对于账目，本站主要采取上墙公开。'],
    ['组织单位', '主办单位：县水务局'],
    ['用水户如何申请减免', '用水户提交申请，经水务站核对后减免。'],
  ])('are named %s', (heading, text) => {
    const tasks = titled([
      '现将有关事项通知如下：',
      `一、${heading}`,
      text,
      '二、抓好落实',
      '各站要按期报名。',
      '三、保证安全',
      '各站要轮流值守。',
    ]).flatMap((list) => list.tasks);
    expect(tasks).toEqual(['二、|抓好落实\n各站要', '三、|保证安全\n各站要']);
  });

  it('have a day on the line below the name of a period', () => {
    const lists = titled([
      '一、时间安排',
      '1. 水务站填报时间：',
      '2025年3月9日～4月8日',
      '2. 水务站提交时间：',
      '2025年4月9日～12日',
    ]);
    expect(lists).toEqual([]);
  });
});
