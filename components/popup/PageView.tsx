import type { Page } from '@/lib/app/popup/usePage.ts';
import { usePageView } from '@/lib/app/popup/usePageView.ts';
import { ArticleFacts } from '../article/ArticleFacts.tsx';
import { ArticleLinks } from '../article/ArticleLinks.tsx';
import { OtherCopies } from '../article/OtherCopies.tsx';
import { ReadingExtras } from '../tasks/ReadingExtras.tsx';
import { HostAccess } from '../ui/HostAccess.tsx';
import { PageTasks } from './PageTasks.tsx';
import { Restrictions } from './Restrictions.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SessionNotice } from './SessionNotice.tsx';

/** How many facts show before the others are collapsed, so that the tasks are in view. */
const MOST_FACTS = 8;

/** Shows a page that was read. `reload` reads the page again after an action that changes its record. */
export function PageView({ page, reload }: { page: Page; reload: () => Promise<unknown> }) {
  const view = usePageView(page, reload);
  const { article } = view;
  return (
    <main class="popup" data-testid={article.isArticle ? 'state-article' : 'state-plain'}>
      <div class="stack">
        <ArticleFacts article={article} view="popup" most={MOST_FACTS} cite={view.actions.cite} />
        <OtherCopies copies={page.copies} open={view.openCopy} show={view.showCopy} />
        <PageTasks view={view} saved={page.saved !== null} />
        <div>
          <HostAccess url={page.tab.url} />
          <Restrictions tabId={page.tab.id} />
          <ReadingExtras reading={page.reading} show={view.actions.show} light={view.actions.light} />
          <ArticleLinks article={article} />
        </div>
      </div>
      <SessionNotice />
      <SaveBar view={view} updates={page.updates} />
    </main>
  );
}
