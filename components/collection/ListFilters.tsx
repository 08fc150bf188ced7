import './ListFilters.css';
import type { Ref } from 'preact';
import { t } from '@/lib/app/i18n.ts';
import type { FilterView } from '@/lib/app/panel/searchView.ts';
import type { Search } from '@/lib/app/panel/useSearch.ts';
import type { CollectionFormat } from '@/lib/exchange/formats.ts';
import type { ChoiceId } from '@/lib/search/filters.ts';
import { ExportButtons } from '../ui/ExportButtons.tsx';

type Props = {
  search: Search;
  field: Ref<HTMLInputElement>;
  download: (ids: string[] | Promise<string[]>, format: CollectionFormat) => void;
};

/** The search field, the filters, and the export of all or of the selected articles. */
export function ListFilters({ search, field, download }: Props) {
  const { query, filters, all, selected, ask } = search;
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
      <div class="row">
        {filters.map((filter) => (
          <Filter
            key={filter.id}
            filter={filter}
            choose={(value) => ask({ filtering: { ...query.filtering, [filter.id]: value } })}
          />
        ))}
        <span class="space" />
        <ExportButtons
          offers={[
            { id: 'export-all', label: t('exportAll'), run: (format) => download(all(), format) },
            ...(selected.length
              ? [
                  {
                    id: 'export-selected',
                    label: t('exportSelected', selected.length),
                    run: (format: CollectionFormat) => download(selected, format),
                  },
                ]
              : []),
          ]}
        />
      </div>
    </header>
  );
}

function Filter({ filter, choose }: { filter: FilterView; choose: (value: string | undefined) => void }) {
  const { id, kind, value, values } = filter;
  if (kind === 'switch')
    return (
      <label class="row">
        <input
          type="checkbox"
          data-testid={`filter-${id}`}
          checked={value !== undefined}
          onChange={(event) => choose(event.currentTarget.checked ? 'on' : undefined)}
        />
        {t(`filter_${id}`)}
      </label>
    );
  return (
    <select
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
