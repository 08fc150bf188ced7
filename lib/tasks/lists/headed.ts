import { numeral } from '../../chinese/numerals.ts';
import { GOAL_HEADINGS, NO_TASK_HEADINGS, NOUN_HEADINGS, TASK_HEADINGS } from '../lexicon/headings.ts';
import { sentencesOf } from '../paragraphs.ts';
import { anyOf } from '../rules.ts';
import type { Span } from '../schema.ts';
import { isLedByBody, isToBody, RESPONSIBLE_BRACKET_AT_END } from './actors.ts';
import { announcedIn } from './announced.ts';
import type { FoundList } from './found.ts';
import { hasExplicitOrder, opensWithVerb, orderIn } from './orders.ts';
import { leadsToOrders } from './ordinalOrders.ts';
import { endOf, headingOf, type Section, titleOf } from './outline.ts';

/** How far from the beginning of an item an order is sought, in UTF-16 units. */
const ENOUGH = 1500;

/**
 * Words for those who give or receive orders. A list of steps (安装, 添加) without such a word is a manual, and gives no
 * orders.
 */
const OFFICIAL =
  /各级|各部门|各单位|各地|各镇|各乡|各街道|有关部门|责任单位|牵头|负责）|党委|党支部|政府|干部|职责|督查|考核|通报/;

/**
 * Whether items without heading, issuer or introduction are orders all the same. At least one item in three must
 * contain 要, or name those who give or receive orders.
 */
export function soundsOfficial(text: string, items: FoundList['items']): boolean {
  const official = items.filter(({ span }) => {
    const own = { start: span.start, end: Math.min(span.end, span.start + ENOUGH) };
    return (
      OFFICIAL.test(text.slice(own.start, own.end)) || hasExplicitOrder(text, own) || isLedByBody(text, own)
    );
  });
  return official.length * 3 >= items.length;
}

export type Headed = {
  lists: FoundList[];
  /** Sections about guiding thought, principles and goals, which contain no tasks. */
  goals: { heading: string; sections: Section[] }[];
  /**
   * Items that stand alone under a heading of their own. The number of such an item may continue the numbers of an
   * earlier list.
   */
  lone: FoundList[];
  /** Lines under headings that are no items. They are read like running text: 五、有关要求 with its paragraphs. */
  running: { lines: Span[]; section: string | null; topic?: string | null; agenda?: boolean }[];
};

/**
 * Finds the lists in a document's sections. The items of a list are the headed paragraphs at the lowest level of a
 * branch. Items under one heading form one list, with that heading as `section`.
 */
export function headedLists(text: string, sections: Section[]): Headed {
  const headed: Headed = { lists: [], goals: [], running: [], lone: [] };
  siblings(text, withoutSpeech(text, sections, headed), null, headed);
  for (const list of headed.lone) if (goesOn(text, list, headed.lists)) headed.lists.push(list);
  headed.lists.sort((a, b) => a.items[0]!.span.start - b.items[0]!.span.start);
  return headed;
}

/** A paragraph with spoken words (副市长何苗强调，…), or with a report of them (何苗听了汇报，并提出三点要求。). */
const SPEECH =
  /^[^，。：]{2,30}(?:强调|要求|指出)[，：]|^会议(?:还|并|同时|最后)?(?:强调|要求|指出)|^[^。：]{2,48}提出[^，。：]{0,8}要求[。：]/;

/**
 * Removes paragraphs with spoken words after the last item, in a list whose items have one paragraph each. There they
 * belong to the report, and not to the item.
 */
function withoutSpeech(text: string, sections: Section[], headed: Headed): Section[] {
  const last = sections.at(-1);
  if (!last || last.children.length || sections.length < 2) return sections;
  if (sections.some((one) => one !== last && (one.lines.length > 1 || one.children.length))) return sections;
  const from = last.lines.findIndex(({ start }, i) => i > 0 && SPEECH.test(text.slice(start, start + 60)));
  if (from < 0) return sections;
  headed.running.push({ lines: last.lines.slice(from), section: null, agenda: true });
  return [...sections.slice(0, -1), { ...last, lines: last.lines.slice(0, from) }];
}

