import { useEffect, useRef, useState } from 'preact/hooks';
import { noteOf, tagsOf } from '@/lib/annotation/edit.ts';
import { type Annotation, Color } from '@/lib/annotation/schema.ts';
import { errorText, t } from '../i18n.ts';
import { NoteAndTags } from '../NoteAndTags.tsx';
import type { PageActions } from './mount.tsx';

type Props = {
  annotation: Annotation;
  /** The field to begin in; the card itself where null, so that the arrow keys step on. */
  focus: 'note' | 'tag' | null;
  actions: PageActions;
  close: () => void;
  /** Goes to the next (1) or the previous (-1) mark of the page. */
  step: (by: 1 | -1) => void;
};

const FIELDS = { note: 'textarea', tag: 'input' } as const;

/** The card of a mark on the page: note, tags, colour, delete, and the way to the side panel. */
export function Card({ annotation: given, focus, actions, close, step }: Props) {
  const [annotation, setAnnotation] = useState(given);
  const [removed, setRemoved] = useState<Annotation | null>(null);
  const [problem, setProblem] = useState('');
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = focus && card.current?.querySelector<HTMLElement>(FIELDS[focus]);
    (field || card.current)?.focus({ preventScroll: true });
  }, [focus]);

  const attempt = (work: Promise<unknown>) =>
    work.then(
      () => setProblem(''),
      (error) => setProblem(errorText(error)),
    );
  const edit = async (patch: Parameters<PageActions['edit']>[1]) => {
    const edited = await actions.edit(annotation.id, patch);
    if (edited) setAnnotation(edited);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The page's own shortcuts must not run while somebody types a note.
    event.stopPropagation();
    if (event.key === 'Escape') return close();
    if (event.composedPath()[0] !== card.current) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight') step(1);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') step(-1);
    else if (event.key === 'Delete') remove();
    else return;
    event.preventDefault();
  };
  const remove = () => attempt(actions.remove(annotation.id).then(setRemoved));

  return (
    <div
      ref={card}
      class="card"
      role="dialog"
      tabIndex={-1}
      aria-label={t('page_card')}
      onKeyDown={onKeyDown}
    >
      {removed ? (
        <p class="row">
          <span class="space">{t('page_removed')}</span>
          <button
            type="button"
            class="word strong"
            onClick={() => attempt(actions.restore(removed).then(() => setRemoved(null)))}
          >
            {t('page_undo')}
          </button>
        </p>
      ) : (
        <>
          <div class="row">
            {Color.options.map((color) => (
              <button
                key={color}
                type="button"
                class={`dot ${color}`}
                aria-label={t(`page_${color}`)}
                aria-pressed={color === annotation.color}
                onClick={() => attempt(edit({ color }))}
              />
            ))}
            <span class="space" />
            <button type="button" class="word" onClick={close}>
              {t('page_close')}
            </button>
          </div>
          {actions.stateOf(annotation.id) === 'moved' && (
            <p class="row moved">
              <span class="space">{t('page_moved')}</span>
              <button
                type="button"
                class="word strong"
                onClick={() =>
                  attempt(actions.confirm(annotation.id).then((sure) => sure && setAnnotation(sure)))
                }
              >
                {t('page_confirm')}
              </button>
            </p>
          )}
          <NoteAndTags
            note={noteOf(annotation)}
            tags={tagsOf(annotation)}
            known={actions.tags()}
            keep={edit}
          />
          <div class="row">
            <button type="button" class="word" onClick={remove}>
              {t('page_delete')}
            </button>
            <span class="space" />
            <button type="button" class="word" onClick={() => attempt(actions.openPanel())}>
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
  );
}
