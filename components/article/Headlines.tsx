import './facts.css';
import { formatDate, t } from '@/lib/app/i18n.ts';
import { originOf, type ShownFields, type View } from '@/lib/app/panel/facts.ts';
import { fieldsAt } from '@/lib/record/fields.ts';
import { Editing } from '../ui/Editing.tsx';
import { Origin } from './Origin.tsx';

export type HeadlineActions = {
  /** Copies a reference to the article. */
  cite: () => void;
  /** Opens the editor of the fields; absent in a view where fields cannot be corrected. */
  correct?: () => void;
};

type Props = HeadlineActions & {
  article: ShownFields;
  view: View;
  /** Whether each value shows the place on the page from which it was read. */
  origins: boolean;
  setOrigins: (shown: boolean) => void;
};

/** Headline, time, source and region, with buttons that cite the article and correct its fields. */
export function Headlines({ article, view, origins, setOrigins, cite, correct }: Props) {
  const { kicker, title, subtitle, publishedAt, source, issuer, region, columnPath, provenance, isArticle } =
    article;
  const head = new Set<string>(fieldsAt(view, 'head'));
  const origin = (field: string) => <Origin of={originOf(provenance[field])} shown={origins} />;
  return (
    <header class="headlines">
      {head.has('columnPath') && columnPath.length > 0 && (
        <p class="column-path quiet" data-testid="column-path">
          <span class="unseen">{t('field_columnPath')} </span>
          {columnPath.join(' › ')} {origin('columnPath')}
        </p>
      )}
      {head.has('kicker') && kicker && (
        <p class="kicker">
          {kicker} {origin('kicker')}
        </p>
      )}
      <h1>{title || t('untitled')}</h1>
      {origin('title')}
      {head.has('subtitle') && subtitle && (
        <p class="subtitle">
          {subtitle} {origin('subtitle')}
        </p>
      )}
      <p class="meta quiet">
        {publishedAt ? (
          <span>
            <time dateTime={publishedAt}>{formatDate(publishedAt)}</time> {origin('publishedAt')}
          </span>
        ) : (
          isArticle && <span class="absent">{t('noDate')}</span>
        )}
        {source ? (
          <span>
            {source} {origin('source')}
          </span>
        ) : (
          // Reports a missing source only where no issuer is known: the issuer of an official document is shown instead
          // of a source.
          isArticle && !issuer && <span class="absent">{t('noSource')}</span>
        )}
        {head.has('region') && region && (
          <span>
            <span title={t('regionCode', region.code)}>{region.name}</span> {origin('region')}
          </span>
        )}
        <span class="meta-actions">
          <button type="button" class="link" data-testid="cite" title={t('citeWhat')} onClick={cite}>
            {t('cite')}
          </button>
          {correct && (
            <Editing>
              <button type="button" class="link" data-testid="correct-fields" onClick={correct}>
                {t('correctFields')}
              </button>
            </Editing>
          )}
          {Object.keys(provenance).length > 0 && (
            <button
              type="button"
              class="link origins-toggle"
              data-testid="origins"
              aria-pressed={origins}
              title={t('originsWhat')}
              onClick={() => setOrigins(!origins)}
            >
              {t('origins')}
            </button>
          )}
        </span>
      </p>
    </header>
  );
}