/** Whether the line before the first of these sections introduces orders: 各高校要完成以下工作：. */
function isOrdered(text: string, [first]: Section[]): boolean {
  const end = text.lastIndexOf('\n', first?.lines[0]?.start ?? 0);
  const lead = end < 0 ? '' : text.slice(text.lastIndexOf('\n', end - 1) + 1, end).trim();
  return lead.endsWith('：') && leadsToOrders(lead);
}

/** Whether a heading such as 活动内容 or 检查重点 has items that each order something. */
const isAboutOrders = (text: string, one: Section, heading: string): boolean =>
  /(?:内容|重点)$/.test(heading) &&
  one.children.length >= 2 &&
  one.children.every((child) => opensWithVerb(headingOf(text, child)) || isOrder(text, child));

/** The points of a speaker: 我强调三点：一是…. They are tasks of their own under any heading. */
const COUNTED_POINTS =
  /(?:强调|讲|提|提出)[^，。：]{0,6}[点条项个][^，。：]{0,6}：\s*(?:第一|一[是要]|其一|1[.、])|[。：]\s*一要.{4,400}?二要/;
/** The level of markers (（1）, ①, bullets) from which items under a headed item are its measures, and not tasks. */
const MEASURES_LEVEL = 5;

const hasItems = (section: Section): boolean =>
  section.children.some(({ level }) => level < MEASURES_LEVEL || section.level < 3);

const isBranch = (one: Section): boolean => one.children.length > 0 && hasItems(one);

/**
 * The text below an item of an agenda in minutes: 一、关于老旧小区改造工作, followed by 会议听取了…。会议要求，…. Only what the meeting
 * demands is an order.
 */
const AGENDA =
  /(?:^|。)\s*(?:会议(?:还|并)?(?:指出|强调|要求|议定|明确|确定|认为|听取|通报|同意|决定|原则|研究|传达|审议)|[\u4e00-\u9fff·]{2,8}(?:强调|要求)[，：])/;
/** How an item of an agenda begins that has a figure as its number: 1.关于校车运营。会议认为，…. */
const ITEM_OF_AGENDA = /^\s*(?:关于|研究|审议|听取|传达|会议)/;
const isAgenda = (text: string, { level, lines, children }: Section): boolean =>
  (level <= 3 || (level === 4 && ITEM_OF_AGENDA.test(text.slice(lines[0]!.start, lines[0]!.start + 4)))) &&
  children.length === 0 &&
  lines.some(({ start, end }) => AGENDA.test(text.slice(start, Math.min(end, start + 200))));

/** Finds the topic of an item of the agenda: its heading, where that fills a line. */
const topicOf = (text: string, one: Section): string | null =>
  one.lines.length > 1 && !/[。；]/.test(text.slice(one.lines[0]!.start, one.lines[0]!.end))
    ? titleOf(text, one)
    : null;

/**
 * The number of items below several headings, and the share of orders among them, from which all these items count as
 * orders.
 */
const ENOUGH_ITEMS = 8;
const MOST = 0.8;

/**
 * Whether nearly all items under several headings are orders. The few others then count as orders too, because our
 * lists of verbs are never complete.
 */
function areOrdersBelow(text: string, sections: Section[]): boolean {
  const items = sections
    .filter(
      (one) =>
        isBranch(one) &&
        !anyOf(NO_TASK_HEADINGS, headingOf(text, one)) &&
        !anyOf(GOAL_HEADINGS, headingOf(text, one)),
    )
    .flatMap(({ children }) => children);
  if (items.length < ENOUGH_ITEMS || items.some(isBranch)) return false;
  return items.filter((one) => isOrder(text, one)).length / items.length >= MOST;
}

/** A heading that begins like an order, but is the name of a plan's part: 实施步骤. */
const PART_OF_PLAN = /^(?:实施|组织|推进|整治|活动|落实)(?:步骤|阶段|进度|时间)/;
const ordersInHeading = (heading: string): boolean => opensWithVerb(heading) && !PART_OF_PLAN.test(heading);

