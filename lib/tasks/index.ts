import { fold } from '../chinese/fold.ts';
import { deadlineOfCell, deadlinesIn } from './details/deadlines.ts';
import { documentsOf } from './details/documents.ts';
import { firmnessIn } from './details/firmness.ts';
import { goalsInRunningText, goalsOf } from './details/goals.ts';
import { partsOfTask } from './details/measures.ts';
import { type FoundMeeting, meetingsOf } from './details/meetings.ts';
import { firstLeadsFrom } from './details/responsible/brackets.ts';
import { bodiesOf } from './details/responsible/enumerations.ts';
import { responsibleIn } from './details/responsible/responsible.ts';
import { targetsIn } from './details/targets.ts';
import { isDiplomacy } from './lexicon/notOrders/parties.ts';
import type { FoundItem, FoundList } from './lists/found.ts';
import { type Headed, headedLists } from './lists/headed/headed.ts';
import { soundsOfficial } from './lists/headed/official.ts';
import { type Outline, outlineOf } from './lists/outline/outline.ts';
import { markersIn } from './lists/outline/section.ts';
import { peopleOf } from './lists/people/people.ts';
import type { People, Person } from './lists/people/person.ts';
import { RunningText } from './lists/runningText/runningText.ts';
import { Speakers } from './lists/speakers/speakers.ts';
import { tablesIn } from './lists/tables.ts';
import { paragraphsOf, trimSpan } from './paragraphs.ts';
import type {
  Goal,
  Meeting,
  Passage,
  QuantityTarget,
  Span,
  Speaker,
  Task,
  TaskList,
  TextReading,
} from './schema.ts';

/** What the page says about the text. */
export type TaskContext = { title: string; issuer: string | null; publishedAt: string | null };

/** Ends of titles of documents that give orders: 关于…的意见, …工作方案. */
const ORDERING_TITLE =
  /(?:意见|通知|方案|计划|措施|要点|规划|纲要|部署|安排|倡议|决定|公告|通告|若干措施|分工)(?:（[^）]{1,20}）)?\s*$/;

/**
 * Reads an article's text: its task lists, and the goals, meetings, documents and people in it. Every span counts
 * UTF-16 units of `text`. Tasks are in the order of the text and do not overlap. Takes linear time.
 */
export function readText(text: string, context: TaskContext): TextReading {
  const folded = fold(text);
  const title = fold(context.title);
  const lines = paragraphsOf(folded);
  const people = peopleOf(folded);
  const { tables, rest } = tablesIn(text, folded, lines);
  const outline = outlineOf(folded, rest);
  const headed = headedLists(folded, outline.sections);
  const foreign = isDiplomacy(`${title}\n${folded.slice(0, 200)}`);
  const issued = context.issuer !== null || ORDERING_TITLE.test(title);

  const lists = foreign ? [] : [...inOrder(folded, people, outline, headed, issued), ...tables];
  const reader = new Details(text, folded, context);
  return {
    taskLists: withoutOverlap(lists).map((list) => reader.list(list)),
    goals: [...goalsOf(folded, headed.goals), ...goalsInRunningText(folded, outline.loose)]
      .sort((a, b) => a.start - b.start)
      .map((goal) => reader.goal(goal, goal.section)),
    meetings: meetingsOf(folded, context.publishedAt).map((meeting) => reader.meeting(meeting)),
    documents: documentsOf(folded).map((document) => ({
      ...document,
      title: text.slice(document.start + 1, document.end - 1),
    })),
    people: [...people.byName.values()].map((person) => reader.speaker(person)),
  };
}

/**
 * Reads headed sections and the lines between them, from left to right. The lines above a headed list can name the
 * speaker of its orders.
 */
function inOrder(
  folded: string,
  people: People,
  outline: Outline,
  headed: Headed,
  issued: boolean,
): FoundList[] {
  const speakers = new Speakers(folded, people);
  const { orator } = speakers;
  const running = new RunningText(folded, speakers, markersIn(outline.sections));
  const lists: FoundList[] = [];
  let lines: Span[] = [];
  // The person whom the line above all sections introduces: 报告对工作作出安排：.
  let above: Person | null = null;
  const steps = [
    ...outline.loose.map((line) => ({ at: line.start, take: () => void lines.push(line) })),
    ...headed.running
      .filter(({ agenda }) => issued || agenda)
      .map(({ lines: own, section, topic = section }) => ({
        at: own[0]!.start,
        take: () => {
          flush();
          running.read(own, section, topic);
        },
      })),
    ...headed.lists.map((list) => ({
      at: list.items[0]!.span.start,
      take: () => {
        const before = lines.at(-1);
        flush();
        if (before) above = speakerIn(folded, speakers, before);
        // In a printed speech, the orders under its headings are orders of the person who gives the speech.
        const speaker = orator && orator.from <= list.items[0]!.span.start ? orator.person : list.speaker;
        if (list.section !== null)
          return void lists.push({
            ...list,
            speaker: speaker ?? speakerAbove(folded, speakers, list) ?? above,
          });
        const introduced = before
          ? running.introducesList()
          : { speaker: null, announcedCount: null, ordered: false };
        if (!introduced) return;
        const { ordered, ...lead } = introduced;
        if (ordered || issued || soundsOfficial(folded, list.items))
          lists.push({ ...list, ...lead, speaker: lead.speaker ?? speaker });
      },
    })),
  ].sort((a, b) => a.at - b.at);
  const flush = () => {
    if (lines.length) running.read(lines, null);
    lines = [];
  };
  for (const { take } of steps) take();
  flush();
  // In a printed speech, the person who gives it is the speaker of all lists without another speaker.
  const said = running.lists.map((list) =>
    orator && !list.speaker && orator.from <= list.items[0]!.span.start
      ? { ...list, speaker: orator.person }
      : list,
  );
  return [...lists, ...said];
}

