import { describe, expect, it } from 'vitest';
import { inShort, read } from '../../test/support/inShort.ts';
import { TextReading } from './schema.ts';

describe('Ordinals', () => {
  const report =
    '3月6日，我县召开春季森林防火工作会议。县委副书记、县长赵立军出席会议并讲话，副县长孙丽主持会议。\n' +
    '赵立军指出，去年全县森林防火工作扎实有效。就做好下一阶段工作，赵立军提出四点要求：一要宣传到户，充分利用大喇叭；二要巡查到山，护林员要24小时在岗；三要责任到人，要与村（社区）签订责任书；四要问责到位，对工作不力的依规依纪处理。\n' +
    '县林业局汇报了有关情况，三个乡镇作了表态发言。';

  it('are one list of whoever announces them', () => {
    expect(inShort(report)).toEqual([
      {
        form: 'ordinal',
        by: '赵立军',
        announced: 4,
        tasks: [
          '一要|宣传到户，充分利',
          '二要|巡查到山，护林员',
          '三要|责任到人，要与村',
          '四要|问责到位，对工作',
        ],
      },
    ]);
    expect(read(report).taskLists[0]?.speaker?.title).toBe('县委副书记、县长');
  });

  it('may be mixed, and may have others inside, which are measures', () => {
    const [list] = read(
      '座谈会上，校党委书记吴明讲了三点意见：第一，要坚持立德树人，一是抓好思政课，二是抓好课程思政；第二、要关心困难学生；三要加强队伍建设。',
    ).taskLists;
    expect(list?.tasks.map(({ marker }) => marker)).toEqual(['第一', '第二', '三要']);
    expect(list?.tasks[0]?.measures.map(({ text }) => text)).toEqual(['抓好思政课', '抓好课程思政']);
  });

  it('may stand in paragraphs of their own, and as 首先 … 最后', () => {
    expect(inShort('会议要求：\n一是提高站位。\n二是抓实整改，逐项销号。\n三是建立长效机制。')).toMatchObject(
      [{ by: '会议', tasks: ['一是|提高站位', '二是|抓实整改，逐项销', '三是|建立长效机制'] }],
    );
    expect(
      inShort(
        '副市长孙远航强调，要在三个方面下功夫。首先，要摸清底数。其次，市水务局要加快改造。最后，要强化考核。',
      ),
    ).toMatchObject([
      { by: '孙远航', announced: 3, tasks: ['首先|要摸清底数', '其次|市水务局要加快改', '最后|要强化考核'] },
    ]);
  });

  it('may be announced before who speaks is named', () => {
    const text =
      '近日，县政府印发《关于促进养老服务的若干措施》，提出3个方面12条措施。\n《若干措施》明确，一是扩大助餐服务；二是发展助老服务；三是强化要素保障。';
    expect(inShort(text)).toMatchObject([{ by: null, announced: 3 }]);
  });

  it('may follow those who are told, or stand as 一、…；二、… in one paragraph', () => {
    expect(inShort('会议要求各科室一是迅速传达精神；二是抓好日常监督；三是营造良好氛围。')).toMatchObject([
      { by: '会议', tasks: ['一是|迅速传达精神', '二是|抓好日常监督', '三是|营造良好氛围'] },
    ]);
    expect(
      inShort('现就有关事项通知如下：\n一、切实加强组织领导；二、认真做好值班值守；三、妥善应对突发情况。'),
    ).toMatchObject([
      {
        form: 'ordinal',
        by: null,
        tasks: ['一、|切实加强组织领导', '二、|认真做好值班值守', '三、|妥善应对突发情况'],
      },
    ]);
  });

  it('have no part in a run of orders before them, nor has their lead', () => {
    expect(
      inShort('会议认为，各部门要各司其职。会议指出，要做到“两个强化”：一是强化点面结合；二是强化协作联动。'),
    ).toMatchObject([{ form: 'ordinal', by: '会议', announced: 2 }]);
  });

  it('may count cards, or stand above a line of their own each', () => {
    expect(
      inShort(
        '县长何苗要求，打好“两张牌”：第一张牌，打好清淤牌，各镇备足沙袋。第二张牌，打好巡堤牌，年内建好哨所。',
      ),
    ).toMatchObject([{ announced: 2, tasks: ['第一张牌|打好清淤牌，各镇', '第二张牌|打好巡堤牌，年内'] }]);
    const text =
      '县长何苗指出，治水没有退路。\n一要管住源头。\n各镇要逐户登记。\n二要疏通末端。\n水利局要逐段清淤。\n会议还通报了旱情。';
    expect(read(text).taskLists[0]?.tasks.map((task) => task.text)).toEqual([
      '管住源头。\n各镇要逐户登记',
      '疏通末端。\n水利局要逐段清淤',
    ]);
  });

  it('are no list where they ask for something', () => {
    expect(inShort('商户代表提出两方面诉求：一是希望加快到账速度，二是希望减少报送资料。')).toEqual([]);
    expect(inShort('县长何苗指出，过去一年，治水呈现“两个新”：一是河道有新面貌，二是机制有新加强。')).toEqual(
      [],
    );
  });

  it('end where one who is called by surname and title goes on', () => {
    const [list] = read(
      '镇党委书记李振强调，一是抓好环境整治；二是抓好医保缴费。李书记还就水塘利用讲了意见。镇长崔鹏作总结讲话。崔镇长要求，一要立即行动；二要转变观念。',
    ).taskLists;
    expect(list?.tasks.at(-1)?.text).toBe('抓好医保缴费');
  });

  it('end where the report goes on or another speaks', () => {
    const lists = read(
      '校长何伟提出两点要求：一要严把质量；二要严守纪律。副校长林芳总结了去年工作。她提出三点要求：一要抓早；二要抓小；三要抓实。会上，审议通过了有关制度。',
    ).taskLists;
    expect(lists.map(({ speaker }) => speaker?.name)).toEqual(['何伟', '林芳']);
    expect(lists[0]?.tasks.at(-1)?.text).toBe('严守纪律');
    expect(lists[1]?.tasks.at(-1)?.text).toBe('抓实');
  });

  it.each([
    ['results', '李平指出，全镇创建工作取得明显成效：一是机制更健全；二是河道更清洁；三是群众更满意。'],
    ['reasons', '局长李平指出，汛情偏重主要有两方面原因：一是降雨偏多；二是河道淤积。'],
    [
      'a regulation',
      '新修订的《养犬管理办法》公布。此次主要作了三方面修改：一是完善登记；二是规范免疫；三是明确处罚。',
    ],
    ['decisions', '会议决定，一是设立专班；二是安排专项资金；三是通报表扬先进。'],
    ['promises', '副校长郑洁表示，将认真落实会议精神，一是加强学习，二是改进作风，三是主动服务。'],
    ['experts', '农业专家王海强调，一要适时追肥；二要防治病虫。'],
  ])('are no orders where they tell %s', (_, text) => {
    expect(read(text).taskLists).toEqual([]);
  });
});

