import { expect, test } from 'vitest';
import { isLedByBody } from './actors.ts';

test.each([
  ['各二级学院开展自查。', true],
  ['市直各单位抓好整改。', true],
  ['全体干部职工学习文件。', true],
  ['各级党组织开展学习。', true],
  ['由市委农办一月一调度。', true],
  ['超计划用水的，镇水费收缴小组按梯级收取。', true],
  ['没有河长的支渠，由村委会兜底巡查。', true],
  ['发展规划处9月中旬前拿出初稿。', true],
  ['研究生院每年组织一次讲座。', true],
  ['各林场11月10日前自查。', true],
  ['县气象台、县水文站分别做好预报。', true],
  ['各站彻底地清理渠道。', true],
  ['县委、县政府对清淤高度重视，县长作出批示。', false],
  ['她代表县水务局看望巡堤人员。', false],
  ['河道已经清完。', false],
  ['天气转暖。', false],
])('%s begins with a public body that acts, or not', (text, expected) => {
  expect(isLedByBody(text, { start: 0, end: text.length })).toBe(expected);
});
