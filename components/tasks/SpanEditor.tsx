import './SpanEditor.css';
import { useRef } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { TaskCorrecting } from '@/lib/app/panel/taskActions.ts';
import { useSpanChoice } from '@/lib/app/panel/useSpanChoice.ts';
import type { Span } from '@/lib/tasks/schema.ts';

type Props = {
  correct: TaskCorrecting;
  /** The words that are chosen at first. Null where no words are chosen; the whole text then shows. */
  span: Span | null;
  /** Saves the chosen words. Returns an error message where saving fails, null where it succeeds. */
  keep: (span: Span) => Promise<string | null>;
  close: () => void;
};

const EDGES = [
  ['start', 'spanStart'],
  ['end', 'spanEnd'],
] as const;

/**
 * Lets the person choose words of the text. The person selects them in this editor, moves either end clause by clause, or
 * takes over what is selected in the web page.
 */
export function SpanEditor({ correct, span, keep, close }: Props) {
  const { text } = correct;
  const box = useRef<HTMLElement>(null);
  const { chosen, shown, problem, move, fromPage, confirm } = useSpanChoice({
    correct,
    span,
    keep,
    close,
    box,
  });
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
      {chosen && <Edges move={move} />}
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

/** The buttons that move either end of the chosen words by a clause. */
function Edges({ move }: { move: (edge: 'start' | 'end', by: -1 | 1) => void }) {
  return (
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
              onClick={() => move(edge, by)}
            >
              {t(by < 0 ? 'nudgeBack' : 'nudgeOn')}
            </button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
