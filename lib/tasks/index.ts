import { announcedIn, deadlinesIn, responsibleIn } from './details.ts';
import { NOT_TASK_SECTION, opensWithOrder, tellsSituation } from './notOrders.ts';
import { numeral } from './numerals.ts';
import { paragraphsOf, sentencesOf, trimSpan } from './paragraphs.ts';
import type { Span, Speaker, Task, TaskForm, TaskList, TextReading } from './schema.ts';
import { peopleOf, SAYING, speakerOf } from './speakers.ts';

/** What is known of the text from the page. */
export type TaskContext = { title: string; issuer: string | null; publishedAt: string | null };

/** An item's marker; `from` is where it begins, `start` where the item's own words do. */
type Marked = Span & { from: number; marker: string; rank: number };

// 一要 二是 三、第四 at the beginning of a sentence or after a ；, and 首先 其次 最后.
const ORDINAL =
  /(?<=^|[。；;：:！\n，,]\s{0,4}|[。；;]”?)(?:([一二三四五六七八九十]{1,2})(?:要|是(?!否))|第([一二三四五六七八九十]{1,2})[，,、是要]|(首先|其次|再次|最后)[，,要])/gu;
const SEQUENCE = new Map([
  ['首先', 1],
  ['其次', 2],
  ['再次', 3],
  ['最后', 4],
]);
const HEADING = /^[（(]([一二三四五六七八九十]{1,3})[）)]\s*/;
const SECTION = /^([一二三四五六七八九十]{1,3})、\s*/;

function makeTask(text: string, span: Span, marker: string | null, context: TaskContext): Task {
  const { start, end } = trimSpan(text, span);
  const own = text.slice(start, end);
  return {
    marker,
    text: own,
    start,
    end,
    heading: '',
    measures: [],
    responsible: responsibleIn(own),
    leads: [],
    targets: [],
    deadlines: deadlinesIn(own, context.publishedAt),
  };
}

/** Splits ordinals into runs that count upward from one. */
function runsOf(marks: Marked[]): Marked[][] {
  const runs: Marked[][] = [];
  for (const mark of marks) {
    const run = runs.at(-1);
    if (run && mark.rank === run.at(-1)!.rank + 1) run.push(mark);
    else if (run && mark.rank === 4 && mark.marker.startsWith('最后') && run.length >= 2) run.push(mark);
    else if (mark.rank === 1) runs.push([mark]);
  }
  return runs.filter((run) => run.length >= 2);
}

function list(
  form: TaskForm,
  speaker: Speaker | null,
  lead: string,
  section: string | null,
  tasks: Task[],
): TaskList {
  const announced = announcedIn(lead);
  return { form, speaker, announcedCount: announced === null ? null : numeral(announced), section, tasks };
}

/** Headed paragraphs: （一）… where there are any, else 一、…. */
function headedLists(text: string, paragraphs: Span[], context: TaskContext): TaskList[] {
  const words = (span: Span) => text.slice(span.start, span.end);
  const finest = paragraphs.filter((span) => HEADING.test(words(span))).length >= 2 ? HEADING : SECTION;
  if (paragraphs.filter((span) => finest.test(words(span))).length < 2) return [];
  const lists: TaskList[] = [];
  let section: string | null = null;
  let tasks: Task[] = [];
  let open: (Marked & { excluded: boolean }) | null = null;
  const closeTask = () => {
    if (open && !open.excluded) tasks.push(makeTask(text, open, open.marker, context));
    open = null;
  };
  const closeList = () => {
    closeTask();
    if (tasks.length >= 2) lists.push(list('heading', null, '', section, tasks));
    tasks = [];
  };
  for (const span of paragraphs) {
    const paragraph = words(span);
    const mark = finest.exec(paragraph);
    const parent = finest === HEADING ? SECTION.exec(paragraph) : null;
    if (parent) {
      closeList();
      section = paragraph.slice(parent[0].length, parent[0].length + 40).split(/[。：:]/)[0] ?? null;
    } else if (mark) {
      closeTask();
      const heading = `${section ?? ''}${paragraph.slice(0, 40)}`;
      open = {
        from: span.start,
        start: span.start + mark[0].length,
        end: span.end,
        marker: mark[0].trim(),
        rank: 0,
        excluded: NOT_TASK_SECTION.test(heading),
      };
    } else if (open) open.end = span.end;
  }
  closeList();
  return lists;
}

/** Reads an article's text: its task lists, and the goals, meetings, documents and people that go with them. */
export function readText(text: string, context: TaskContext): TextReading {
  return {
    taskLists: extractTaskLists(text, context),
    goals: [],
    meetings: [],
    documents: [],
    people: [...peopleOf(text).values()],
  };
}

/**
 * The task lists of an article's text, in its order: two or more sibling orders of one speaker. Every span
 * counts UTF-16 units, `text.slice(start, end) === task.text`, and no two overlap.
 */
export function extractTaskLists(text: string, context: TaskContext): TaskList[] {
  const paragraphs = paragraphsOf(text);
  const headed = headedLists(text, paragraphs, context);
  if (headed.length) return headed;
  const people = peopleOf(text);
  const lists: TaskList[] = [];
  let speaker: Speaker | null = null;
  let lead = '';
  let pending: { span: Span; started: boolean }[] = [];
  const closeRun = () => {
    const orders = pending.filter(({ started }) => started);
    if (orders.length >= 2)
      lists.push(
        list(
          'parallel',
          speaker,
          lead,
          null,
          orders.map(({ span }) => makeTask(text, span, null, context)),
        ),
      );
    pending = [];
  };
  for (const paragraph of paragraphs) {
    const words = text.slice(paragraph.start, paragraph.end);
    const marks: Marked[] = [...words.matchAll(ORDINAL)].map((match) => ({
      from: paragraph.start + match.index,
      start: paragraph.start + match.index + match[0].length,
      end: paragraph.end,
      marker: match[0].replace(/[，,]$/, ''),
      rank: numeral(match[1] ?? match[2] ?? '') ?? SEQUENCE.get(match[3] ?? '') ?? 0,
    }));
    const runs = runsOf(marks);
    const first = runs[0]?.[0];
    const before = first ? { start: paragraph.start, end: first.from } : paragraph;
    // A new paragraph of another speaker ends a run of orders.
    closeRun();
    let ordering = /^\s*要/.test(words);
    for (const sentence of sentencesOf(text, before)) {
      const own = text.slice(sentence.start, sentence.end);
      const named = speakerOf(own, people, speaker);
      if (named || new RegExp(`${SAYING}[，,：:]`).test(own.slice(0, 40))) {
        closeRun();
        speaker = named ?? speaker;
        ordering = true;
        lead = own;
        const verb = new RegExp(`${SAYING}[，,：:]?`).exec(own);
        const rest = verb ? own.slice(verb.index + verb[0].length) : '';
        if (verb && opensWithOrder(rest))
          pending.push({
            span: { start: sentence.start + verb.index + verb[0].length, end: sentence.end },
            started: true,
          });
      } else if (ordering && opensWithOrder(own)) pending.push({ span: sentence, started: true });
      else if (pending.length) pending.at(-1)!.span.end = sentence.end;
      else lead = own;
    }
    closeRun();
    for (const run of runs) {
      const tasks = run.map((mark, i) =>
        makeTask(text, { start: mark.start, end: run[i + 1]?.from ?? paragraph.end }, mark.marker, context),
      );
      if (
        !tellsSituation(
          lead,
          tasks.map((task) => task.text),
        )
      )
        lists.push(list('ordinal', speaker, lead, null, tasks));
    }
  }
  return lists;
}
