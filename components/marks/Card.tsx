import './card.css';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { noteOf, tagsOf } from '@/lib/annotation/edit.ts';
import type { AnnotationPatch } from '@/lib/annotation/schema.ts';
import { useCard } from '@/lib/app/card/useCard.ts';
import { useTabWindow } from '@/lib/app/card/useTabWindow.ts';
import { t } from '@/lib/app/i18n.ts';
import { keepNoteOnLeave } from '@/lib/app/panel/keepNoteOnLeave.ts';
import { openSidePanel } from '@/lib/app/panel/openSidePanel.ts';
import { useKeyDown } from '@/lib/app/panel/useKeyDown.ts';
import { Editing, IsReadOnly, ReadOnlyNotice } from '../ui/Editing.tsx';
import { Swatches } from '../ui/Swatches.tsx';
import { type MarkEnd, MarkEnds } from './MarkEnds.tsx';
import { NoteAndTags } from './NoteAndTags.tsx';

const FIELDS = { note: 'textarea', tag: 'input' } as const;

/**
 * A sentence about the state of the mark, such as that it was deleted, and a button for what can be done about that.
 * The button is disabled where the collection can only be read.
 */
function Told(props: { words: string; offer: string; testId: string; take: () => void; notice?: boolean }) {
  return (
    <p class={props.notice ? 'row notice' : 'row'}>
      <span class="space">{props.words}</span>
      <Editing>
        <button type="button" data-testid={props.testId} onClick={props.take}>
          {props.offer}
        </button>
      </Editing>
    </p>
  );
}

/**
 * The card of a mark: note, tags, colour, delete, and a button to the side panel. Runs in a frame of the extension,
 * because the page's scripts see all keys typed in the page itself.
 */
export function Card({ port }: { port: MessagePort }) {
  const { opened, removed, problem, send, request } = useCard(port);
  const card = useRef<HTMLDivElement>(null);
  const windowId = useTabWindow();
  useEffect(() => {
    const observer = new ResizeObserver(() => send({ type: 'size', height: document.body.scrollHeight }));
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  // Listens on the whole window, because the focused button may disappear after a press and lose the focus.
  useKeyDown((event) => {
    if (event.key === 'Escape') send({ type: 'close' });
    if (removed && event.code === 'KeyZ' && (event.ctrlKey || event.metaKey)) request({ type: 'restore' });
  });
  const id = opened?.annotation.id;
  // Runs before the first paint, because a quick user types as soon as the card shows.
  useLayoutEffect(() => {
    if (!opened) return;
    const field = !removed && opened.focus && card.current?.querySelector<HTMLElement>(FIELDS[opened.focus]);
    (field || card.current)?.focus();
  }, [id, removed]);
  if (!opened) return null;

  const { annotation, state, tags, meanings, canJoin, readOnly = false } = opened;
  const edit = async (patch: AnnotationPatch) => request({ type: 'edit', patch });
  const stretch = (end: MarkEnd, by: 1 | -1) => request({ type: 'stretch', end, by });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== card.current) return;
    const sideways = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
    if (sideways && event.shiftKey) stretch(event.altKey ? 'start' : 'end', sideways);
    else if (event.code === 'KeyJ' && canJoin) request({ type: 'join' });
    else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') send({ type: 'step', by: 1 });
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') send({ type: 'step', by: -1 });
    else if (event.key === 'Delete') request({ type: 'remove' });
    else return;
    event.preventDefault();
  };
  return (
    <IsReadOnly.Provider value={readOnly}>
      <div
        ref={card}
        class="card stack"
        role="dialog"
        tabIndex={-1}
        aria-label={t('page_card')}
        onKeyDown={onKeyDown}
      >
        <ReadOnlyNotice />
        {removed ? (
          <Told
            words={t('page_removed')}
            offer={t('page_undo')}
            testId="card-undo"
            take={() => request({ type: 'restore' })}
          />
        ) : (
          <>
            <div class="row">
              <Swatches chosen={annotation.color} meanings={meanings} choose={(color) => edit({ color })} />
              <span class="space" />
              <button type="button" class="plain" onClick={() => send({ type: 'close' })}>
                {t('page_close')}
              </button>
            </div>
            {state === 'moved' && (
              <Told
                notice
                words={t('page_moved')}
                offer={t('page_confirm')}
                testId="card-confirm"
                take={() => request({ type: 'confirm' })}
              />
            )}
            <NoteAndTags
              key={id}
              note={noteOf(annotation)}
              tags={tagsOf(annotation)}
              known={tags}
              keep={edit}
              keepOnLeave={keepNoteOnLeave({ kind: 'annotation', id: annotation.id })}
            />
            <Editing>
              {state !== 'missing' && (
                <MarkEnds stretch={stretch} join={canJoin ? () => request({ type: 'join' }) : null} />
              )}
            </Editing>
            <div class="row">
              <Editing>
                <button
                  type="button"
                  class="plain"
                  data-testid="card-delete"
                  onClick={() => request({ type: 'remove' })}
                >
                  {t('page_delete')}
                </button>
              </Editing>
              <span class="space" />
              <button
                type="button"
                class="plain"
                onClick={() => openSidePanel(windowId.current, annotation.articleId)}
              >
                {t('page_openPanel')}
              </button>
            </div>
          </>
        )}
        {problem && (
          <p class="notice" role="alert">
            {problem}
          </p>
        )}
      </div>
    </IsReadOnly.Provider>
  );
}
