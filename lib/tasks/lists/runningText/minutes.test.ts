import { describe, expect, it } from 'vitest';
import { inShort, read } from '@/test/support/inShort.ts';

describe('Orders on the line below their introduction', () => {
  it('are those of a meeting that resolves', () => {
    const text = [
      '会议纪要如下：',
      '一、研究码头搬迁工作',
      '会议听取了汇报。会议议定：',
      '由县港航公司作为业主，6月底前完成选址；县财政局负责筹措资金；南渡镇政府牵头征地。',
      '二、研究校车工作',
      '会议明确：',
      '县教育局牵头核定线路；县公安局逐车检查。',
    ].join('\n');
    expect(read(text).taskLists.map(({ tasks }) => tasks.length)).toEqual([3, 2]);
  });
  it('are the lines below 通知如下。, also where bodies act without 要', () => {
    const text =
      '现就假期值班工作通知如下。\n各班组要备足沙袋。\n维修科会同保安科对水泵进行一次检查。\n遇有险情，立即报告总值班。\n附件另发。';
    expect(inShort(text)).toMatchObject([{ form: 'numbered', tasks: { length: 3 } }]);
  });
  it('are the paragraphs below a bare heading of demands', () => {
    const text =
      '一、背景说明\n今年雨水多。\n二、工作要求\n各镇要把沟渠清一遍。\n坚持群众自愿，不得摊派。\n县水利局按月通报进度。';
    expect(inShort(text)).toMatchObject([{ section: '二、工作要求', tasks: { length: 3 } }]);
  });
  it('begin a list anew behind numbered cases', () => {
    const text = [
      '现将有关情况通报如下：',
      '1.南渡站台账不全问题。2024年该站漏记12次。',
      '2.北渡站私用车辆问题。2024年该站出车3次。',
      '上述问题教训深刻。县水利局要求：',
      '1.各站要对照检查；',
      '2.各镇要逐站复核。',
    ].join('\n');
    expect(inShort(text)).toMatchObject([{ form: 'numbered', by: '县水利局', tasks: { length: 2 } }]);
  });
});

describe('What a meeting hands out', () => {
  it('is an order for each thing, however long its name', () => {
    const text =
      '会议决定：要尽快收尾。北岸老街停车场建设及斜坡绿化提升由何苗牵头，北岸镇落实；水泵由方宁牵头，水务站落实；督查组负责每天报送进度。';
    expect(inShort(text)).toMatchObject([{ by: '会议', tasks: { length: 4 } }]);
  });
});

describe('Work that somebody hands out above numbered lines', () => {
  const items = '1.水泵检修工作，确保汛前能用。\n2.沙袋装运工作，备足三百袋。\n3.沟渠全面查看，补种护坡草。';
  it.each([
    '会议主要内容：何苗对春灌准备工作进行布置',
    '何苗对春灌准备工作进行了部署：',
    '会上，何苗对春灌准备工作进行了安排部署',
  ])('belongs to that person: %s', (lead) => {
    const text = `何苗主持召开站务会。\n${lead}\n${items}\n确保春灌顺利。`;
    expect(inShort(text)).toMatchObject([{ form: 'numbered', by: '何苗', tasks: { length: 3 } }]);
  });
  it.each(['何苗对上周工作进行了总结', '何苗介绍了工程布置'])('is none below %s', (lead) => {
    expect(inShort(`${lead}\n1.水泵检修，已经完工。\n2.沙袋装运，基本到位。`)).toEqual([]);
  });
  it('may be named in a line with a colon: 何苗镇长调度清淤工作：', () => {
    const text = '3月5日何苗镇长调度清淤工作：\n一、要备足沙袋。各村要清点；\n二、要逐段清淤。';
    expect(inShort(text)).toMatchObject([{ by: '何苗', tasks: { length: 2 } }]);
  });
  it.each(['调度', '布置', '交办'])('may be named by 何苗%s防汛工作：', (verb) => {
    const text = `3月9日青山镇镇长何苗${verb}防汛工作：一要备足沙袋；二要轮流值守；三要畅通信息。`;
    expect(inShort(text)).toMatchObject([{ by: '何苗', tasks: { length: 3 } }]);
  });
  it('is none where the lines tell what was done', () => {
    const text = '镇长何苗调度清淤工作：\n一、水站已备料，沙袋装满。\n二、各村已轮流巡堤。';
    expect(inShort(text)).toEqual([]);
  });
});

