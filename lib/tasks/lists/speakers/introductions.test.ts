import { describe, expect, it } from 'vitest';
import { inShort, read } from '@/test/support/inShort.ts';

/** Shortens each list of a text to its speaker, its form and the beginnings of its tasks. */
const listsOf = (text: string, own = {}) =>
  inShort(text, own).map(({ by, form, announced, tasks }) => ({
    by,
    form,
    announced: announced ?? null,
    tasks: tasks.map((task) => task.slice(0, 8)),
  }));

describe('Who gives the orders of a list', () => {
  it('is the person who says 我 in a speech that opens with name and title', () => {
    const text = `县委副书记 何苗
同志们：
今天的会开得很及时。下面，我强调三点。
第一个方面，讲问题。一是渠道淤塞较多；二是管护不到位。
第二个方面，讲办法。第一，各镇要列出清单。第二，水务局要备足水泥。第三，村社要组织劳力。`;
    expect(listsOf(text)).toEqual([
      {
        by: '何苗',
        form: 'ordinal',
        announced: 3,
        tasks: ['第一|各镇要列出', '第二|水务局要备', '第三|村社要组织'],
      },
    ]);
  });

  it('is the person with a surname of no table, behind title and blank above the address', () => {
    const text = `镇党委书记 乜淑
同志们：
下面，我讲两点要求。
（一）管住源头
各村要封好井口。
（二）疏通末端
水务站要清好支渠。`;
    expect(listsOf(text)).toMatchObject([{ by: '乜淑', announced: 2 }]);
  });

  it('is the person named in the line above the quoted points of a speech', () => {
    const text = `镇长何苗作讲话。会议通报，渠道淤塞三处。
以下是何苗讲话要点：
“第一，清淤要再快一些。水务站要逐段排班。
“第二，巡查要再细一些。各村要逐户走到。`;
    expect(listsOf(text)).toMatchObject([{ by: '何苗', form: 'ordinal', tasks: [{}, {}] }]);
  });

  it('is the person who speaks plainly, above numbered lines in quotation marks', () => {
    const text = `镇长何苗没有开会。
关于怎么清淤，何苗讲得很明白：
“1、水务站逐段排班，每周清一次。
2、各村8月底前必须封好井口。”`;
    expect(listsOf(text)).toMatchObject([{ by: '何苗', tasks: ['1、|水务站逐段', '2、|各村8月底'] }]);
  });

  it('is the person who answers in an interview, even where the answer tells of a meeting', () => {
    const asked = '记者专访了县水务局局长何苗。\n问：水库怎么管？\n';
    const answer = '答：县委会议对管护作出部署，要抓紧落实。\n要压实站所的责任。要备足沙袋。';
    expect(listsOf(asked + answer)).toMatchObject([{ by: '何苗', tasks: { length: 3 } }]);
    const office = asked.replace('局长何苗', '负责人');
    expect(listsOf(office + answer)).toMatchObject([{ by: '县水务局负责人' }]);
  });

  it('is still 他 of the sentence before, where the orders name somebody’s instructions', () => {
    const text =
      '副县长汪海指出，各镇要落实县委部署及何苗县长重要批示精神，抓好春耕。他强调，一是管好墒情；二是修好渠系。';
    expect(listsOf(text).at(-1)).toMatchObject({ by: '汪海', form: 'ordinal' });
  });

  it('is the person named last before the colon', () => {
    const text = '县领导对渠道提出新的要求 3月8日，在调度会上，副县长汪海强调：一要清淤。二要巡查。';
    expect(listsOf(text)).toMatchObject([{ by: '汪海', form: 'ordinal' }]);
  });

  it('is nobody who spoke before, where another surname with a title introduces the list', () => {
    const text =
      '质安部部长徐林分析形势，强调要巡查。\n随后县防指汪组长就工作提出几点要求：1、要备料；2、要值守；3、要清淤。';
    expect(listsOf(text).at(-1)).toMatchObject({ by: '汪组长', form: 'numbered' });
  });

  it('is the person in the heading above the items, also directly behind its number', () => {
    const text = `会议由副县长汪海主持。
三、县长何苗强调：
1.加强巡查，备足沙袋。
2.落实值班，不得脱岗。`;
    expect(listsOf(text)).toMatchObject([{ by: '何苗', form: 'numbered' }]);
  });

  it('is the head of an office, named by title alone', () => {
    expect(listsOf('县水务局办公室主任强调，要守好闸门。要清理渠道。')).toMatchObject([
      { by: '县水务局办公室主任', form: 'parallel' },
    ]);
  });

  it('is the person whose demand says 都要 far behind the verb', () => {
    const text = '何苗主任通报了雨情，并提出水务站全体人员在值守方面都要带头。一是守好闸门；二是备足沙袋。';
    expect(listsOf(text)).toMatchObject([{ by: '何苗', form: 'ordinal' }]);
  });

  it.each([
    ['何苗部署下阶段重点工作。', '何苗'],
    ['何苗最后讲话。她心里有数：“渠通不通，稻子知道。”随后布置了几项工作。', '何苗'],
  ])('is the person who only hands out the work: %s', (lead, by) => {
    const text = `镇长何苗出席会议。\n${lead}\n其一，各村逐户登记；\n其二，水务站清好支渠。`;
    expect(listsOf(text)).toMatchObject([{ by, form: 'ordinal', tasks: [{}, {}] }]);
  });

  it('is nobody where a sentence only tells what a meeting was about', () => {
    const text = '镇长何苗主持会议，总结上半年工作，部署下半年重点工作。\n一是渠道已通；二是泵站建成。';
    expect(listsOf(text)).toEqual([]);
  });

  it('is the person below whose name the day of the speech stands', () => {
    const text = `县委书记 何苗
（2024年3月2日）
今天，我们开会部署水利工作。
一、要把渠道疏通
农业农村局要逐段清淤。
二、要把闸门修好
水务局要备足配件。
老师们、同志们，让我们一起努力！`;
    expect(listsOf(text)).toMatchObject([{ by: '何苗', tasks: ['一、|要把渠道疏', '二、|要把闸门修'] }]);
    expect(read(text).taskLists[0]!.tasks[1]!.text).toMatch(/配件$/);
  });

  it('is the person whose name stands alone above those addressed', () => {
    const text = `（2024年3月2日）
方志远
同志们：
一、疏通渠道
水务局要逐段清淤。
二、修好闸门
各镇要备足配件。`;
    expect(listsOf(text)).toMatchObject([{ by: '方志远', form: 'heading' }]);
  });

  it('demands behind 要 in the markers, though the sentence before weighs the matter', () => {
    const text = '县长何苗强调，做好今年工作意义重大。一要扛牢粮食安全责任；二要守住防汛底线。';
    expect(listsOf(text)).toMatchObject([{ by: '何苗', form: 'ordinal' }]);
  });

  it('is nobody where an ordinal list tells what has got better', () => {
    const text = '会议指出，一是产业结构持续优化，新增企业十家；二是项目建设势头强劲，完成投资过半。';
    expect(listsOf(text)).toEqual([]);
  });

  it('is the person who counts own points below a heading', () => {
    const text = `县长 何苗
同志们：
一、突出重点抓治水
（一）疏通渠道。水务局要逐段清淤。
（二）修好闸门。各镇要备足配件。
二、加强领导抓落实
治水是系统工程。这里，我强调两点：一是压实责任。各镇要列出清单。二是强化督导。督查室要每月通报。`;
    expect(listsOf(text).map(({ by, form }) => [by, form])).toEqual([
      ['何苗', 'heading'],
      ['何苗', 'ordinal'],
    ]);
  });

  it('is the meeting that the line above the items names, below a heading', () => {
    const text = `二、议定事项
会议议定以下事项：
1.区水务局保障清淤经费。
2.各街道疏通雨水口。`;
    expect(listsOf(text).map(({ by }) => by)).toEqual(['会议']);
  });

  it('demands where each item does, though the sentence before only weighs the matter', () => {
    const text = '何苗指出，做好治水意义重大。首先，要疏通渠道。其次，要修好闸门。最后，要清点物资。';
    expect(listsOf(`县长何苗出席会议。${text}`)).toMatchObject([{ by: '何苗', form: 'ordinal' }]);
  });

  it('is nobody where an ordinal list tells what was seen', () => {
    const text = '会议指出，从排查情况看，一是渠道淤塞时有发生；二是个别镇执行不严。';
    expect(listsOf(text)).toEqual([]);
  });

  it('is the person whose speech is printed, for lists under headings too', () => {
    const text = `全县工作会议召开，县长方宁出席。现将方宁讲话的主要内容刊发如下：
一、关于农业
（一）抓春耕。农业农村局要备足种子。
（二）抓水利。水务局要疏通渠道。
二、关于工业
（一）抓开工。工信局要逐个对接企业。
（二）抓服务。各部门要上门办理手续。`;
    expect(listsOf(text).map(({ by }) => by)).toEqual(['方宁', '方宁']);
  });

  it('is the person whose speech is printed in part', () => {
    const text = `县民政局局长方宁在发言中，既算账又支招，现刊发部分内容，供参考。
大家看到，护理院床位不够。下一步怎么干，我讲两句话。
第一句话，把床位搬回家。各镇要建床位。第二句话，把队伍建起来。各镇要办培训。`;
    expect(listsOf(text)).toMatchObject([{ by: '方宁', form: 'ordinal', announced: 2 }]);
  });

  it('is the person whose turn it is in a conversation', () => {
    const text = `副区长方宁、工信局局长何苗出席。
记者：下一步怎么做？
何苗：目前设备已全部到位。
方宁：下一步，工信局要逐家上门；海事部门要把岸电纳入管理；港口企业要列出时间表。`;
    expect(listsOf(text)).toEqual([
      {
        by: '方宁',
        form: 'parallel',
        announced: null,
        tasks: ['|下一步，工信局', '|海事部门要把岸', '|港口企业要列出'],
      },
    ]);
  });

  it('is the person whose name ends like a verb of speech', () => {
    const text = '场长库尔班江·买买提要求，要守住质量关，含杂超标的不收；要守住防火关，棉垛日夜巡查。';
    expect(listsOf(text).map(({ by }) => by)).toEqual(['库尔班江·买买提']);
  });

  it('is not the meeting whose tasks a person arranges', () => {
    const text = `会议由书记方宁主持，市长何苗部署工作。
何苗就落实会议部署的事项提出两条措施。第一，各局要编制清单。第二，各镇要摸清底数。`;
    expect(listsOf(text).map(({ by, announced }) => [by, announced])).toEqual([['何苗', 2]]);
  });

  it('is the meeting where it resolves as follows', () => {
    const text = `会议经过讨论，议定如下：
（一）恢复供水。由供水公司抢修水泵，本月底前完成。
（二）清运垃圾。由社区组织保洁队，每天清运。`;
    expect(listsOf(text).map(({ by }) => by)).toEqual(['会议']);
  });
});

