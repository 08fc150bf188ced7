import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { COLLECTION_FORMATS, type CollectionFormat, formatOf } from '@/lib/exchange/formats.ts';

type Offer = { id: string; label: string; run: (format: CollectionFormat) => void };

/** Buttons that export articles, with a list of formats where there are several. */
export function ExportButtons({ offers }: { offers: Offer[] }) {
  const [id, setId] = useState<string | null>(null);
  const chosen = formatOf(COLLECTION_FORMATS, id, 'json');
  return (
    <>
      {COLLECTION_FORMATS.length > 1 && (
        <select
          aria-label={t('exportFormat')}
          data-testid="export-format"
          value={chosen.id}
          onChange={(event) => setId(event.currentTarget.value)}
        >
          {COLLECTION_FORMATS.map((format) => (
            <option key={format.id} value={format.id}>
              {t(format.label)}
            </option>
          ))}
        </select>
      )}
      {chosen.limit !== undefined && (
        <span class="quiet" data-testid="export-limit">
          {t('exportLimit', chosen.limit)}
        </span>
      )}
      {offers.map((offer) => (
        <button
          key={offer.id}
          type="button"
          class="small"
          data-testid={offer.id}
          onClick={() => offer.run(chosen)}
        >
          {offer.label}
        </button>
      ))}
    </>
  );
}
