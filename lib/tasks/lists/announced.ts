import { NUMERAL, numeral } from '../../chinese/numerals.ts';
import { matchesIn } from '../../chinese/patterns.ts';
import type { Rules } from '../rules.ts';

/** Words that announce a list together with the number of its items: 提出四点要求. Group 1 is the numeral. */
export const ANNOUNCED: Rules = [
  // ✓ 他提出四点要求
  // ✓ 从五个方面作了部署
  // ✓ 从三个层面提出要求
  // ✓ 从三个维度作了安排
  // ✓ 推出21项措施
  // ✓ 提出四大举措
  // ✓ 重点做好三件事
  // ✓ 抓好“三个环节”
  // ✓ 各镇要做到“四个抓牢”：
  // ✓ 我再强调三点，
  // ✓ 今天先定四件，
  // ✓ 他讲了四条：
  // ✓ 会议强调三个“盯”：
  // ✓ 做到“三个勤”：
  // ✓ 他讲了两层意思：
  // ✓ 他讲了三句话：
  // ✓ 做到四个“到人”：
  // ✓ 按以下“三必看”抓好落实：
  // ✓ 清淤分三个阶段进行：
  // ✗ 五个方面军
  // ✗ 坚决做到“两个维护”，
  // ✗ 清淤分三个阶段推进。
  {
    name: 'numeral before what is counted',
    pattern: new RegExp(
      `(?<![第\\d一二三四五六七八九十])(${NUMERAL})(?:个?(?:方面(?!军)|层面|维度|角度|层次)|点(?=[^钟\\d半]{0,6}(?:要求|意见|希望|建议|指示|工作|：))|(?<=(?:强调|提出|交办|[讲说谈定办])[^，。；：]{1,2})[点条项件](?=[，。：]|$)|(?:个)?大?项(?:[^，。；：\\d]{0,6})(?:工作|任务|措施|要求|举措|行动|内容|重点)|条[^，。；：]{0,6}(?:要求|措施|意见|举措|建议|政策)|大(?:举措|措施|任务|行动|要求)|件(?:大|实)?事|个(?:阶段|步骤)(?=[^，。；：]{0,6}：)|个(?:重点|关键|坚持|必须|着力|环节|聚焦|强化|突出|注重|确保|到位|(?!确立|维护|意识|自信|务必|允许|区分|代表|毫不|一以|不摘|结合)[\\u4e00-\\u9fff]{1,4}(?=”[：。，])|“[^”]{1,4}”(?=：|$))|必[\\u4e00-\\u9fff](?=”)|层意思|句话|方面)`,
    ),
  },
];

/** The patterns of `ANNOUNCED`, made to find every match. */
const EVERY = ANNOUNCED.map(({ pattern }) => new RegExp(pattern, 'g'));
/**
 * Every announcement contains a numeral with one of these measure words. Texts without one are not searched further, to
 * save time.
 */
const COUNTED = /[一二三四五六七八九十百两\d][个方点条项大件层必句]/;

/** How many UTF-16 units before an announced number are searched for the 《 of a title that contains the number. */
const LONGEST_TITLE = 20;

/** How many UTF-16 units before and after a number are searched for words that show that it announces no orders. */
const [BEFORE, BEHIND] = [60, 20];
/**
 * Words before a number, in the same sentence, that report what has been done: 做到了 in 做到了“四个到位” (has achieved the
 * “four in place”). Such a number announces no list of orders.
 */
const DONE_BEFORE =
  /(?:做到|实现|完成|取得|解决|形成|办成|落实|开展|查摆|总结|回顾|分析|肯定)了[^，。；：]{0,10}$|(?:以来|近年|过去|去年)(?![^。]*(?:提出|要求|强调|部署|安排|明确))[^。]*$/;
/** Words after a number that look back or report, so that no list of orders is announced: 从三个方面回顾了工作. */
const RECALLED_BEHIND =
  /^[^，。；：]{0,10}(?:回顾|总结(?!时)|汇报|通报|分析|剖析|介绍|肯定|概括|反思|讲解|解读|讲授|授课|宣讲)/;

/**
 * Words before the number of measures that exist already, so that no list follows: 落实 in 落实二十条优化措施 (carry out the
 * twenty improvements).
 */
const EXISTING_BEFORE = /(?:落实|贯彻|执行)[好了]?“?$/;
/** A colon after that number, which shows that the list of the measures follows after all: 落实二十条优化措施：. */
const LIST_BEHIND = /^[^，。；]{0,18}：/;

/**
 * Finds the numbers of items with which a text announces lists, in the order of the text: 3 for 提出三点要求. Leaves out 1.
 */
export function countsIn(text: string): number[] {
  const counts: number[] = [];
  if (!COUNTED.test(text)) return counts;
  for (const rule of EVERY)
    for (const { index, 1: digits } of matchesIn(text, rule)) {
      const before = text.slice(Math.max(0, index - BEFORE), index);
      const behind = text.slice(index, index + BEHIND);
      if (DONE_BEFORE.test(before) || RECALLED_BEHIND.test(behind)) continue;
      if (EXISTING_BEFORE.test(before) && !LIST_BEHIND.test(behind)) continue;
      // In 《十条措施》 (Ten Measures) the number belongs to the title of a document.
      if (/《[^》]*$/.test(text.slice(Math.max(0, index - LONGEST_TITLE), index))) continue;
      const count = numeral(digits!);
      // 一项重要任务 (one important task) announces no list, because a list has at least two items.
      if (count && count > 1) counts.push(count);
    }
  return counts;
}

/**
 * A number of things in an order (要守住“四条底线”), or in what somebody sets or proposes (立下三条规矩, 提了三招). It announces a list
 * only if a list of that length follows (see `mentions`). A set phrase such as “三个务必” must end the words, before a
 * comma or colon. Group 1 is the numeral.
 */
const MENTIONED = new RegExp(
  `(?:“|(?:要|必须|做到|[打抓守干办算过下用]好?[住牢实紧]?|突出|把握|处理好|围绕|聚焦|紧盯|[在从]|[提讲谈][了出]?|[立定交布约点][了出下法]|给[^，。；：“]{1,6}[提交出立])[^，。；：“]{0,4})(${NUMERAL})(?:[关招章题](?=[，。：]|$)|不[\\u4e00-\\u9fff]{1,3}(?=[”，。：]|$)|[个项条件大场道张笔步关股把本](?![月区县市镇乡村]|确立|维护|意识|自信|务必|毫不|一以|不摘)[^，。；：“”的]{1,6}|个[\\u4e00-\\u9fff]{2,4}(?=”[，：]\\s*$))(?:”(?=.{0,2}(?:[，。：]|$))|$|[，。：])`,
  'g',
);
/** Whether a sentence names exactly this number of things, so that it may announce a list of that length. */
export const mentions = (text: string, count: number): boolean =>
  matchesIn(text, MENTIONED).some((match) => numeral(match[1]!) === count);

/** Finds the number of items of the list that a text announces last; null where it announces none. */
export const announcedIn = (text: string): number | null => countsIn(text).at(-1) ?? null;