describe('Orders by other marks', () => {
  it.each([
    [
      '局长方宁要求，一抓设备，各工区要逐个点检；二抓人员，新手必须有师傅带。',
      ['一抓|设备，各工', '二抓|人员，新手'],
    ],
    [
      '镇长方宁要求：一方面，村委会要公示积分；另一方面，要丰富兑换品种。',
      ['一方面|村委会要', '另一方面|要丰富'],
    ],
    [
      '县长方宁提出两条：第一条，各镇把值班表报备；第二条，应急局要组织检查。',
      ['第一条|各镇把值', '第二条|应急局要'],
    ],
  ])('%s', (text, tasks) => {
    expect(listsOf(text).map((list) => list.tasks)).toEqual([tasks]);
  });

  it.each([
    '会议指出，一方面，客流增长较快；另一方面，运力仍然偏紧。',
    '会议指出，一看渠道通畅，二看庄稼长势，当前农情总体平稳。',
    '局长方宁强调，凡是说“不行”的，要由领导签字。',
  ])('leaves alone %s', (text) => {
    expect(listsOf(text)).toEqual([]);
  });
});

describe('Parts of one demand', () => {
  it('are orders where each opens with who is to act', () => {
    const text =
      '镇长方宁就近期工作强调：各村务必挂好牌子；国土所对已下发的图斑逐个整改；执法队对新增违建的，发现一起、拆除一起；媒体要滚动播放提示。';
    expect(listsOf(text)[0]!.tasks).toHaveLength(4);
  });

  it('may begin with one that has no 要', () => {
    const text =
      '场长方宁要求：采棉机十月初补齐，由农机公司调剂；要守住质量关，不收湿花；要守住防火关，日夜巡查。';
    expect(listsOf(text)[0]!.tasks).toHaveLength(3);
  });
});

