import './NoteAndTags.css';
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { errorText, t } from '@/lib/app/i18n.ts';
import { type NotePatch, useTypedNote } from '@/lib/app/panel/useTypedNote.ts';
import type { WordsPatch } from '@/lib/store/index.ts';
import { Editing, IsReadOnly } from '../ui/Editing.tsx';
import { TagInput } from '../ui/TagInput.tsx';

type Props = {
  note: string;
  tags: string[];
  /** The tags in use, for suggestions. */
  known: string[];
  /** Tags that are offered to be added with one press. */
  suggested?: string[];
  /** Saves a change. Rejects where saving failed; the field then keeps what was typed. */
  keep: (patch: WordsPatch, step?: string) => Promise<unknown>;
  /** Passes the note to the background, which can save it even after this view is gone. */
  keepOnLeave?: (patch: NotePatch, step: string) => (() => void) | undefined;
  /** Renders the note while nobody edits it; without this function the input field shows it. */
  rendered?: (note: string) => ComponentChildren;
};

/** The fields for a note and for tags. The note is saved while the person types it. */
export function NoteAndTags({ note, tags, known, suggested, keep, keepOnLeave, rendered }: Props) {
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const readOnly = useContext(IsReadOnly);
  const [editing, setEditing] = useState(false);
  const attempt = (patch: WordsPatch, step?: string): Promise<unknown> =>
    keep(patch, step).then(
      () => setProblem(''),
      (error) => {
        setProblem(errorText(error));
        throw error;
      },
    );
  const { draft, type, begin, end } = useTypedNote({ note, keep: attempt, keepOnLeave });
  const changeTags = (patch: WordsPatch) =>
    attempt(patch).then(
      () => true,
      () => false,
    );
  const reads = rendered && !editing && draft.trim() !== '';
  useEffect(() => {
    if (editing) field.current?.focus();
  }, [editing]);
  return (
    <div class="stack note-and-tags">
      {reads && (
        <div class="note">
          {rendered(draft)}
          <Editing>
            <button type="button" class="link" data-testid="edit-note" onClick={() => setEditing(true)}>
              {t('editNote')}
            </button>
          </Editing>
        </div>
      )}
      {/* Read-only instead of disabled, so that a long note can still be scrolled and selected by keyboard. */}
      <textarea
        ref={field}
        hidden={!!reads}
        readOnly={readOnly}
        rows={1}
        spellcheck={false}
        data-testid="note"
        value={draft}
        placeholder={t('notePlaceholder')}
        aria-label={t('note')}
        onFocus={() => {
          begin();
          setEditing(true);
        }}
        onBlur={() => {
          end();
          setEditing(false);
        }}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <TagInput tags={tags} known={known} suggested={suggested} change={changeTags} />
      {problem && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
