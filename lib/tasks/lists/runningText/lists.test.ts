import { describe, expect, it } from 'vitest';
import { inShort, read } from '@/test/support/inShort.ts';

/** The form of each list of a text, and the number of its tasks. */
const shapeOf = (text: string) => inShort(text).map(({ form, tasks }) => `${form} ${tasks.length}`);

describe('Headings without an ordinal, below words that announce their number', () => {
  const said = '镇长何苗出席会议。何苗提出三个方面的要求。\n';
  const [one, two, three] = [
    '抓渠道疏通\n水务站要逐段清淤，月底前通水。\n',
    '抓闸门检修\n各村要清点配件，缺一补一。\n',
    '强化夜间值守\n应急队要双岗值班，不得脱岗。\n',
  ];

  it('are tasks, each with the paragraph below it', () => {
    const lists = inShort(`${said}${one}${two}${three}会议还通报了雨情。`);
    expect(lists).toMatchObject([{ by: '何苗', form: 'heading', announced: 3, tasks: { length: 3 } }]);
    expect(lists[0]!.tasks[0]).toContain('抓渠道疏通');
  });

  it.each([
    ['another number', `${said}${one}${two}会议还通报了雨情。`],
    ['headings that begin with no verb', `${said}渠道\n水已通。\n闸门\n已修好。\n值守\n有人在岗。`],
  ])('are no list with %s', (_, text) => {
    expect(shapeOf(text)).not.toContainEqual(expect.stringContaining('heading'));
  });
});

describe('A further demand of the same speaker at the end of a line', () => {
  const orders = '镇长何苗指出，要把渠道疏通。各村要逐户登记。';
  it('belongs to the list of the orders before it', () => {
    expect(shapeOf(`${orders}她还要求，水务站要备足沙袋。`)).toEqual(['parallel 3']);
    expect(shapeOf(`${orders}何苗还强调，水务站要备足沙袋。\n会议通报了雨情。`)).toEqual(['parallel 3']);
  });

  it('begins a list of its own where another order follows', () => {
    const text = `${orders}她还要求，水务站要备足沙袋。供电所要检修线路。`;
    expect(shapeOf(text)).toEqual(['parallel 2', 'parallel 2']);
  });
});

describe('The paragraph that draws lessons from the cases of a notice', () => {
  const cases =
    '县纪委查处三起问题，现通报如下：\n1.甲站虚报用工问题。站长受到警告处分。\n2.乙站公车私用问题。司机受到记过处分。\n3.丙站违规收礼问题。会计受到记过处分。\n';
  it('has orders of the document', () => {
    const text = `${cases}上述问题教训深刻。各镇要逐站核对用工。各站要封存公车钥匙。督查室要每月抽查。`;
    expect(inShort(text, { issuer: '县纪委' })).toMatchObject([
      { by: null, form: 'parallel', tasks: { length: 3 } },
    ]);
  });

  it('has none where it only tells what happened', () => {
    expect(shapeOf(`${cases}上述问题教训深刻。三站负责人已作检讨。涉案款项已经追缴。`)).toEqual([]);
  });
});

describe('Points that are counted as 条', () => {
  it('are a list', () => {
    const text =
      '镇长何苗讲了三条：一条是把渠修好，质量要天天盯；二条是把水管好，各村要派人；三条是把账算清，开支要过目。';
    expect(shapeOf(text)).toEqual(['ordinal 3']);
  });

  it('are none where each is 一条', () => {
    expect(shapeOf('村里有两条渠，一条是新渠，一条是老渠。')).toEqual([]);
  });
});

describe('Items that order persons to act', () => {
  it('are tasks, although no public body leads them', () => {
    const lead = '最后，站长对汛期工作提出具体要求：';
    expect(shapeOf(`${lead}一是要求全站职工要学会急救；二是各班班长以换岗为契机，认真清点物资。`)).toEqual([
      'ordinal 2',
    ]);
    expect(shapeOf('站内通报：一是求助的职工增多；二是各班班长的奖金已发放。')).toEqual([]);
  });
});

describe('A sentence whose parts each say what a body must do', () => {
  it('is as many tasks, after a demand of the same speaker', () => {
    const text =
      '县长何苗要求，各站要互相配合。气象部门要加密预报；水利部门要调水；卫生部门重点搞好饮水安全；新闻部门要滚动播报。';
    expect(shapeOf(text)).toEqual(['parallel 5']);
  });
});

describe('Two sides of the last item', () => {
  it('belong to the item, and form no list of their own', () => {
    const text =
      '镇长何苗强调：一、全力清淤，科学排班；二、疏堵并重，管好渠道，一方面要守住源头；另一方面要日夜巡查；同时，要修好闸门。';
    expect(shapeOf(text)).toEqual(['ordinal 2']);
  });
});

describe('A number that somebody unknown has announced', () => {
  it('announces nothing for the orders of another person on the next line', () => {
    const text =
      '站务组从总结去年、分析汛情、安排工作等三个方面作了部署。\n镇长何苗强调，思想上要重视。质量上要从严。工作上要抓紧。';
    expect(inShort(text).at(-1)!.announced ?? null).toBeNull();
  });
});

describe('A part that repeats who demands', () => {
  it('is a task like the other parts', () => {
    const text =
      '县长何苗强调，各站要备料，守好闸门；要依托水文站完善测报；各镇要建立联动机制；同时对汛后工作提出要求，对清淤要早谋划。';
    expect(shapeOf(text)).toEqual(['parallel 4']);
  });
});

