import { describe, expect, it } from 'vitest';
import { read } from '@/test/support/inShort.ts';

/** Shortens each list of a text to its speaker and the words of its tasks. */
const listsOf = (text: string) =>
  read(text).taskLists.map(({ speaker, tasks }) => [
    speaker?.name ?? null,
    ...tasks.map((task) => task.text),
  ]);

describe('Who demands is known by the place', () => {
  it.each([
    ['青山要求，', '青山'],
    ['青山水运段要求，', '青山水运段'],
    ['青山电站还强调，', '青山电站'],
    ['县水务局紧急通知要求', '县水务局'],
    ['3月5日，县水运中心下发关于清淤的通知，要求', '县水运中心'],
    ['征求意见稿强调，', null],
    ['会议纪要要求，', null],
  ])('%s', (lead, by) => {
    expect(listsOf(`${lead}各站要备足沙袋。要逐段清淤。`)).toEqual([[by, '各站要备足沙袋', '要逐段清淤']]);
  });

  it.each([
    '事业发展要求，',
    '严明工作纪律要求，',
    '青山的要求，',
    '水利专家强调，',
    '村民要求，',
    '沿岸居民反复强调，',
  ])('and nobody demands in %s', (lead) => {
    expect(listsOf(`${lead}要备足沙袋。要逐段清淤。`)).toEqual([]);
  });

  it('nobody, where the words behind it order nothing at once', () => {
    expect(listsOf('青山要求，坚决防止决口。要备足沙袋。要逐段清淤。')).toEqual([]);
  });
});

describe('An official whom only the office names', () => {
  it.each([
    ['会后，分管副市长留下来作了安排，要求', '分管副市长'],
    ['生产副总经理随后安排了检修，要求', '生产副总经理'],
  ])('speaks in %s, and nobody named before', (lead, by) => {
    const text = `总经理何苗强调，要抓好安全。要抓好生产。\n${lead}各站要备足沙袋；各村必须逐段清淤。`;
    expect(listsOf(text).map(([name]) => name)).toEqual(['何苗', by]);
  });
});

describe('A meeting', () => {
  it('is the speaker after 会商, and not the person named before', () => {
    expect(listsOf('县长何苗要求抓紧清淤。副县长李平主持会商。\n会商强调，要备足沙袋。要逐段清淤。')).toEqual(
      [['会议', '要备足沙袋', '要逐段清淤']],
    );
  });

  it('that passes on what another demanded demands nothing by that', () => {
    expect(
      listsOf(
        '县水务局召开会议，传达学习全会精神及县委常委会（扩大）会议要求，研究具体措施。\n会议强调，要备足沙袋。要逐段清淤。',
      ),
    ).toEqual([['会议', '要备足沙袋', '要逐段清淤']]);
  });
});

describe('Who is ordered stands between 要求 and 要', () => {
  it.each([
    ['县水务局党总支要求与会人员要学懂规程；要练熟操作。', ['与会人员要学懂规程', '要练熟操作']],
    ['会议要求参训站长必须逐段清淤。要备足沙袋。', ['参训站长必须逐段清淤', '要备足沙袋']],
    ['会议要求各单位 加大清淤力度。各镇要备足沙袋。', ['各单位 加大清淤力度', '各镇要备足沙袋']],
    [
      '会议要求各单位按照《预案》要求，备足沙袋。各镇要清淤。',
      ['各单位按照《预案》要求，备足沙袋', '各镇要清淤'],
    ],
    [
      '会议要求各级水上交通管理部门督促渡口停航。成立专门队伍。',
      ['各级水上交通管理部门督促渡口停航', '成立专门队伍'],
    ],
  ])('%s', (text, tasks) => {
    expect(listsOf(text).map(([, ...own]) => own)).toEqual([tasks]);
  });

  it('and goes on with 同时，要求 on the next line', () => {
    const text = '会议要求各单位备足沙袋。\n同时，要求各单位按照预案，逐段清淤。';
    expect(listsOf(text)).toEqual([['会议', '各单位备足沙袋', '各单位按照预案，逐段清淤']]);
  });

  it.each([
    '县水务局达到要求的企业要公示名单。要清点物资。',
    '水务站按照县水务局要求与会人员要签到的规定，印了名册。去年，各站已完成清淤。',
  ])('but nobody is ordered in %s', (text) => {
    expect(listsOf(text)).toEqual([]);
  });
});

