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

/** The messages about parts of a query that are searched as plain words although they may be meant otherwise. */
const DOUBTS = {
  field: 'doubtField',
  day: 'doubtDay',
  due: 'doubtDue',
  state: 'doubtState',
  minus: 'doubtMinus',
} as const;

type Props = {
  db: Store;
  search: Search;
  field: RefObject<HTMLInputElement>;
  /** Moves from the search field into the list. */
  toList: () => void;
  /** Shows the collection in a tab of its own; absent in that tab. */
  enlarge?: () => void;
};

/** The search field and the filters. */
export function ListFilters({ db, search, field, toList, enlarge }: Props) {
  const { query, doubts, filters, ask } = search;
  const offers = useCompletions(db, search.engine, query.words);
  const listId = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    // While completions are offered, the arrow keys choose one of them.
    if (event.code !== 'ArrowDown' || event.isComposing || offers.length > 0) return;
    event.preventDefault();
    field.current?.blur();
    toList();
  };
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
          onKeyDown={onKeyDown}
        />
        {enlarge && <IconButton icon="columns" label={t('openInTab')} testId="open-tab" press={enlarge} />}
      </div>
      {doubts.map(({ type, words }) => (
        <p key={words} class="quiet doubt" role="status" data-testid="doubt">
          {t(DOUBTS[type], words)}
        </p>
      ))}
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
