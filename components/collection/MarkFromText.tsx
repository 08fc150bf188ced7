import './MarkFromText.css';
import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DEFAULT_COLOR } from '@/lib/annotation/colors.ts';
import { locateQuote } from '@/lib/annotation/describe.ts';
import type { Annotation } from '@/lib/annotation/schema.ts';
import { type Choice, choiceOfKey, keyLabel } from '@/lib/app/annotator/keys.ts';
import { t } from '@/lib/app/i18n.ts';
import type { TextMarking } from '@/lib/app/panel/textMarking.ts';
import { isIn, useKeyDown } from '@/lib/app/panel/useKeyDown.ts';
import { useColorMeanings } from '@/lib/app/useSettings.ts';
import { trimSpan } from '@/lib/tasks/paragraphs.ts';
import type { Span } from '@/lib/tasks/schema.ts';
import { Editing } from '../ui/Editing.tsx';
import { Swatches } from '../ui/Swatches.tsx';

/**
 * The length (UTF-16 units) of the context on either side of a selection. The context distinguishes the selection from
 * the same words elsewhere.
 */
const CONTEXT = 80;

/** The actions on selected words, apart from a highlight in a colour. */
const ACTIONS = [
  ['note', 'page_note'],
  ['tag', 'page_tag'],
  ['task', 'page_task'],
  ['cite', 'page_cite'],
] as const;

type Props = {
  text: string;
  marking: TextMarking;
  /** Opens a mark in order to write its note or its tags. */
  choose: (annotation: Pick<Annotation, 'id'>) => void;
  children: ComponentChildren;
};

/**
 * Lets the person select words of a displayed text and mark them, as the toolbar does on the page. The displayed text
 * can be another version than `text`.
 */
export function MarkFromText({ text, marking, choose, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [span, setSpan] = useState<Span | null>(null);
  const [problem, setProblem] = useState('');
  const last = useRef<Choice>({ action: 'highlight', color: DEFAULT_COLOR });
  const meanings = useColorMeanings();
  useEffect(() => {
    const take = () => {
      const quote = box.current && selectedQuote(box.current);
      const place = quote && locateQuote(quote, text);
      setSpan(place && trimSpan(text, place));
      setProblem(quote && !place ? t('selectionNotInText') : '');
    };
    take();
    document.addEventListener('selectionchange', take);
    return () => document.removeEventListener('selectionchange', take);
  }, [text]);
  const run = async (choice: Choice) => {
    if (!span) return;
    last.current = choice;
    const id = await marking.choose(span, choice);
    document.getSelection()?.removeAllRanges();
    if (id) choose({ id });
  };
  useKeyDown((event) => {
    const choice = span && !isIn(event, 'input, textarea, select') ? choiceOfKey(event, last.current) : null;
    if (!choice) return;
    event.preventDefault();
    void run(choice);
  });
  return (
    <div ref={box}>
      {children}
      {(span || problem) && (
        <div
          class="selection-bar"
          role="toolbar"
          aria-label={t('page_toolbar')}
          // Keeps the selection, which a press on a button would clear.
          onPointerDown={(event) => event.preventDefault()}
        >
          <span class="selected-words" role="status">
            {problem || text.slice(span!.start, span!.end)}
          </span>
          {span && (
            <span class="row">
              <Swatches
                chosen={null}
                meanings={meanings}
                choose={(color) => run({ action: 'highlight', color })}
              />
              {ACTIONS.map(([action, label]) => {
                const button = (
                  <button
                    type="button"
                    class="small"
                    data-testid={action === 'task' ? 'add-selection' : `selection-${action}`}
                    title={`${t(label)} (${keyLabel({ action })})`}
                    aria-keyshortcuts={keyLabel({ action })}
                    onClick={() => run({ action, color: last.current.color })}
                  >
                    {t(label)}
                  </button>
                );
                // Copying a quotation changes nothing, so this button works even where the collection can only be read.
                return (
                  <Fragment key={action}>{action === 'cite' ? button : <Editing>{button}</Editing>}</Fragment>
                );
              })}
            </span>
          )}
        </div>
      )}
    </div>
  );
}

/** The words selected in the text of an element, with their context. */
function selectedQuote(box: HTMLElement) {
  const shown = box.querySelector('[data-testid=captured-text]');
  const selection = document.getSelection();
  if (!shown || !selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!shown.contains(range.commonAncestorContainer)) return null;
  const around = document.createRange();
  around.selectNodeContents(shown);
  around.setEnd(range.startContainer, range.startOffset);
  const prefix = around.toString().slice(-CONTEXT);
  around.selectNodeContents(shown);
  around.setStart(range.endContainer, range.endOffset);
  const suffix = around.toString().slice(0, CONTEXT);
  return { type: 'TextQuoteSelector' as const, exact: range.toString(), prefix, suffix };
}
