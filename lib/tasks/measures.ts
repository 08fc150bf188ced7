import { markersOf, runsOf } from './markers.ts';
import { clausesOf, sentencesOf, trimSpan } from './paragraphs.ts';
import type { Span } from './schema.ts';

/** A heading sentence is no longer than this. */
const LONGEST_HEADING = 45;

/** The bracket of bodies at the end of a task says who, not what. */
const BRACKET_ONLY = /^\s*（[^（）]*）\s*$/;

export type Parts = {
  /** The task in short: its heading sentence or first clause. Null where the text is one clause. */
  heading: Span | null;
  /** What it consists of: its inner 一是…二是…, lines, or sentences; empty where it has only one. */
  measures: Span[];
};

/** Reads the heading and the measures of a task's span of folded text. */
export function partsOfTask(text: string, task: Span): Parts {
  const lineEnd = text.indexOf('\n', task.start);
  const first = { start: task.start, end: lineEnd < 0 || lineEnd > task.end ? task.end : lineEnd };
  const sentences = sentencesOf(text, first);
  const clauses = clausesOf(text, sentences[0] ?? first);
  const several = first.end < task.end || sentences.length > 1 || clauses.length > 1;
  const sentence = sentences[0] ? trimSpan(text, sentences[0]) : null;
  let heading: Span | null = null;
  if (several && sentence) {
    const whole =
      sentence.end - sentence.start <= LONGEST_HEADING && (sentences.length > 1 || first.end < task.end);
    heading = whole ? sentence : trimSpan(text, clauses[0]!);
  }
  const inner = runsOf(markersOf(text.slice(task.start, task.end)))[0];
  if (inner) {
    const marks = inner.markers;
    return {
      heading,
      measures: marks.map((mark, i) =>
        trimSpan(text, {
          start: task.start + mark.start,
          end:
            i + 1 < marks.length
              ? task.start + marks[i + 1]!.words.start
              : lineEndFrom(text, task.start + mark.start, task.end),
        }),
      ),
    };
  }
  const measures: Span[] = [];
  let from = heading && heading.end === sentence?.end ? sentences[0]!.end : task.start;
  while (from < task.end) {
    const end = lineEndFrom(text, from, task.end);
    for (const one of sentencesOf(text, { start: from, end }))
      if (!BRACKET_ONLY.test(text.slice(one.start, one.end))) measures.push(trimSpan(text, one));
    from = end + 1;
  }
  const own = measures.filter(({ start, end }) => end - start > 1);
  return { heading, measures: own.length > 1 ? own : [] };
}

function lineEndFrom(text: string, from: number, last: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 || end > last ? last : end;
}
