import type { Part } from '../../record/compare.ts';
import { linesIn } from '../../tasks/paragraphs.ts';

/** A part of a comparison as it is shown. Offsets are UTF-16 units in the old text. */
export type Piece =
  | { kind: 'same'; start: number; end: number }
  /** Unchanged paragraphs far from any change, which are hidden until the person wants them. */
  | { kind: 'folded'; start: number; end: number; paragraphs: number }
  /** Added and removed words that follow each other. `index`: the number of the change, from 0. */
  | { kind: 'change'; index: number; parts: Part[] };

/** The fewest unchanged paragraphs that are worth hiding. */
const FEWEST_FOLDED = 3;

/**
 * The unchanged paragraphs of a part that can be hidden. Keeps the rest of the changed paragraph on either side, and
 * one more paragraph, so that a change can be understood. Null where these are too few.
 */
function foldIn(text: string, { start, end }: { start: number; end: number }) {
  const afterLine = (place: number) => {
    const at = text.indexOf('\n', place);
    return at < 0 || at >= end ? end : at + 1;
  };
  const lineOf = (place: number) => text.lastIndexOf('\n', place - 1) + 1;
  const from = start === 0 ? 0 : afterLine(afterLine(start));
  const to = end === text.length ? end : lineOf(Math.max(lineOf(end) - 1, 0));
  const paragraphs = from < to ? linesIn(text, { start: from, end: to }).length : 0;
  return paragraphs < FEWEST_FOLDED ? null : { start: from, end: to, paragraphs };
}

/**
 * Arranges a comparison for display: joins neighbouring changed words to changes, which are counted, and folds long
 * unchanged stretches. `text`: the old text.
 */
export function differencesOf(text: string, parts: Part[]): { pieces: Piece[]; count: number } {
  const pieces: Piece[] = [];
  let count = 0;
  for (const part of parts) {
    const last = pieces.at(-1);
    if (part.kind === 'added' || part.kind === 'removed') {
      if (last?.kind === 'change') last.parts.push(part);
      else pieces.push({ kind: 'change', index: count++, parts: [part] });
      continue;
    }
    const { start, end } = part;
    const fold = foldIn(text, { start, end });
    if (!fold) {
      pieces.push({ kind: 'same', start, end });
      continue;
    }
    if (start < fold.start) pieces.push({ kind: 'same', start, end: fold.start });
    pieces.push({ kind: 'folded', ...fold });
    if (fold.end < end) pieces.push({ kind: 'same', start: fold.end, end });
  }
  return { pieces, count };
}