describe('The speaker of a list', () => {
  it.each([
    // A person named in the page's title gives the speech.
    [
      '同志们：\n汛期将至。\n一、守堤\n（一）清淤。各镇要清淤。\n（二）巡堤。各村要巡堤。',
      '方宁',
      '方宁同志在全县防汛工作会议上的讲话（摘要）',
    ],
    [
      '“不讲大道理，只说三句话。”县长何苗说，第一句话，路要修通；第二句话，水要管好；第三句话，人要安顿。',
      '何苗',
    ],
    ['旗长巴图孟克听完汇报，当即表态：“几件事今天就办：水利站带水泵上堤。民政办把棉衣送到点。”', '巴图孟克'],
    ['县长何苗到村里查看。\n“渠道要三天内通水。水管站要检修水泵。农技站要送种上门。”何苗对大家说。', '何苗'],
    ['书记扎西平措最后讲了两点：各支部把党费收齐；民政办管好档案。', '扎西平措'],
    ['街道党工委副书记就近期工作提出要求：一要清淤；二要巡堤。', '街道党工委副书记'],
    ['镇长何苗边听边记。一小时后，她放下笔，对在场的站长说：“各站要备料。各村要巡堤。”', '何苗'],
    // The name follows a title and also begins a later sentence.
    [
      '镇人大主席何汉翔捧着账本坐下。何汉翔把账本摊开，说：“账要算清。各村要公开收支。财政所要逐笔核对。”',
      '何汉翔',
    ],
    [
      '镇长方宁边听边记。听完后她说：“辛苦了。”随即对各站交代：“水管站3月9日前修好闸门。民政办每周回访一次。”',
      '方宁',
    ],
    [`县长何苗在部署时说，首先，水管站备足沙袋；其次，民政办逐户登记；第三，供电所抢修线路。`, '何苗'],
    [
      '县长何苗说：“大家说了9件事，今天先定2件，明天就办。”\n1. 水管站检修闸门。\n2. 各村要清点沙袋。',
      '何苗',
    ],
    ['副指挥长何苗说，“几件事今晚办：民政组带人再查一遍。物资组把棉被送到门口。电力组先接发电机。”', '何苗'],
    [
      '——2025年1月9日在县人民代表大会上\n县长 何苗\n各位代表：\n今年抓好以下工作：\n（一）修堤。加固堤防三公里。\n（二）清淤。疏浚河道两条。',
      '何苗',
    ],
  ])('%s', (text, by, title = '') => {
    expect(new Set(listsOf(text, { title }).map((list) => list.by))).toEqual(new Set([by]));
  });
});

