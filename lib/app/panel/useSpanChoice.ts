import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { nudge, surroundings } from '../../tasks/corrections/boundary.ts';
import { trimSpan } from '../../tasks/paragraphs.ts';
import type { Span } from '../../tasks/schema.ts';
import type { TaskCorrecting } from './taskActions.ts';

type Input = {
  correct: Pick<TaskCorrecting, 'text' | 'pageSelection'>;
  /** The words chosen at first. Null for none; the whole text is then shown. */
  span: Span | null;
  /** Saves the choice. Returns a message where this fails, null where it succeeds. */
  keep: (span: Span) => Promise<string | null>;
  close: () => void;
  /** The element with the text in which the person selects words. */
  box: RefObject<HTMLElement>;
};

/**
 * The choice of words in an article's text, for a new or a corrected task. `shown`: the part of the text to display.
 * `problem`: a message about the last failure.
 */
export function useSpanChoice({ correct, span, keep, close, box }: Input) {
  const { text } = correct;
  const [chosen, setChosen] = useState<Span | null>(span && { start: span.start, end: span.end });
  const [shown, setShown] = useState<Span>(span ? surroundings(text, span) : { start: 0, end: text.length });
  const [problem, setProblem] = useState('');

  useEffect(() => box.current?.focus({ preventScroll: true }), []);

  const choose = (next: Span) => {
    setProblem('');
    setChosen(next);
    if (!span) return;
    // Only extends the visible part, so that the text does not move under the pointer.
    const around = surroundings(text, next);
    setShown((now) => ({ start: Math.min(now.start, around.start), end: Math.max(now.end, around.end) }));
  };
  // Listens before the next paint, because a person may select words as soon as they are visible.
  useLayoutEffect(() => {
    const take = () => {
      const selected = box.current && selectionIn(box.current);
      if (!selected) return;
      const next = trimSpan(text, { start: shown.start + selected.start, end: shown.start + selected.end });
      if (next.start >= next.end) return;
      document.getSelection()?.removeAllRanges();
      choose(next);
    };
    // Listens on the document, because the person may release the pointer outside the box.
    document.addEventListener('pointerup', take);
    return () => document.removeEventListener('pointerup', take);
  });
  const fromPage = async () => {
    const selected = await correct.pageSelection();
    if (typeof selected === 'string') setProblem(selected);
    else choose(trimSpan(text, selected));
  };
  const confirm = async () => {
    const unchanged = chosen?.start === span?.start && chosen?.end === span?.end;
    const why = chosen && !unchanged && (await keep(chosen));
    if (why) setProblem(why);
    else close();
  };
  const move = (edge: 'start' | 'end', by: -1 | 1) => {
    if (chosen) choose(nudge(text, chosen, edge, by));
  };
  return { chosen, shown, problem, move, fromPage, confirm };
}

/**
 * The selection within a box, as UTF-16 offsets in the box's text. Null where nothing is selected, or where the
 * selection extends beyond the box.
 */
function selectionIn(box: HTMLElement): Span | null {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.setStart(box, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return { start, end: start + range.toString().length };
}
