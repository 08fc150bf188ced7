import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { cleanTags } from '@/lib/annotation/edit.ts';
import { errorText, t } from '../ui/i18n.ts';

type Props = {
  note: string;
  tags: string[];
  /** The tags in use, for completion. */
  known: string[];
  keep: (patch: { note?: string; tags?: string[] }) => Promise<unknown>;
  /** Shows the note while nobody edits it; the field shows it where there is no such. */
  rendered?: (note: string) => ComponentChildren;
};

/** A note, kept as it is typed, and tags that are added with Enter and removed with a click. */
export function NoteAndTags({ note, tags, known, keep, rendered }: Props) {
  const [draft, setDraft] = useState(note);
  const [tag, setTag] = useState('');
  const [problem, setProblem] = useState('');
  const typing = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const [editing, setEditing] = useState(false);
  const reads = rendered && !editing && draft.trim() !== '';
  const listId = useId();
  // What was changed elsewhere shows here too, but never under the fingers of somebody who types.
  useEffect(() => {
    if (!typing.current) setDraft(note);
  }, [note]);
  useEffect(() => {
    if (editing) field.current?.focus();
  }, [editing]);
  const attempt = (patch: { note?: string; tags?: string[] }) =>
    keep(patch).then(
      () => setProblem(''),
      (error) => setProblem(errorText(error)),
    );
  const add = () => {
    const added = cleanTags([...tags, ...tag.split(/[,，、;；]/)]);
    setTag('');
    if (added.length !== tags.length) attempt({ tags: added });
  };
  return (
    <div class="stack note-and-tags">
      {reads && (
        <div class="note">
          {rendered(draft)}
          <button type="button" class="link" data-testid="edit-note" onClick={() => setEditing(true)}>
            {t('editNote')}
          </button>
        </div>
      )}
      <textarea
        ref={field}
        hidden={!!reads}
        rows={1}
        data-testid="note"
        value={draft}
        placeholder={t('notePlaceholder')}
        aria-label={t('note')}
        onFocus={() => {
          typing.current = true;
          setEditing(true);
        }}
        onBlur={() => {
          typing.current = false;
          setEditing(false);
        }}
        onInput={(event) => {
          setDraft(event.currentTarget.value);
          attempt({ note: event.currentTarget.value });
        }}
      />
      <div class="row">
        {tags.map((one) => (
          <button
            key={one}
            type="button"
            class="chip"
            aria-label={t('removeTag', one)}
            title={t('removeTag', one)}
            onClick={() => attempt({ tags: tags.filter((other) => other !== one) })}
          >
            {one} ×
          </button>
        ))}
        <input
          list={listId}
          data-testid="add-tag"
          value={tag}
          placeholder={t('addTag')}
          aria-label={t('addTag')}
          onInput={(event) => setTag(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && add()}
          onBlur={add}
        />
        <datalist id={listId}>
          {known.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </div>
      {problem && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
