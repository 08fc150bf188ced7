import { BODY_END } from '../../../chinese/organisations.ts';
import { BODY_AT_END } from '../../lexicon/bodies.ts';
import { ACTIONS, DISPOSAL, endOfOrder, OPENS_DISPOSAL, PREPOSITION } from '../../lexicon/verbs.ts';
import { startOfWords } from '../../paragraphs.ts';

/**
 * Whether a clause begins with the verb of an order (切实加强…, really strengthen …) or with 把 and an object. Excludes
 * verbs with 了 or 过, which report what has been done, and trades named after a verb: 服务业 (services, from 服务, serve).
 */
export const startsWithVerb = (clause: string): boolean => {
  const end = endOfOrder(clause, 0);
  if (end < 0) return OPENS_DISPOSAL.includes(clause.charAt(0)) && DISPOSAL.test(clause);
  return !/^(?:[了的]|业(?![务主户态绩余委内])|过(?![程渡剩紧苦好硬年节冬]))/.test(
    clause.slice(end, end + 2),
  );
};

/**
 * Whether the words after a public body begin with a verb of `ACTIONS`: 烘干稻谷 (dries rice) after 县粮库 (the county's
 * granary). Leaves out verbs that are part of a noun, such as 值班 (be on duty) in 派出所值班人员.
 */
export function startsWithAction(behind: string): boolean {
  const end = endOfOrder(behind, 0, 4, ACTIONS);
  return (
    end >= 0 && !/^(?:[了的员率费量室队组点站]|人员|电话|制度|工作|过(?!程))/.test(behind.slice(end, end + 2))
  );
}

/** A public body at the beginning of a clause, after 各, 全县, 有关 or the like: 各镇 (all towns) in 各镇切实扛起责任. */
const BODY_FIRST = new RegExp(
  `^(?:各|全[市县区镇校体省]|有关|相关|所有|广大)[^，。；：]{0,24}?${BODY_END}(?=[^的])`,
);

/** Words between a public body and its verb that say on what the action is based: 按照《预案》要求，. */
const BASIS = /^(?:按照?|根据|依据|依照|对照|结合)[^，。；：了]{2,60}，/;

/** Matches `BODY_FIRST`. Looks at the first character before, because most clauses begin with another one. */
const bodyFirst = (clause: string): RegExpExecArray | null =>
  '各全有相所广'.includes(clause[0] ?? '-') ? BODY_FIRST.exec(clause) : null;

/**
 * Finds the public body at the beginning of a clause that orders without 要 (must): 各镇 in 各镇切实扛起责任 (all towns really
 * shoulder their responsibility). Returns null where there is none.
 */
export function bodyBeforeVerb(clause: string): string | null {
  const first = bodyFirst(clause)?.[0];
  if (!first) return null;
  // In 各二级学院 (all second-level colleges), 各二级 also looks like a public body, but only the longer name has a verb
  // after it.
  for (let end = first.length; end <= Math.min(clause.length, first.length + 12); end++) {
    if (/[，。；：]/.test(clause[end - 1]!)) return null;
    const body = clause.slice(0, end);
    if (/.[对把将]|深入|自行(?!车)|.(?:按照|根据|依据|通过|围绕|结合)/.test(body)) return null;
    // In 各部门配合的机制 (a system in which all departments help) the words before 的 tell who acts, so 的 and the words after
    // it are ignored. In 各校可利用广播 (all schools may use loudspeakers) the name of the public body ends before 可 (may).
    if (!BODY_AT_END.test(body)) continue;
    const rest = clause.slice(end).replace(/^(?:可| )|的.*/g, '');
    if (startsWithVerb(rest)) return body;
    // In 各站按照预案，备足沙袋 (all stations, by the plan, stock sandbags) the words between the public body and its verb say
    // on what the action is based.
    const basis = BASIS.exec(clause.slice(end))?.[0].length;
    if (basis !== undefined && startsWithVerb(clause.slice(end + basis))) return body;
  }
  return null;
}

/**
 * Whether a text begins with the verb of an order. Before it may stand 在…上 (in), 围绕… (around), 对… (towards), or the
 * public body that must act.
 */
export function opensWithVerb(text: string): boolean {
  const start = startOfWords(text);
  const opening = text.slice(start, start + 120);
  if (startsWithVerb(opening)) return true;
  // In 同时，在全社会倡导节水 (at the same time, promote saving water in all society) the phrase with 在 (in) follows 同时.
  const own = opening.startsWith('同时，') ? opening.slice('同时，'.length) : opening;
  const lead = PREPOSITION.exec(own) ?? bodyFirst(own);
  return lead !== null && startsWithVerb(own.slice(lead[0].length));
}
