import { BODY_END, UNIT_END } from '../../../chinese/organisations.ts';
import { matchesIn } from '../../../chinese/patterns.ts';
import { SERVICE_END } from '../../lexicon/bodies.ts';
import { startsWithVerb } from '../../lists/orders/openings.ts';
import type { Span } from '../../schema.ts';
import { bodiesOf } from './enumerations.ts';

/** A partner after 会同, 联合 or 配合 (together with), before a comma or before the action: 市市场监管局要会同市教育局，…; 信息科配合医务部在…. */
const TOGETHER = new RegExp(
  `(?:会同|(?<=[局队办委所站心镇道院部科处业关司团门])(?:联合(?!执法|检查)|配合))(?!(?:有关|相关|其他)(?:职能)?(?:部门|单位|方面))([\\u4e00-\\u9fff、]{2,40}?(?:${BODY_END}|${UNIT_END}|${SERVICE_END})|街道|社区|乡镇|镇街|属地)(?=[，；。对于在按每“，])`,
  'g',
);

/**
 * A partner with a full name, directly before the action of both organisations: 县教育局 in 县委编办要会同县教育局盘活编制 (the staffing
 * office must free up posts together with the education bureau).
 */
const NAMED_PARTNER =
  /(?<!将)会同((?:[省市县区州旗]|[\u4e00-\u9fff]{2,6}(?=司))[\u4e00-\u9fff]{0,12}?(?:局|办(?![法理事案公])|中心|司|集团|公司|[队组]))(?![\u4e00-\u9fff]{0,3}[局办队司站])(?=[\u4e00-\u9fff“])/g;

/**
 * All public bodies of a kind as partners, where an order may follow: 县区 in 人事科会同县区探索培养办法 (the personnel section,
 * with counties and districts, explores training methods).
 */
const PARTNERS_OF_KIND =
  /(?<!将)会同((?:各|相关|有关|属地|所在)?(?:县区|区县|县市|市县|乡镇|镇街|镇村|街道|社区))(?=[\u4e00-\u9fff]{2})/g;

/**
 * A partner that 和 or 与 (and) joins to the subject: 市文明办 in 各县区须和市文明办一道培树典型 (counties and districts must set up
 * models together with the city's civility office).
 */
const BESIDE =
  /(?<=[须要])[和与](?!相关|有关)([\u4e00-\u9fff、]{2,16}?(?:局|办|委|部|院|会|[站所]|中心|公司|集团))(?:一道|一起|共同|配合)/g;

/**
 * The words from the action of both organisations on: 组建调度中心 (set up a control centre) in 会同青山县组建调度中心. What they set
 * up can end like the name of an organisation (中心, centre), but is no partner.
 */
const ACTION_INSIDE =
  /(?<=(?:[\u4e00-\u9fff]{2}[市县区州省局委办厅部院司]|工会|妇联|团委))(?:[开办做抓]好|召开|组建|成立|设立|筹建|打造|共建|制定|出台|开展|推动).*$/;

/** How many UTF-16 units after a partner are read, to see whether an order follows. */
const BEHIND = 20;

/**
 * Finds the partners together with which a responsible organisation must act: 市教育局 in 市市场监管局要会同市教育局 (the market
 * regulator must, together with the education bureau).
 */
export function partnersIn(words: string): Span[] {
  const found: Span[] = [];
  const add = (pattern: RegExp, lead: number, acts = (_behind: string) => true) => {
    for (const { index, 1: named } of matchesIn(words, pattern)) {
      const end = index + lead + named!.replace(ACTION_INSIDE, '').length;
      if (acts(words.slice(end, end + BEHIND))) found.push({ start: index + lead, end });
    }
  };
  if (words.includes('会同') || words.includes('联合') || words.includes('配合')) {
    add(TOGETHER, '会同'.length);
    add(NAMED_PARTNER, '会同'.length);
    add(PARTNERS_OF_KIND, '会同'.length, startsWithVerb);
  }
  if (/一道|一起|共同|配合/.test(words)) add(BESIDE, '和'.length);
  return found.flatMap((bodies) => bodiesOf(words, bodies, true));
}
