import { describe, expect, it } from 'vitest';
import { inShort, read } from '@/test/support/inShort.ts';

/** Shortens each list of a text to its speaker and the first words of its tasks. */
const listsOf = (text: string, own = {}) =>
  inShort(text, own).map(({ by, tasks }) => [by, ...tasks.map((task) => task.replace(/^.*\|/, ''))]);

describe('Topics of what a meeting decides', () => {
  it.each(['（一）关于渡口搬迁。', '1.渡口搬迁问题。'])(
    'may stand in the line of the decisions: %s',
    (first) => {
      const second = first.replace('一', '二').replace('1', '2').replace('搬迁', '用电');
      const text = [
        '会议议定：',
        `${first}由县港航局牵头选址；南渡镇与县水利局对接，8月底前平整场地；搬迁费用由县财政局统筹解决。`,
        `${second}县供电公司负责架设线路；县港航局同步调整船班。`,
        '参会人员：略。',
      ].join('\n');
      expect(read(text).taskLists.map(({ speaker, tasks }) => [speaker?.name, tasks.length])).toEqual([
        ['会议', 3],
        ['会议', 2],
      ]);
      expect(read(text).taskLists[0]?.section).toMatch(/渡口搬迁/);
    },
  );
  it('are no topics where the items of a list are cases', () => {
    const text =
      '局长何苗对三个渡口反映的困难逐项交办：\n（1）关于跳板老旧的问题，由港航站牵头更换，8月底前完成；\n（2）关于夜间照明的问题，镇供电所要增设路灯；';
    expect(inShort(text)).toMatchObject([{ form: 'numbered', by: '何苗', tasks: { length: 2 } }]);
  });
});

describe('Paragraphs behind the last item of a numbered list', () => {
  const items = '局长何苗提出两项任务：\n1．疏通沟渠。各站抓好清淤。\n2．备足沙袋。各村抓好轮值。\n';
  it('are read for the words of another speaker', () => {
    const text = `${items}副县长方宁在讲话中向各站职工表示慰问。她强调，汛期不等人。各镇要把责任落实到人。要严防侥幸心理。`;
    expect(listsOf(text)).toEqual([
      ['何苗', '疏通沟渠。各站抓', '备足沙袋。各村抓'],
      ['方宁', '各镇要把责任落实', '要严防侥幸心理'],
    ]);
  });
  it('give no list where nobody speaks', () => {
    expect(listsOf(`${items}活动期间，河边将设十处看台。票价另行公布。`)).toHaveLength(1);
  });
  it('end the second of two items below headings, too', () => {
    const text =
      '县长何苗主持会议并要求。\n一、抓收购\n各粮站要敞开收购。\n二、抓资金\n农发行须备足资金。\n副县长方宁就分管工作作了安排。';
    const [list] = read(text).taskLists;
    expect([list?.speaker?.name, list?.tasks.at(-1)?.text, list?.tasks.at(-1)?.responsible]).toEqual([
      '何苗',
      '抓资金\n农发行须备足资金',
      ['农发行'],
    ]);
  });
  it('end the item below a heading where they tell what was done', () => {
    const text =
      '场长何苗说，重点抓好两件事。\n一、抓造林\n各分场要在4月底前整地。\n二、抓防火\n各站要组织演练。\n三、抓队伍\n人事科要培训护林队。\n方宁宣读了先进名单。';
    expect(read(text).taskLists[0]?.tasks.at(-1)?.text).toBe('抓队伍\n人事科要培训护林队');
  });
});

describe('Lines that announce what follows', () => {
  it.each([
    '中秋将至，就做好节日值守提出如下要求：',
    '请各村按照以下要求做好防范：',
    '请严格落实以下措施：',
    '现将有关事项强调如下：',
  ])('are a notice: %s', (lead) => {
    const text = `${lead}\n各站要备足沙袋，夜里有人看守。各村要逐户叫醒。对拒不转移的，要耐心劝导。\n值班电话：12345`;
    expect(read(text).taskLists.map(({ tasks }) => tasks.length)).toEqual([3]);
  });
  it('are those before steps to carry out', () => {
    const text =
      '请各站按以下步骤执行：\n第一步、自查。各站要逐台试机，5月底前报表。\n第二步、互查。县水务局负责组织交叉检查。\n';
    expect(inShort(text)).toMatchObject([{ form: 'ordinal', tasks: { length: 2 } }]);
  });
  it.each(['办理补贴需提交以下材料：', '符合以下条件的可以申请：'])('are no orders: %s', (lead) => {
    expect(listsOf(`${lead}\n申请表要一式两份。证明要加盖公章。\n`)).toEqual([]);
  });
});

