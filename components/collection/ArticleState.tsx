import './ArticleState.css';
import { errorText, formatMoment, t } from '@/lib/app/i18n.ts';
import type { Notify } from '@/lib/app/panel/notify.ts';
import type { ArticlePanel } from '@/lib/app/panel/useArticlePanel.ts';
import type { Store } from '@/lib/store/index.ts';
import { OtherCopies } from '../article/OtherCopies.tsx';
import { Chip } from '../ui/Chip.tsx';
import { HostAccess } from '../ui/HostAccess.tsx';
import { Snapshots } from './Snapshots.tsx';

type Props = {
  db: Store;
  panel: ArticlePanel;
  showText?: () => void;
  open: (id: string) => void;
  notify: Notify;
};

/**
 * Shows when the article was saved, whether its page has changed, its snapshots, and its copies at other sites. Also
 * offers to grant access to its site.
 */
export function ArticleState({ db, panel, showText, open: openOther, notify }: Props) {
  const { open, store } = panel;
  const { saved, live, changed, copies } = open;
  return (
    <>
      <p class="row quiet article-state">
        <span>{t('savedAt', formatMoment(saved.capturedAt))}</span>
        {live && (
          <Chip look={changed ? 'warn' : undefined} press={showText}>
            {t(changed ? 'liveChanged' : 'liveSame')}
          </Chip>
        )}
      </p>
      <Snapshots db={db} panel={panel} notify={notify} />
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
