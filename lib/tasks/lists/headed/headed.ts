import { numeral } from '../../../chinese/numerals.ts';
import { GOAL_HEADINGS, NO_TASK_HEADINGS, NOUN_HEADINGS, TASK_HEADINGS } from '../../lexicon/headings.ts';
import { lineAbove, partsOf } from '../../paragraphs.ts';
import { anyOf } from '../../rules.ts';
import type { Span } from '../../schema.ts';
import { announcedIn } from '../announced.ts';
import { bodiesAbove } from '../bodyLabels.ts';
import { type FoundItem, type FoundList, withoutMarker } from '../found.ts';
import { opensWithVerb } from '../orders/openings.ts';
import { leadsToOrders } from '../ordinals/ordinalOrders.ts';
import { headingOf, isQuestion, type Section, sectionsInside, titleOf } from '../outline/section.ts';
import { areMostlyPlain, decidedTopicOf, isAgenda, tellsOfMeeting, topicOf } from './agenda.ts';
import { areTopics, isBranch } from './branches.ts';
import { itemOf } from './items.ts';
import {
  areOrdersBelow,
  isAboutOrders,
  isConsent,
  isOnSituation,
  isOrder,
  isScheduleOfBodies,
  isTerm,
  isTitleOfOrders,
  opensWithOrder,
  orderSentencesOf,
  ordersInHeading,
} from './sectionOrders.ts';
import { hasCountedPoints, hasOrdinalLines, withoutSpeech } from './spoken.ts';

/** What the headed sections of a document contain. */
export type Headed = {
  lists: FoundList[];
  /** Sections about guiding thought, principles and goals, which contain no tasks. */
  goals: { heading: string; sections: Section[] }[];
  /**
   * Lists of one item, the only one under its heading. They count only if the number of the item continues that of an
   * earlier list.
   */
  lone: FoundList[];
  /** The last sections before a heading of a higher level. Their last paragraphs do not close the document. */
  inside: ReadonlySet<Section>;
  /**
   * Lines that stand under a heading but are no items of a list, such as the paragraphs of 五、有关要求 (5. Demands). They
   * are read like running text.
   */
  running: {
    lines: Span[];
    section: string | null;
    /** The heading above a report on what a meeting says: 一、关于老旧小区改造. */
    topic?: string | null;
    /** Whether the lines are read even in a text without an issuer, as the items of an agenda are. */
    agenda?: boolean;
    /** Whether the lines say what a meeting has decided, as the line above all sections tells. */
    resolved?: boolean;
  }[];
};

/**
 * Finds the lists in a document's sections. The items of a list are the headed paragraphs at the lowest level of a
 * branch. Items under one heading form one list, with that heading as `section`.
 */
export function headedLists(text: string, all: Section[]): Headed {
  const headed: Headed = { lists: [], goals: [], running: [], lone: [], inside: sectionsInside(all) };
  const { sections, spoken } = withoutSpeech(text, all);
  if (spoken.length) headed.running.push({ lines: spoken, section: null, agenda: true });
  readBelow(text, sections, null, headed);
  for (const list of headed.lone) if (goesOn(text, list, headed.lists)) headed.lists.push(list);
  headed.lists.sort((a, b) => a.items[0]!.span.start - b.items[0]!.span.start);
  return headed;
}

/** Returns the line before the first of these sections. */
function leadAbove(text: string, [first]: Section[]): string {
  const line = lineAbove(text, first!.lines[0]!.start);
  return line ? text.slice(line.start, line.end).trim() : '';
}

/** A line above sections that each say what a meeting has decided about a topic: 现将会议明确事项纪要如下：, 会议议定：. */
const RESOLVED_BELOW =
  /会议(?:研究)?(?:议定|明确|确定|决定)(?:[^，。：]{0,4}事项[^，。：]{0,6}|如下|意见如下)?：$/;

/** Whether an item is one line of at most two parts, a topic and one decision: 关于资金。由县财政局安排。 */
const isSingle = (text: string, { lines: [line, ...more] }: Section): boolean =>
  more.length === 0 && partsOf(text, line!).length <= 2;

/** Sections of one level under one heading, with what is known of all of them. */
type Siblings = {
  sections: Section[];
  hasBranches: boolean;
  /** Whether all of them count as orders. */
  areOrders: boolean;
  /** Whether all items below them count as orders. */
  areOrdersBelow: boolean;
  /** Whether at least two of them have no heading, and begin with an order. */
  haveOrders: boolean;
  /** Whether sections that look like items of an agenda are ordinary items, as the others are. */
  arePlain: boolean;
  /** Whether each section is only the name of a topic, with the items below it. */
  areTopics: boolean;
  /** Whether each section says what a meeting has decided about a topic. */
  areResolved: boolean;
  /** Whether each section is a heading above lines with ordinals of their own: 第一，…, 第二，…. */
  haveOrdinals: boolean;
};