describe('Headings inside a paragraph', () => {
  it('that begin alike have all between them in their tasks', () => {
    const text =
      '会议指出，要抓好安全。各站要明确原则，确保到位；要抓好环保。要按照方案，提前停产；要抓好资金。财务部要分析盘子；要抓好信访。各村要摸排。';
    expect(listsOf(text)).toEqual([
      ['会议', '要抓好安全。各站', '要抓好环保。要按', '要抓好资金。财务', '要抓好信访。各村'],
    ]);
  });
  it('are orders of their own where nothing stands between them', () => {
    const text = '会议指出，要抓好安全。要抓好环保。要抓好资金。';
    expect(listsOf(text)).toEqual([['会议', '要抓好安全', '要抓好环保', '要抓好资金']]);
  });
});

describe('A hope with demands', () => {
  it('has orders where each item has 要', () => {
    const text = '县长何苗出席。何苗希望各村团结奋进，再上台阶。一是要备足沙袋。二是要守好闸口。';
    expect(listsOf(text)).toEqual([['何苗', '要备足沙袋', '要守好闸口']]);
  });
  it('has none where an item has no 要', () => {
    const text = '县长何苗出席。何苗希望各村团结奋进，再上台阶。一是备足沙袋。二是守好闸口。';
    expect(listsOf(text)).toEqual([]);
  });
});

describe('An order that gives the number of the items after it', () => {
  it.each([
    '会议要求，各站要深入学习。\n会议要求，各站要在防汛中履职，着力从三个方面下功夫。\n一要抓早。二要抓小。三要抓实。',
    '县长何苗强调，要用好泵房。要通过“三个坚持”把握方向，一要抓早；二要抓小；三要抓实。',
  ])('is none of them: %s', (text) => {
    expect(listsOf(text).map((list) => list.length)).toEqual([4]);
  });
});

describe('首先 and 其次 in a report', () => {
  it('hide no list in the words of the second', () => {
    const text =
      '局党委副书记何苗同志到会并作讲话。\n首先，何苗副书记代表局里对学员表示热烈欢迎。其次，对培训提出重点要求，一是要守纪律；二是要认真学习。';
    expect(listsOf(text)).toEqual([['何苗', '要守纪律', '要认真学习']]);
  });
});

describe('首先 and 最后 in a report', () => {
  it('are no markers of a list, and hide no list between them', () => {
    const text =
      '首先，县长何苗传达了文件，强调要备足沙袋；要守好闸口。\n会上，何苗作出具体安排：1、各站发放手册。2、各村轮流巡堤。\n最后，何苗带领大家宣誓。';
    expect(listsOf(text).map(([by, ...tasks]) => [by, tasks.length])).toEqual([
      ['何苗', 2],
      ['何苗', 2],
    ]);
  });
});

describe('The last item of a list', () => {
  it.each(['最后希望大家平安归来。', '最后预祝培训圆满成功。'])('ends before a wish: %s', (wish) => {
    const text = `县长何苗提出两点要求：一是要加强纪律。二是要认真听讲。${wish}`;
    expect(read(text).taskLists[0]?.tasks.at(-1)?.text).toBe('要认真听讲');
  });

  it('ends before the sentence that introduces the next list', () => {
    const text = '县长何苗指出：一要备足沙袋；二要守好闸口。同时，对清淤提出了明确要求：一要抓早；二要抓小。';
    expect(listsOf(text)).toEqual([
      ['何苗', '备足沙袋', '守好闸口'],
      ['何苗', '抓早', '抓小'],
    ]);
  });
  it('ends before what the meeting does next, in a report of one paragraph', () => {
    const text =
      '会议指出，要备足沙袋。要守好闸口。会议讨论并原则通过《渠道条例》，决定提请审议。会议指出，要抓早。要抓小。';
    expect(listsOf(text)).toEqual([
      ['会议', '要备足沙袋', '要守好闸口'],
      ['会议', '要抓早', '要抓小'],
    ]);
  });
});

