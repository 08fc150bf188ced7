import { t } from '@/lib/app/i18n.ts';
import type { Stepping } from '@/lib/app/panel/useCollection.ts';
import type { Steps } from '@/lib/app/panel/useOpening.ts';
import type { Reviewing } from '@/lib/app/panel/useReviewing.ts';
import { Editing } from '../ui/Editing.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Star } from '../ui/Star.tsx';
import { StepButtons } from './StepButtons.tsx';

type Props = {
  back: () => void;
  stepping: Stepping;
  /** Opens the next article or mark of the list (1) or the previous one (-1); `steps` says which. */
  go?: (by: 1 | -1) => void;
  steps?: Steps;
  /** Shows the article in a tab of its own. */
  enlarge?: () => void;
} & (
  | { showPage: () => void; remove: () => void; reviewing: Reviewing }
  | { showPage?: undefined; remove?: undefined; reviewing?: undefined }
);

/**
 * The button that leads back to the list. Where the article exists, also shows its state and the buttons that show its
 * page and delete it.
 */
export function ArticleHeading({
  back,
  stepping,
  go,
  steps = 'article',
  enlarge,
  showPage,
  remove,
  reviewing,
}: Props) {
  return (
    <header class="row">
      <button type="button" class="small" data-testid="back" onClick={back}>
        <Icon name="back" />
        {t('back')}
      </button>
      {go && (
        <>
          <IconButton
            icon="up"
            label={t(steps === 'mark' ? 'markBefore' : 'articleBefore')}
            testId="article-before"
            press={() => go(-1)}
          />
          <IconButton
            icon="down"
            label={t(steps === 'mark' ? 'markNext' : 'articleNext')}
            testId="article-next"
            press={() => go(1)}
          />
        </>
      )}
      <span class="space" />
      {enlarge && <IconButton icon="columns" label={t('openInTab')} testId="open-tab" press={enlarge} />}
      <StepButtons stepping={stepping} brief={showPage !== undefined} />
      {showPage && (
        <>
          <Star starred={reviewing.starred} name={reviewing.name} press={reviewing.star} />
          <Editing>
            <button type="button" class="small" data-testid="mark-unread" onClick={reviewing.toggleRead}>
              {t(reviewing.read ? 'markUnread' : 'markRead')}
            </button>
          </Editing>
          <button type="button" class="small" data-testid="open-page" onClick={showPage}>
            <Icon name="external" />
            {t('openOriginal')}
          </button>
          <Editing>
            <button type="button" class="small" data-testid="delete-article" onClick={remove}>
              {t('delete')}
            </button>
          </Editing>
        </>
      )}
    </header>
  );
}
