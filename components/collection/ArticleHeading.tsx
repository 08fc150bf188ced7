import { t } from '@/lib/app/i18n.ts';
import { Icon } from '../ui/Icon.tsx';

type Props = { back: () => void } & (
  | { showPage: () => void; remove: () => void }
  | { showPage?: undefined; remove?: undefined }
);

/**
 * The button back to the list; for an article that still exists, also the buttons to show its page and to delete it.
 */
export function ArticleHeading({ back, showPage, remove }: Props) {
  return (
    <header class="row">
      <button type="button" class="small" data-testid="back" onClick={back}>
        <Icon name="back" />
        {t('back')}
      </button>
      <span class="space" />
      {showPage && (
        <>
          <button type="button" class="small" data-testid="open-page" onClick={showPage}>
            <Icon name="external" />
            {t('openOriginal')}
          </button>
          <button type="button" class="small" data-testid="delete-article" onClick={remove}>
            {t('delete')}
          </button>
        </>
      )}
    </header>
  );
}
