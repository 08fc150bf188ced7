import { markersOf } from '../lists/ordinals/markers.ts';
import { runsOf } from '../lists/ordinals/runs.ts';
import { clausesOf, paragraphsOf, sentencesOf, trimSpan } from '../paragraphs.ts';
import type { Span } from '../schema.ts';

/** The greatest length of a sentence that serves as heading of its task, in UTF-16 units. */
const LONGEST_HEADING = 45;

/** A sentence that is only a bracket: （市教育局负责）. The bracket names the responsible organisations and is no measure. */
const BRACKET_ONLY = /^\s*（[^（）]*）\s*$/;

/** The parts of a task: its heading and its measures. */
export type Parts = {
  /**
   * A short form of the task: its first sentence, if short, or its first clause. Null where the task is a single
   * clause.
   */
  heading: Span | null;
  /** The measures of the task: its inner items (一是…二是…), lines or sentences. Empty where the task has only one. */
  measures: Span[];
};

/** Reads the heading and the measures of a task, from its span of folded text (see `fold`). */
export function partsOfTask(text: string, task: Span): Parts {
  // Searches only the task's own words, because a search of the whole text could run far beyond them.
  const words = text.slice(task.start, task.end);
  const { heading, measures } = partsOf(words);
  const place = ({ start, end }: Span): Span => ({ start: task.start + start, end: task.start + end });
  return { heading: heading && place(heading), measures: measures.map(place) };
}

function partsOf(words: string): Parts {
  const lines = paragraphsOf(words);
  const [first] = lines;
  if (!first) return { heading: null, measures: [] };
  const sentences = sentencesOf(words, first);
  const more = lines.length > 1 || sentences.length > 1;
  const sentence = trimSpan(words, sentences[0]!);
  const isHeading = more && sentence.end - sentence.start <= LONGEST_HEADING;
  const clauses = isHeading ? [] : clausesOf(words, sentences[0]!);
  const heading = isHeading ? sentence : more || clauses.length > 1 ? trimSpan(words, clauses[0]!) : null;

  const inner = runsOf(markersOf(words))[0]?.markers;
  if (inner) {
    const lineEnd = (place: number) => {
      const end = words.indexOf('\n', place);
      return end < 0 ? words.length : end;
    };
    const measures = inner.map(({ start }, i) =>
      trimSpan(words, { start, end: inner[i + 1]?.words.start ?? lineEnd(start) }),
    );
    return { heading, measures };
  }
  const further = lines.slice(1).flatMap((line) => sentencesOf(words, line));
  const measures = [...sentences, ...further]
    .slice(isHeading ? 1 : 0)
    .filter(({ start, end }) => !BRACKET_ONLY.test(words.slice(start, end)))
    .map((one) => trimSpan(words, one))
    .filter(({ start, end }) => end - start > 1);
  return { heading, measures: measures.length > 1 ? measures : [] };
}
