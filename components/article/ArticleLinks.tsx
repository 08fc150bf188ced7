import type { ArticleLink } from '@/lib/article/schema.ts';
import { Fold } from '../ui/Fold.tsx';
import { t } from '../ui/i18n.ts';
import { Link } from '../ui/Link.tsx';
import type { Facts } from './FactList.tsx';

/** Pictures by their captions, and the links beside the article; folded, and never fetched. */
export function ArticleLinks({ article: { images, previous, next, related } }: { article: Facts }) {
  const beside: [string | null, ArticleLink][] = [
    ...(previous ? [[t('previousArticle'), previous] as [string, ArticleLink]] : []),
    ...(next ? [[t('nextArticle'), next] as [string, ArticleLink]] : []),
    ...related.map((link): [null, ArticleLink] => [null, link]),
  ];
  if (images.length + beside.length === 0) return null;
  return (
    <div class="folds">
      {images.length > 0 && (
        <Fold title={t('images')} count={images.length} testId="images">
          <ol class="links">
            {images.map(({ url, caption }, i) => (
              <li key={url}>
                <Link url={url}>{caption || t('imageNumber', i + 1)}</Link>
              </li>
            ))}
          </ol>
        </Fold>
      )}
      {beside.length > 0 && (
        <Fold title={t('related')} count={beside.length} testId="related">
          <ul class="links">
            {beside.map(([label, { text, url }]) => (
              <li key={`${label} ${url}`}>
                {label && <span class="quiet">{label}　</span>}
                <Link url={url}>{text || url}</Link>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}
