import { useState } from 'preact/hooks';
import { formatDate, t } from '../ui/i18n.ts';
import { ArticleNotices } from './ArticleNotices.tsx';
import { FactList, type Facts } from './FactList.tsx';
import { Origin } from './Origin.tsx';

/** Headline, time, source, and every other field that the page gave; of more than `most` the less telling are folded. */
export function ArticleFacts({
  article,
  most,
  cite,
}: {
  article: Facts;
  most: number;
  /** Copies a reference to the article. */
  cite: () => void;
}) {
  const [origins, setOrigins] = useState(false);
  const { kicker, title, subtitle, publishedAt, source, issuer, region, columnPath, provenance, isArticle } =
    article;
  const origin = (field: string) => <Origin from={provenance[field]} shown={origins} />;
  return (
    <div class="article-facts stack">
      <ArticleNotices article={article} />
      <header class="headlines">
        {columnPath.length > 0 && (
          <p class="column-path quiet" data-testid="column-path">
            <span class="unseen">{t('columnPath')} </span>
            {columnPath.join(' › ')} {origin('columnPath')}
          </p>
        )}
        {kicker && (
          <p class="kicker">
            {kicker} {origin('kicker')}
          </p>
        )}
        <h1>{title || t('untitled')}</h1>
        {origin('title')}
        {subtitle && (
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
            // A document names its issuer instead.
            isArticle && !issuer && <span class="absent">{t('noSource')}</span>
          )}
          {region && (
            <span>
              <span title={t('regionCode', region.code)}>{region.name}</span> {origin('region')}
            </span>
          )}
          <span class="meta-actions">
            <button type="button" class="link" data-testid="cite" title={t('citeWhat')} onClick={cite}>
              {t('cite')}
            </button>
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
      <FactList article={article} origins={origins} most={most} />
    </div>
  );
}
