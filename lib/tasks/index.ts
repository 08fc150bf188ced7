import { fold } from '../chinese/fold.ts';
import { Details } from './details/details.ts';
import { documentsOf } from './details/documents.ts';
import { goalsInRunningText, goalsOf } from './details/goals.ts';
import { meetingsOf } from './details/meetings.ts';
import { isDiplomacy } from './lexicon/notOrders/parties.ts';
import { DocumentLists } from './lists/documentLists.ts';
import { withoutMarker } from './lists/found.ts';
import { headedLists } from './lists/headed/headed.ts';
import { outlineOf } from './lists/outline/outline.ts';
import { withoutOverlap } from './lists/overlap.ts';
import { peopleOf } from './lists/people/people.ts';
import { tablesIn } from './lists/tables.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Span, Task, TextReading } from './schema.ts';

/** What the page says about the text. */
export type TaskContext = { title: string; issuer: string | null; publishedAt: string | null };

/** Ends of titles of documents that give orders: 关于…的意见, 节水倡议书. The lists of such documents need no speaker. */
const ORDERING_TITLE =
  /(?:意见|通知|方案|计划|措施|要点|规划|纲要|部署|安排|倡议书?|决定|公告|通告|若干措施|分工|提醒(?:告诫)?[书函]?|告诫书)(?:（[^）]{1,20}）)?\s*$/;

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

  const written = foreign
    ? []
    : new DocumentLists(folded, title, people, outline, headed, tables, issued).read();
  const lists = foreign ? [] : withoutOverlap(written);
  const reader = new Details(text, folded, context.publishedAt);
  return {
    taskLists: lists.map((list) => reader.list(list)),
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

/** Makes a function that reads the details of any span of a text, such as a task that a person has added. */
export function taskReader(text: string, publishedAt: string | null): (span: Span) => Task {
  const details = new Details(text, fold(text), publishedAt);
  return (span) => details.task(withoutMarker(span));
}