/** Finds the speaker whom the line directly above a list names, below the section's heading: 会议议定以下事项：. */
function speakerAbove(text: string, speakers: Speakers, { items: [first] }: FoundList): Person | null {
  const end = text.lastIndexOf('\n', (first!.marker ?? first!.span).start);
  const start = text.lastIndexOf('\n', end - 1) + 1;
  return end < 0 ? null : speakerIn(text, speakers, { start, end });
}

/** Finds the speaker whom a line with a colon at its end introduces. */
function speakerIn(text: string, speakers: Speakers, line: Span): Person | null {
  if (!/：\s*$/.test(text.slice(line.start, line.end))) return null;
  const introduction = speakers.introductionIn(line);
  return introduction && introduction.strength !== 'wish' ? introduction.speaker : null;
}

/**
 * Sorts lists by their place in the text, and drops items that overlap an earlier item. Where a list stands between two
 * items of another list, it divides that other list in two: 二、 with （一）（二） divides 一、…三、….
 */
function withoutOverlap(lists: FoundList[]): FoundList[] {
  const all = lists
    .flatMap((list) => list.items.map((item) => ({ list, item })))
    .sort((a, b) => a.item.span.start - b.item.span.start);
  const parts: FoundList[] = [];
  let reached = 0;
  let current: FoundList | null = null;
  for (const { list, item } of all) {
    if (item.span.start < reached || item.span.end <= item.span.start) continue;
    reached = item.span.end;
    if (list !== current) parts.push({ ...list, items: [] });
    current = list;
    parts.at(-1)!.items.push(item);
  }
  return parts;
}

/**
 * Reads the details of tasks and goals. Rules search the folded text (see `fold`), but results have the original words.
 */
class Details {
  private readonly firstLeads: number;

  constructor(
    private readonly text: string,
    private readonly folded: string,
    private readonly context: TaskContext,
  ) {
    this.firstLeads = firstLeadsFrom(folded);
  }

  list({ form, speaker, announcedCount, section, items }: FoundList): TaskList {
    return {
      form,
      speaker: speaker && this.speaker(speaker),
      announcedCount,
      section,
      tasks: items.map((item) => this.task(item)),
    };
  }

  /** Returns a speaker with name and title in the original words. */
  speaker({ name, title, nameAt, titleAt }: Person): Speaker {
    const written = (place: Span | null, folded: string | null) =>
      place ? this.text.slice(place.start, place.end) : folded;
    return { name: written(nameAt, name)!, title: written(titleAt, title) };
  }

  private passage({ start, end }: Span): Passage {
    return { text: this.text.slice(start, end), start, end };
  }

  private targets(span: Span): QuantityTarget[] {
    return targetsIn(this.folded, span).map(({ start, end, ...target }) => ({
      text: this.text.slice(start, end),
      ...target,
    }));
  }

  task({ marker, span: untrimmed, cells }: FoundItem): Task {
    const span = trimSpan(this.folded, untrimmed);
    const words = (place: Span) => this.text.slice(place.start, place.end);
    const said = responsibleIn(this.folded, span, span.end > this.firstLeads);
    const inCells = (places: Span[] = []) => places.flatMap((cell) => bodiesOf(this.folded, cell));
    const bodies = [...said.bodies, ...inCells(cells?.bodies)];
    const leads = [...said.leads, ...inCells(cells?.leads)];
    const limits = [
      ...deadlinesIn(this.folded, span, this.context.publishedAt),
      ...(cells?.limits ?? []).flatMap((cell) => deadlineOfCell(this.folded, cell, this.context.publishedAt)),
    ];
    const { heading, measures } = partsOfTask(this.folded, span);
    return {
      marker: marker && words(marker),
      ...this.passage(span),
      heading: heading ? words(heading) : '',
      measures: measures.map((measure) => this.passage(measure)),
      responsible: [...new Set(bodies.map(words))],
      leads: [...new Set(leads.map(words))],
      deadlines: limits.map(({ start, end, ...days }) => ({
        text: this.text.slice(start, end),
        ...days,
      })),
      targets: this.targets(span),
      firmness: firmnessIn(this.folded, span, marker),
    };
  }

  meeting({ host, dateText, place, start, end, date }: FoundMeeting): Meeting {
    const written = (at: Span | null) => at && this.text.slice(at.start, at.end);
    return {
      name: (written(host) ?? '') + this.text.slice(start, end),
      dateText: written(dateText),
      date,
      place: written(place),
      start,
      end,
    };
  }

  goal(span: Span, section: string | null): Goal {
    const own = trimSpan(this.folded, span);
    return { ...this.passage(own), section, targets: this.targets(own) };
  }
}

/** Makes a function that reads the details of any span of a text, such as a task that a person has added. */
export function taskReader(text: string, publishedAt: string | null): (span: Span) => Task {
  const details = new Details(text, fold(text), { title: '', issuer: null, publishedAt });
  return (span) => details.task({ marker: null, span });
}
