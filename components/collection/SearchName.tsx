import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';

type Props = {
  /** The name that the field has at first. */
  offered: string;
  /** Gets the name without spaces around it; an empty one if the person gives none or leaves by Escape. */
  keep: (name: string) => void;
};

/** Asks for the name of a search. */
export function SearchName({ offered, keep }: Props) {
  const [name, setName] = useState(offered);
  const submit = (event: Event) => {
    event.preventDefault();
    keep(name.trim());
  };
  return (
    <form class="row" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && keep('')}>
      <input
        class="space"
        spellcheck={false}
        data-testid="search-name"
        value={name}
        placeholder={t('searchName')}
        aria-label={t('searchName')}
        ref={(one) => one?.focus()}
        // Selects the offered name, so that typing replaces it.
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="small" data-testid="keep-search">
        {t('confirm')}
      </button>
      <button type="button" class="small" onClick={() => keep('')}>
        {t('cancel')}
      </button>
    </form>
  );
}
