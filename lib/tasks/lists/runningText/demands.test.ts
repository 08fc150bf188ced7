import { describe, expect, it } from 'vitest';
import { read } from '@/test/support/inShort.ts';

/** Shortens each list of a text to its speaker, its form and the words of its tasks. */
const listsOf = (text: string) =>
  read(text).taskLists.map(({ speaker, form, tasks }) => [
    speaker?.name ?? null,
    form,
    ...tasks.map((task) => task.text),
  ]);

describe('A report in the order of its events', () => {
  it('has lists of its own behind 首先 and 最后, where persons act', () => {
    const text =
      '首先，水务局副局长何苗同志对各站提出了2024年春季渠道疏浚工作的具体要求，一要备足沙袋；二要逐段清淤。' +
      '随后，水务站方宁介绍了预案。最后，局长柳青做清淤工作总体布置，一是要备足劳力；二是要看住闸口。';
    expect(listsOf(text)).toEqual([
      ['何苗', 'ordinal', '备足沙袋', '逐段清淤'],
      ['柳青', 'ordinal', '要备足劳力', '要看住闸口'],
    ]);
  });

  it('goes on with the person of the sentence before, behind 其次', () => {
    const text =
      '首先，副局长何苗代表水务局向学员表示欢迎。其次，对培训工作提出重点要求，一是要学懂规程；二是要练熟操作。';
    expect(listsOf(text)).toEqual([['何苗', 'ordinal', '要学懂规程', '要练熟操作']]);
  });

  it('is none where the orders themselves stand behind 首先 and 最后', () => {
    const text = '镇长何苗强调，首先，要备足沙袋。其次，要逐段清淤。最后，要轮班值守。';
    expect(listsOf(text)).toEqual([['何苗', 'ordinal', '要备足沙袋', '要逐段清淤', '要轮班值守']]);
  });
});

describe('A list of demands in a paragraph of its own', () => {
  const list = '一是要清淤；二是要巡堤；三是要备料。';

  it('needs nobody who speaks above', () => {
    expect(listsOf(`局长何苗到泵站调研。\n${list}`)).toEqual([
      [null, 'ordinal', '要清淤', '要巡堤', '要备料'],
    ]);
  });

  it('is advice below a question', () => {
    expect(listsOf(`泵站如何转型？\n${list}`)).toEqual([]);
  });
});

describe('A paragraph of demands below the words of a person', () => {
  it('goes on with them', () => {
    const text = '镇长何苗强调，汛期将至。\n今年的形势更加严峻。要逐段清淤。水涨得越快，越要盯紧险段。';
    expect(listsOf(text)).toEqual([['何苗', 'parallel', '要逐段清淤', '越要盯紧险段']]);
  });

  it('does not where somebody else speaks in it', () => {
    const text = '镇长何苗强调，汛期将至。\n今年的形势更加严峻。副镇长方宁要求，要逐段清淤。要盯紧险段。';
    expect(listsOf(text)).toEqual([['方宁', 'parallel', '要逐段清淤', '要盯紧险段']]);
  });
});

describe('A number of measures that exist already', () => {
  it('announces no list behind it', () => {
    const count = (words: string) =>
      read(`会议强调，${words}一要清淤。二要巡堤。`).taskLists[0]?.announcedCount;
    expect(count('要落实二十条措施，做好防汛。')).toBeNull();
    expect(count('要落实两项措施：')).toBe(2);
  });
});

describe('A word of speech that is a noun', () => {
  it('hides no demand behind it: 听取情况介绍', () => {
    const text =
      '局长何苗听取了各站的情况介绍，对渠道管护如何落到实处提出了具体要求，一是各村要定人定段；二是水务站要逐月通报。';
    expect(listsOf(text)).toEqual([['何苗', 'ordinal', '各村要定人定段', '水务站要逐月通报']]);
  });

  it('introduces nothing behind 依照', () => {
    const text = '水务站依照县水务局要求统一制定了预案。所有值守人员一律挂牌上岗。严格按照规程落实每个步骤。';
    expect(listsOf(text)).toEqual([]);
  });
});

describe('Who demands', () => {
  it.each([
    ['县水务局党总支要求，', '县水务局党总支'],
    ['县水务局监察室要求，', '县水务局监察室'],
    ['局长何苗称，', '何苗'],
    ['县水务局明确指出，', '县水务局'],
    ['水务协会、渔业学会主任委员何苗做了总结，强调', '何苗'],
    ['站长方宁、支书何苗强调，', '方宁'],
    ['县长何苗作动员讲话。她指出，改革已有半年。她强调，', '何苗'],
    ['局长何苗作了春灌工作部署，', '何苗'],
    ['副书记何苗汇报了防汛准备情况。他强调，', '何苗'],
  ])('is known in %s', (lead, by) => {
    const orders = '要备足沙袋。各站要逐段清淤。';
    expect(listsOf(lead + orders)).toEqual([[by, 'parallel', '要备足沙袋', '各站要逐段清淤']]);
  });

  it.each([
    '党支部书记何苗汇报了学习体会。她表示，要把学到的用到治水上。要坚持原则。',
    '何苗教授认为，一是要守住标准；二是要公开公正；三是要练好内功。',
    '泵站简称，要按规程登记。要挂牌。',
  ])('is nobody in %s', (text) => {
    expect(listsOf(text)).toEqual([]);
  });

  it('can be a scholar who announces demands', () => {
    const text = '何苗教授对水利认证工作提出三点要求：一是要守住标准；二是要公开公正；三是要练好内功。';
    expect(listsOf(text)).toMatchObject([
      [expect.anything(), 'ordinal', '要守住标准', '要公开公正', '要练好内功'],
    ]);
  });

  it('can be a person who announces three hopes', () => {
    const text = '工会主席何苗对工会工作提出三个希望：一是要守纪律。二是要讲团结。三是要多下村。';
    expect(listsOf(text)).toEqual([['何苗', 'ordinal', '要守纪律', '要讲团结', '要多下村']]);
  });
});

