import { BODY_END } from '../../../chinese/organisations.ts';
import { FOREIGN_PARTIES } from '../../lexicon/notOrders/parties.ts';
import { isExplanation, isSituation, isWish } from '../../lexicon/notOrders/statements.ts';
import { behindCommas, clausesOf } from '../../paragraphs.ts';
import { anyOf } from '../../rules.ts';
import type { Span } from '../../schema.ts';
import { isExplicit, mayOrder } from './explicit.ts';
import { opensWithVerb } from './openings.ts';
import { isWeighing } from './weighing.ts';

/** An order in a sentence. */
export type Order = {
  /** The offset at which the order begins: at 要 or its verb, or at a subject or a phrase (在…基础上) before these. */
  start: number;
  /** Whether the order contains 要, 必须 or the like. */
  explicit: boolean;
};

/** Phrases that introduce an order and belong to it: 在…基础上，, 围绕…，, 会后，, 各部门，. */
const LEAD_IN = new RegExp(
  `^(?:在|对|围绕|按照?|以|通过|针对|结合|根据|从|就|为|凡|同时|此外|另外|当前|下一步|今后|会后|特别是|尤其是|无论|不管|不论|一旦|与此|(?:[^，。；：除]{2,10})?除了?[^，。；：]{1,24}外，$|[^，。；：]{0,30}${BODY_END}[，、]$)`,
);

/**
 * First clauses that belong to an order, even if other clauses stand between them and the 要 of the order. Such a clause
 * names the object, the case, the day or the matter: 超期的，先停用，后送检，不得拖延.
 */
const OPENS_ORDER =
  /^(?:对(?!我|他|此|于此|比|[^，。；：]{2,40}(?:作|做|作出|做出|进行)了?[^，。；：]{0,8}(?:部署|安排|规定|指示|批示)，)|把|将(?!来)|(?:无论|不管|不论)(?!如何|怎样)|[^，。；：]{2,24}的(?:事情?)?，$|(?:到|于|在)?[^，。；：]{0,16}(?:(?<![目此当眼以先面空提]|(?<!\d)日)前|(?<=[年月日周天季度时期])之?内|(?<=[年月季周期])[底末]|[上中下]旬|之前)，$|从[^，。；：]{2,8}[起到至][^，。；：]{0,10}，$|除[^，。；：]{1,24}外，$|[^，。；：要]{2,28}(?:发现|接到|收到|遇到|遇有)[^，。；：了]{2,30}，$|(?:如|若|一旦)(?:果)?(?:发现|接到|收到|遇到|遇有|出现|发生)[^，。；：了]{2,30}，$|[^，。；：]{2,10}先(?![进锋例后前生期])[\u4e00-\u9fff]{2,10}，$)/;

/** 不但要 (not only must) at the beginning of a clause. */
const NOT_ONLY = /^不[但仅]要(?![求素点])/;

/**
 * 是要 (is to) at the beginning of a clause, which gives the order that the clause before only announces: 首要任务，是要… (the
 * first task is to …).
 */
const IS_TO = /^是要(?!求)/;
/** The end of the clause before 是要 (is to), which announces the order: 首要任务， (the first task). */
const CHIEF_MATTER = /(?:任务|重点|关键|核心|前提|当务之急|第一件事)，$/;

/**
 * 就是要 (is just to) at the beginning of a clause, which only describes a goal and orders nothing: 治水的目标，就是要… (the goal
 * of water control is just to …).
 */
const IS_JUST_TO = /^(?:就|也|正|本来)?是要(?!求)/;
/** The end of the clause before 就是要 (is just to), which names the goal: 治水的目标， (the goal of water control). */
const GOAL = /(?:目标|目的|宗旨|初衷|意义|用意|本质)，$/;

/**
 * A first clause with 不能 (cannot) that gives the reason for the order after it: 群众的心不能凉，要… (the people must not lose
 * heart, so …).
 */
const REASON =
  /^(?:[^，。；：要]{2,8}|[更也])不能[^，。；：]{1,4}，(?:[更也][^，。；：]{1,10}，)?要(?![求点素])/;

/** The beginning of a clause that names all cases: 无论 (whether) in 无论清淤还是检修， (whether dredging or repair,). */
const WHATEVER = /^(?:同时，?)?(?:无论|不管|不论)(?!如何|怎样)/;
/**
 * A clause that names all cases (see `WHATEVER`), and after it the demand for them: 无论清淤还是检修，都要守住底线 (whether dredging
 * or repair, the line must be held).
 */
