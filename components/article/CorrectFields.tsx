import './CorrectFields.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { errorText, t } from '@/lib/app/i18n.ts';
import { fieldChanges, fieldRows } from '@/lib/app/panel/fieldEditing.ts';
import type { Correctable, FieldCorrections } from '@/lib/record/fieldCorrections.ts';
import type { SavedArticle } from '@/lib/record/schema.ts';

type Props = {
  saved: SavedArticle;
  /** Saves the changed fields. */
  keep: (fields: [Correctable, FieldCorrections[Correctable]][]) => Promise<unknown>;
  close: () => void;
};

/**
 * Lets the person correct the fields of an article. Shows beside each field the value that was read from the page, and
 * restores that value on request.
 */
export function CorrectFields({ saved, keep, close }: Props) {
  const [typed, setTyped] = useState<Partial<Record<Correctable, string>>>({});
  const [problem, setProblem] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const first = form.current?.querySelector('input');
    first?.focus();
    // Shows the beginning of a long headline, and not its end.
    first?.setSelectionRange(0, 0);
    // Gives the focus back, so that a person who works with keys goes on from the button.
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  const rows = fieldRows(saved);
  const submit = async (event: Event) => {
    event.preventDefault();
    const { changes, wrong } = fieldChanges(rows, typed);
    if (wrong.length > 0) return setProblem(t('dateWrong'));
    try {
      if (changes.length > 0) await keep(changes);
      close();
    } catch (error) {
      setProblem(errorText(error));
    }
  };
  return (
    <form
      ref={form}
      class="correct-fields stack"
      data-testid="field-editor"
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <p class="quiet">{t('correctFieldsHow')}</p>
      {rows.map(({ field, label, words, page }) => {
        const now = typed[field] ?? words;
        return (
          <label key={field} class="correct-field">
            <span class="quiet">{label}</span>
            <span>
              <input
                spellcheck={false}
                data-testid={`correct-${field}`}
                value={now}
                onInput={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
              />
              {now.trim() !== page && (
                <span class="row quiet">
                  <span>{page ? t('onPageIs', page) : t('onPageNone')}</span>
                  <button
                    type="button"
                    class="link"
                    data-testid={`restore-${field}`}
                    onClick={() => setTyped({ ...typed, [field]: page })}
                  >
                    {t('takePageValue')}
                  </button>
                </span>
              )}
            </span>
          </label>
        );
      })}
      {problem && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
      <p class="row">
        <button type="submit" class="primary small" data-testid="keep-fields">
          {t('confirm')}
        </button>
        <button type="button" class="small" onClick={close}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}
