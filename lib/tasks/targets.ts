import { clausesOf } from './paragraphs.ts';
import type { QuantityTarget, Span } from './schema.ts';

const UNIT =
  '(?:%|％|‰|个?百分点|万?亿?(?:千瓦时?|公里|千米|平方米|平方公里|立方米|公顷|人次|吨|亩|元|户|人|家|个|所|座|辆|台|张|套|条|件|处|米|次|倍|万千瓦|名|头|只|床|对|项|公斤|斤|微克|毫克|克|岁|村|标准煤)(?:\\/[\\u4e00-\\u9fffA-Za-z]{1,4})?|[万亿]{1,2}|成)';
const VERB =
  '(?:达到?|提高到?|提升到?|提高至|提升至|增加到?|增至|增长到?|增长至|上升到?|扩大到?|降低到?|降低至|降至|降到|下降到?|减少到?|压减到?|削减|压缩到?|控制在|保持在?|稳定在|维持在|不低于|不少于|不高于|不超过|不大于|超过|突破|新增|新建|建成|改造|完成|培育|打造|创建|实现|力争|同比|累计|至少|不小于)';

/** quantity + verb + number + unit + 以上/以下/以内/左右. */
const TARGET = new RegExp(
  `([\\u4e00-\\u9fffA-Za-z0-9.“”（）/]{0,24}?)(${VERB})(?:均|全部|分别|都|了|为|在|约|至|到|力争|不低于|不少于|不超过){0,3}((?:\\d{1,4}(?:,\\d{3})+|\\d{1,9})(?:\\.\\d{1,4})?)(${UNIT}(?:[\\u4e00-\\u9fff]{1,3}(?=以[上下内]|左右))?|)(以上|以下|以内|之内|左右|内)?`,
  'g',
);

const DIRECTIONS: [RegExp, QuantityTarget['direction']][] = [
  [/不低于|不少于|至少|不小于|超过|突破/, 'atLeast'],
  [/不高于|不超过|不大于|控制在/, 'atMost'],
  [/下降|降低|减少|压减|削减|压缩|降至|降到/, 'decrease'],
  [/增加|增长|上升|提高|提升|扩大|新增|增至/, 'increase'],
];

function directionOf(before: string, verb: string, after: string, to: boolean): QuantityTarget['direction'] {
  const own = DIRECTIONS.find(([pattern]) => pattern.test(verb) || pattern.test(before.slice(-6)))?.[1];
  if (after === '以上' || own === 'atLeast') return 'atLeast';
  if (/^(?:以下|以内|之内|内)$/.test(after) || own === 'atMost') return 'atMost';
  // 提高到80% names the level to be reached, 提高5个百分点 the change.
  if (to) return 'reach';
  return own ?? 'reach';
}

export type FoundTarget = Omit<QuantityTarget, 'text'> & Span;

/**
 * The quantities of a span of folded text that are to be reached: 地表水优良比例达到85%以上. The year is that of the
 * clause or of an earlier clause of its sentence (到2025年，…).
 */
export function targetsIn(text: string, span: Span): FoundTarget[] {
  const targets: FoundTarget[] = [];
  let year: number | null = null;
  let subject: string | null = null;
  for (const clause of clausesOf(text, span)) {
    const words = text.slice(clause.start, clause.end);
    const named = /(20\d{2})年/.exec(words);
    if (named && !/20\d{2}年(?:以来|[\d一二三四五六七八九十]+月)/.test(words)) year = Number(named[1]);
    for (const match of words.matchAll(TARGET)) {
      const [whole, before, verb, number, unit, after] = match as string[] as [
        string,
        string,
        string,
        string,
        string,
        string | undefined,
      ];
      // 5月, 2025年 and 第3 count nothing; nor does a bare number.
      if (!unit && !after) continue;
      if (/^[年月日号时点]/.test(words.slice(match.index + whole.length))) continue;
      if (
        /已|去年|上年|原来|由|截至|过去/.test(before.slice(0, 12)) ||
        words[match.index + whole.indexOf(verb) + verb.length] === '了'
      )
        continue;
      const quantity: string | null = quantityOf(before, verb) ?? (verb === '' ? null : subject);
      if (quantity && /[率量值数比度]$/.test(quantity)) subject = quantity;
      const to = /[到至达在]/.test(
        whole.slice(before.length, whole.length - number.length - unit.length - (after?.length ?? 0)),
      );
      targets.push({
        start: clause.start + (words.length - words.trimStart().length),
        end: clause.start + words.replace(/[，。；：！\s]+$/, '').length,
        quantity,
        value: Number(number.replaceAll(',', '')),
        unit,
        direction: directionOf(before, verb, after ?? '', to),
        year,
      });
    }
    if (/[。！？]$/.test(words)) {
      year = null;
      subject = null;
    }
  }
  return targets;
}

/** What is measured: the words before the verb, without the year and what leads to it. */
function quantityOf(before: string, verb: string): string | null {
  const own = before
    .replace(/^.*?(?:20\d{2}年(?:底|末)?|今年|年底|全年)/, '')
    .replace(/^(?:力争|确保|实现|使|将|把|全[市县区省]|其中|推动|和|到|、)+/, '')
    .replace(/(?:力争|要|均|总体|全部|进一步|分别|比例?要)+$/, '')
    .replace(/[“”（）]/g, '');
  void verb;
  return own.length >= 2 ? own : null;
}
