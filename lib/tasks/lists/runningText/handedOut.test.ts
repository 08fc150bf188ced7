import { describe, expect, it } from 'vitest';
import { inShort, read } from '@/test/support/inShort.ts';

/** Shortens each list of a text to its speaker and the public bodies of its tasks. */
const bodiesOf = (text: string, own = {}) =>
  read(text, own).taskLists.map(({ speaker, tasks }) => [
    speaker?.name ?? null,
    ...tasks.map(({ responsible }) => responsible.join('、')),
  ]);

describe('What is handed out, thing by thing', () => {
  it.each([
    ['县长何苗现场明确了三件事：沙袋由水利局备足；道路由交通局抢通；灯具由城管局更换。', '何苗'],
    [
      '县长何苗当场拍板：沙袋的事，水利局三天内办好；道路问题，交通局牵头抢通；灯具方面，城管局更换。',
      '何苗',
    ],
    ['县长何苗当场拍板：沙袋，水利局三天内备好；道路，由交通局抢通；灯具，城管局更换。', '何苗'],
    ['会议研究决定：\n1.由水利局备足沙袋。\n2.由交通局抢通道路。\n3.城管局负责更换灯具。', '会议'],
  ])('%s', (text, by) => {
    expect(bodiesOf(text)).toEqual([[by, '水利局', '交通局', '城管局']]);
  });
  it('is none where the parts tell how things are', () => {
    expect(bodiesOf('县长何苗讲了三件事：沙袋缺了一半；道路塌了两处；灯具坏了。')).toEqual([]);
  });
  it('is none where the parts tell what was done, and when', () => {
    expect(bodiesOf('县长何苗指出：去年，水利局备足了沙袋；汛期前，交通局抢通了道路。')).toEqual([]);
  });
  it('counts by words without a measure', () => {
    const text =
      '县长何苗要求做到“三到位”：沙袋到位，各站要备足；人员到位，各村要轮值；信息到位，镇办要报送。';
    expect(inShort(text)).toMatchObject([{ announced: 3, tasks: { length: 3 } }]);
  });
});

describe('Parts of a sentence that each say who acts', () => {
  it.each([
    '县长何苗指出，汛期到了。各村干部要守堤；水利局把沙袋备足；卫生院在每个渡口设救护站。',
    '县长何苗要求，水利局要备足沙袋；交通局要抢通道路；“涉水”纠纷处理由司法局牵头。',
  ])('are an order each, in the words of somebody who demands: %s', (text) => {
    expect(inShort(text)).toMatchObject([{ form: 'parallel', tasks: { length: 3 } }]);
  });
  it('are one where a part names nobody', () => {
    const text = '县长何苗指出，汛期到了。要备足沙袋。各村要守堤；沙袋受潮，白费力气。';
    expect(inShort(text)).toMatchObject([{ tasks: ['|要备足沙袋', '|各村要守堤；沙袋'] }]);
  });
});

describe('Who acts in the manner of an order', () => {
  it('has an order of each sentence', () => {
    const text = '镇长何苗要求，电厂要保供。渔政船轮流出海。村“两委”逐户上门。';
    expect(inShort(text)).toMatchObject([{ tasks: { length: 3 } }]);
  });
  it('gives no order in what has happened', () => {
    const text = '镇长何苗要求，电厂要保供。各村要巡堤。渔政船轮流出海守了三夜。';
    expect(inShort(text)).toMatchObject([{ tasks: { length: 2 } }]);
  });
});

describe('Markers', () => {
  it.each([
    ['A.', 'B.'],
    ['Ⅰ．', 'Ⅱ．'],
    ['甲、', '乙、'],
    ['☆', '☆'],
    ['【压实责任】', '【抓紧排查】'],
  ])('%s at the beginning of lines are no part of a body', (one, two) => {
    const text = `县长何苗要求：\n${one}各站要备足沙袋。\n${two}各村要叫醒老人。`;
    expect(bodiesOf(text)).toEqual([['何苗', '各站', '各村']]);
  });
  it('may be 第一个 and 第二项任务', () => {
    const text = '县长何苗提了两个要求：第一个，各站备足沙袋。第二个，各村叫醒老人。';
    expect(inShort(text)).toMatchObject([{ form: 'ordinal', tasks: { length: 2 } }]);
  });
  it('may be a dash inside the line that introduces the list', () => {
    const text = '提醒函要求，——各站要备足沙袋。\n——各村要叫醒老人。\n——水利局要检修水泵。';
    expect(inShort(text)).toMatchObject([{ tasks: { length: 3 } }]);
  });
  it('in a quotation may have their speaker after it', () => {
    const text = '“一是要备足沙袋，二是要叫醒老人，三是要检修水泵。”县长何苗要求。';
    const [list] = read(text).taskLists;
    expect([list?.speaker?.name, list?.tasks.at(-1)?.text]).toEqual(['何苗', '要检修水泵']);
  });
});

describe('Lines that end with those responsible', () => {
  it('are orders without a speaker', () => {
    const text =
      '现将民生实事分工公布如下，接受监督。\n项目：水闸。9月底前修好（责任单位：镇水管站）\n项目：路灯。安装200盏（牵头单位：镇村建办）\n监督电话：12345。';
    expect(bodiesOf(text)).toEqual([[null, '镇水管站', '镇村建办']]);
  });
});

describe('Tables of those who act', () => {
  const table = (heads: string) =>
    `分工如下。\n${heads}\n水务站\t检修水泵，备足沙袋\t6月1日前\n各村\t叫醒老人\t今晚`;
  it.each(['单位\t主要任务\t完成时间', '部门\t工作职责\t完成时限'])('assign work: %s', (heads) => {
    expect(bodiesOf(table(heads))).toEqual([[null, '水务站', '各村']]);
  });
  it.each(['单位\t检查内容\t结果', '单位\t数量\t完成时间'])('show something else: %s', (heads) => {
    expect(bodiesOf(table(heads))).toEqual([]);
  });
});

describe('A statement before demands', () => {
  it('is none of them', () => {
    const text = '局长何苗说，集市要干干净净。她要求，各站要走访摊位；各村要清运垃圾。';
    expect(bodiesOf(text)).toEqual([['何苗', '各站', '各村']]);
  });
  it('is one where it names who must act', () => {
    const text = '局长何苗说，各镇要看好集市。她要求，各站要走访摊位。';
    expect(bodiesOf(text)).toEqual([['何苗', '各镇', '各站']]);
  });
});

describe('Words that begin like the name of a body', () => {
  it('name it only where they end there', () => {
    const text =
      '会议指出，市场处置要有序，市场部署要周密。市场处要在9月底前组织对接。县审计局适时开展审计。';
    expect(bodiesOf(text)).toEqual([['会议', '', '市场处', '县审计局']]);
  });
});

describe('Paragraphs of an official notice', () => {
  it('name no kind of person or way as a body', () => {
    const text =
      '县长何苗要求，年轻医师定期下沉，带着方子到乡镇坐诊。村卫生室要备药。可由邻村卫生室代诊。进站三天仍无住处的报告县局。';
    expect(bodiesOf(text).flat().join()).not.toMatch(/医师|带着|邻村|进站/);
  });
  it('have no tasks under headings of a job offer or a check', () => {
    const text =
      '一、招聘岗位\n护士3名。\n二、招聘程序\n报名、面试、体检。\n三、检查对象和范围\n本次检查对象为企业8户。';
    expect(bodiesOf(text, { issuer: '县医院' })).toEqual([]);
  });
});
