import { GOAL_HEADINGS } from '../lexicon/headings.ts';
import { headingOf, type Section, titleOf } from '../lists/outline/section.ts';
import { anyOf } from '../rules.ts';
import type { Span } from '../schema.ts';

/** A paragraph that states goals, with the heading above it; `section` is null in running text. */
export type FoundGoal = Span & { section: string | null };

/** Introductions of goals in running text: 《意见》提出的主要目标是：…; 总体目标是…. */
const GOAL_LEAD = /(?:主要|总体|发展|工作|预期|战略|年度|奋斗)目标(?:任务)?(?:是|为|：)/;

/** Finds the goals under headings of guiding thought, principles and goals: one for each paragraph or item. */
export function goalsOf(text: string, headed: { heading: string; sections: Section[] }[]): FoundGoal[] {
  const goals: FoundGoal[] = [];
  const add = (section: Section, heading: string, outermost: boolean) => {
    section.lines.forEach((line, i) => {
      const own = text.slice(line.start, line.end);
      // A heading on a line of its own (主要目标, Main Goals) states no goal. Its paragraphs do.
      if (i === 0 && outermost && headingOf(text, section) === own.trim().replace(/[。：]$/, '')) return;
      goals.push({ start: line.start, end: line.end, section: heading });
    });
    for (const child of section.children) {
      const line = child.lines[0]!;
      const own = text.slice(line.start, line.end).trim();
      const isHeading =
        own.length <= 20 && !own.includes('。') && (child.lines.length > 1 || child.children.length > 0);
      const named = anyOf(GOAL_HEADINGS, headingOf(text, child));
      add(child, isHeading || named ? titleOf(text, child) : heading, isHeading);
    }
  };
  for (const { heading, sections } of headed) for (const section of sections) add(section, heading, true);
  return goals;
}

/** Finds the paragraphs of running text that state goals. */
export const goalsInRunningText = (text: string, lines: Span[]): FoundGoal[] =>
  (text.includes('目标') ? lines : [])
    .filter(({ start, end }) => GOAL_LEAD.test(text.slice(start, Math.min(end, start + 60))))
    .map((line) => ({ ...line, section: null }));