const ANYHOW =
  /^(?:同时，)?[^，。；：我]{2,40}，(?:[^，。；：要我]{1,8})?(?:都|均|也)(?:要(?![求点素])|必须|务必|不[得能])/;

/** Words of praise for what has been done: 为清淤作出了积极贡献. */
const PRAISES = /(?:[作做]出|取得|发挥|赢得|付出|展现|彰显)了/;

/** 了 after a verb, as a sign of something done: 检修了水泵, 进行了清理. */
export const HAS_DONE = /[\u4e00-\u9fff](?<![为除罢极受])了(?![解然结如不得吗])(?=[\u4e00-\u9fff“《\d])/;

/** A sentence that begins with a phrase and tells what has been done: 结合近期汛情，从管护的角度，提出了三处隐患. */
const LED_REPORT = new RegExp(
  `^(?:从|在|结合|围绕|通过|对照|按照|根据|针对)[^。；]{2,120}${HAS_DONE.source}`,
);

/**
 * Finds the order in a sentence; null where it has none. Examines the beginning of every clause outside quotations.
 * Leaves out reasons that stand before the order.
 */
export function orderIn(text: string, sentence: Span): Order | null {
  const { start, end } = behindCommas(text, sentence);
  const words = text.slice(start, end);
  // Returns early for most sentences: they begin with no verb of an order and lack words like 要.
  const opens = opensWithVerb(words);
  if (!opens && !mayOrder(words)) return null;
  if (isWish(words) || anyOf(FOREIGN_PARTIES, words)) return null;
  const opening = Math.min(sentence.end, text.length) - words.length;
  // Most sentences have no explicit order. So the clauses before an explicit order are judged only once that order is
  // found.
  const passed: { at: number; own: string }[] = [];
  for (const clause of clausesOf(text, sentence)) {
    const own = text.slice(clause.start, clause.end).trimStart();
    const at = clause.end - own.length;
    // In 对整改不力的，不但要追责，还要通报 (those who fail to improve must not only answer for it, but also be named) both clauses
    // order something.
    const isOnCase = passed[0]?.at === opening && OPENS_ORDER.test(passed[0].own);
    if (isOnCase && NOT_ONLY.test(own)) return { start: opening, explicit: true };
    // In 当务之急，是要疏通河道 (the urgent matter is to clear the river) the first clause only announces the order, which
    // begins at 要.
    if (IS_TO.test(own) && CHIEF_MATTER.test(passed.at(-1)?.own ?? ''))
      return { start: at + 1, explicit: true };
    // In 治水的目标，就是要让河水变清 (the goal of water control is just to make the river clean) the clause only says what the
    // goal is.
    if (IS_JUST_TO.test(own) && GOAL.test(passed.at(-1)?.own ?? '')) return null;
    // In 无论清淤还是检修，都要守住底线 (see `ANYHOW`) the first clause only says how far the order reaches.
    const isWhatever = WHATEVER.test(own) && ANYHOW.test(words.slice(at - start));
    if (isWeighing(own) && !isWhatever) return null;
    if (isExplicit(own)) {
      // In 宁可听骂声，不可听哭声 (rather hear curses than weeping) the speaker only weighs one thing against another.
      if (passed.at(-1)?.own.startsWith('宁') && /^(?:也)?不/.test(own)) return null;
      if (REASON.test(text.slice(at, Math.min(sentence.end, at + 40)))) continue;
      // In 自觉统一思想，…；要学深悟透 (be of one mind, …; must study deeply) the order includes the clauses before 要, unless
      // these explain something.
      const before = text.slice(opening, at);
      const all =
        (opensWithVerb(before) && !isExplanation(before)) ||
        passed.some((one) => one.at === opening && OPENS_ORDER.test(one.own));
      const other = passed.findLastIndex((one) => !LEAD_IN.test(one.own));
      return { start: all ? opening : (passed[other + 1]?.at ?? at), explicit: true };
    }
    passed.push({ at, own });
  }
  if (!opens || LED_REPORT.test(words) || PRAISES.test(words) || isSituation(words) || isExplanation(words))
    return null;
  return { start: opening, explicit: false };
}

/** Whether a clause of the span gives an explicit order, by 要 or a similar word. */
export const hasExplicitOrder = (text: string, span: Span): boolean =>
  clausesOf(text, span).some(({ start, end }) => isExplicit(text.slice(start, end).trim()));
