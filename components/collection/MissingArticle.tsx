import { t } from '@/lib/app/i18n.ts';
import { useWatch } from '@/lib/app/panel/useWatch.ts';
import { isSetAside, type Store } from '@/lib/store/index.ts';

/** Says why an article cannot be shown: it was deleted, or its record is unreadable and was set aside. */
export function MissingArticle({ db, id }: { db: Store; id: string }) {
  const aside = useWatch(() => isSetAside(db, id), [db, id]);
  if (aside === undefined) return null;
  return (
    <p role="status" data-testid="article-missing">
      {t(aside ? 'articleAside' : 'articleGone')}
    </p>
  );
}
