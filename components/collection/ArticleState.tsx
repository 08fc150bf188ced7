import { errorText, formatMoment, t } from '@/lib/app/i18n.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import type { ArticlePanel } from '@/lib/app/panel/useArticlePanel.ts';
import { OtherCopies } from '../article/OtherCopies.tsx';
import { Chip } from '../ui/Chip.tsx';
import { HostAccess } from '../ui/HostAccess.tsx';

type Props = { panel: ArticlePanel; showText?: () => void; open: (id: string) => void; notify: Notify };

/**
 * Shows when the article was saved, whether its page has changed, and its copies at other sites. Also offers to grant
 * access to its site.
 */
export function ArticleState({ panel: { open, store }, showText, open: openOther, notify }: Props) {
  const { saved, live, changed, copies } = open;
  return (
    <>
      <p class="row quiet">
        <span>{t('savedAt', formatMoment(saved.capturedAt))}</span>
        {live && (
          <Chip look={changed ? 'warn' : undefined} press={showText}>
            {t(changed ? 'liveChanged' : 'liveSame')}
          </Chip>
        )}
      </p>
      <OtherCopies
        copies={copies}
        open={openOther}
        show={(otherId, shown) =>
          store.showMarksOf(otherId, saved.url, shown).catch((error) => notify(errorText(error)))
        }
      />
      <HostAccess url={saved.url} />
    </>
  );
}