describe('Runs of orders', () => {
  it('are sentences of one speaker, each an order, with or without 要', () => {
    expect(
      inShort(
        '会议强调，养老服务关系千家万户。要完善设施布局，补齐社区短板。加快培育专业队伍。各相关部门要密切配合。会议还研究了其他事项。',
      ),
    ).toEqual([
      {
        form: 'parallel',
        by: '会议',
        tasks: ['|要完善设施布局，', '|加快培育专业队伍', '|各相关部门要密切'],
      },
    ]);
  });

  it('leave the reason before an order out, and keep what explains an order with it', () => {
    const [list] = read(
      '会议指出，基层是防火第一线，要健全巡查制度。这是做好全年工作的关键。要备足灭火器材。',
    ).taskLists;
    expect(list?.tasks.map(({ text }) => text)).toEqual([
      '要健全巡查制度。这是做好全年工作的关键',
      '要备足灭火器材',
    ]);
  });

  it('are cut at ； only where every part opens with its 要', () => {
    expect(
      inShort('市长林海强调，要备足物资；要盯紧险段。要加强值守，落实责任；各镇及时上报。'),
    ).toMatchObject([{ tasks: ['|要备足物资', '|要盯紧险段', '|要加强值守，落实'] }]);
  });

  it('are headed by brief 要-sentences where those alone are marked, and the others say how', () => {
    const text =
      '区委书记周远指出，治水任重道远。\n要把底数摸得更清。逐条街巷核对管道。要把隐患治得更早。分级处理破损管段，先治学校周边。要把责任压得更实。';
    expect(inShort(text)).toEqual([
      {
        form: 'parallel',
        by: '周远',
        tasks: ['|要把底数摸得更清', '|要把隐患治得更早', '|要把责任压得更实'],
      },
    ]);
  });

  it('are kept apart by speaker and by agenda item', () => {
    expect(
      inShort(
        '会议指出，要优化营商环境。要依法保护企业权益。\n会议强调，要汲取事故教训。要紧盯重点领域。\n' +
          '市长林海在北湖泵站要求，要检修设备。要备足物资。林海随后察看了大闸。他叮嘱工作人员，要严格按规程操作。',
      ).map(({ by, tasks }) => [by, tasks.length]),
    ).toEqual([
      ['会议', 2],
      ['会议', 2],
      ['林海', 2],
    ]);
  });

  it('go on in the next paragraphs where those open with 要', () => {
    const text =
      '国务院印发《关于推进绿色出行的意见》（以下简称《意见》）。\n《意见》强调，要完善步行道网络。\n要优先发展公共交通。\n要普及绿色出行理念。';
    expect(inShort(text)).toMatchObject([{ form: 'parallel', by: null, tasks: { length: 3 } }]);
  });

  it.each([
    ['a commentary', '乡村振兴，关键在人。要让人才愿意来、留得住。要创造条件，让农民挑大梁。'],
    [
      'talks with a foreign guest',
      '外交部部长在北京会见某国外长。部长王毅表示，双方要落实共识。要拓展合作领域。要妥善处理分歧。',
    ],
    ['wishes', '他希望同学们要珍惜时光。希望大家要再接再厉。'],
    ['one order alone', '市长林海强调，要抓好安全生产。'],
    [
      'words that only contain 要',
      '会议指出，这项工作十分重要，需要各方参与。主要任务已经明确，要求也很具体。',
    ],
  ])('are not made of %s', (_, text) => {
    expect(read(text).taskLists).toEqual([]);
  });
});

