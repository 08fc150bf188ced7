import {
  BEFORE,
  CLOCK,
  type Day,
  endOfPart,
  iso,
  lastOf,
  MONTH,
  PART,
  YEAR,
  yearOf,
} from '../../chinese/calendar.ts';
import { eveOf } from '../../chinese/festivals.ts';
import { NUMERAL, numeral } from '../../chinese/numerals.ts';

/** A month with a part of it: 4月中旬. */
const MONTH_PART = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?:[上中下]旬|底|末)';

/** The period after which a deadline recurs. */
export type Recurrence = 'year' | 'quarter' | 'month' | 'week';

/**
 * What the words of a deadline mean: the last day (`date`), the first day (`from`) and how often it recurs (`every`).
 * Days are ISO 8601 calendar dates, or null where no calendar gives the day.
 */
type Reading = { date: string | null; from?: string | null; every?: Recurrence | null };
/** The first year of each five-year plan. */
const PLANS: Record<string, number> = { 十三: 2016, 十四: 2021, 十五: 2026, 十六: 2031 };

type Rule = {
  name: string;
  /**
   * Words, separated by blanks. Every match of the pattern contains one of them. The rule skips a text without them, to
   * save time.
   */
  signs: string;
  pattern: RegExp;
  /** Turns the matched words into days; `now` is the day of publication, from which relative words count. */
  read: (words: string, now: Day | null) => Reading;
};

/**
 * The forms of deadlines, exact ones first. The comment above each form gives examples. After `→` stands the day that
 * an example means in a text published on 1 March 2025 (`?` for no day).
 */
