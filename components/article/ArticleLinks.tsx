import { t } from '@/lib/app/i18n.ts';
import type { ShownFields } from '@/lib/app/panel/facts.ts';
import type { ArticleLink } from '@/lib/article/schema.ts';
import { Fold } from '../ui/Fold.tsx';
import { Link } from '../ui/Link.tsx';

/** Lists attachments, pictures by their captions, and related links. Starts collapsed, and loads none of them. */
export function ArticleLinks({
  article: { attachments, images, previous, next, related },
}: {
  article: ShownFields;
}) {
  const beside: [string | null, ArticleLink][] = [
    ...(previous ? [[t('field_previous'), previous] as [string, ArticleLink]] : []),
    ...(next ? [[t('field_next'), next] as [string, ArticleLink]] : []),
    ...related.map((link): [string | null, ArticleLink] => [link.role ? t(`role_${link.role}`) : null, link]),
  ];
  if (attachments.length + images.length + beside.length === 0) return null;
  return (
    <div class="folds">
      {attachments.length > 0 && (
        <Fold title={t('field_attachments')} count={attachments.length} testId="attachments">
          <ul class="links">
            {attachments.map(({ name, url }) => (
              <li key={`${name} ${url}`}>
                {url ? <Link url={url}>{name}</Link> : name}
                {!url && <span class="quiet">　{t('notLinked')}</span>}
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {images.length > 0 && (
        <Fold title={t('field_images')} count={images.length} testId="images">
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
        <Fold title={t('field_related')} count={beside.length} testId="related">
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
