import { matchesIn } from '../../chinese/patterns.ts';
import { clausesOf } from '../paragraphs.ts';
import type { QuantityTarget, Span } from '../schema.ts';

/**
 * A number with its unit and limit (以上, 以内). Groups: number, unit, further words of the unit before a limit (乡镇 in
 * 50个乡镇以上), limit.
 */
const AMOUNT =
  /(\d{1,4}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,4})?)(%|％|‰|个?百分点|[万亿]{0,2}(?:千瓦时?|公里|千米|平方米|平方公里|立方米|公顷|人次|人|吨|亩|元|户|家|所|座|辆|台|张|套|条|件|处|米|倍|名|头|只|床位?|对|项|公斤|微克|毫克|克|个|次|场|批)(?:\/[\u4e00-\u9fffA-Za-z]{1,4})?|[万亿]{1,2}|成)([\u4e00-\u9fff]{0,3}(?=以[上下内]|左右))?(以上|以下|以内|之内|左右|内)?/g;

/** A digit followed by a character with which a unit begins. A text without these is not searched, to save time. */
const MAY_BE_AMOUNT = /\d[%％‰个百万亿千公平立人吨亩元户家所座辆台张套条件处米倍名头只床对项微毫克次场批成]/;

type Direction = QuantityTarget['direction'];

/**
 * Verbs before a number, with the direction that they mean; examples are above each row. The last verb before the
 * number counts. Of two verbs that begin at the same place, the longer counts: 提高到 (raise to), not 提高 (raise).
 */
const VERBS: readonly [Direction, string][] = [
  // 不低于85% (not below 85%), 至少10所 (at least 10 schools)
  ['atLeast', '不低于 不少于 不小于 至少 超过 突破'],
  // 不超过3% (not above 3%), 控制在5%以内 (keep within 5%)
  ['atMost', '不高于 不超过 不大于 控制在'],
  // 降低5个百分点 (fall by 5 points), 压减三万吨 (cut 30,000 tons)
  ['decrease', '下降 降低 减少 压减 削减 压缩 再降'],
  // 增长6% (grow by 6%), 新增学位500个 (add 500 school places)
  ['increase', '增长 增加 提高 提升 上升 扩大 新增 新招募 新招录'],
  // 达到85% (reach 85%), 提高到95% (raise to 95%), 建成30座 (complete 30)
  [
    'reach',
    '达到 达 提高到 提高至 提升到 提升至 增加到 增至 增长到 上升到 扩大到 降低到 降低至 降至 降到 下降到 下降至 减少到 压减到 保持在 稳定在 维持在 新建 改建 扩建 建成 建设 改造 完成 培育 打造 创建 实现 铺设 安排 培训 引进 治理 修复 实施 推出 上线 新开工',
  ],
];
const DIRECTION = new Map<string, Direction>();
for (const [direction, verbs] of VERBS) for (const verb of verbs.split(' ')) DIRECTION.set(verb, direction);
const LAST_VERB = new RegExp(
  `^(.*)(?<!已|已经|去年|上年|不)(${[...DIRECTION.keys()].sort((a, b) => b.length - a.length).join('|')})((?:了|均|为|在|约|各|全部|分别|不|低于|少于|超过|高于|[\\u4e00-\\u9fff、“”]){0,20}?)$`,
);

/** A target with the span of its clause. */
export type FoundTarget = Omit<QuantityTarget, 'text'> & Span;

/** Words about the past. A number that follows them is no target. */
const PAST = /已|去年|上年|原来|截至|过去|以来|比上年/;

/**
 * Finds the targets in a span of folded text (see `fold`): 地表水优良比例达到85%以上. The year comes from the target's clause, or
 * from an earlier clause of the sentence (到2025年，…). A clause without a subject takes the subject of the previous
 * clause.
 */
export function targetsIn(text: string, span: Span): FoundTarget[] {
  const targets: FoundTarget[] = [];
  if (!MAY_BE_AMOUNT.test(text.slice(span.start, span.end))) return targets;
  let year: number | null = null;
  let subject: string | null = null;
  for (const clause of clausesOf(text, span)) {
    const words = text.slice(clause.start, clause.end);
    const named = /(20\d{2})年(?!以来|\d{1,2}月)/.exec(words);
    if (named) year = Number(named[1]);
    let from = 0;
    for (const match of matchesIn(words, AMOUNT)) {
      // Reads only words after the previous number, and at most 40 units, because the name of a quantity is never
      // longer.
      const before = words.slice(Math.max(from, match.index - 40), match.index);
      const verb = LAST_VERB.exec(before);
      from = match.index + match[0].length;
      if (!verb || PAST.test(before) || verb[3]!.startsWith('了')) continue;
      const object = verb[3]!.replace(/^(?:均|为|在|约|各|全部|分别|不低于|不少于|不超过|不高于)+|的$/g, '');
      const quantity: string | null =
        (object.length > 1 ? object : null) ?? nounOf(verb[1]!) ?? subject ?? nounBehind(words.slice(from));
      if (quantity && object.length <= 1) subject = quantity;
      targets.push({
        start: clause.start + (words.length - words.trimStart().length),
        end: clause.start + words.replace(/[，。；：！\s]+$/, '').length,
        quantity,
        value: Number(match[1]!.replaceAll(',', '')),
        unit: match[2]! + (match[3] ?? ''),
        direction: directionOf(verb[2]!, verb[3]!, match[4]),
        year,
      });
    }
    if (/[。！？]$/.test(words)) [year, subject] = [null, null];
  }
  return targets;
}

function directionOf(verb: string, between: string, limit: string | undefined): Direction {
  if (limit === '以上' || /不低于|不少于/.test(between)) return 'atLeast';
  if ((limit && limit !== '左右') || /不超过|不高于/.test(between)) return 'atMost';
  return DIRECTION.get(verb)!;
}

/**
 * Finds the measured quantity: the words before the verb, without year and introductory words. Returns null where no
 * words are left.
 */
function nounOf(before: string): string | null {
  const noun = before
    .replace(/^.*(?:20\d{2}年(?:底|末)?|[今明]年|年底前?|全年|年内|其中|季度|半年|[期月日底]前)/, '')
    .replace(/^.*(?:[^即]将|把)(?=[\u4e00-\u9fff]{2})/, '')
    .replace(/^(?:的|原则上|力争|确保|实现|使|将|把|推动|推进|加快|和|到|、|—|\s)+/, '')
    .replace(/(?:力争|要|均|总体|全部|进一步|分别|同比|累计|年均|原则上|初步|每年|逐步|再|的)+$/, '');
  return noun.length > 1 ? noun : null;
}

/** Finds the measured quantity after the number, where no words stand before it: 8家国有博物馆库房改造. */
function nounBehind(behind: string): string | null {
  return /^[\u4e00-\u9fff]{2,14}(?=[，。；、：]|$)/.exec(behind.trim())?.[0] ?? null;
}