/**
 * Reads the sections under a heading (`parent`). Where their numbers begin again at 1, another list begins.
 * `areAllOrders` says that all of them count as orders.
 */
function readBelow(
  text: string,
  sections: Section[],
  parent: Section | null,
  headed: Headed,
  areAllOrders = false,
): void {
  const runs = cutAtOne(text, sections);
  const labels = runs.map(([first]) => bodiesAbove(text, first!.marker.start));
  // A single label above all sections may address the whole text (各村：, to all villages), so it belongs to no list.
  const areLabelled = parent !== null || labels.filter(Boolean).length > 1;
  for (const [i, siblings] of runs.entries())
    readSiblings(text, siblings, parent, headed, areAllOrders, areLabelled ? labels[i] : null);
}

/** Cuts sections before each section that has number 1 again. Does so only if the first section has number 1. */
function cutAtOne(text: string, sections: Section[]): Section[][] {
  const isOne = ({ marker }: Section) => numberOf(text, marker) === 1;
  const runs: Section[][] = [];
  const [first] = sections;
  const begins = first !== undefined && isOne(first);
  for (const one of sections)
    if (runs.length === 0 || (begins && isOne(one))) runs.push([one]);
    else runs.at(-1)!.push(one);
  return runs;
}

/**
 * Reads sections that are numbered in one series, and adds their list to `headed`. `label` is the place of those who
 * must do the items.
 */
function readSiblings(
  text: string,
  sections: Section[],
  parent: Section | null,
  headed: Headed,
  areAllOrders: boolean,
  label: Span | null | undefined,
): void {
  const branches = sections.filter(isBranch).length;
  const leaves = sections.filter(
    (one) =>
      !isBranch(one) &&
      !isAgenda(text, one) &&
      !isQuestion(text, one) &&
      !anyOf(NO_TASK_HEADINGS, headingOf(text, one)) &&
      !isConsent(text, one) &&
      !isTerm(text, one),
  );
  const section = parent && titleOf(text, parent);
  // The line above the sections of the top level can say what they are: 各高校要完成以下工作： (all universities must do the
  // following).
  const lead = parent ? '' : leadAbove(text, sections);
  // All siblings count as orders where their heading announces orders, or where most of them are recognised as orders.
  // The others may use a verb that our lists of words lack.
  const areOrders =
    areAllOrders ||
    (/(?:：|部署|布置)$/.test(lead) && leadsToOrders(lead)) ||
    (parent !== null && (anyOf(TASK_HEADINGS, section!) || opensWithVerb(headingOf(text, parent)))) ||
    (leaves.length >= 3 && leaves.filter((one) => isOrder(text, one)).length / leaves.length >= 0.6);
  const siblings = {
    sections,
    hasBranches: branches > 0,
    areOrders,
    areOrdersBelow: areOrdersBelow(text, sections),
    haveOrders: branches > 0 && sections.filter((one) => opensWithOrder(text, one)).length > 1,
    arePlain: areMostlyPlain(text, sections),
    areTopics: parent === null && areTopics(text, sections),
    haveOrdinals: leaves.length > 1 && leaves.every((one) => hasOrdinalLines(text, one)),
    // Where a meeting decides 以下事项 (the following matters) and an item is short (see `isSingle`), the items are the
    // tasks, and not their parts.
    areResolved:
      RESOLVED_BELOW.test(lead) && !(lead.includes('事项') && sections.some((one) => isSingle(text, one))),
  };
  const items = sections.flatMap((one) => readSection(text, one, siblings, headed) ?? []);
  // Where most siblings are no orders (dates, conditions, places), the others only look like orders, so none counts.
  if (items.length === 0 || items.length * 2 < leaves.length) return;
  const list: FoundList = {
    form: sections[0]!.level <= 3 ? 'heading' : 'numbered',
    speaker: null,
    announcedCount: announcedIn(section ?? '') ?? announcedAbove(text, sections, items.length + branches),
    section,
    items: label ? items.map((item) => ({ ...item, label })) : items,
  };
  if (items.length + branches >= 2) headed.lists.push(list);
  // An item without siblings keeps its first paragraph only. Its further paragraphs close the document.
  else if (sections.length === 1)
    headed.lone.push({ ...list, items: [{ ...list.items[0]!, span: sections[0]!.lines[0]! }] });
}

/** Returns `items` if the line above the sections announces that number of items (分三个阶段进行：); null otherwise. */
function announcedAbove(text: string, sections: Section[], items: number): number | null {
  const lead = leadAbove(text, sections).trimEnd();
  return lead.endsWith('：') && announcedIn(lead) === items ? items : null;
}