describe('The last item of an ordinal list', () => {
  it('has the orders to everybody behind it in the same paragraph', () => {
    const text =
      '局长何苗强调了三点意见，一是认清形势。二是把握重点。三是担起责任。各级党员干部要带头上堤。水务站要组织突击队。';
    expect(listsOf(text)[0]!.at(-1)).toBe('担起责任。各级党员干部要带头上堤。水务站要组织突击队');
  });

  it('has what the same person says inside it, as the items before', () => {
    const text =
      '局长何苗提出两点要求。一是绷紧防汛之弦。何局长表示，各站要备足沙袋。二是看住渠道。何局长强调，各村要逐段巡查。';
    expect(listsOf(text)[0]!.at(-1)).toBe('看住渠道。何局长强调，各村要逐段巡查');
  });

  it('ends where another person speaks, or 同时 begins another order', () => {
    const list = '局长何苗强调三点。一要备泵。二要清淤。三要值守。';
    for (const more of ['县长柳青强调，各镇要加强会商。', '同时，要抓好食堂管理。'])
      expect(listsOf(list + more)[0]).toEqual(['何苗', 'ordinal', '备泵', '清淤', '值守']);
  });

  it('goes on with an order that only mentions a person', () => {
    const text =
      '书记柳青出席会议。会议强调，一要疏通渠道。要盯住闸口。二要值守。要把柳青书记关于值守的要求落到每个班次。';
    expect(listsOf(text)[0]!.at(-1)).toBe('值守。要把柳青书记关于值守的要求落到每个班次');
  });
});

describe('An order of a run', () => {
  const between = (order: string) => listsOf(`县长何苗强调，要全面动员。${order}。各镇要会商。`)[0]!.slice(2);

  it.each([
    '加强沿河院落尤其是低洼院落的巡查',
    '汛期值守期间，严格落实双岗，确保不脱岗',
    '充分挖潜、备足物资，持续提高抢险能力',
    '泵站要不失时机地检修',
    '渠道修建应符合安全的原则',
    '管网工程应于6月1日前完成',
  ])('is %s', (order) => {
    expect(between(order)).toEqual(['要全面动员', order, '各镇要会商']);
  });

  it.each(['充分的准备、周密的部署，为抢险提供了保障', '巡查是治水的重点', '县水务局将组织专家验收'])(
    'is not %s',
    (words) => {
      expect(between(words)).toEqual([`要全面动员。${words}`, '各镇要会商']);
    },
  );

  it('begins at 要, behind the matter that it is', () => {
    const text = '县长何苗强调，当前的首要任务，是要把渠道疏通。各镇要逐段登记。';
    expect(listsOf(text)).toEqual([['何苗', 'parallel', '要把渠道疏通', '各镇要逐段登记']]);
  });

  it('is not the reason in the first part of a sentence', () => {
    const text = '会议强调，清淤是治水的重点之一；各站要尽快备泵；各村要轮流巡堤。';
    expect(listsOf(text)).toEqual([['会议', 'parallel', '各站要尽快备泵', '各村要轮流巡堤']]);
  });

  it('has no wish behind it', () => {
    const text = '县长何苗强调，要备足沙袋。各镇要会商。他最后预祝清淤工程早日完工。';
    expect(listsOf(text)).toEqual([['何苗', 'parallel', '要备足沙袋', '各镇要会商']]);
  });
});

describe('A list that nobody speaks', () => {
  const lead = '汛期将至，青山水务站对各项工作进行了周密部署。\n';
  it('reports measures where some of them are done', () => {
    const text = `${lead}一是严格落实值守，闸工双岗。二是站长检修了水泵。三是各班组对水闸进行了清理。`;
    expect(listsOf(text)).toEqual([]);
  });

  it('gives orders where none is done', () => {
    const text = `${lead}一是严格落实值守，闸工要双岗。二是检修好水泵。三是各班组要清理水闸。`;
    expect(listsOf(text)).toMatchObject([[null, 'ordinal', {}, {}, {}]]);
  });

  it('is not introduced by a speaker above, behind a sentence of its own line', () => {
    const text = '镇长何苗强调，要疏通渠道。\n今年的梨长得好。首先是水足，要谢水站；其次是肥足，要谢农技站。';
    expect(listsOf(text)).toEqual([]);
  });
});

describe('Thanks and what has been done', () => {
  it('are no orders of a meeting', () => {
    const text = '会议强调，县水务局向守堤村民致以诚挚的感谢。各镇要备足沙袋。各村要清点人员。';
    expect(listsOf(text)).toEqual([['会议', 'parallel', '各镇要备足沙袋', '各村要清点人员']]);
  });
});
