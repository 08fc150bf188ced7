import './ListFilters.css';
import type { Ref } from 'preact';
import { t } from '@/lib/app/i18n.ts';
import type { FilterView } from '@/lib/app/panel/searchView.ts';
import type { Search } from '@/lib/app/panel/useSearch.ts';
import type { ChoiceId } from '@/lib/search/filters.ts';
import { Toggle } from '../ui/Toggle.tsx';

type Props = { search: Search; field: Ref<HTMLInputElement> };

/** The search field and the filters. */
export function ListFilters({ search, field }: Props) {
  const { query, filters, ask } = search;
  return (
    <header class="stack list-filters">
      <input
        ref={field}
        type="search"
        spellcheck={false}
        data-testid="search"
        value={query.words}
        placeholder={t('search')}
        aria-label={t('search')}
        onInput={(event) => ask({ words: event.currentTarget.value })}
      />
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
    </header>
  );
}

function Filter({ filter, choose }: { filter: FilterView; choose: (value: string | undefined) => void }) {
  const { id, kind, value, values } = filter;
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
          {one}
        </option>
      ))}
    </select>
  );
}
