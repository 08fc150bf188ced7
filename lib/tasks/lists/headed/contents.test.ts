import { describe, expect, it } from 'vitest';
import { inShort } from '@/test/support/inShort.ts';

/** Shortens each list of a text to its section and the markers of its tasks. */
const listsOf = (text: string, own = {}) =>
  inShort(text, own).map(({ section, tasks }) => [
    section ?? null,
    ...tasks.map((task) => task.split('|')[0]!),
  ]);

describe('The contents of a meeting', () => {
  const below = (...items: string[]) =>
    `周例会在水务站举行，会议由站长何苗主持，主要内容如下：\n${items.join('\n')}`;

  it('are orders of the meeting, also where an item has a topic first', () => {
    const text = below(
      '1、备足沙袋。会议要求各班组清点数量。',
      '2、做好巡堤安排。各班组要轮流值守。',
      '3、关于水泵检修。会议要求，维修科要逐台登记。',
    );
    expect(inShort(text)).toMatchObject([{ by: '会议', form: 'numbered', tasks: { length: 3 } }]);
  });

  it('leave out what the meeting did', () => {
    const text =
      '会议内容如下：\n1、总结上周工作。\n2、布置本周工作：各班组要检查电线。\n3、何苗强调，各班组要注意安全。';
    expect(listsOf(text)).toEqual([[null, '2、', '3、']]);
  });

  it.each([null, '县水务站'])('are none where the items report (issued by %s)', (issuer) => {
    const text = below(
      '1、通报上周检修情况。三处水泵已修好。',
      '2、听取预案汇报。方宁介绍了预案。',
      '3、传达县局会议精神。',
    );
    expect(inShort(text, { issuer })).toEqual([]);
  });

  it('keep the sentences of each topic apart where all items are topics', () => {
    const text = below(
      '1、关于水泵检修。会议要求，维修科要逐台登记。各班要配合。',
      '2、关于沙袋。会议要求，各村要备足沙袋。各村要报数。',
    );
    expect(inShort(text).flatMap(({ tasks }) => tasks)).toHaveLength(4);
  });
});

describe('Names of topics above items', () => {
  it('leave the items as tasks', () => {
    const text =
      '（一）开幕式\n（1）各班7:30集合，必须穿校服；\n（2）道具由学生会负责，5月8日前备好；\n（3）各班提供一面班旗，每个小组派出一名旗手。\n（二）闭幕式\n（1）各班必须清场；\n（2）教务处负责颁奖。';
    expect(listsOf(text)).toEqual([
      ['（一）开幕式', '（1）', '（2）', '（3）'],
      ['（二）闭幕式', '（1）', '（2）'],
    ]);
  });

  it('leave nothing where the items describe', () => {
    const text =
      '（一）水闸\n（1）水闸建于1960年。\n（2）水闸有三孔。\n（二）泵站\n（1）泵站建于1980年。\n（2）泵站装机三台。';
    expect(listsOf(text)).toEqual([]);
  });

  it('are tasks with measures where they order something', () => {
    const text =
      '各镇要做好以下工作：\n（一）疏通沟渠\n（1）各村要清淤。\n（2）各村要割草。\n（二）检修水泵\n（1）水务站要逐台登记。\n（2）水务站要备件。';
    expect(listsOf(text)).toEqual([[null, '（一）', '（二）']]);
  });
});

describe('A heading of demands with paragraphs below', () => {
  const notice = (...lines: string[]) => ['现就供水工作通知如下：', ...lines, '特此通知。'].join('\n');

  it('is no part of a task, and each sentence that orders is one', () => {
    const text = notice(
      '一、停水时段为3月1日至3月5日。其间，夜里10:00至次日6:00供水。',
      '二、工作要求',
      '水务站对所有阀门提前进行检查，保证能开关；对值班人员进行演练。检修公共水房的龙头，保证不漏。',
      '各村要做好宣传工作，上门通知。特别要提醒老人提前储水。这是去年的教训。',
      '各村要加强值守，随时报告。',
    );
    expect(inShort(text)).toMatchObject([
      {
        form: 'parallel',
        section: '二、工作要求',
        tasks: [
          '|水务站对所有阀门',
          '|检修公共水房的龙',
          '|各村要做好宣传工',
          '|特别要提醒老人提',
          '|各村要加强值守，',
        ],
      },
    ]);
  });

  it('keeps a period with an order in it', () => {
    const text = notice(
      '一、停水时段为3月1日至3月5日，各村要提前储水。',
      '二、各村要逐户通知。',
      '三、水务站要检修阀门。',
    );
    expect(listsOf(text)).toEqual([[null, '一、', '二、', '三、']]);
  });
});

describe('Items that begin with an order, beside headings with items', () => {
  const below = ['四、其他要求', '1.主办科室要主动征求意见。', '2.材料须经办公室审核。'];

  it('are tasks, with all their paragraphs', () => {
    const text = [
      '现开始征集议题，有关事项通知如下：',
      '一、征集截止本周三下午。',
      '二、请各科室尽快确定议题。',
      '确定议题后，请先告知办公室。',
      '三、请各科室填写审议单。',
      ...below,
    ].join('\n');
    expect(listsOf(text)).toEqual([
      [null, '二、', '三、'],
      ['四、其他要求', '1.', '2.'],
    ]);
  });

  it('are none where one stands alone', () => {
    const text = ['现通知如下：', '一、征集截止本周三下午。', '二、请各科室填写审议单。', ...below].join(
      '\n',
    );
    expect(listsOf(text)).toEqual([['四、其他要求', '1.', '2.']]);
  });
});
