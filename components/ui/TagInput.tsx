import './TagInput.css';
import { useContext, useId, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { typedTags } from '@/lib/app/panel/typedTags.ts';
import { Chip } from './Chip.tsx';
import { Editing } from './Editing.tsx';
import { Icon } from './Icon.tsx';
import { ShowTag } from './ShowTag.ts';

type Props = {
  tags: string[];
  /** The tags in use, for suggestions. */
  known: string[];
  /** Tags that are offered to be added with one press. */
  suggested?: string[];
  /** Saves a change. False where saving failed; the field then keeps what was typed. */
  change: (change: { addTags: string[] } | { removeTags: string[] }) => Promise<boolean>;
};

/**
 * Edits tags. Enter or leaving the field adds a tag. A press on a tag shows the items that have the tag, and a small
 * button removes the tag.
 */
export function TagInput({ tags, known, suggested = [], change }: Props) {
  const [typed, setTyped] = useState('');
  const listId = useId();
  const showTag = useContext(ShowTag);
  const add = async () => {
    const addTags = typedTags(typed, known).filter((tag) => !tags.includes(tag));
    if (addTags.length === 0) return setTyped('');
    // Empties the field before the answer arrives, so that Enter followed by leaving the field does not add the tag
    // twice.
    setTyped('');
    if (!(await change({ addTags }))) setTyped((now) => now || typed);
  };
  return (
    <div class="row tag-input">
      {tags.map((tag) => (
        <span key={tag} class="tag">
          <Chip title={showTag && t('filterByTag', tag)} press={showTag && (() => showTag(tag))}>
            {tag}
          </Chip>
          <Editing>
            <button
              type="button"
              class="plain remove-tag"
              aria-label={t('removeTag', tag)}
              title={t('removeTag', tag)}
              onClick={() => change({ removeTags: [tag] })}
            >
              <Icon name="remove" />
            </button>
          </Editing>
        </span>
      ))}
      <Editing>
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
      </Editing>
      <datalist id={listId}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {suggested.length > 0 && (
        <span class="row suggested-tags">
          <span class="quiet">{t('suggestedTags')}</span>
          <Editing>
            {suggested.map((tag) => (
              <Chip
                key={tag}
                look="outlined"
                title={t('addTagOf', tag)}
                testId="suggested-tag"
                press={() => change({ addTags: [tag] })}
              >
                + {tag}
              </Chip>
            ))}
          </Editing>
        </span>
      )}
    </div>
  );
}