describe('Minutes', () => {
  it('are by the meeting where the line above the topics says that it has decided', () => {
    const text = `会议研究了龙舟赛保障。现将会议明确事项纪要如下：
一、关于水上救援
承办公司3月20日前布设浮标；县海事所每两小时巡航一次。
二、关于医疗保障
县卫健局抽调救护车两辆；县中医院做好床位预留。`;
    expect(listsOf(text)).toEqual([
      { by: '会议', form: 'parallel', announced: null, tasks: ['|承办公司3月2', '|县海事所每两小'] },
      { by: '会议', form: 'parallel', announced: null, tasks: ['|县卫健局抽调救', '|县中医院做好床'] },
    ]);
  });
});

describe('Who speaks in reports of other kinds', () => {
  it.each([
    // The page's title calls the text a speech, although no 同志们： stands below the speaker's name.
    [
      '县长 何苗\n今天开这个会，只为渠道。\n下面，我讲两点意见。\n第一，要清淤。第二，要补漏。',
      '何苗',
      '在全县水利大会上的讲话（摘要）',
    ],
    // A quotation after a sentence in which somebody calls others together.
    [
      '县长何苗走进柳村。\n第二天，她把镇村干部叫到院里。“昨晚听到的，今天就办。水务局要修好水渠。各村要核对名单。”',
      '何苗',
    ],
    ['镇长何苗召集村组干部到院里碰头。“水务站要修好水闸。各村要备好沙袋。”', '何苗'],
    // In 何苗的讲话没有套话 the subject is her speech, so the 她 after it means 何苗 and not the chair.
    [
      '镇长方平主持会议，镇党委书记何苗讲话。\n何苗的讲话没有套话。她说，第一件事，各村要修好水渠。第二件事，各村要种好树。',
      '何苗',
    ],
    ['集团总经理何苗在码头坐镇。\n何苗下令：\n——各船要回港。\n——各班要锚固吊机。', '何苗'],
    // The name begins with none of the listed surnames, and 听完…后 stands between the name and the verb.
    [
      '州长木呷阿牛轻车简从到青山县调研。\n木呷阿牛听完县里的汇报后说，要修好校舍。他要求，要劝回学生。',
      '木呷阿牛',
    ],
  ])('%s', (text, by, title = '') => {
    expect(new Set(listsOf(text, { title }).map((list) => list.by))).toEqual(new Set([by]));
  });

  it('announce as many orders as the number before the colon says', () => {
    const text = '何苗县长强调了三个“盯紧”：水务局必须盯紧堤防；气象局必须盯紧云图；各镇必须盯紧山塘。';
    expect(listsOf(text)).toMatchObject([{ by: '何苗', announced: 3, tasks: { length: 3 } }]);
  });

  it('is nobody for a quotation that follows any other sentence', () => {
    const text = '县长何苗走进柳村。“水务局要修好水渠。各村要核对名单。”';
    expect(listsOf(text)).toEqual([]);
  });
});

