import './AddFromText.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { locateQuote } from '@/lib/annotation/describe.ts';
import { t } from '@/lib/app/i18n.ts';
import { trimSpan } from '@/lib/tasks/paragraphs.ts';
import type { Span } from '@/lib/tasks/schema.ts';
import { Icon } from '../ui/Icon.tsx';

/**
 * The length of the context on either side of a selection, in UTF-16 units, which tells it from the same words
 * elsewhere.
 */
const CONTEXT = 80;

type Props = { text: string; add: (span: Span) => Promise<string | null>; children: ComponentChildren };

/** Makes a task of words selected in a displayed text, which may be another version than `text`. */
export function AddFromText({ text, add, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [span, setSpan] = useState<Span | null>(null);
  const [problem, setProblem] = useState('');
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
  const confirm = async () => {
    if (!span) return;
    const why = await add(span);
    if (why) setProblem(why);
    else document.getSelection()?.removeAllRanges();
  };
  return (
    <div ref={box}>
      {children}
      {(span || problem) && (
        <div class="selection-bar" role="status">
          <span class="space">{problem || text.slice(span!.start, span!.end)}</span>
          {span && (
            <button
              type="button"
              class="primary small"
              data-testid="add-selection"
              // Pressing the button would clear the selection.
              onPointerDown={(event) => event.preventDefault()}
              onClick={confirm}
            >
              <Icon name="plus" />
              {t('addAsTask')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** The selection in the text of an element, with its context. */
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