/** A heading about how matters stand: 认清形势，增强紧迫感. */
const ON_SITUATION =
  /^(?:认清|看清|正视|统一|提高|深化|充分|深刻|高度)[^，。；：]{0,6}(?:形势|认识|思想|站位|意义|重要性|差距|不足)/;
/** Whether a section only tells how matters stand: its heading says so, and its text has no 要 or the like. */
const isOnSituation = (text: string, one: Section, heading: string): boolean =>
  ON_SITUATION.test(heading) &&
  one.lines.length > 1 &&
  !one.lines.some(({ start, end }) => hasExplicitOrder(text, { start, end: Math.min(end, start + ENOUGH) }));

function siblings(
  text: string,
  sections: Section[],
  parent: Section | null,
  headed: Headed,
  areAllOrders = false,
): void {
  const again = sections.findIndex((one, i) => i > 0 && numberOf(text, one.marker) === 1);
  if (again > 0 && numberOf(text, sections[0]!.marker) === 1) {
    siblings(text, sections.slice(0, again), parent, headed, areAllOrders);
    siblings(text, sections.slice(again), parent, headed, areAllOrders);
    return;
  }
  const items: FoundList['items'] = [];
  const branches = sections.filter(isBranch).length;
  const leaves = sections.filter(
    (one) => !isBranch(one) && !isAgenda(text, one) && !anyOf(NO_TASK_HEADINGS, headingOf(text, one)),
  );
  const section = parent && titleOf(text, parent);
  // All siblings count as orders where their heading announces orders, or where most of them are recognised as orders:
  // some orders use a verb that our lists of words lack.
  const all =
    areAllOrders ||
    (!parent && isOrdered(text, sections)) ||
    (parent && (anyOf(TASK_HEADINGS, section!) || opensWithVerb(headingOf(text, parent)))) ||
    (leaves.length >= 3 && leaves.filter((one) => isOrder(text, one)).length / leaves.length >= 0.6);
  const haveOrders = areOrdersBelow(text, sections);
  for (const one of sections) {
    const heading = headingOf(text, one);
    if (anyOf(GOAL_HEADINGS, heading)) headed.goals.push({ heading: titleOf(text, one), sections: [one] });
    else if (isAboutOrders(text, one, heading)) siblings(text, one.children, one, headed, haveOrders);
    else if (anyOf(NOUN_HEADINGS, heading)) continue;
    else if (anyOf(NO_TASK_HEADINGS, heading) && !opensWithVerb(heading)) continue;
    else if (isAgenda(text, one))
      headed.running.push({ lines: one.lines, section: null, topic: topicOf(text, one), agenda: true });
    else if (isBranch(one)) siblings(text, one.children, one, headed, haveOrders);
    // Where other sections have items, 五、有关要求 is only a heading, and its paragraphs are read like running text.
    else if (branches > 0 && !ordersInHeading(heading))
      headed.running.push({ lines: one.lines, section: titleOf(text, one) });
    else if (branches > 0 && one.lines.some(({ start, end }) => COUNTED_POINTS.test(text.slice(start, end))))
      headed.running.push({ lines: one.lines, section: titleOf(text, one), agenda: true });
    else if (branches > 0 && isOnSituation(text, one, heading)) continue;
    else if (!all && isTitleOfOrders(text, one))
      headed.lists.push({
        form: 'numbered',
        speaker: null,
        announcedCount: null,
        section: titleOf(text, one),
        items: one.lines.slice(1).map((span) => ({ marker: null, span })),
      });
    else if ((all || isOrder(text, one)) && !isConsent(text, one)) items.push(itemOf(text, one, sections));
    else if (one.lines.length > 1) headed.running.push({ lines: one.lines, section: titleOf(text, one) });
  }
  // Where most siblings are no orders (dates, conditions, places), the others only look like orders, so none counts.
  if (items.length === 0 || items.length * 2 < leaves.length) return;
  const list: FoundList = {
    form: sections[0]!.level <= 3 ? 'heading' : 'numbered',
    speaker: null,
    announcedCount: announcedIn(section ?? ''),
    section,
    items,
  };
  if (items.length + branches >= 2) headed.lists.push(list);
  // A single item keeps its first paragraph only. Its further paragraphs close the document.
  else if (sections.length === 1)
    headed.lone.push({ ...list, items: [{ ...items[0]!, span: sections[0]!.lines[0]! }] });
}

