import {
  BEFORE,
  CLOCK,
  type Day,
  endOfPart,
  FIVE_YEAR_PLANS,
  iso,
  lastOf,
  MONTH,
  PART,
  YEAR,
} from '../../../chinese/calendar.ts';
import { type DeadlineForm, DONE, endOf } from './form.ts';

/** Returns the day of publication for words that begin with 今 (today), and the next day for 明 (tomorrow). */
function todayOrTomorrow(words: string, { year, month, day }: Day): string {
  const date = new Date(Date.UTC(year, month - 1, day + (words.startsWith('明') ? 1 : 0)));
  return date.toISOString().slice(0, 10);
}

/**
 * Deadlines given as a day, a month or a year: 6月底前 (before the end of June), 到2025年 (by 2025). Some recur: 每月5日前
 * (before the 5th of each month).
 */
export const DATES: readonly DeadlineForm[] = [
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
    // ✗ 春节期间（2025年1月28日至2月4日）停运
    name: 'period between two dates',
    signs: '2',
    pattern:
      /(?<!(?:期间|[假节])（)20\d{2}年?(?:\d{1,2}月(?:\d{1,2}日)?)?(?:至|到|—|-|～|~)(?:20\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?)(?:底|末)?/g,
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
    read: (words, now) => ({
      date: /汛|雨|节|国庆|季(?!度)|耕|收|学|冬|考/.test(words) ? null : endOf(words, now, /^.*?年/),
    }),
  },
  {
    // ✓ 到2025年，水质全面达标 → 2025-12-31
    // ✓ 至2027年底 → 2027-12-31
    // ✗ 停运期间（1月28日至2月4日）
    // ✓ 到本世纪中叶 → ?
    // ✓ 到12月31日，全面销号 → 2025-12-31
    // ✓ 到“十五五”末 → 2030-12-31
    name: 'until a year',
    signs: '到 至',
    pattern: new RegExp(
      `(?<!(?:期间|[假节])（[\\d年月日]{2,12})(?:(?<![做达送])到|至|截至)(?:${YEAR}${PART}?|(?<!至)\\d{1,2}月(?:\\d{1,2}日|底|末)|本世纪中叶|“?十[三四五六]五”?末|(?:今|明)?年底)`,
      'g',
    ),
    read: (words, now) => {
      const plan = /(十[三四五六])五/.exec(words);
      if (plan) return { date: iso(FIVE_YEAR_PLANS[plan[1]!]! + 4, 12, 31) };
      if (words.includes('世纪')) return { date: null };
      return { date: endOf(words, now, /^.*?年/) };
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
    // ✗ 在五年前的基础上
    // ✗ 此前已经印发
    name: 'month or day, before',
    signs: '前',
    pattern: new RegExp(
      `(?:(?:每?月|本月|下月|本季度)(?:底|末|\\d{1,2}日)|(?:第?[一二三四1-4]季度|上半年|年(?![之以]?前)|(?<![\\d一二三四五六七八九十几数多])年)(底|末)?|${MONTH}|\\d{1,2}[日号])${CLOCK}${BEFORE}`,
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
    // ✓ 10月26日换季前完成验收 → 2025-10-26
    // ✓ 6月1日开园前修好围栏 → 2025-06-01
    // ✓ 7月1日迎峰度夏启动前扩容 → 2025-07-01
    // ✗ 6月1日提前开放
    // ✗ 12月1日起靠前驻防
    name: 'day of an event, before',
    signs: '前',
    pattern:
      /\d{1,2}月\d{1,2}日(?!起)[\u4e00-\u9fff]{1,8}(?<![之以目此当提生面会跟先从靠上向])前(?![往来去夕期后进行]|[一二三两四五六七八九十\d])/g,
    read: (words, now) => ({ date: now && endOfPart(now.year, /^\d+月\d+日/.exec(words)![0]) }),
  },
  {
    // ✓ 今晚22时前转移到位 → 2025-03-01
    // ✓ 今日18时前回港 → 2025-03-01
    // ✓ 明早八点前报名单 → 2025-03-02
    // ✓ 明天中午前到岗 → 2025-03-02
    // ✓ 当天下班前上报 → ?
    // ✓ 本周五前反馈 → ?
    // ✓ 凌晨2时前转移到位 → ?
    // ✓ 15时前转移到位 → ?
    // ✓ 零时前撤离完毕 → ?
    // ✓ 本周内建账 → ?
    // ✗ 今天前往调研
    name: 'day near at hand',
    signs: '前 当天 当日 周内 周之内',
    pattern: new RegExp(
      `(?:(?:今|明|当)(?:天|日|晚)|[今明]早|[本下]?周[一二三四五六日末])${CLOCK}(?<!(?:今|明|当)(?:天|日))${BEFORE}(?![往来去])|(?:凌晨|清晨|上午|中午|下午|傍晚|晚上?|(?<![\\d日号天一二三四五六晚：至到—-]))(?:零|\\d{1,2})[时点](?:\\d{1,2}分|半)?之?前|本周之?内|当[天日](?=(?:改完|办完|完成|办结|整改|清零|处置|解决|销号|上报|报送))`,
      'g',
    ),
    read: (words, now) => ({ date: now && /^[今明]/.test(words) ? todayOrTomorrow(words, now) : null }),
  },
  {
    // ✓ 今天就把通知传到每个村 → 2025-03-01
    // ✓ 今晚报送排班表 → 2025-03-01
    // ✓ 明天必须清零 → 2025-03-02
    // ✓ 今天下午全部试一遍 → 2025-03-01
    // ✓ 今晚一律撤到学校 → 2025-03-01
    // ✓ 各村要在今晚召开会议 → 2025-03-01
    // ✗ 要在今天的基础上再加一把劲
    // ✗ 今天发布的通知
    // ✗ 今天要闻回顾
    name: 'today, before the act',
    signs: '今天 今日 今晚 明天 明日 明早 明晚',
    pattern:
      /(?<=(?:要|须|必须|务必)[在于])(?:今[天日晚]|明[天日早晚])(?:上午|下午|中午|晚上)?(?=(?:召开|开展|部署|传达|组织|启动|完成|办|报))|(?:今[天日晚]|明[天日早晚])(?:上午|下午|中午|晚上)?(?=(?:全部|一律|务必|必须)[\u4e00-\u9fff]|(?:就|一定|全部|务必|必须|都?要(?![闻求点素]))*(?:把[^，。；]{2,}|报(?:送|至|到|备|给|(?:[省市县区镇局]|指挥部|值班室))|上报|交(?:到|至|给|齐|付)|送(?:到|至|达)|完成|办[完结好]|拿出|到位|传达到|清(?:零|完)|落实到|拆[完除]|修[好通]|关停))/g,
    read: (words, now) => ({ date: now && todayOrTomorrow(words, now) }),
  },
  {
    // ✓ 确保9月1日如期开学 → 2025-09-01
    // ✓ 力争5月1日通车 → 2025-05-01
    // ✓ 5月20日报送台账 → 2025-05-20
    // ✓ 5月20日将台账报至县水务局 → 2025-05-20
    // ✓ 6月20日必须完成清淤 → 2025-06-20
    // ✓ 6月5日务必全部到位 → 2025-06-05
    // ✓ 12月18日必须点火 → 2025-12-18
    // ✓ 最迟6月18日送镇里 → 2025-06-18
    // ✓ 不晚于9月30日见分晓 → 2025-09-30
    // ✓ 4月1日准时放水 → 2025-04-01
    // ✗ 5月20日报道
    // ✗ 3月1日召开会议
    // ✗ 6月1日按时间表推进
    // ✗ 6月20日前后会有大雨
    name: 'day that is to be kept',
    signs: '月',
    pattern: new RegExp(
      `(?<=确保|力争|务必|务求|保证|争取|计划|定于|最[迟晚]|[迟晚]于|截止|赶在)(?:在|于)?(?:20\\d{2}年)?\\d{1,2}月(?:\\d{1,2}[日号]|份?(?:底|末|[上中下]旬)?)(?![前之]|以前|至|到|—|-)|(?<![自从至到—-]|年)(?:20\\d{2}年)?\\d{1,2}月\\d{1,2}日(?=送[电达交至到]|(?:准时|如期|按期|按时(?!间))[\\u4e00-\\u9fff]{2}(?!的)|交[付清至到]|(?:必须|务必)(?=[\\u4e00-\\u9fff]{2})(?!按|出席|参加)|(?:须|要)?${DONE}|将[^，。；]{2,16}[报发送交][至到送])`,
      'g',
    ),
    read: (words, now) => ({ date: endOf(words, now, /^20\d{2}年/) }),
  },
  {
    // ✓ 八月份上会研究 → 2025-08-31
    // ✓ 10月完成验收 → 2025-10-31
    // ✓ 月底交账 → 2025-03-31
    // ✓ 月底汇总 → 2025-03-31
    // ✓ 下月初拿出方案 → ?
    // ✓ 本季度末完成 → ?
    // ✓ 季度末对账销号 → ?
    // ✓ 学期末上报 → ?
    // ✓ 11月份全部启动 → 2025-11-30
    // ✗ 4月份的检查要抓好
    // ✗ 自10月完成验收之日起
    // ✗ 每年6月验收
    // ✗ 去年10月完成验收
    name: 'month or end of a period, before the act',
    signs: '月 末 底',
    pattern: new RegExp(
      `(?<![自从至到每年上去个\\d十—-])(?:(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月份?|(?:[本下]个?)?月(?:初|底|末|[上中下]旬)|(?:[本下]个?)?(?:季度|学期|学年)[底末])(?=(?:必须|务必|须|要)?(?:全部|全面)?(?:${DONE}|对账|启动|开工))`,
      'g',
    ),
    read: (words, now) => {
      if (/[度期年][底末]$|^下/.test(words) || !now) return { date: null };
      if (/^(?:本个?)?月/.test(words))
        return { date: /[底末]/.test(words) ? lastOf(now.year, now.month) : null };
      return { date: endOfPart(now.year, words) };
    },
  },
  {
    // ✓ 力争2026年建成 → 2026-12-31
    // ✓ 2025年全面完成 → 2025-12-31
    // ✓ 今年10月上线查询平台 → 2025-10-31
    // ✓ 2026年第一季度到位 → 2026-03-31
    // ✓ 2026年年底完成接入 → 2026-12-31
    // ✓ 达标率2027年要达到八成 → 2027-12-31
    // ✗ 2024年建成的路段
    name: 'year of completion',
    signs: '2 今年 明年',
    pattern: new RegExp(
      `(?:力争|确保|争取|计划|在|于)?(?:20\\d{2}|[今明])年(?:\\d{1,2}月(?:[上中下]旬)?|第?[一二三四]季度|年?底|末|上半年)?(?=(?:要|必须|须|应)?(?:${DONE}|(?:全面|基本|全部|率先)?(?:实现|达到|消除)))`,
      'g',
    ),
    read: (words, now) => ({ date: endOf(words, now, /^.*?年/) }),
  },
  {
    // ✓ 2027年示范学校达到50所 → 2027-12-31
    // ✓ 2026年灌溉面积要突破三万亩 → 2026-12-31
    // ✓ 明年全县要建成公园十处 → 2026-12-31
    // ✗ 2027年起示范学校达到50所
    // ✗ 2026年预算草案
    // ✗ 2026年人口达到20万的镇
    name: 'year of an amount',
    signs: '20 明年',
    pattern:
      /(?<![自从—-]|截至)(?:20\d{2}|明)年(?=[\u4e00-\u9fff]{2,14}?(?<!年起.{0,13})(?:达到|突破|超过|不[低少]于|稳定在|控制在|降[至到]|增[至到]|提[高升][至到]|建成|建设|改造|新[建增])[^了，。；]{0,8}[\d一二三四五六七八九十百千万](?![^，。；]{0,6}的))/g,
    read: (words, now) => {
      const date = endOf(words, now, /^.*?年/);
      const isAhead = now !== null && date !== null && date.slice(0, 4) > String(now.year);
      return isAhead ? { date } : null;
    },
  },
];
