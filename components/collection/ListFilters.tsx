import './ListFilters.css';
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { FilterView } from '@/lib/app/panel/searchView.ts';
import { useCompletions } from '@/lib/app/panel/useCompletions.ts';
import type { Search } from '@/lib/app/panel/useSearch.ts';
import type { ChoiceId } from '@/lib/search/filters.ts';
import type { Store } from '@/lib/store/index.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { SavedSearches } from './SavedSearches.tsx';

type Props = {
  db: Store;
  search: Search;
  field: RefObject<HTMLInputElement>;
  /** Shows the collection in a tab of its own; absent in that tab. */
  enlarge?: () => void;
};

/** The search field and the filters. */
export function ListFilters({ db, search, field, enlarge }: Props) {
  const { query, filters, ask } = search;
  const offers = useCompletions(db, query.words);
  const listId = useId();
  return (
    <header class="stack list-filters">
      <div class="row search-row">
        <input
          ref={field}
          class="space"
          list={listId}
          type="search"
          spellcheck={false}
          data-testid="search"
          value={query.words}
          placeholder={t('search')}
          aria-label={t('search')}
          onInput={(event) => ask({ words: event.currentTarget.value })}
        />
        {enlarge && <IconButton icon="columns" label={t('openInTab')} testId="open-tab" press={enlarge} />}
      </div>
      <datalist id={listId} data-testid="completions">
        {offers.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <fieldset class="row filter-chips">
        <legend class="unseen">{t('filters')}</legend>
        {filters.map((filter) => (
          <Filter
            key={filter.id}
            filter={filter}
            choose={(value) => ask({ filtering: { ...query.filtering, [filter.id]: value } })}
          />
        ))}
      </fieldset>
      <SavedSearches search={search} />
    </header>
  );
}

function Filter({ filter, choose }: { filter: FilterView; choose: (value: string | undefined) => void }) {
  const { id, kind, value, values, labelOf } = filter;
  if (kind === 'switch')
    return (
      <Toggle
        on={value !== undefined}
        testId={`filter-${id}`}
        press={() => choose(value === undefined ? 'on' : undefined)}
      >
        {t(`filter_${id}`)}
      </Toggle>
    );
  return (
    <select
      class={value === undefined ? 'filter-choice' : 'filter-choice chosen'}
      aria-label={t(`filter_${id}`)}
      data-testid={`filter-${id}`}
      onChange={(event) => choose(event.currentTarget.value || undefined)}
    >
      <option value="" selected={value === undefined}>
        {t(`filter_${id as ChoiceId}_any`)}
      </option>
      {values.map((one) => (
        <option key={one} value={one} selected={one === value}>
          {labelOf(one)}
        </option>
      ))}
    </select>
  );
}
