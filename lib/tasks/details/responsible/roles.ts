import { BODY_END, UNIT_END } from '../../../chinese/organisations.ts';
import { matchesIn } from '../../../chinese/patterns.ts';
import type { Span } from '../../schema.ts';
import { bodiesOf, ROLE_OF_LABEL } from './enumerations.ts';
import type { FoundBody } from './found.ts';

/** A label with the responsible organisations: 责任单位：…; 牵头部门：…，配合部门：… */
const LABEL = new RegExp(
  `(${ROLE_OF_LABEL})(单位|部门|人|领导|科室|处室|(?<=(?:^|[^\\u4e00-\\u9fff])..))：((?:[^；。（）：\\n]|（[^（）]{1,20}）){2,200})`,
  'g',
);

/** Words that end like the name of a public body. */
const NAMES_BODY = new RegExp(`(?:${BODY_END}|${UNIT_END})$`);

/** Finds the public bodies after labels: 责任单位：…. */
export function bodiesBehindLabels(words: string): FoundBody[] {
  if (!words.includes('：')) return [];
  return matchesIn(words, LABEL).flatMap(({ index, 0: { length }, 1: label, 2: kind, 3: bodies }) => {
    const end = index + length;
    // After 责任人： and 责任领导： (person responsible, leader responsible) come persons, except for words that end like the
    // name of a public body.
    const ofPersons = kind === '人' || kind === '领导';
    return bodiesOf(words, { start: end - bodies!.length, end })
      .filter(({ start, end }) => !ofPersons || NAMES_BODY.test(words.slice(start, end)))
      .map((body) => ({ ...body, leads: label === '牵头' }));
  });
}

/**
 * Words that name who is responsible, with a role after them: 由市水务局牵头，市财政局、各镇配合; 由…负责. Groups: the organisations, the
 * role.
 */
const SENTENCE =
  /由((?!主要)[^，。；：由对把将]{2,240}?)(?:逐[户家个项站处件条村]|作为)?(按职责|牵头(?!单位|部门|人)|负总?责(?!人)|会同|组织实施|落实|统一|(?:分[组片])?带队)(?!的)/g;

/** A role at the end of a clause: 市水务局牵头，各街道配合. */
const ROLE_OF_CLAUSE =
  /(牵头(?:负责)?|负责(?:统筹|组织|协调|具体|落实)?|(?:予以|给予|积极|全力|主动)?配合)(?:(?:推进|实施|做好|开展|抓好|协调)[\u4e00-\u9fff]{0,14})?(?=[，。；]|$)/g;

/** The words of a clause before its role, if they are nothing but names of organisations: 市水务局 in 市水务局牵头. */
const BODIES_OF_CLAUSE = new RegExp(
  `^(?:[\\u4e00-\\u9fff、]|（[^（）]{1,8}）){1,40}?(?:${BODY_END}|${UNIT_END})(?:（[^（）]{1,8}）)?$`,
);

/**
 * Words before 负责 that say how the work is divided, and name nobody: 要坚持分级 (level by level) in 要坚持分级负责 (must keep to
 * responsibility level by level).
 */
const MANNER = /^(?:要|坚持|实行|落实|严格|建立|健全|完善|做到)|(?:[分逐]级|层层)$/;

/**
 * The words of a clause before its role, or only the words between 牵头、 and that role. Excludes clauses with 由 or 以.
 * Matches fewer than `LONGEST_BEFORE_ROLE` characters, so that ^ never matches in the middle of a clause.
 */
const CLAUSE_BEFORE = /(?<=^|[，。；：]|牵头、)(?:(?!由|以(?!及))[\u4e00-\u9fff、（）]){2,48}$/;

/**
 * Towns and villages that carry out what somebody leads: 东河镇 in 由何苗牵头，东河镇落实 (He Miao leads, the town of Donghe
 * carries out). Elsewhere, the name of a town may only say where something happens.
 */
const PLACE_UNDER_LEAD =
  /由[^，。；：]{2,16}牵头，((?:[\u4e00-\u9fff]{2,8}、){0,4}[\u4e00-\u9fff]{1,8}(?:[镇乡村区县]|街道|社区))(?:具体|负责|抓好)?(?:落实|实施|配合)(?=[，。；]|$)/g;

/** Finds the towns and villages that carry out what somebody leads. */
const placesUnderLead = (words: string): Named[] =>
  words.includes('牵头，')
    ? matchesIn(words, PLACE_UNDER_LEAD).map(({ index, 0: whole, 1: bodies }) => {
        const start = index + whole.indexOf('牵头，') + '牵头，'.length;
        return { bodies: { start, end: start + bodies!.length }, role: '落实' };
      })
    : [];