describe('What comes out', () => {
  const traditional =
    '會上,區長婁志強對當前工作提出要求:一要扎實推進綠化,年底前完成任務。二要加強協調,各單位要密切配合。';

  it('is the text as written, in traditional characters too', () => {
    const [list] = read(traditional).taskLists;
    expect(list?.speaker).toEqual({ name: '婁志強', title: '區長' });
    expect(list?.tasks.map(({ text }) => text)).toEqual([
      '扎實推進綠化,年底前完成任務',
      '加強協調,各單位要密切配合',
    ]);
    expect(list?.tasks[0]?.deadlines).toMatchObject([{ text: '年底前', date: '2025-12-31' }]);
    expect(list?.tasks[1]?.responsible).toEqual(['各單位']);
  });

  it('keeps to the schema', () => {
    expect(TextReading.safeParse(read(traditional)).success).toBe(true);
    expect(TextReading.parse(read(''))).toEqual({
      taskLists: [],
      goals: [],
      meetings: [],
      documents: [],
      people: [],
    });
  });
});

describe('Lists one behind the other', () => {
  it('end where the next begins, in the same paragraph too', () => {
    expect(inShort('会议要求，一要清理河道；二要加固堤坝。一是加固东堤；二是加固西堤。')).toEqual([
      { form: 'ordinal', by: '会议', tasks: ['一要|清理河道', '二要|加固堤坝'] },
      { form: 'ordinal', by: '会议', tasks: ['一是|加固东堤', '二是|加固西堤'] },
    ]);
  });

  it('have no order in common where a remark stands between them', () => {
    const text = '会议要求，各镇要清理河道。会议指出，这是做好全年工作的关键。要严格落实责任。';
    expect(inShort(text)).toEqual([]);
  });
});

describe('Parts of a sentence', () => {
  it('are orders where each says who does what', () => {
    expect(inShort('会议议定：各级党组织开展学习；全体干部职工学习文件。')).toMatchObject([
      { by: '会议', tasks: ['|各级党组织开展学', '|全体干部职工学习'] },
    ]);
  });

  it.each([
    [
      'only one of four tells who acts',
      '会议议定：清淤工作，由县水务局负责；资金已经到位；方案另行研究；人员已经到岗。',
    ],
    ['only two of three are orders', '李平指出，媒体要滚动播放；镇水管所派出两组巡堤；天气转好。'],
    ['only one of three says 要', '县长李平要求，一看设备，运转正常；二看人员，都已到岗；三看制度，要上墙。'],
  ])('are no list where %s', (_, text) => {
    expect(inShort(text)).toEqual([]);
  });
});

describe('Numbers', () => {
  it('go on above ten before a figure', () => {
    const text = '青山县重点任务\n9.清理河道。\n10.加固堤坝。\n11.3座泵站年底前完工。';
    expect(inShort(text, { issuer: '青山县人民政府' })).toMatchObject([
      { form: 'numbered', tasks: ['9.|清理河道', '10.|加固堤坝', '11.|3座泵站年底前完'] },
    ]);
  });

  it('are none within a word', () => {
    expect(inShort('会议要求，一要清理河道，落实好十二要素；二要加固堤坝。')).toMatchObject([
      { tasks: ['一要|清理河道，落实好', '二要|加固堤坝'] },
    ]);
  });
});
