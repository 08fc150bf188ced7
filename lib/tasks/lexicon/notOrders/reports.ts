import { anyOf, patternOf, type Rules } from '../../rules.ts';

/** Sentences with which a report goes on after the words of a speaker: actions, other persons, attendance. */
export const REPORTS: Rules = [
  // ✓ 会上，三个镇作了交流发言。
  // ✓ 会议还审议了其他事项。
  // ✓ 会议讨论并原则通过有关办法。
  // ✓ 据了解，该项目明年投用。
  // ✗ 会后，各单位要抓好落实。
  {
    name: 'opens as a report',
    pattern:
      /^(?:会上|会前|会议期间|会议(?:还|由|讨论|部署了|审议|听取|研究|通报|传达|学习|宣读|通过|决定|原则|认为|最后|以)|随后|其间|期间|活动中|座谈中|调研中|调研期间|当天|当日|据悉|据了解|据介绍|记者)/,
  },
  // ✓ 在华兴公司，他希望企业加大研发投入。
  // ✓ 来到城东泵站，她询问了设备运行情况。
  // ✓ 在青山水厂，廖芹查看了加药间。
  // ✗ 在防汛关键期，各镇要加强值守。
  {
    name: 'what the speaker does elsewhere',
    pattern:
      /^(?:在|来到|走进|随后)[^，。；]{2,24}，(?:(?:他|她)(?!们)|[^，。；：要]{2,6}(?:查看|察看|了解|询问|听取|走访|参观|观看|考察|慰问|看望|检查|观摩)了)/,
  },
  // ✓ “这些措施很及时。”水务专家陈立说，要警惕反弹。
  // ✓ 水务专家陈立告诉记者，要警惕反弹。
  // ✓ 游客李四说，要多来几次。
  // ✗ “一网通办”要全面推行。
  // ✗ 俗话说，水要早治。
  {
    name: 'what somebody is quoted as saying',
    pattern:
      /^“[^”]{2,100}[。！？，]”[^。；]{0,30}(?:说|表示|介绍|坦言|感慨)|^[^，。；：要]{2,24}(?:告诉记者|坦言|感慨地?说)[，：]|^[\u4e00-\u9fff]{3,10}(?<![话言来如讲得地再以该])说，/,
  },
  // ✓ 对村民反映的路灯问题，镇供电所表示已列入计划。
  // ✓ 关于停水一事，水务公司表示将提前告知。
  // ✗ 各镇要公开表示欠款的数额。
  {
    name: 'what somebody replies',
    pattern: /^(?:对|关于|针对)[^，。；：要]{2,40}，[^，。；：要]{2,12}表示(?:，|已|将)/,
  },
  // ✓ 今年水法宣传周的主题是“节水优先”。
  // ✗ 今年的主题教育要抓实。
  {
    name: 'the theme of a day or week',
    pattern: /^(?:今年|本次|此次|本届)[^，。；：要]{0,24}(?:主题|口号)[是为]/,
  },
  // ✓ 《条例》共六章，明确了各镇应当清淤；提出要建立台账。
  // ✗ 《条例》要求，各镇要清淤。
  {
    name: 'what a document contains',
    pattern: /^《[^》]{2,40}》(?:[^。；]{0,24}，)?(?:还|也)?(?:明确|规定|提出)了/,
  },
  // ✓ 所有参会人员现场签订了承诺书。
  // ✗ 参会人员要签订承诺书。
  {
    name: 'what those present did',
    pattern:
      /^[^，。；要]{0,8}(?:参会|与会|到会|参训)(?:人员|同志|代表|干部)[^，。；要]{0,6}(?:签订|签署|观看|参观|学习|表示|观摩|交流)了/,
  },
  // ✓ 市直有关部门负责人参加会议。
  // ✓ 王海陪同调研。
  // ✓ 各站负责人出席了此次汇报会。
  {
    name: 'who was there',
    pattern:
      /^[^。；]{2,120}(?:参加|出席|列席|陪同)了?(上述|有关|相关|[此本这]次)?(会议|大会|[\u4e00-\u9fff]{1,4}会|调研|活动|检查|培训|座谈|督导|督查)?[。；]?$/,
  },
];

/**
 * Every sentence that `REPORTS` matches begins with one of these characters, or contains one of these words. Other
 * sentences are not tried on `REPORTS`, to save time.
 */
const MAY_REPORT =
  /^[会随其期活座调当据记在来走今本此“《]|告诉记者|[参与到]会|参训|坦言|感慨|说，|表示[，已将]|参加|出席|列席|陪同/;

const CONTENTS = patternOf(REPORTS, 'what a document contains');

/** Whether a sentence tells what a document contains: 《条例》明确了…；提出要…. The 提出 in it introduces nobody's demands. */
export const tellsContents = (sentence: string): boolean =>
  sentence.startsWith('《') && CONTENTS.test(sentence.slice(0, 100));

/** Whether a sentence continues the report, so that the speaker's words have ended. */
export const isReport = (sentence: string): boolean => {
  const head = sentence.slice(0, 160);
  return MAY_REPORT.test(head) && anyOf(REPORTS, head);
};
