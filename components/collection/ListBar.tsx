import './ListBar.css';
import { t } from '@/lib/app/i18n.ts';
import type { Search } from '@/lib/app/panel/useSearch.ts';
import type { OrderId } from '@/lib/search/orders.ts';

/** The number of listed articles, their order, and a box that selects all. */
export function ListBar({ search, clear }: { search: Search; clear: () => void }) {
  const { rows, summary, narrowed, query, orders, isAllTicked, ask, tickAll } = search;
  const several = rows.length > 1;
  return (
    <div class="row quiet">
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
      {several && !isAllTicked && (
        <button type="button" class="link" data-testid="select-all" onClick={tickAll}>
          {t('selectAll')}
        </button>
      )}
    </div>
  );
}