describe('A requirement as the object of an order', () => {
  it('introduces no words: 要贯彻落实…会议要求，', () => {
    const text = '会议强调，各站要贯彻落实全县防汛会议要求，备足沙袋。各镇要逐段清淤。';
    expect(listsOf(text)).toEqual([['会议', '各站要贯彻落实全县防汛会议要求，备足沙袋', '各镇要逐段清淤']]);
  });

  it('is no obstacle to a demand at a meeting about carrying out', () => {
    expect(listsOf('镇长何苗在防汛工作落实推进会上要求，要备足沙袋。要逐段清淤。')).toEqual([
      ['何苗', '要备足沙袋', '要逐段清淤'],
    ]);
  });

  it('announces no demands behind 提出 and thoughts', () => {
    const text =
      '会议指出，县委书记何苗的讲话，提出了许多新思想新要求，为治水指明了方向。各站要备足沙袋。各镇要逐段清淤。';
    expect(listsOf(text)).toEqual([['会议', '各站要备足沙袋', '各镇要逐段清淤']]);
  });
});

describe('What a document says', () => {
  it('orders only with 要 behind 明确', () => {
    const text = '《意见》明确，从严查处私占河道行为。各站要逐段清淤。各镇要备足沙袋。';
    expect(listsOf(text)).toEqual([[null, '各站要逐段清淤', '各镇要备足沙袋']]);
  });

  it('orders behind 要求 without 要', () => {
    const text = '《意见》要求，从严查处私占河道行为。各站要逐段清淤。';
    expect(listsOf(text)).toEqual([[null, '从严查处私占河道行为', '各站要逐段清淤']]);
  });
});

describe('A document', () => {
  it('goes on with its list on the next line', () => {
    const text = '《通知》要求，各站要备足沙袋。\n《通知》强调，各镇要逐段清淤。各村要巡堤。';
    expect(listsOf(text)).toEqual([[null, '各站要备足沙袋', '各镇要逐段清淤', '各村要巡堤']]);
  });

  it('orders what stands in the items of a list in which it speaks', () => {
    const text =
      '县水务局印发《清淤通知》。\n一是管住源头。《通知》要求，各站要巡查。\n二是疏通渠道。《通知》要求，各镇要清淤。\n' +
      '三是备足物资。《通知》要求，各村要备沙袋。\n《通知》强调，各地要高度重视。';
    expect(listsOf(text)).toEqual([
      [
        null,
        '管住源头。《通知》要求，各站要巡查',
        '疏通渠道。《通知》要求，各镇要清淤',
        '备足物资。《通知》要求，各村要备沙袋',
      ],
    ]);
  });

  it('is reported where it requires something of those whom it is about', () => {
    const text = '镇长何苗说，要管好泵站。\n草案对用水户作了规定，要求其不得转租泵站；不得私接水管。';
    expect(listsOf(text)).toEqual([]);
  });

  it('is no bar to a demand to others', () => {
    expect(listsOf('会议要求其他各站不得转租泵站。要逐段清淤。')).toEqual([
      ['会议', '其他各站不得转租泵站', '要逐段清淤'],
    ]);
  });
});

describe('A document that goes on to demand, without a subject', () => {
  it.each([
    ['《通知》要求，要疏通渠道。要求各地备足沙袋。要逐段清淤。', '各地备足沙袋'],
    ['《通知》明确，要疏通渠道。强调各站严格落实值守。要逐段清淤。', '各站严格落实值守'],
  ])('%s', (text, own) => {
    expect(listsOf(text)).toEqual([[null, '要疏通渠道', own, '要逐段清淤']]);
  });
});

describe('Words about what a meeting will demand', () => {
  it('begin no speech', () => {
    const text = '《通知》要求，要疏通渠道。下月的全会将对清淤作出全面部署。各站要备足沙袋。';
    expect(listsOf(text)).toEqual([[null, expect.stringContaining('要疏通渠道'), '各站要备足沙袋']]);
  });
});
