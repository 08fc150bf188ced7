import { t } from '@/lib/app/i18n.ts';
import type { Stepping } from '@/lib/app/panel/useCollection.ts';
import { Icon } from '../ui/Icon.tsx';
import { StepButtons } from './StepButtons.tsx';

type Props = { back: () => void; stepping: Stepping } & (
  | { showPage: () => void; remove: () => void }
  | { showPage?: undefined; remove?: undefined }
);

/** The way back to the list; of an article that is there also the way to its page, and its deletion. */
export function ArticleHeading({ back, stepping, showPage, remove }: Props) {
  return (
    <header class="row">
      <button type="button" class="small" data-testid="back" onClick={back}>
        <Icon name="back" />
        {t('back')}
      </button>
      <span class="space" />
      <StepButtons stepping={stepping} />
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