/**
 * Returns a section as an item of a list, if it is one. Otherwise adds it to the goals, lines or lists of `headed`, or
 * reads the sections below it.
 */
function readSection(text: string, one: Section, siblings: Siblings, headed: Headed): FoundItem | null {
  const heading = headingOf(text, one);
  const decided = siblings.areResolved ? decidedTopicOf(text, one) : null;
  // The answer to a question may contain demands.
  if (isQuestion(text, one) && one.lines.length > 1 && !one.children.length)
    headed.running.push({ lines: one.lines.slice(1), section: null, agenda: true });
  else if (anyOf(GOAL_HEADINGS, heading)) headed.goals.push({ heading: titleOf(text, one), sections: [one] });
  else if (isAboutOrders(text, one, heading) || isScheduleOfBodies(text, one, heading))
    readBelow(text, one.children, one, headed, siblings.areOrdersBelow);
  else if (anyOf(NOUN_HEADINGS, heading)) return null;
  else if (anyOf(NO_TASK_HEADINGS, heading) && !opensWithVerb(heading)) return null;
  else if (
    isAgenda(text, one) &&
    !siblings.arePlain &&
    !(decided && decided.lines[0]!.start < one.lines[0]!.end)
  )
    headed.running.push({ lines: one.lines, section: null, topic: topicOf(text, one), agenda: true });
  else if (isBranch(one) || siblings.areTopics) {
    // Minutes may say what the meeting demands (会议要求，一是…, the meeting demands, first, …) before the items of what it
    // has decided.
    if (one.lines.length > 1 && tellsOfMeeting(text, one))
      headed.running.push({ lines: one.lines, section: null, topic: topicOf(text, one), agenda: true });
    readBelow(text, one.children, one, headed, siblings.areOrdersBelow);
  } else if (decided) headed.running.push({ ...decided, section: null, agenda: true, resolved: true });
  // Where other sections have items, 五、有关要求 (5. Demands) is only a heading, and its paragraphs are read like running
  // text.
  else if (
    siblings.hasBranches &&
    !ordersInHeading(heading) &&
    !(siblings.haveOrders && opensWithOrder(text, one))
  )
    headed.running.push({ lines: one.lines, section: titleOf(text, one) });
  else if (siblings.hasBranches && hasCountedPoints(text, one))
    headed.running.push({ lines: one.lines, section: titleOf(text, one), agenda: true });
  else if (siblings.hasBranches && isOnSituation(text, one, heading)) return null;
  // Here the lines with ordinals are the items, so the heading above them is none.
  else if (siblings.haveOrdinals)
    headed.running.push({ lines: one.lines.slice(1), section: titleOf(text, one), agenda: true });
  else if (isTitleOfOrders(text, one)) headed.lists.push(listBelowTitle(text, one));
  else if ((siblings.areOrders || isOrder(text, one)) && !isConsent(text, one) && !isTerm(text, one))
    return itemWithRest(text, one, siblings.sections, headed);
  else if (one.lines.length > 1) headed.running.push({ lines: one.lines, section: titleOf(text, one) });
  return null;
}

/** Makes a list of the paragraphs below a title for orders. Each sentence that gives an order of its own is a task. */
function listBelowTitle(text: string, one: Section): FoundList {
  const lines = one.lines.slice(1);
  const spans = lines.flatMap((line) => orderSentencesOf(text, line));
  return {
    form: spans.length > lines.length ? 'parallel' : 'numbered',
    speaker: null,
    announcedCount: null,
    section: titleOf(text, one),
    items: spans.map(withoutMarker),
  };
}

/**
 * Makes an item of a section. Paragraphs after the end of the item report what else was said or done, and are read
 * like running text.
 */
function itemWithRest(text: string, one: Section, siblings: Section[], headed: Headed): FoundItem {
  const item = itemOf(text, one, siblings, headed.inside.has(one));
  const lines = one.children.length ? [] : one.lines.filter(({ start }) => start >= item.span.end);
  if (lines.length) headed.running.push({ lines, section: null, agenda: true });
  return item;
}

/** Returns the number in a marker: 2 for （二）. Returns null where the marker has none. */
const numberOf = (text: string, marker: Span | null): number | null =>
  marker && numeral(text.slice(marker.start, marker.end).replace(/[（）()、.．\s]/g, ''));

/** Whether the number of an item without siblings continues the list above it: 5. under 三、 after 4. under 二、. */
function goesOn(text: string, { items: [lone], form }: FoundList, lists: FoundList[]): boolean {
  const number = numberOf(text, lone!.marker);
  const above = lists.findLast((one) => one.form === form && one.items[0]!.span.start < lone!.span.start);
  const last = above && numberOf(text, above.items.at(-1)!.marker);
  return number !== null && last !== null && last !== undefined && number === last + 1;
}
