import { endOfPart, iso, lastOf, YEAR, yearOf } from '../../../chinese/calendar.ts';
import { NUMERAL, numeral } from '../../../chinese/numerals.ts';
import type { DeadlineForm } from './form.ts';

/** A month with a part of it: 4月中旬. */
const MONTH_PART = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?:[上中下]旬|底|末)';

/** Deadlines given as a period, by its length (三年内, 30日内) or its name (上半年, 4月中旬). */
export const PERIODS: readonly DeadlineForm[] = [
  {
    // ✓ 三年内全部改造 → 2025-03-01 – 2028-03-01
    // ✓ 用3年左右时间 → 2025-03-01 – 2028-03-01
    // ✓ 两年时间 → 2025-03-01 – 2027-03-01
    name: 'span of years',
    signs: '年内 年之内 年以内 年左右 年时间 年的时间',
    pattern: new RegExp(
      `(?:在|用|未来|今后)?${NUMERAL}(?:到${NUMERAL}|至${NUMERAL})?年(?:之?内|以内|左右(?:的?时间)?|的?时间)`,
      'g',
    ),
    read: (words, now) => {
      const span = /([一二三四五六七八九十两\d]+)年/.exec(words);
      const years = span && numeral(span[1]!);
      if (!now || !years || years > 50) return { date: null };
      return {
        from: iso(now.year, now.month, now.day),
        date: iso(now.year + years, now.month, now.day) ?? lastOf(now.year + years, now.month),
      };
    },
  },
  {
    // ✓ 年内实现全覆盖 → 2025-12-31
    // ✓ 力争今年内开工 → 2025-12-31
    // ✓ 上半年内办结 → 2025-06-30
    // ✓ 三季度新开工二十个项目 → 2025-09-30
    // ✓ 2026年第一季度完成 → 2026-03-31
    // ✓ 全年新建学校六所 → 2025-12-31
    // ✓ 这个月必须见底 → ?
    // ✓ 本学期要建好台账 → ?
    // ✗ 一季度工作开展以来
    // ✗ 这个月要闻回顾
    name: 'within the year',
    signs: '年内 年度内 半年 季度 本月 学期 这个月 这月 这个周 这周 全年 今年',
    pattern:
      /(?:今|本|明|20\d{2})?年(?:度)?内|(?:上半年|[一二三四]季度|本月|本学期|这个月)(?:内|底|末)|(?:这个?[月周]|[本这]学期)(?=(?:就|都|全部)?(?:必须|务必|要(?![闻求点])|完成|见底|清零))|(?:(?:20\d{2}年|[今明本]年)?第?[一二三四]季度|(?:20\d{2}年)?[上下]半年|全年|今年)(?=(?:要|力争|确保|计划|预计)?(?:全面|全部|基本|再)?(?:新[增建开]|改造|完成|实现|建成|开工|竣工|投用|实施|培[训育]|办结|达到|启动))/g,
    read: (words, now) => {
      const year = yearOf(words, now);
      return {
        date:
          year !== null
            ? /学期|这/.test(words)
              ? null
              : words.startsWith('本月')
                ? lastOf(year, now!.month)
                : endOfPart(year, words.replace(/^20\d{2}年/, ''))
            : null,
      };
    },
  },
  {
    // ✓ 收到申请后5个工作日内办结 → ?
    // ✓ 自印发之日起30日内 → ?
    // ✓ 六个月内整改到位 → ?
    // ✓ 24小时内处置 → ?
    // ✓ 会后三日内拨付 → ?
    // ✓ 三个月内报告 → ?
    // ✓ 一个星期内修好 → ?
    name: 'within days or months',
    signs: '内',
    pattern: new RegExp(
      `(?:自[^，。；]{2,12}之日起|会后|节后|收到[^，。；]{1,8}后)?${NUMERAL}(?:个?工作日|个自然日|个月|日|天|个?小时|周|个?星期)(?:之?内|以内)`,
      'g',
    ),
    read: () => ({ date: null }),
  },
  {
    // ✓ 4月中旬拿出办法 → 2025-04-20
    // ✓ 3月下旬全部下摆到网点 → 2025-03-31
    // ✓ 今年底全面完成 → 2025-12-31
    // ✓ 2027年6月底建成投用 → 2027-06-30
    // ✓ 今年四季度配齐设备 → 2025-12-31
    // ✓ 三季度启动评估 → 2025-09-30
    // ✓ 上半年盘活存量 → 2025-06-30
    // ✓ 上半年全部并入数据专网 → 2025-06-30
    // ✓ 12月中旬将整治情况上报 → 2025-12-20
    // ✓ 完成时限：2026年三季度 → 2026-09-30
    // ✓ 2026年6月完成验收 → 2026-06-30
    // ✓ 完成时限：2026年4月30日 → 2026-04-30
    // ✗ 成文时间：2026年4月30日
    // ✗ 自4月上旬起巡查
    // ✗ 一季度工作已经结束
    // ✗ 上半年经济运行情况
    // ✗ 5月中旬至6月底
    name: 'part of the year, without 前',
    signs: '旬 季度 半年 底 末 年中 20 时限： 期限： 时间： 日期：',
    pattern: new RegExp(
      `(?<![自从每至到去上—-]|去年|上年|截至)(?<!\\d)(?:(?:${YEAR})?(?:${MONTH_PART}|(?:第?[一二三四1-4]季度|上半年|下半年)(?:底|末)?|年底|年中)|[今明]年[底末]|20\\d{2}年(?:\\d{1,2}月)?(?:底|末)?(?=完成|建成|形成|投用|投产|启用|通车|全面|基本|$)|(?<=(?:完成|整改|办理|报送|截止|截至)(?:时限|期限|时间|日期)：\\s?)(?:20\\d{2}年)?\\d{1,2}月\\d{1,2}日)(?![前之以]|起|至|到|以来|—|-|(?!全[部面])[^，。；将把]{0,6}(?:情况|形势|工作(?!方案|计划|任务)|经济|数据|增长|同比|召开|指标|考核))`,
      'g',
    ),
    read: (words, now) => {
      const year = yearOf(words, now);
      return {
        date: year === null ? null : endOfPart(year, words.replace(/^(?:20\d{2}年|[今本明当后]年)/, '')),
      };
    },
  },
];