describe('Orders behind a colon without a verb of speech', () => {
  it.each([
    ['镇长何苗把话说在明处：要修好水泵；各村要清好沟渠。', '何苗'],
    ['镇长何苗给各村布置了任务：①各村要清好沟渠；②水管所牵头检修水泵。', '何苗'],
  ])('%s', (text, by) => {
    expect(inShort(text)).toMatchObject([{ by, tasks: { length: 2 } }]);
  });
  it.each(['镇长何苗总结了三条经验：要修好水泵；各村要清好沟渠。', '镇长何苗说起难处：水泵旧；沟渠堵。'])(
    'are none in %s',
    (text) => {
      expect(inShort(text)).toEqual([]);
    },
  );
});

describe('Two bodies in one sentence', () => {
  it('have an order each', () => {
    const text = '局长何苗强调，各站要备足沙袋；水管所派出两组人员巡堤。';
    expect(inShort(text)).toMatchObject([{ tasks: ['|各站要备足沙袋', '|水管所派出两组人'] }]);
  });
  it('are one order where the second part names nobody', () => {
    expect(inShort('局长何苗强调，各站要备足沙袋；沙袋装满为止。')).toEqual([]);
  });
});

describe('Speakers by office', () => {
  it.each([
    ['市长当场叫来负责人，严肃指出：水泵要修好。沟渠要清好。', '市长'],
    ['馆长听取汇报后强调，其一，守住库房；其二，管好展柜。', '馆长'],
    ['副县长乌云高娃踩着积水走进泵站。乌云高娃指出，要修好水泵。要清好沟渠。', '乌云高娃'],
    ['镇长拓跋苗要求，要修好水泵；要清好沟渠。', '拓跋苗'],
    ['會議由副市長何苗主持。何苗裁示：工務局應修好水泵；環保局應清好溝渠。', '何苗'],
  ])('%s', (text, by) => {
    expect(inShort(text)).toMatchObject([{ by }]);
  });
});

describe('Rows with empty cells', () => {
  it('lack their last cells where the first is a body', () => {
    const text =
      '牵头单位\t主要任务\t完成时间\t备注\n县水利局\t检修水泵\t6月底\n县教育局\t检查校车\t7月底\t分批';
    expect(read(text).taskLists[0]?.tasks.map((task) => [task.text, task.responsible])).toEqual([
      ['检修水泵', ['县水利局']],
      ['检查校车', ['县教育局']],
    ]);
  });

  it('lack their last cells where the first is a number', () => {
    const text =
      '序号\t任务内容\t牵头单位\t配合单位\n1\t检修水泵\t县水利局\t县住建局\n2\t播放公益短片\t县文旅局';
    expect(read(text).taskLists[0]?.tasks.map((task) => [task.text, task.responsible])).toEqual([
      ['检修水泵', ['县水利局', '县住建局']],
      ['播放公益短片', ['县文旅局']],
    ]);
  });
});

describe('A table of tasks in minutes', () => {
  const table = '序号\t工作任务\t责任单位\n1\t检修水泵\t县水利局\n2\t登记商户\t县住建局';
  it('is the meeting’s where the meeting divides the work, under its topic', () => {
    const text = `二、研究码头搬迁工作\n会议原则同意搬迁方案，决定分两批实施。任务分工如下：\n${table}`;
    expect(inShort(text)).toMatchObject([
      { form: 'table', by: '会议', section: '二、研究码头搬迁工作', tasks: { length: 2 } },
    ]);
  });
  it('is nobody’s below other lines', () => {
    expect(inShort(`会议听取了汇报。\n任务分工如下：\n${table}`)).toMatchObject([{ by: null }]);
  });
});