/**
 * Organisations to which others hand something on, before what they do with it: 填好后交由办公室审核. Group 1 is the
 * organisation.
 */
const HANDED_TO = new RegExp(
  `交由([\\u4e00-\\u9fff]{1,14}?(?:${BODY_END}|${UNIT_END}))(?=审[批核定]|核[定对]|保管|统一|印制|[归存]档|登记|办理|处理|处置)`,
  'g',
);

/** Finds the organisations to which something is handed on. */
const namedBehindHanding = (words: string): Named[] =>
  words.includes('交由')
    ? matchesIn(words, HANDED_TO).map(({ index, 1: body }) => ({
        bodies: { start: index + 2, end: index + 2 + body!.length },
        role: '负责',
      }))
    : [];

/** How many UTF-16 units before a role are searched for the beginning of its clause. */
const LONGEST_BEFORE_ROLE = 50;

/** One or more organisations, and the role that a sentence gives them: 牵头, 负责. */
type Named = { bodies: Span; role: string };

/**
 * The members of a group that is to be formed, beside its leader: 以县水务局牵头，县住建局、县气象局等单位组成的联席会议. Groups: the
 * leader, the members.
 */
const MEMBERS =
  /[由以]([省市县区州镇][\u4e00-\u9fff]{1,14})牵头，([\u4e00-\u9fff、]{4,120}?)(?:等(?:单位|部门))?(?:组成|(?:共同)?参[与加])的/g;

/** Finds the leader and the members of a group that is to be formed. */
function membersIn(words: string): Named[] {
  if (!/牵头，[^，]{4,130}的/.test(words)) return [];
  return matchesIn(words, MEMBERS).flatMap(({ index, 1: leader, 2: members }) => {
    const start = index + 1;
    const from = start + leader!.length + '牵头，'.length;
    return [
      { bodies: { start, end: start + leader!.length }, role: '牵头' },
      { bodies: { start: from, end: from + members!.length }, role: '参与' },
    ];
  });
}

/** Finds the organisations in 由…负责, 由…牵头 and the like. */
function namedBehindBy(words: string): Named[] {
  if (!words.includes('由')) return [];
  return matchesIn(words, SENTENCE)
    .filter(({ 1: bodies }) => !bodies!.endsWith('负责人'))
    .map(({ index, 1: bodies, 2: role }) => ({
      bodies: { start: index + 1, end: index + 1 + bodies!.length },
      role: role!,
    }));
}

/**
 * Finds the organisations of clauses that end with their role: 各街道配合. Searches for the roles first, because few clauses
 * have one and trying every clause on all endings of organisations takes long.
 */
function namedBeforeRole(words: string): Named[] {
  const found: Named[] = [];
  let reached = 0;
  ROLE_OF_CLAUSE.lastIndex = 0;
  for (let match = ROLE_OF_CLAUSE.exec(words); match; match = ROLE_OF_CLAUSE.exec(words)) {
    const { index: end, 1: role } = match;
    const before = words.slice(Math.max(reached, end - LONGEST_BEFORE_ROLE), end);
    const bodies = CLAUSE_BEFORE.exec(before)?.[0] ?? '';
    if (BODIES_OF_CLAUSE.test(bodies) && !MANNER.test(bodies)) {
      found.push({ bodies: { start: end - bodies.length, end }, role: role! });
      reached = ROLE_OF_CLAUSE.lastIndex;
    } else ROLE_OF_CLAUSE.lastIndex = end + 1;
  }
  return found;
}

/** Finds the public bodies to which a sentence gives a role: 由市水务局牵头, 各街道配合. */
export const bodiesWithRole = (words: string): FoundBody[] =>
  [
    ...namedBehindBy(words),
    ...namedBeforeRole(words),
    ...placesUnderLead(words),
    ...namedBehindHanding(words),
    ...membersIn(words),
  ].flatMap(({ bodies, role }) =>
    bodiesOf(words, bodies)
      // Leaves out persons who lead a group beside a public body: 村干部 in 由镇执法队、村干部分组带队 (the town's enforcement team
      // and village officials each lead a group).
      .filter(
        ({ start, end }) => !role.endsWith('带队') || !/(?:干部|人员|同志)$/.test(words.slice(start, end)),
      )
      .map((body) => ({ ...body, leads: /^(?:牵头|会同)/.test(role) })),
  );
