import { matchesIn } from '../../../chinese/patterns.ts';
import { startsWithAction, startsWithVerb } from '../../lists/orders/openings.ts';
import type { Span } from '../../schema.ts';

/** Trades whose name nearly always means their office: 公安 is the police in 公安要加强巡逻. */
const OFFICES =
  '公安|海关|边检|武警|城管|住建|发改|工信|人社|卫健|市监|市场监管|网信|交警|交管|路政|渔政|自然资源|退役军人|税务|气象|边防|海警|企管|安环|人资';

/** Trades that name their office where a place stands before them (县财政), or the name of another office beside them. */
const OFFICES_OF_PLACE = '财政|应急|应急管理|消防|民政|审计|司法|统计|医保|海事|纪检|监察';

/**
 * Trades that name their office only beside others: 公安、交通要联手整治 (police and traffic must act together). Without
 * others, the trade itself is meant: 交通 (traffic) in 交通要适度超前 (traffic must be built ahead of need).
 */
const TRADES =
  '交通|交通运输|水利|水务|教育|农业|农业农村|林业|林草|文旅|商务|卫生|环保|生态环境|科技|体育|国土|规划|园林|环卫|宣传|组织|统战|政法|电力|供电|通信|铁路|民航|邮政|供销|国资|金融|工商|质检|安监|法院|检察|口岸|港航|畜牧|农机|粮食|文化|旅游|水文|地震|测绘|人防|医疗|工会|共青团|妇联|财务|人力资源|后勤';

/**
 * All words for trades. A longer word precedes its own beginning, because a RegExp takes the first that matches: 交通运输
 * (transport) before 交通 (traffic).
 */
const ANY = [...`${OFFICES}|${OFFICES_OF_PLACE}|${TRADES}`.split('|')]
  .sort((a, b) => b.length - a.length)
  .join('|');

const PLACE = '(?:[省市县区州盟旗镇乡]|各(?:市|县|区|县区|地)?)';

/**
 * Offices named by their trades at the beginning of a clause: 公安、交通 in 公安、交通要联手. Groups: `alone`, a single office;
 * `several`, an enumeration; `open`, 等 after it; `behind`, the words that follow.
 */
const OPENS = new RegExp(
  `^(?:由|请)?(?:(?<several>${PLACE}?(?:${ANY})(?:[、和与及](?:${ANY})){1,7})(?<open>等)?|(?<alone>(?:${OFFICES})|${PLACE}(?:${OFFICES}|${OFFICES_OF_PLACE})))(?=(?<behind>[^，。；：]{2,40}))`,
);
/** A trade that names an office after 由 (by), within a clause: 费用由县财政承担. */
const TOLD = new RegExp(
  `(?<=由)((?:[省市县区]、)?${PLACE}(?:${OFFICES}|${OFFICES_OF_PLACE}))(?=([^，。；：]{2,40}))`,
);

/** One trade of an enumeration: the words between two separators (、, 和, 与, 及). */
const BETWEEN_SIGNS = /[^、和与及]+/g;

const OF_PLACE = new RegExp(`^${PLACE}`);
/** The first characters of clauses that begin with a trade as the name of an office. Few clauses do. */
const FIRST = new Set([...'由请省市县区州盟旗镇乡各', ...ANY.split('|').map((trade) => trade[0]!)]);
const HAS_OFFICE = new RegExp(OFFICES);
const MODAL = /^(?:[也都均还更]|至少)?(?:(?<![需重主])要(?![求素点闻])|必须|务必|应当?(?!急|对|用|届)|须)/;
/** Acts that several offices do together: 联手, 会商. */
const TOGETHER =
  /^(?:实行|开展|加强|要|应|须|必须|加密)*(?:联|协同(?!发力)|协作|会商|会诊|共享|互通|配合|各司其职|各负其责)/;
const SAYS = /^(?:负责(?!人)|分别|各自|共同|一并|联手|实行|每[日天周月季半]|按|对|向|根据)/;

/**
 * Finds offices that a clause names by their trades only: 县财政 in 由县财政承担 (borne by county finance), 公安、交通 in 公安、交通要联手
 * (police and traffic must act together). Several trades are kept as one name, as written, but before 等 (and others)
 * each is a name. Trades that mean no office by themselves count only where they act together: 教育、医疗要补短板 (education
 * and medicine must make up for gaps) speaks of the trades.
 */
export function officesByTrade(clause: string): Span[] {
  const groups = FIRST.has(clause[0]!) ? OPENS.exec(clause)?.groups : undefined;
  const name = groups?.several ?? groups?.alone;
  if (groups && name) {
    const behind = groups.behind!;
    const start = clause.indexOf(name);
    const isOffice =
      groups.alone !== undefined || OF_PLACE.test(name) || HAS_OFFICE.test(name) || TOGETHER.test(behind);
    if (!isOffice || !acts(behind, start > 0)) return [];
    if (!groups.open) return [{ start, end: start + name.length }];
    return matchesIn(name, BETWEEN_SIGNS).map(({ index, 0: { length } }) => ({
      start: start + index,
      end: start + index + length,
    }));
  }
  const told = clause.includes('由') ? TOLD.exec(clause) : null;
  return told && acts(told[2]!, true) ? [{ start: told.index, end: told.index + told[1]!.length }] : [];
}

/**
 * Whether the words after an office's name say what it must do. A verb before 要 (must) or 的 counts only if `isTold`
 * is set, after 由 (by) or 请 (please). Elsewhere it is a noun: 改革 (reform) in 公安改革要深化 (police reform must go deeper).
 */
const acts = (behind: string, isTold: boolean): boolean =>
  MODAL.test(behind) ||
  SAYS.test(behind) ||
  TOGETHER.test(behind) ||
  startsWithAction(behind) ||
  (startsWithVerb(behind) && (isTold || !/^[\u4e00-\u9fff]{2}(?:要|必须|应|须|的)/.test(behind)));