describe('Quotations', () => {
  it('go on with the words of the speaker before them', () => {
    const text =
      '镇长何苗在会上说，收麦是大事，禁烧也是大事。“天干物燥，各村要把地块包到人。要先收老人家的麦子。派出所要加密巡查，谁点火就查谁。”会议要求，各村当晚开会。';
    expect(listsOf(text)).toEqual([['何苗', '各村要把地块包到', '要先收老人家的麦', '派出所要加密巡查']]);
  });
  it('begin the words of a person who does something before a colon', () => {
    const text =
      '镇长何苗来到堤上。何苗拍了拍沙袋，把话挑明：“各站要逐段巡堤，有渗水马上报。乡里要把老人先接出来。”';
    expect(listsOf(text)).toEqual([['何苗', '各站要逐段巡堤，', '乡里要把老人先接']]);
  });
  it('may fill a line that goes on with a speech', () => {
    const text =
      '县委书记何苗说，这笔账得算。\n“农业局的同志听着：要把车间选址定下来。供销社要把牌子打起来。”\n台下响起掌声。';
    expect(listsOf(text)).toEqual([['何苗', '要把车间选址定下', '供销社要把牌子打']]);
  });
  it('fill a line with the words of another, where that person is named behind them', () => {
    const text = '县委书记何苗说，汛期将至。\n“我们要备足沙袋。要轮流守堤。”村民老王说。';
    expect(listsOf(text)).toEqual([]);
  });
  it('may each have a part of what a person says', () => {
    const text =
      '镇长何苗指出，“堤是命根子。各村要把险段分到人。要备足沙袋。”她还说，“水管站要守夜，5月底前换完旧闸门。”';
    expect(listsOf(text)).toEqual([['何苗', '各村要把险段分到', '要备足沙袋', '水管站要守夜，5']]);
    expect(read(text).taskLists[0]?.tasks[2]).toMatchObject({
      text: '水管站要守夜，5月底前换完旧闸门',
      responsible: ['水管站'],
    });
  });
  it('may have the points of the speaker', () => {
    const text =
      '镇长何苗主持会议。何苗合上本子，把话收拢：“今天我就定两件事。头一件，水管站和村里联手，见堵就清；第二件，司法所把界线纠纷捋一遍，5月中旬前上门。”';
    expect(inShort(text)).toMatchObject([{ form: 'ordinal', by: '何苗', tasks: { length: 2 } }]);
  });
  it.each([
    '镇长何苗说，防汛要抓早。“我们组地势低，要早搬。要备沙袋。”村民老王说。',
    '村民老王放下扁担，指着水渠：“要早点修。要多派人。”',
  ])('belong to nobody who commands: %s', (text) => {
    expect(listsOf(text)).toEqual([]);
  });
});

describe('Who speaks', () => {
  it.each([
    [
      '督查组两次来到工地。带队领导在反馈会上指出，质量是大事。要求：一、各站要挂牌；二、各段要复测。',
      '带队领导',
    ],
    ['局长何苗主持。分管领导在小结时要求，一要抓早，二要抓小。', '分管领导'],
    ['县督导室主任尕藏才旦对有关站所提出整改意见：1）水管站本周内换泵；2）各村要清渠。', '尕藏才旦'],
    ['“钱要花在刀刃上。”县水务局副局长车远明神色凝重。他要求：一要抓早；二要抓小。', '车远明'],
    ['县长李平主持会议并要求，一要抓早；二要抓小。', '李平'],
    ['县长李平蹲在堤脚叮嘱，一要抓早；二要抓小。', '李平'],
    ['县委书记乜红英做总结并强调，要抓早。要抓小。', '乜红英'],
    ['何苗局长认真听取了汇报，对村里如何清淤提出了具体要求，一是各村要抓早。二是要抓小。', '何苗'],
    ['会上彭馆长对下一步工作作了部署，提出具体要求，一是抓早；二是抓小。', '彭馆长'],
    ['督查组同时对后期工作提出了明确要求，一是要抓早；二是抓小。', '督查组'],
    ['副局长何苗表示清淤的基础已经打牢，下一步要抓早；各站要找准定位；同时要抓小。', '何苗'],
    ['副局长何苗同志作总结强调，一是各站必须抓早。二是各站要抓小。三是严格抓实。', '何苗'],
    ['何苗强调，学习有重大意义。学出成效。一是要抓早。二是要抓小。三是抓实，做细。', '何苗'],
    ['县委副书记乜斯楞一开场就把话讲明。\n乜斯楞说，汛期将至。要抓早。要抓小。', '乜斯楞'],
    ['县委书记何苗主持。何苗在总结时讲道，汛期将至。要抓早。要抓小。', '何苗'],
    ['站长乜华对当班人员交代：1）渡口要看好；2）堤脚要走到。', '乜华'],
    ['县应急局主要负责人视频连线现场，要求要抓早；要抓小。', '县应急局主要负责人'],
    [
      '县委副书记、县长乜绍元，副县长何苗参加。何苗通报了汛情。\n县长在总结时要求，要抓早；要抓小。',
      '乜绍元',
    ],
  ])('in %s', (text, by) => {
    expect(inShort(text).map((list) => list.by)).toEqual([by]);
  });
  it('is no member of a group that is told to act', () => {
    const text =
      '县长李平要求，一要抓早。推进经理层成员任期制，各站今晚起排班。二要抓小。各级防指成员今晚起一律在岗，事后要说清楚。不许层层审稿。';
    expect(read(text).taskLists.map(({ tasks }) => tasks.map((task) => task.text.length))).toEqual([
      [expect.anything(), expect.anything()],
    ]);
    expect(read(text).people.map(({ name }) => name)).toEqual(['李平']);
  });
});

