import './TagInput.css';
import { useId, useState } from 'preact/hooks';
import { cleanTags } from '@/lib/annotation/edit.ts';
import { t } from '@/lib/app/i18n.ts';
import { Chip } from './Chip.tsx';

type Props = {
  tags: string[];
  /** The tags in use, for suggestions. */
  known: string[];
  /** Saves a change. False where saving failed; the field then keeps what was typed. */
  change: (change: { addTags: string[] } | { removeTags: string[] }) => Promise<boolean>;
};

/** Tags, added with Enter or by leaving the field, and removed with a click. */
export function TagInput({ tags, known, change }: Props) {
  const [typed, setTyped] = useState('');
  const listId = useId();
  const add = async () => {
    const addTags = cleanTags(typed.split(/[,，、;；]/)).filter((tag) => !tags.includes(tag));
    if (addTags.length === 0) return setTyped('');
    // The field is emptied before the answer, so that Enter and leaving the field do not add the tag twice.
    setTyped('');
    if (!(await change({ addTags }))) setTyped((now) => now || typed);
  };
  return (
    <div class="row tag-input">
      {tags.map((tag) => (
        <Chip key={tag} title={t('removeTag', tag)} press={() => change({ removeTags: [tag] })}>
          {tag} ×
        </Chip>
      ))}
      <input
        list={listId}
        spellcheck={false}
        data-testid="add-tag"
        value={typed}
        placeholder={t('addTag')}
        aria-label={t('addTag')}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && add()}
        onBlur={add}
      />
      <datalist id={listId}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </div>
  );
}
