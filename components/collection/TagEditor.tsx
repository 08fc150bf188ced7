import './TagEditor.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { TagRow, tagActions } from '@/lib/app/panel/tagsView.ts';
import { typedName } from '@/lib/app/panel/typedTags.ts';
import { Swatches } from '../ui/Swatches.tsx';

type Props = {
  row: TagRow;
  /** All tags in use. */
  known: string[];
  actions: ReturnType<typeof tagActions>;
  /** Closes the editor. Receives the name that the tag has now; null where the tag is deleted. */
  close: (tag: string | null) => void;
};

/** Edits a tag's name, colour and description. Warns before it merges the tag with another of the same name. */
export function TagEditor({ row, known, actions, close }: Props) {
  const { tag, articles, below, color, description } = row;
  const [name, setName] = useState(tag);
  const [about, setAbout] = useState(description);
  const listId = useId();
  const to = typedName(name, tag, known);
  const merges = to !== tag && known.includes(to);
  const isBelow = to.startsWith(`${tag}/`);
  const fault = to === '' ? 'tagNameEmpty' : isBelow ? 'tagBelowItself' : null;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (fault) return;
    if (about.trim() !== description) await actions.describe({ id: tag, color, description: about });
    if (to !== tag) await actions.rename(tag, to, merges);
    close(to);
  };
  return (
    <form
      class="tag-editor stack"
      data-testid="tag-editor"
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && close(tag)}
    >
      <label>
        <span class="quiet">{t('tagName')}</span>
        <input
          ref={field}
          list={listId}
          spellcheck={false}
          data-testid="tag-name"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <datalist id={listId}>
          {known.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </label>
      <label>
        <span class="quiet">{t('tagAbout')}</span>
        <input
          spellcheck={false}
          data-testid="tag-about"
          value={about}
          onInput={(event) => setAbout(event.currentTarget.value)}
        />
      </label>
      <div class="row">
        <Swatches
          chosen={color}
          choose={(next) =>
            actions.describe({ id: tag, color: next === color ? null : next, description: about })
          }
        />
      </div>
      {(merges || fault) && (
        <p class="notice" role="status">
          {fault ? t(fault) : t('tagMergeAsk', tag, to)}
        </p>
      )}
      <div class="row">
        <button type="submit" class="primary small" data-testid="keep-tag" disabled={fault !== null}>
          {t(merges && !fault ? 'mergeTags' : 'confirm')}
        </button>
        <button type="button" class="small" onClick={() => close(tag)}>
          {t('cancel')}
        </button>
        <span class="space" />
        <button
          type="button"
          class="small"
          data-testid="delete-tag"
          onClick={() => {
            close(null);
            void actions.remove(row);
          }}
        >
          {articles > 0 ? t('deleteTagEverywhere') : t('deleteTagsBelow', below.length)}
        </button>
      </div>
    </form>
  );
}
