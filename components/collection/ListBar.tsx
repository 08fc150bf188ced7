import './ListBar.css';
import { t } from '@/lib/app/i18n.ts';
import type { Search } from '@/lib/app/panel/useSearch.ts';
import { GROUP_IDS, type GroupId } from '@/lib/search/groups.ts';
import type { OrderId } from '@/lib/search/orders.ts';

/** The number of listed articles, their order, and a box that selects all. */
export function ListBar({ search, clear }: { search: Search; clear: () => void }) {
  const { items, summary, narrowed, query, orders, isAllTicked, selected, ask, tickAll, untick } = search;
  const several = items.length > 1 || query.group !== 'none';
  return (
    <div class="row quiet list-bar">
      {several && (
        <input
          type="checkbox"
          aria-label={t('selectAll')}
          title={t(isAllTicked ? 'selectNone' : 'selectAll')}
          data-testid="select-all"
          checked={isAllTicked}
          indeterminate={selected.length > 0 && !isAllTicked}
          onChange={isAllTicked ? untick : tickAll}
        />
      )}
      <span role="status">{summary}</span>
      {narrowed && (
        <button type="button" class="link" data-testid="clear-filters" onClick={clear}>
          {t('clearFilters')}
        </button>
      )}
      <span class="space" />
      {several && (
        <select
          class="order"
          aria-label={t('order')}
          data-testid="order"
          value={query.order}
          onChange={(event) => ask({ order: event.currentTarget.value as OrderId })}
        >
          {orders.map((id) => (
            <option key={id} value={id}>
              {t(`order_${id}`)}
            </option>
          ))}
        </select>
      )}
      {several && (
        <select
          class="order"
          aria-label={t('group')}
          data-testid="group"
          value={query.group}
          onChange={(event) => ask({ group: event.currentTarget.value as GroupId })}
        >
          {GROUP_IDS.map((id) => (
            <option key={id} value={id}>
              {t(`group_${id}`)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
