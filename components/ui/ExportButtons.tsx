import { t } from '@/lib/app/i18n.ts';
import type { Narrow } from '@/lib/app/panel/download.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import { useExport } from '@/lib/app/panel/useExport.ts';
import { COLLECTION_FORMATS, choicesOf, FORMAT_GROUPS } from '@/lib/exchange/formats.ts';
import type { Store } from '@/lib/store/index.ts';

type Offer = {
  id: string;
  label: string;
  ids: () => string[] | Promise<string[]>;
  /** Selects the parts of each article to export; without this function, whole articles are exported. */
  narrow?: Narrow;
};
type Props = {
  db: Store;
  notify: Notify;
  offers: Offer[];
  /** Whether all articles of the collection are exported, and not a selection of them. */
  isAll?: boolean;
};

/** Buttons that export articles, with the list of formats. Shows the progress of an export under way. */
export function ExportButtons({ db, notify, offers, isAll = false }: Props) {
  const { format, choices, progress, choose, want, run, stop } = useExport(db, notify);
  if (progress)
    return (
      <div class="row" role="status" data-testid="exporting">
        <progress value={progress.done} max={progress.all} aria-label={t('exportFormat')} />
        <span>{t('bulkProgress', progress.done, progress.all)}</span>
        <button type="button" class="small" data-testid="export-stop" onClick={stop}>
          {t('stop')}
        </button>
      </div>
    );
  return (
    <>
      <select
        aria-label={t('exportFormat')}
        data-testid="export-format"
        value={format.id}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {FORMAT_GROUPS.map((group) => (
          <optgroup key={group} label={t(`formatGroup_${group}`)}>
            {COLLECTION_FORMATS.filter((one) => one.group === group).map((one) => (
              <option key={one.id} value={one.id}>
                {t(one.label)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {offers.map((offer) => (
        <button
          key={offer.id}
          type="button"
          class="small"
          data-testid={offer.id}
          onClick={() => run(offer.ids, offer.narrow, isAll)}
        >
          {offer.label}
        </button>
      ))}
      {format.limit !== undefined && (
        <span class="quiet" data-testid="export-limit">
          {t('exportLimit', format.limit)}
        </span>
      )}
      {choicesOf(format, isAll).map((choice) => (
        <label key={choice} class="row">
          <input
            type="checkbox"
            data-testid={`export-choice-${choice}`}
            checked={choices.has(choice)}
            disabled={choice === 'trash' && !choices.has('extras')}
            onChange={({ currentTarget }) => want(choice, currentTarget.checked)}
          />
          {t(`exportChoice_${choice}`)}
        </label>
      ))}
    </>
  );
}
