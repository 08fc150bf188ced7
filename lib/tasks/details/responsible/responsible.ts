import { startsWithVerb } from '../../lists/orders/openings.ts';
import type { Span } from '../../schema.ts';
import { bodiesInBrackets } from './brackets.ts';
import { bodiesInClauses } from './clauses.ts';
import type { FoundBody } from './found.ts';
import { bodiesInHeading } from './headings.ts';
import { canBeName } from './names.ts';
import { partnersIn } from './partners.ts';
import { bodiesBehindLabels, bodiesWithRole } from './roles.ts';

/** A verb that is part of a name: 组织 (organise) in 市委组织部, 救援 (rescue) in 县消防救援大队, 服务 (serve) in 各物业服务企业. */
const IS_UNIT =
  /^(?:(?:组织|宣传)[部处科办]|(?:救援|服务|管理|执法|监督|保障|运营|建设|投资|发展|养护|维修)(?:[大支中总]队|中心|企业|公司|集团|[部处科站所局办])$)/;

/** The public bodies responsible for a task, and those of them that lead the work. */
export type Responsible = { bodies: Span[]; leads: Span[] };

/**
 * Finds the public bodies responsible for a task: in brackets, after 责任单位：, in 由…负责, as partners, and as subjects of
 * its orders. `firstIsLead` says whether the public body named first in a bracket leads the work (see
 * `firstLeadsFrom`).
 */
export function responsibleIn(text: string, task: Span, firstIsLead: boolean): Responsible {
  const words = text.slice(task.start, task.end);
  const inWords: FoundBody[] = [
    ...bodiesInHeading(words),
    ...bodiesInBrackets(words, firstIsLead),
    ...bodiesBehindLabels(words),
    ...bodiesWithRole(words),
    ...partnersIn(words),
  ];
  const named = inWords.map(({ start, end, leads }) => ({
    start: task.start + start,
    end: task.start + end,
    leads,
  }));
  const bodies = [...named, ...bodiesInClauses(text, task)];
  // Returns early, because most tasks name nobody.
  if (bodies.length === 0) return { bodies, leads: [] };
  const ends = new Map<number, number[]>();
  for (const { start, end } of bodies) ends.set(start, [...(ends.get(start) ?? []), end]);
  // Drops a name that includes a verb, where the same name is also found without it: 某镇政府 in 由某镇政府登记造册、落实管护 (the town
  // government registers and maintains).
  const isTooLong = ({ start, end }: Span) =>
    ends.get(start)!.some((shorter) => {
      const rest = text.slice(shorter, end);
      return shorter < end && startsWithVerb(rest) && !IS_UNIT.test(rest);
    });
  const isName = ({ start, end }: Span) => canBeName(text.slice(start, end), text.slice(end, end + 4));
  const kept = bodies.filter((body) => isName(body) && !isTooLong(body));
  // Drops the beginning of a longer name: 各区 (all districts) of 各区卫生健康委 (health commissions of all districts).
  const isPart = ({ start, end }: Span) => kept.some((longer) => longer.start === start && longer.end > end);
  return {
    bodies: kept.filter((body) => !isPart(body)),
    leads: named.filter((body) => body.leads && isName(body)),
  };
}
