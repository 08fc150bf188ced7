import './NoteAndTags.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { errorText, t } from '@/lib/app/i18n.ts';
import type { WordsPatch } from '@/lib/store/index.ts';
import { TagInput } from '../ui/TagInput.tsx';

type Props = {
  note: string;
  tags: string[];
  /** The tags in use, for suggestions. */
  known: string[];
  /** Saves a change. Rejects where saving failed; the field then keeps what was typed. */
  keep: (patch: WordsPatch) => Promise<unknown>;
  /** Renders the note while nobody edits it; without this function the input field shows it. */
  rendered?: (note: string) => ComponentChildren;
};

/** A note, saved while it is typed, and tags. */
export function NoteAndTags({ note, tags, known, keep, rendered }: Props) {
  const [draft, setDraft] = useState(note);
  const [problem, setProblem] = useState('');
  const typing = useRef(false);
  /** Whether typed words are still unsaved; a note from elsewhere must not replace them. */
  const unkept = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const [editing, setEditing] = useState(false);
  const reads = rendered && !editing && draft.trim() !== '';
  // A note changed elsewhere shows here too, unless somebody is typing.
  useEffect(() => {
    if (!typing.current && !unkept.current) setDraft(note);
  }, [note]);
  useEffect(() => {
    if (editing) field.current?.focus();
  }, [editing]);
  const attempt = (patch: WordsPatch): Promise<boolean> =>
    keep(patch).then(
      () => {
        setProblem('');
        if (patch.note !== undefined) unkept.current = false;
        return true;
      },
      (error) => {
        setProblem(errorText(error));
        if (patch.note !== undefined) unkept.current = true;
        return false;
      },
    );
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
        spellcheck={false}
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
      <TagInput tags={tags} known={known} change={attempt} />
      {problem && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