describe('The first words of an order', () => {
  it('may say to what it does not apply', () => {
    const text = '通知要求，除应急抢修外，汛期停止占道施工，确需施工的要提前公告。经营单位应增设灯具。';
    expect(listsOf(text)[0]?.[1]).toMatch(/^除应急/);
  });
  it('may be 坚持 and a second verb', () => {
    const text =
      '厅长何苗强调：\n坚持兜牢底线，各县要按月监测。坚持过紧日子，压减一般支出。坚持加快支出，9月底前见效。';
    expect(listsOf(text)[0]).toHaveLength(4);
  });
});

describe('Words of a speaker before a list', () => {
  const saying = '随后召开碰头会，县长何苗说，群众吃水方不方便，是检验工作的一把尺子。';
  it('give the speaker to lines with dashes that each demand something', () => {
    const text = `${saying}\n——水务局要管好水源。\n——各镇要修好管道。`;
    expect(listsOf(text)).toEqual([['何苗', '水务局要管好水源', '各镇要修好管道']]);
  });
  it('give none where the lines demand nothing', () => {
    const text = `${saying}\n——新建水厂两座。\n——更换管道三公里。`;
    expect(listsOf(text).filter(([by]) => by === '何苗')).toEqual([]);
  });
  it('may tell of a trouble where each point demands something', () => {
    const points = '第一，水源要管住；第二，管道要修好。';
    const told = `县长何苗察看了水厂。他说，近期少雨，山塘蓄水困难。${points}`;
    expect(listsOf(told)).toEqual([['何苗', '水源要管住', '管道要修好']]);
    const answer = `县长何苗察看了水厂。他说，近期少雨，山塘蓄水困难。第一，水源不足；第二，管道老化。`;
    expect(listsOf(answer)).toEqual([]);
  });
});

describe('Words above a list', () => {
  it('announce points in the first person, in a speech whose speaker is not named', () => {
    const text =
      '下面，我讲三点意见。\n第一，要把闸门管起来。有的站还在等。\n第二，要把沟渠清出来。\n第三，要把人手备起来。';
    expect(listsOf(text)).toEqual([[null, '要把闸门管起来。', '要把沟渠清出来', '要把人手备起来']]);
  });
  it('announce thoughts, which are no orders', () => {
    const text =
      '下面，我讲三点体会。\n第一，领导重视是关键。\n第二，群众参与是基础。\n第三，机制健全是保障。';
    expect(listsOf(text)).toEqual([]);
  });
  it('may stand above lines that open with a dash and 在', () => {
    const text =
      '局长何苗指出，汛期将至。全局要从两个方面下功夫：\n——在清淤上下功夫。备足人手；\n——在巡堤上下功夫。分段到人。\n会议还通报了水情。';
    expect(listsOf(text)).toEqual([['何苗', '在清淤上下功夫。', '在巡堤上下功夫。']]);
  });
});
