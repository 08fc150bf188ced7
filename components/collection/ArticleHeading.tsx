import { t } from '@/lib/app/i18n.ts';
import type { Stepping } from '@/lib/app/panel/useCollection.ts';
import type { Reviewing } from '@/lib/app/panel/useReviewing.ts';
import { Icon } from '../ui/Icon.tsx';
import { Star } from '../ui/Star.tsx';
import { StepButtons } from './StepButtons.tsx';

type Props = { back: () => void; stepping: Stepping } & (
  | { showPage: () => void; remove: () => void; reviewing: Reviewing }
  | { showPage?: undefined; remove?: undefined; reviewing?: undefined }
);

/** The way back to the list; of an article that is there also its state, the way to its page, and its deletion. */
export function ArticleHeading({ back, stepping, showPage, remove, reviewing }: Props) {
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
          <Star starred={reviewing.starred} name={reviewing.name} press={reviewing.star} />
          <button type="button" class="small" data-testid="mark-unread" onClick={reviewing.toggleRead}>
            {t(reviewing.read ? 'markUnread' : 'markRead')}
          </button>
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