describe('Orders of documents', () => {
  it('are the sentences of a paragraph that all begin with 要', () => {
    const orders = ['要把账算清，一户一户核对。', '要把人找齐，不能一找了之。', '要把钱用好，按月公开。'];
    expect(listsOf(`眼下正是关口。\n${orders.join('')}`)).toMatchObject([{ by: null, tasks: { length: 3 } }]);
    expect(listsOf(`眼下正是关口。\n${orders.slice(1).join('')}`)).toEqual([]);
  });

  it('are the sentences of the paragraph below a notice', () => {
    const [first, second] = [
      '供水企业应当检修泵房。各物业企业必须清洗水箱。',
      '自4月1日起，阀门由专人开关。',
    ];
    for (const below of [`${first}\n请于每日17时前报送情况。`, `${second}\n${first}\n特此通告。`])
      expect(listsOf(`现就有关事项通告如下：\n${below}`)).toEqual([
        { by: null, form: 'parallel', announced: null, tasks: ['|供水企业应当检', '|各物业企业必须'] },
      ]);
  });

  it('go on counting within a line', () => {
    const text = `现发布禁火令如下：
一、禁火时间：3月1日至5月10日。
二、禁火范围：全县林地。
三、林区内，禁止野炊；四、各村要设检查岗；五、学校要发告知书。`;
    expect(listsOf(text)[0]!.tasks.map((task) => task.slice(0, 2))).toEqual(['三、', '四、', '五、']);
  });

  it.each([
    '现命令如下：\n一、所有责任人立即上岗；二、水利局加强调度；三、各镇要组织转移。',
    '有关事项明确如下：\n（1）资金专款专用，各镇不得截留；（2）村委会要公示名单；（3）审计局要开展审计。',
    '现函复如下：\n一是打捞沉船。由你局牵头，委托专业单位打捞；\n二是清理网具。由管委会组织渔民清理；\n三是测量河床。水利局提供断面资料。',
  ])('%s', (text) => {
    expect(listsOf(text)[0]!.tasks).toHaveLength(3);
  });

  it('count nothing by the title of another document', () => {
    const text =
      '结合《十条措施》，提出以下要求：\n1、各村要分片看守；2、各村要及时离田；3、各村要上报面积。';
    expect(listsOf(text).map(({ announced }) => announced)).toEqual([null]);
  });
});
