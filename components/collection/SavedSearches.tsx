import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { sameSearch } from '@/lib/app/panel/savedSearches.ts';
import type { Search } from '@/lib/app/panel/useSearch.ts';
import { SearchName } from './laterParts.tsx';

/** The saved searches, each with a name. Runs one, saves the current search under a name, or deletes one. */
export function SavedSearches({ search }: { search: Search }) {
  /** The name offered for the current search; null while none is asked for. */
  const [name, setName] = useState<string | null>(null);
  const { query, narrowed, ask } = search;
  const { all, add, remove } = search.searches;
  const same = sameSearch(all, query);
  if (!narrowed && all.length === 0) return null;
  if (name !== null)
    return (
      <SearchName
        offered={name}
        keep={(given) => {
          if (given) void add(given, query);
          setName(null);
        }}
      />
    );
  return (
    <div class="row">
      {all.length > 0 && (
        <select
          class={same ? 'filter-choice chosen' : 'filter-choice'}
          aria-label={t('savedSearches')}
          data-testid="saved-searches"
          onChange={(event) => {
            const chosen = all.find((one) => one.name === event.currentTarget.value);
            if (chosen) ask(chosen.asked);
          }}
        >
          <option value="" selected={!same}>
            {t('savedSearches')}
          </option>
          {all.map((one) => (
            <option key={one.name} value={one.name} selected={one.name === same?.name}>
              {one.name}
            </option>
          ))}
        </select>
      )}
      {same ? (
        <button type="button" class="link" data-testid="forget-search" onClick={() => remove(same.name)}>
          {t('forgetSearch')}
        </button>
      ) : (
        narrowed && (
          <button
            type="button"
            class="link"
            data-testid="name-search"
            onClick={() => setName(query.words.trim())}
          >
            {t('nameSearch')}
          </button>
        )
      )}
    </div>
  );
}