const numberOf = (text: string, marker: Span | null): number | null =>
  marker && numeral(text.slice(marker.start, marker.end).replace(/[（）()、.．\s]/g, ''));

/** Whether a single item has the next number after a list above it: 4. stands under 二、, and 5. alone under 三、. */
function goesOn(text: string, { items: [lone], form }: FoundList, lists: FoundList[]): boolean {
  const number = numberOf(text, lone!.marker);
  const above = lists.findLast((one) => one.form === form && one.items[0]!.span.start < lone!.span.start);
  const last = above && numberOf(text, above.items.at(-1)!.marker);
  return number !== null && last !== null && last !== undefined && number === last + 1;
}

/** Whether a section has a title of orders on a line of its own (二、有关要求) and several paragraphs that each give one. */
const isTitleOfOrders = (text: string, one: Section): boolean =>
  one.lines.length > 2 &&
  topicOf(text, one) !== null &&
  !opensWithVerb(headingOf(text, one)) &&
  anyOf(TASK_HEADINGS, headingOf(text, one)) &&
  one.lines.slice(1).every((line) => {
    const first = sentencesOf(text, line)[0]!;
    return orderIn(text, first) !== null || isLedByBody(text, first);
  });

/** Whether an item only states consent, which is no order: 一、原则同意设立开发区. */
const isConsent = (text: string, { lines: [line, ...more] }: Section): boolean =>
  more.length === 0 &&
  /^\s*(?:原则上?)?同意/.test(text.slice(line!.start, line!.start + 12)) &&
  !hasExplicitOrder(text, line!);

/** Remembers for each section whether it is an order, because this is asked again for the sections around it. */
const judged = new WeakMap<Section, boolean>();

/** Whether an item orders something, in its heading or in a sentence of its text. */
function isOrder(text: string, section: Section): boolean {
  let found = judged.get(section);
  if (found === undefined) {
    found = givesOrder(text, section);
    judged.set(section, found);
  }
  return found;
}

function givesOrder(text: string, section: Section): boolean {
  if (ordersInHeading(headingOf(text, section))) return true;
  const { start, end } = section.lines[0]!;
  // An item that ends with （责任单位：…） is an order, whatever its words.
  if (RESPONSIBLE_BRACKET_AT_END.test(text.slice(Math.max(start, end - 400), end))) return true;
  // An item that begins with a public body and its action is an order: 市自然资源局牵头核定口径.
  if (isLedByBody(text, { start, end }) || isToBody(text, { start, end })) return true;
  return section.lines.some(({ start, end }) =>
    sentencesOf(text, { start, end: Math.min(end, start + ENOUGH) }).some((one) => orderIn(text, one)),
  );
}

/**
 * Returns an item from its heading to the end of its last paragraph. After the last item, paragraphs may follow that
 * close the document. They are left out where the item has named a responsible public body (…负责) and earlier items had
 * one paragraph each.
 */
function itemOf(text: string, section: Section, siblings: Section[]): FoundList['items'][number] {
  const start = section.lines[0]!.start;
  let end = endOf(section);
  // Where all siblings have one paragraph, further paragraphs of the last item close the document.
  const others = siblings.filter((one) => one !== section);
  const closed =
    section === siblings.at(-1) &&
    section.children.length === 0 &&
    others.length >= 2 &&
    others.every(({ lines, children }) => lines.length === 1 && children.length === 0) &&
    /[。；]\s*$/.test(text.slice(section.lines[0]!.start, section.lines[0]!.end));
  const endsWithBody = ({ start, end }: Span) =>
    RESPONSIBLE_BRACKET_AT_END.test(text.slice(Math.max(start, end - 400), end));
  if (closed) end = (section.lines.find(endsWithBody) ?? section.lines[0]!).end;
  else if (section === siblings.at(-1) && section.children.length === 0)
    for (const line of section.lines.slice(0, -1))
      if (endsWithBody(line)) {
        end = line.end;
        break;
      }
  return { marker: section.marker, span: { start, end } };
}
