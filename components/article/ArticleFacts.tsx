import './facts.css';
import { useState } from 'preact/hooks';
import { formatDate, t } from '@/lib/app/i18n.ts';
import { originOf, type ShownFields, type View } from '@/lib/app/panel/facts.ts';
import { fieldsAt } from '@/lib/record/fields.ts';
import { ArticleNotices } from './ArticleNotices.tsx';
import { FactList } from './FactList.tsx';
import { Origin } from './Origin.tsx';

type Props = {
  article: ShownFields;
  view: View;
  /** How many facts show; the less important ones are folded. */
  most: number;
  /** Copies a reference to the article. */
  cite: () => void;
  /** Opens what corrects the fields; absent where nothing can be corrected. */
  correct?: () => void;
};

/** Headline, time, source, and every other field that has a value. */
export function ArticleFacts({ article, view, most, cite, correct }: Props) {
  const [origins, setOrigins] = useState(false);
  const { kicker, title, subtitle, publishedAt, source, issuer, region, columnPath, provenance, isArticle } =
    article;
  const head = new Set<string>(fieldsAt(view, 'head'));
  const origin = (field: string) => <Origin of={originOf(provenance[field])} shown={origins} />;
  return (
    <div class="article-facts stack">
      <ArticleNotices article={article} />
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
            // A document shows its issuer instead.
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
              <button type="button" class="link" data-testid="correct-fields" onClick={correct}>
                {t('correctFields')}
              </button>
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
      <FactList article={article} view={view} origins={origins} most={most} />
    </div>
  );
}
