import './TagField.css';
import { useId, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { typedTags } from '@/lib/app/panel/typedTags.ts';

type Props = {
  /** The tags in use, for suggestions. */
  known: string[];
  /** Called with the typed tags when Enter is pressed. */
  add: (tags: string[]) => unknown;
  testId: string;
  /** What the field is for; to add tags where absent. */
  label?: string;
  /** Called when the field gets the focus. */
  focused?: () => void;
};

/** A field for tags, which Enter adds, or removes where the field is for that. */
export function TagField({ known, add, testId, label = t('addTag'), focused }: Props) {
  const [typed, setTyped] = useState('');
  const listId = useId();
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    const tags = typedTags(typed, known);
    if (tags.length > 0) add(tags);
    setTyped('');
  };
  return (
    <>
      <input
        class="tag-field"
        list={listId}
        spellcheck={false}
        data-testid={testId}
        value={typed}
        placeholder={label}
        aria-label={label}
        onFocus={focused}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={enter}
      />
      <datalist id={listId}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}