describe('Headings above lines with ordinals of their own', () => {
  const [one, two] = [
    '1、全面落实巡堤。\n第一，要继续备料。各站逐项清点。\n第二，找准险段。各村排定人手。\n',
    '2、加强领导，守住堤防。\n一要落实责任。水务站逐段挂牌。\n二要加强值守。各村轮班。\n三要备足沙袋。\n',
  ];

  it('are no tasks, but the lines are', () => {
    expect(shapeOf(`${one}${two}防汛是大事。`)).toEqual(['ordinal 2', 'ordinal 3']);
  });

  it('are tasks where only one of them has such lines', () => {
    expect(shapeOf(`${one}2、加强领导，守住堤防。\n各村轮班值守。\n`)).toEqual(['numbered 2']);
  });
});

describe('A line between the speaker and the numbered lines', () => {
  it('announces them by a number before quoted words', () => {
    const text =
      '镇长何苗强调：\n清淤要继续做好三个“盯”\n01、盯住险段，再查一遍。\n02、盯住泵房，逐台登记。\n03、盯住水闸，备好配件。';
    expect(inShort(text)).toMatchObject([{ by: '何苗', announced: 3, tasks: { length: 3 } }]);
  });
});

describe('A visit told between the orders of one speaker', () => {
  it('belongs to no order', () => {
    const text =
      '县长廖芹来到泵站。她指出，要备足沙袋。在青山水厂，廖芹查看了加药间。她强调，要加密采样。要公开水质。';
    expect(
      inShort(text)
        .flatMap(({ tasks }) => tasks)
        .join(),
    ).not.toContain('加药间');
  });
});

describe('Orders with markers inside the last item of a list', () => {
  const items = '镇长何苗提出三点要求：\n一是疏通渠道。\n二是检修闸门。\n三是守住夜班。';
  it('belong to the item where an order of the item leads to them', () => {
    const parts = '各站务必做到“两个到位”，一要人员到位，二要物资到位。';
    expect(shapeOf(`${items}${parts}\n会议通报了雨情。`)).toEqual(['ordinal 3']);
  });

  it('are a list of their own where somebody speaks before them', () => {
    const parts = '书记方宁强调，一要备足沙袋，二要加密巡查。';
    expect(shapeOf(`${items}${parts}`)).toEqual(['ordinal 3', 'ordinal 2']);
  });
});

describe('Orders as headings of items that tell what has been done', () => {
  it('are a list behind words that announce points', () => {
    const items = ['初心', '信念', '传统'].map(
      (word, i) => `第${'一二三'[i]}，教育引导党员守住${word}。我们看了展馆。`,
    );
    expect(shapeOf(`各级党组织要用好展馆。关键是要把握好以下几点。\n${items.join('\n')}`)).toEqual([
      'ordinal 3',
    ]);
  });
});

describe('A list behind words with which the speaker of a printed speech begins', () => {
  const items = '一是牢记职责。这是常讲的话题。\n二是增强本领。各站要勤练。\n三是守住底线。不能松懈。';
  it.each(['我提几点要求，同大家共勉。', '我讲三点意见。'])('%s', (lead) => {
    expect(shapeOf(`同志们，清淤已过半。这里，${lead}\n${items}`)).toEqual(['ordinal 3']);
  });
});

describe('The last item of an ordinal list', () => {
  it('keeps its own numbers, where the items before it have such numbers too', () => {
    const text =
      '镇长何苗强调，一是要管住源头。1.各站要清点配件。2.各村要逐户核对。二是要管好渠道。1.要逐段清淤。2.要疏通涵管。3.要修好闸门。';
    expect(shapeOf(text)).toEqual(['ordinal 2']);
  });

  it('ends before a hope for the listeners', () => {
    const text = '局长何苗提出两点要求：一是要管住源头；二是要管好渠道，逐段清淤。并希望各站再接再厉。';
    expect(read(text).taskLists[0]!.tasks.map((task) => task.text)).toEqual([
      '要管住源头',
      '要管好渠道，逐段清淤',
    ]);
  });
});

describe('Items that open with an object', () => {
  it('follow 首先, 其次 and 最后 without a comma', () => {
    const text =
      '局长何苗要求，首先把水泵修好，各站必须备足柴油；其次把渠道清通，不留死角；最后将沙袋备足，夜里有人看管。';
    expect(shapeOf(text)).toEqual(['ordinal 3']);
  });
});

describe('Problems that were found', () => {
  it('are no orders, although somebody points them out', () => {
    const text =
      '何苗代表巡察组反馈。他指出，巡察也发现一些问题，主要是：一是管护有差距；二是老问题没有根治；三是台账把关不严。';
    expect(shapeOf(text)).toEqual([]);
  });
});

describe('Counted advice', () => {
  it('gives orders where each item demands something, and else none', () => {
    const advice = (...items: [string, string]) =>
      shapeOf(`总监何苗肯定了成绩，同时提出两点建议：一是${items[0]}；二是${items[1]}。`);
    expect(advice('要管住源头', '要管好渠道，逐段清淤')).toEqual(['ordinal 2']);
    expect(advice('增加泵站', '减少报送')).toEqual([]);
  });
});

describe('Items that end with those who must do them', () => {
  it('are orders without a bracket too, whatever their first words', () => {
    const text = [
      '（一）巡堤不够细致',
      '1.在汛期前对全县67座水闸逐一检查。责任单位：县水务局；完成时限：4月底前。',
      '2.夜间巡堤两人一班。责任单位：各镇；完成时限：5月底前。',
    ].join('\n');
    expect(shapeOf(text)).toEqual(['numbered 2']);
  });
});