export const DEADLINES: readonly Rule[] = [
  {
    // ✓ 每年1月31日前报送总结 → 2026-01-31 year
    // ✓ 每季度末通报进度 → ? quarter
    // ✓ 每月5日前汇总 → ? month
    // ✓ 每周五前报送 → ? week
    // ✓ 每周五下午下班前报送 → ? week
    name: 'recurring',
    signs: '每',
    pattern: new RegExp(
      `每(?:年(?:${PART})?|个?季度(?:末|第一个月)?|个?月(?:\\d{1,2}[日号]|底|末)?|周[一二三四五六日末]?)${CLOCK}${BEFORE}|每个?(?:季度|月|年)(?:底|末)`,
      'g',
    ),
    read: (words, now) => {
      const every = words.includes('年')
        ? 'year'
        : words.includes('季')
          ? 'quarter'
          : words.includes('月')
            ? 'month'
            : 'week';
      if (every !== 'year' || !now) return { date: null, every };
      const today = iso(now.year, now.month, now.day)!;
      const first = endOfPart(now.year, words.slice(2));
      return { date: first && first < today ? endOfPart(now.year + 1, words.slice(2)) : first, every };
    },
  },
  {
    // ✓ 2021年至2025年分期改造 → 2021-01-01 – 2025-12-31
    // ✓ 2024—2026年 → 2024-01-01 – 2026-12-31
    // ✓ 2025年3月1日至6月30日集中整治 → 2025-03-01 – 2025-06-30
    name: 'period between two dates',
    signs: '2',
    pattern:
      /20\d{2}年?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:至|到|—|-|～|~)(?:20\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?)(?:底|末)?/g,
    read: (words) => {
      const [begin, end] = words.split(/[至到—\-～~]/) as [string, string];
      const first = Number(begin.slice(0, 4));
      const last = /20\d{2}年/.test(end) ? Number(/20\d{2}/.exec(end)![0]) : first;
      const month = /(\d{1,2})月/.exec(begin);
      const day = /(\d{1,2})日/.exec(begin);
      return {
        from: iso(first, month ? Number(month[1]) : 1, day ? Number(day[1]) : 1),
        date: endOfPart(last, end.replace(/20\d{2}年/, '')),
      };
    },
  },
  {
    // ✓ 2025年底前全部完成 → 2025-12-31
    // ✓ 今年6月30日前 → 2025-06-30
    // ✓ 2025年9月1日上午9时前 → 2025-09-01
    // ✓ 2026年上半年之前 → 2026-06-30
    // ✓ 明年汛期前 → ?
    name: 'year, before',
    signs: '前',
    pattern: new RegExp(
      `(在|于)?${YEAR}(${PART}|(?:主?汛期|雨季|春节|国庆节?|寒假|暑假|春茶开采|供暖季|采暖季|迎峰度[夏冬]|春耕|秋收|秋季开学|入冬|高考|年度))?${CLOCK}${BEFORE}`,
      'g',
    ),
    read: (words, now) => {
      const year = yearOf(words, now);
      return {
        date:
          year !== null && !/汛|雨|节|国庆|季(?!度)|耕|收|学|冬|考/.test(words)
            ? endOfPart(year, words.replace(/^.*?年/, ''))
            : null,
      };
    },
  },
  {
    // ✓ 到2025年，水质全面达标 → 2025-12-31
    // ✓ 至2027年底 → 2027-12-31
    // ✓ 到本世纪中叶 → ?
    // ✓ 到12月31日，全面销号 → 2025-12-31
    // ✓ 到“十五五”末 → 2030-12-31
    name: 'until a year',
    signs: '到 至',
    pattern: new RegExp(
      `(?:(?<![做达送])到|至|截至)(?:${YEAR}${PART}?|(?<!至)\\d{1,2}月(?:\\d{1,2}日|底|末)|本世纪中叶|“?十[三四五六]五”?末|(?:今|明)?年底)`,
      'g',
    ),
    read: (words, now) => {
      const plan = /(十[三四五六])五/.exec(words);
      if (plan) return { date: iso(PLANS[plan[1]!]! + 4, 12, 31) };
      if (words.includes('世纪')) return { date: null };
      const year = yearOf(words, now);
      return { date: year === null ? null : endOfPart(year, words.replace(/^.*?年/, '')) };
    },
  },
  {
    // ✓ 6月底前完成验收 → 2025-06-30
    // ✓ 3月15日前 → 2025-03-15
    // ✓ 做到8月底前见效 → 2025-08-31
    // ✓ 1月20日前报送上年总结 → 2026-01-20
    // ✓ 三季度末前 → 2025-09-30
    // ✓ 年底前清零 → 2025-12-31
    // ✓ 上半年前 → 2025-06-30
    // ✓ 9月30日17时前 → 2025-09-30
    // ✓ 六月底前 → 2025-06-30
    // ✓ 十二月三十一日前 → 2025-12-31
    // ✓ 6月初前 → 2025-06-10
    // ✓ 19日18时前 → 2025-03-19
    // ✗ 日前召开会议
    // ✗ 此前已经印发
    name: 'month or day, before',
    signs: '前',
    pattern: new RegExp(
      `(?:(?:每?月|本月|下月|本季度)(?:底|末|\\d{1,2}日)|(?:第?[一二三四1-4]季度|上半年|年)(底|末)?|${MONTH}|\\d{1,2}[日号])${CLOCK}${BEFORE}`,
      'g',
    ),
    read: (words, now) => {
      if (!now || /^年前|^年之前|^年以前/.test(words)) return { date: null };
      const day = /^(\d{1,2})[日号]/.exec(words) ?? /^(?:本月)?(\d{1,2})日/.exec(words);
      if (day) return { date: iso(now.year, now.month, Number(day[1])) };
      if (/^本?月(?:底|末)/.test(words)) return { date: lastOf(now.year, now.month) };
      if (/^(?:下月|本季度)/.test(words)) return { date: null };
      const date = endOfPart(now.year, words);
      // In a text published in December, 1月31日前 means January of the next year.
      return {
        date:
          date && date < iso(now.year, now.month, now.day)! && /月/.test(words)
            ? endOfPart(now.year + 1, words)
            : date,
      };
    },
  },
  {
    // ✓ 今晚22时前转移到位 → 2025-03-01
    // ✓ 今日18时前回港 → 2025-03-01
    // ✓ 明天中午前到岗 → 2025-03-02
    // ✓ 当天下班前上报 → ?
    // ✓ 本周五前反馈 → ?
    // ✓ 凌晨2时前转移到位 → ?
    // ✓ 本周内建账 → ?
    // ✗ 今天前往调研
    name: 'day near at hand',
    signs: '前 当天 当日 周内 周之内',
    pattern: new RegExp(
      `(?:(?:今|明|当)(?:天|日|晚)|[本下]?周[一二三四五六日末])${CLOCK}(?<!(?:今|明|当)(?:天|日))${BEFORE}(?![往来去])|(?:凌晨|清晨|上午|中午|下午|傍晚|晚上?)\\d{1,2}[时点](?:\\d{1,2}分|半)?之?前|本周之?内|当[天日](?=(?:改完|办完|完成|办结|整改|清零|处置|解决|销号|上报|报送))`,
      'g',
    ),
    read: (words, now) => {
      if (!now || !/^[今明]/.test(words)) return { date: null };
      const day = new Date(Date.UTC(now.year, now.month - 1, now.day + (words.startsWith('明') ? 1 : 0)));
      return { date: day.toISOString().slice(0, 10) };
    },
  },
  {
    // ✓ 确保9月1日如期开学 → 2025-09-01
    // ✓ 力争5月1日通车 → 2025-05-01
    // ✗ 3月1日召开会议
    name: 'day that is to be kept',
    signs: '月',
    pattern:
      /(?<=确保|力争|务必|务求|保证|争取|计划|定于)(?:在|于)?(?:20\d{2}年)?\d{1,2}月(?:\d{1,2}[日号]|份?(?:底|末|[上中下]旬)?)(?![前之]|以前|至|到|—|-)/g,
    read: (words, now) => {
      const year = yearOf(words, now);
      return { date: year === null ? null : endOfPart(year, words.replace(/^20\d{2}年/, '')) };
    },
  },
  {
    // ✓ 力争2026年建成 → 2026-12-31
    // ✓ 2025年全面完成 → 2025-12-31
    name: 'year of completion',
    signs: '2',
    pattern:
      /(?:力争|确保|争取|计划|在|于)?20\d{2}年(?:底|末|上半年)?(?=(?:全面|基本|全部|率先|如期)?(?:建成|完成|实现|达到|达标|投用|投产|通车|开工|竣工|消除|见效))/g,
    read: (words, now) => ({ date: endOfPart(yearOf(words, now)!, words.replace(/^.*?年/, '')) }),
  },
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
    name: 'within days or months',
    signs: '内',
    pattern: new RegExp(
      `(?:自[^，。；]{2,12}之日起|会后|节后|收到[^，。；]{1,8}后)?${NUMERAL}(?:个工作日|个自然日|个月|个小时|日|天|小时|周|星期)(?:之?内|以内)`,
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
      `(?<![自从每至到去上—-]|去年|上年|截至)(?<!\\d)(?:(?:${YEAR})?(?:${MONTH_PART}|(?:第?[一二三四1-4]季度|上半年|下半年)(?:底|末)?|年底|年中)|[今明]年[底末]|20\\d{2}年(?:\\d{1,2}月)?(?:底|末)?(?=完成|建成|形成|投用|投产|启用|通车|全面|基本|$)|(?<=(?:完成|整改|办理|报送|截止|截至)(?:时限|期限|时间|日期)：\\s?)(?:20\\d{2}年)?\\d{1,2}月\\d{1,2}日)(?![前之以]|起|至|到|以来|—|-|[^，。；将把]{0,6}(?:情况|形势|工作(?!方案|计划|任务)|经济|数据|增长|同比|召开|指标|考核))`,
      'g',
    ),
    read: (words, now) => {
      const year = yearOf(words, now);
      return {
        date: year === null ? null : endOfPart(year, words.replace(/^(?:20\d{2}年|[今本明当后]年)/, '')),
      };
    },
  },
  {
    // ✓ 春节后上班第一周传达到位 → ?
    // ✓ 节后首个工作日报送 → ?
    // ✗ 节后返岗职工
    name: 'first days after a holiday',
    signs: '后',
    pattern:
      /(?:春节|国庆|五一|元旦|假期|长假|开学|开工|节)(?:假期)?后(?:上班|复工|返岗)?的?(?:第一|首)(?:周|天|日|个工作日|个月)/g,
    read: () => ({ date: null }),
  },
  {
    // ✓ “十四五”期间新增学位 → 2021-01-01 – 2025-12-31
    // ✓ “十五五”时期 → 2026-01-01 – 2030-12-31
    name: 'five-year plan',
    signs: '五',
    pattern: /“?(十[三四五六])五”?(?:时期|期间|末|期末)/g,
    read: (words) => {
      const first = PLANS[/十[三四五六]/.exec(words)![0]]!;
      return { from: iso(first, 1, 1), date: iso(first + 4, 12, 31) };
    },
  },
  {
    // ✓ 春节前清偿欠薪 → 2026-02-16
    // ✓ 国庆节前投用 → 2025-09-30
    // ✓ 清明节前完成清理 → 2025-04-03
    // ✓ 中秋节前发放到位 → 2025-10-05
    // ✓ 谷雨前完工 → ?
    // ✓ 除夕前必须清零 → 2026-02-15
    // ✓ 腊月二十前达标 → ?
    // ✓ 放假之前检查一次 → ?
    // ✓ 新校区启用前配齐设备 → ?
    // ✓ 汛期来临前加固堤防 → ?
    // ✓ 供暖季前检修 → ?
    // ✓ 迎峰度夏前收清 → ?
    // ✓ “五一”前全部销号 → 2025-04-30
    // ✓ 明年元旦前结清 → 2025-12-31
    // ✓ 2026年汛前投入运行 → ?
    // ✓ 天亮前全部撤离 → ?
    // ✓ 学生离校前建好台账 → ?
    // ✓ 旅游旺季前修好路面 → ?
    // ✓ 新学期开始前配齐教师 → ?
    // ✓ 河道封冻前完成清障 → ?
    // ✓ 春运开始前检修 → ?
    // ✓ 收获前补种 → ?
    // ✓ 2025年秋播前 → ?
    // ✓ “七一”前讲好党课 → 2025-06-30
    // ✓ 八一前安置到位 → 2025-07-31
    // ✓ 国庆假期结束前修好门窗 → 2025-09-30
    // ✓ 毕业季之前竣工 → ?
    // ✓ 登陆前全部回港 → ?
    // ✗ 中秋前夕走访
    name: 'festival or season, before',
    signs: '前',
    pattern:
      /(20\d{2}年|[今明本]年)?(?:主?汛期?|雨季|“?(?:春节|除夕|元旦|国庆|中秋|清明|端午|元宵|五一|六一|七一|八一|十一|双节|两节)”?节?(假期)?|节|(?:立春|雨水|惊蛰|春分|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒)|[腊正]月(?:初|二?十)?[一二三四五六七八九十]?|(?:放(?:寒|暑)?|寒|暑)假|(?:新?[\u4e00-\u9fff]{2,4}(?<=院区|校区|项目|工程|大桥|场馆|景区|园区))?(?:启用|投用|开业|开园|竣工|通车|开幕|复航)|[春秋]季(?:学期)?(?=开学)|供暖季|采暖季|迎峰度[夏冬]|春运|收获|春耕|秋收|[春夏秋冬][播种]|夏收|三夏|三秋|[\u4e00-\u9fff]{0,2}[旺淡]季|(?:毕业|招生|开学|采茶|采摘|旅游|防火|播种|育苗|销售|上市|种植|养殖|用电|用水)季|天[亮黑]|日[落出]|[离返到进]校|放学|上学|入学|[封上解]冻|[结化]冰|霜冻|开[市馆放航捕镰犁播工赛]|休渔|返岗|交付|入住|搬迁|投产|验收|换届|(?:新|本|下)?学期(?:开始|结束)?|期[中末](?:考试)?|开学|入冬|入夏|入汛|高考|中考|两会|下班|(?:寒潮|台风)?登陆|寒潮|台风|每日|(?:[春秋]季(?:学期)?)(?:开学)?)(到来|来临|登陆|开始|结束)?(?:之?前(?!夕|后)|以前)/g,
    read: (words, now) => ({ date: now && eveOf(words, now) }),
  },
  {
    // ✓ 确保完成今年的减排任务 → 2025-12-31
    // ✓ 实现全年目标 → 2025-12-31
    name: 'this year’s task',
    signs: '今年 全年 年度 明年',
    pattern: /(?<=(?:完成|实现|达到|落实)(?:好)?)(?:今年|全年|本年度|年度|明年)/g,
    read: (words, now) => ({ date: now && iso(now.year + (words === '明年' ? 1 : 0), 12, 31) }),
  },
];
