import { isReport } from '../../lexicon/notOrders/reports.ts';
import { opensWithPast } from '../../lexicon/notOrders/statements.ts';
import { sentencesOf } from '../../paragraphs.ts';
import { endsWithBody, isLedByBody } from '../actors.ts';
import type { FoundItem } from '../found.ts';
import { orderIn } from '../orders/orders.ts';
import { endOf, hasBareHeading, type Section } from '../outline/section.ts';

/** Whether each section has a heading on a line of its own and one paragraph. */
const hasHeadingAndParagraph = (text: string, sections: Section[]): boolean =>
  sections.every((one) => one.children.length === 0 && one.lines.length === 2 && hasBareHeading(text, one));

/** A paragraph that reports what an official also did: 李平还带队来到堤上. */
const ALSO_DID = /^\s*[\u4e00-\u9fff·]{2,9}(?:还|随后|一行)(?:带队|来到|前往|深入|看望|慰问|察看|走访|实地)/;

/** A sign of something done: 王海宣读了名单. */
const HAS_HAPPENED = /[\u4e00-\u9fff]了(?!解)[^，。]/;

/** The beginning of a note below the last item: 注：逾期不报的，…. */
const NOTE = /^\s*[备附]?注：/;

/** Whether the third line of a section continues the report, and does not belong to the item. */
function reportsBehind(text: string, { lines, children }: Section): boolean {
  const third = lines[2];
  if (!third || children.length) return false;
  const words = text.slice(third.start, Math.min(third.end, third.start + 60));
  if (ALSO_DID.test(words) || isReport(words) || opensWithPast(words)) return true;
  if (!HAS_HAPPENED.test(words)) return false;
  return !sentencesOf(text, third).some((one) => orderIn(text, one) || isLedByBody(text, one));
}

/**
 * Makes an item of a section, from its heading to the end of its last paragraph. In the last section, further
 * paragraphs may close the document or continue the report. They are left out in three cases:
 * - A paragraph before them names a responsible public body: （…负责）.
 * - Each of several earlier sections has only one paragraph, and no higher heading follows (`isInside`).
 * - Each earlier section has a heading and one paragraph, and a report follows.
 * A note (注：) is left out, too.
 */
export function itemOf(text: string, section: Section, siblings: Section[], isInside: boolean): FoundItem {
  const start = section.lines[0]!.start;
  let end = endOf(section);
  // Where all siblings have one paragraph, further paragraphs of the last item close the document.
  const others = siblings.filter((one) => one !== section);
  const closed =
    !isInside &&
    section === siblings.at(-1) &&
    section.children.length === 0 &&
    others.length >= 2 &&
    others.every(({ lines, children }) => lines.length === 1 && children.length === 0);
  if (closed) end = (section.lines.find((line) => endsWithBody(text, line)) ?? section.lines[0]!).end;
  else if (
    section === siblings.at(-1) &&
    others.length >= 1 &&
    hasHeadingAndParagraph(text, others) &&
    reportsBehind(text, section)
  )
    end = section.lines[1]!.end;
  else if (section === siblings.at(-1) && section.children.length === 0)
    end = section.lines.find((line) => endsWithBody(text, line))?.end ?? end;
  const note = section.lines.find((line) => NOTE.test(text.slice(line.start, line.start + 6)));
  if (note) end = Math.min(end, text.slice(0, note.start).trimEnd().length);
  return { marker: section.marker, span: { start, end } };
}
