import { t } from '@/lib/app/i18n.ts';
import type { ShownFields } from '@/lib/app/panel/facts.ts';
import { Link } from '../ui/Link.tsx';

/**
 * Warnings about the page: it is not an article, or shows the article in a frame. Or it contains only a part of the
 * article, such as one of several pages.
 */
export function ArticleNotices({
  article: { isArticle, pageKind, isExcerpt, paging, frame },
}: {
  article: ShownFields;
}) {
  return (
    <>
      {frame && (
        <p class="notice row" data-testid="notice-frame">
          <span>{t('inFrame')}</span>
          <Link url={frame}>{t('openFrame')}</Link>
        </p>
      )}
      {!isArticle && !frame && (
        <p class="notice" data-testid="notice-kind">
          {pageKind === 'article' || pageKind === 'other'
            ? t('noArticle')
            : t('noArticleKind', t(`kind_${pageKind}`))}
        </p>
      )}
      {isExcerpt && (
        <p class="notice" data-testid="notice-excerpt">
          {t('isExcerpt')}
        </p>
      )}
      {paging && (
        <p class="notice row" data-testid="notice-paging">
          <span>{paging.pages ? t('pageOf', paging.page, paging.pages) : t('pageNumber', paging.page)}</span>
          {paging.next && <Link url={paging.next}>{t('nextPage')}</Link>}
        </p>
      )}
    </>
  );
}
