import { hostOf } from '@/lib/app/offHosts.ts';
import type { Page } from '@/lib/app/popup/usePage.ts';
import { usePageView } from '@/lib/app/popup/usePageView.ts';
import { ArticleFacts } from '../article/ArticleFacts.tsx';
import { ArticleLinks } from '../article/ArticleLinks.tsx';
import { OtherCopies } from '../article/OtherCopies.tsx';
import { ReadingExtras } from '../tasks/ReadingExtras.tsx';
import { IsReadOnly } from '../ui/Editing.tsx';
import { HostAccess } from '../ui/HostAccess.tsx';
import { NotHere } from './NotHere.tsx';
import { PageTasks } from './PageTasks.tsx';
import { Restrictions } from './Restrictions.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SessionNotice } from './SessionNotice.tsx';

/** How many facts show before the others are collapsed, so that the tasks are in view. */
const MOST_FACTS = 8;

type Props = {
  page: Page;
  /** Reads the page again, after an action that changes the page's record in the collection. */
  reload: () => Promise<unknown>;
  /** Switches Pizhu off for the page's host. */
  turnOff: (host: string) => unknown;
};

/** Shows a page that was read. */
export function PageView({ page, reload, turnOff }: Props) {
  const view = usePageView(page, reload);
  const { article } = view;
  return (
    <IsReadOnly.Provider value={view.readOnly}>
      <main class="popup" data-testid={article.isArticle ? 'state-article' : 'state-plain'}>
        <div class="stack">
          <ArticleFacts article={article} view="popup" most={MOST_FACTS} cite={view.actions.cite} />
          <OtherCopies copies={page.copies} open={view.openCopy} show={view.showCopy} />
          <PageTasks view={view} saved={page.saved !== null} />
          <div>
            <ReadingExtras reading={page.reading} show={view.actions.show} light={view.actions.light} />
            <ArticleLinks article={article} />
            <HostAccess url={page.tab.url} />
            <Restrictions tabId={page.tab.id} />
            {/* The button stores the host. In a private window, nothing is stored before the person is asked, so the
                button is not shown there. */}
            {!page.asksFirst && <NotHere host={hostOf(page.tab.url)} turnOff={turnOff} />}
          </div>
        </div>
        <SessionNotice notify={view.notify} />
        <SaveBar view={view} updates={page.updates} />
      </main>
    </IsReadOnly.Provider>
  );
}
