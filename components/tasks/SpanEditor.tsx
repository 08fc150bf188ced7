import './SpanEditor.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { TaskCorrecting } from '@/lib/app/panel/taskActions.ts';
import { nudge, surroundings } from '@/lib/tasks/corrections/boundary.ts';
import { trimSpan } from '@/lib/tasks/paragraphs.ts';
import type { Span } from '@/lib/tasks/schema.ts';

type Props = {
  correct: TaskCorrecting;
  /** The initial choice; null where nothing is chosen, and the whole text is shown. */
  span: Span | null;
  /** Saves the choice. Gives a sentence where that fails, null where it succeeds. */
  keep: (span: Span) => Promise<string | null>;
  close: () => void;
};

const EDGES = [
  ['start', 'spanStart'],
  ['end', 'spanEnd'],
] as const;

/** Chooses words of the text: by selecting them, by moving either end clause by clause, or by the page's selection. */
export function SpanEditor({ correct, span, keep, close }: Props) {
  const { text } = correct;
  const [chosen, setChosen] = useState<Span | null>(span && { start: span.start, end: span.end });
  const [shown, setShown] = useState<Span>(span ? surroundings(text, span) : { start: 0, end: text.length });
  const [problem, setProblem] = useState('');
  const box = useRef<HTMLElement>(null);

  useEffect(() => box.current?.focus({ preventScroll: true }), []);

  const choose = (next: Span) => {
    setProblem('');
    setChosen(next);
    if (!span) return;
    // The visible part of the text stays, so that nothing moves away under the pointer.
    const around = surroundings(text, next);
    setShown((now) => ({ start: Math.min(now.start, around.start), end: Math.max(now.end, around.end) }));
  };
  useEffect(() => {
    const take = () => {
      const selected = box.current && selectionIn(box.current);
      if (!selected) return;
      const next = trimSpan(text, { start: shown.start + selected.start, end: shown.start + selected.end });
      if (next.start >= next.end) return;
      document.getSelection()?.removeAllRanges();
      choose(next);
    };
    // Listens on the document, because a drag may end outside the box.
    document.addEventListener('pointerup', take);
    return () => document.removeEventListener('pointerup', take);
  });
  const fromPage = async () => {
    const selected = await correct.pageSelection();
    if (typeof selected === 'string') setProblem(selected);
    else choose(trimSpan(text, selected));
  };
  const confirm = async () => {
    const why = chosen && (await keep(chosen));
    if (why) setProblem(why);
    else close();
  };
  return (
    <fieldset class="span-editor stack" data-testid="span-editor">
      <legend class="unseen">{t(span ? 'editSpan' : 'addTask')}</legend>
      <p class="quiet">{t(chosen ? 'spanHow' : 'spanHowNew')}</p>
      <section
        class="span-text"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to by the keyboard too
        tabIndex={0}
        aria-label={t('spanText')}
        data-testid="span-text"
      >
        {chosen ? (
          <>
            {text.slice(shown.start, chosen.start)}
            <mark>{text.slice(chosen.start, chosen.end)}</mark>
            {text.slice(chosen.end, shown.end)}
          </>
        ) : (
          text.slice(shown.start, shown.end)
        )}
      </section>
      {chosen && (
        <div class="nudges">
          {EDGES.map(([edge, label]) => (
            <fieldset key={edge}>
              <legend class="quiet">{t(label)}</legend>
              {([-1, 1] as const).map((by) => (
                <button
                  key={by}
                  type="button"
                  class="small"
                  data-testid={`nudge-${edge}-${by < 0 ? 'back' : 'on'}`}
                  onClick={() => choose(nudge(text, chosen, edge, by))}
                >
                  {t(by < 0 ? 'nudgeBack' : 'nudgeOn')}
                </button>
              ))}
            </fieldset>
          ))}
        </div>
      )}
      {problem && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="button" class="small" data-testid="span-from-page" onClick={fromPage}>
          {t('spanFromPage')}
        </button>
        <span class="row decide">
          <button type="button" class="small" onClick={close}>
            {t('cancel')}
          </button>
          <button
            type="button"
            class="small primary"
            data-testid="span-keep"
            disabled={!chosen}
            onClick={confirm}
          >
            {t('confirm')}
          </button>
        </span>
      </div>
    </fieldset>
  );
}

/** The selection within a box, in UTF-16 units of the box's text; null where it is empty or reaches outside. */
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
