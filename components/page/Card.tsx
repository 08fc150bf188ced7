import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { noteOf, tagsOf } from '@/lib/annotation/edit.ts';
import { type Annotation, Color } from '@/lib/annotation/schema.ts';
import type { PageActions } from './mount.tsx';
import { placeBeside } from './place.ts';

const say = (key: string) => browser.i18n.getMessage(key as never);

type Props = {
  annotation: Annotation;
  box: DOMRect;
  focus: 'note' | 'tag' | null;
  actions: PageActions;
  close: () => void;
};

/** The card of one mark: its colour, note and tags, kept as they are typed. */
export function Card({ annotation, box, focus, actions, close }: Props) {
  const [color, setColor] = useState(annotation.color);
  const [note, setNote] = useState(noteOf(annotation));
  const [tags, setTags] = useState(tagsOf(annotation).join(' '));
  const [removed, setRemoved] = useState<Annotation | null>(null);
  const [failed, setFailed] = useState(false);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const tagField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus === 'note') noteField.current?.focus();
    if (focus === 'tag') tagField.current?.focus();
  }, [focus]);

  const attempt = (work: Promise<unknown>) => work.then(() => setFailed(false)).catch(() => setFailed(true));
  const keepTags = (words: string) =>
    attempt(actions.edit(annotation.id, { tags: words.split(/[\s,，、;；]+/).filter(Boolean) }));
  const { left, top } = placeBeside(
    box,
    { width: 300, height: 236 },
    { width: innerWidth, height: innerHeight },
  );
  const onKeyDown = (event: KeyboardEvent) => {
    // The page's own shortcuts must not run while somebody types a note.
    event.stopPropagation();
    if (event.key === 'Escape') close();
  };

  return (
    <div
      class="card"
      role="dialog"
      aria-label={say('page_card')}
      style={{ left: `${left}px`, top: `${top}px` }}
      onKeyDown={onKeyDown}
    >
      {removed ? (
        <p class="row">
          <span>{say('page_removed')}</span>
          <button
            type="button"
            class="word"
            onClick={() => attempt(actions.restore(removed)).then(() => setRemoved(null))}
          >
            {say('page_undo')}
          </button>
        </p>
      ) : (
        <>
          <div class="row">
            {Color.options.map((one) => (
              <button
                key={one}
                type="button"
                class={`dot ${one}`}
                aria-label={say(`page_${one}`)}
                aria-pressed={one === color}
                onClick={() => {
                  setColor(one);
                  attempt(actions.edit(annotation.id, { color: one }));
                }}
              />
            ))}
            <span class="space" />
            <button type="button" class="word" onClick={close}>
              {say('page_close')}
            </button>
          </div>
          <textarea
            ref={noteField}
            rows={4}
            placeholder={say('page_notePlaceholder')}
            aria-label={say('page_note')}
            value={note}
            onInput={(event) => {
              setNote(event.currentTarget.value);
              attempt(actions.edit(annotation.id, { note: event.currentTarget.value }));
            }}
          />
          <input
            ref={tagField}
            list="pizhu-tags"
            placeholder={say('page_tagPlaceholder')}
            aria-label={say('page_tag')}
            value={tags}
            onInput={(event) => {
              setTags(event.currentTarget.value);
              keepTags(event.currentTarget.value);
            }}
          />
          <datalist id="pizhu-tags">
            {actions.tags().map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          {failed && (
            <p class="problem" role="alert">
              {say('error_storage')}
            </p>
          )}
          <div class="row">
            <button
              type="button"
              class="word"
              onClick={() => attempt(actions.remove(annotation.id).then((gone) => setRemoved(gone)))}
            >
              {say('page_delete')}
            </button>
            <span class="space" />
            <button type="button" class="word" onClick={() => attempt(actions.openPanel())}>
              {say('page_openPanel')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
