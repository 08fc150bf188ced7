import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { quoteOf } from '@/lib/annotation/describe.ts';
import { draftFromText } from '@/lib/annotation/fromText.ts';
import type { PageReading, SavedArticle } from '@/lib/collection/schema.ts';
import { askBackground } from '@/lib/messages/index.ts';
import type { Task } from '@/lib/tasks/schema.ts';
import { ArticleFacts } from '../ArticleFacts.tsx';
import { HostAccess } from '../HostAccess.tsx';
import { errorText, formatMoment, t } from '../i18n.ts';
import { openSidePanel } from '../openSidePanel.ts';
import { TaskLists } from '../TaskLists.tsx';
import { TASK_TAG } from '../taskTag.ts';

type Tab = { id: number; windowId: number; url: string | null };
type State =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'read'; tab: Tab; reading: PageReading; saved: SavedArticle | null };

async function readActiveTab(): Promise<State> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { kind: 'failed', error: { code: 'restricted' } };
  const { reading, saved } = await askBackground('tab.read', { tabId: tab.id });
  return {
    kind: 'read',
    tab: { id: tab.id, windowId: tab.windowId, url: tab.url ?? reading.url },
    reading,
    saved,
  };
}

/** This page: what was read, its orders, and the button that keeps it. */
export function Popup() {
  const [state, setState] = useState<State>({ kind: 'loading' });
  const [notice, setNotice] = useState('');
  const [saving, setSaving] = useState(false);
  const load = () => {
    setState({ kind: 'loading' });
    readActiveTab().then(setState, (error) => setState({ kind: 'failed', error }));
  };
  useEffect(load, []);

  if (state.kind === 'loading')
    return (
      <main class="popup skeleton" data-testid="state-loading" aria-busy="true" aria-label={t('loading')}>
        <i style={{ width: '85%', height: '20px' }} />
        <i style={{ width: '45%' }} />
        <i />
        <i />
        <i style={{ width: '70%' }} />
      </main>
    );
  if (state.kind === 'failed') {
    const code = (state.error as { code?: string }).code;
    const refused = code === 'restricted' || code === 'pdf';
    return (
      <main class="popup stack" data-testid={refused ? 'state-restricted' : 'state-error'}>
        <h1>{t(refused ? 'restrictedTitle' : 'errorTitle')}</h1>
        <p class="notice">{errorText(state.error)}</p>
        {!refused && (
          <p>
            <button type="button" onClick={load}>
              {t('tryAgain')}
            </button>
          </p>
        )}
      </main>
    );
  }

  const { tab, reading, saved } = state;
  const save = async () => {
    setSaving(true);
    try {
      const kept = await askBackground('tab.save', { tabId: tab.id });
      setState({ ...state, saved: kept.saved });
      setNotice(t(kept.created ? 'savedNow' : 'updatedNow'));
    } catch (error) {
      setNotice(errorText(error));
    } finally {
      setSaving(false);
    }
  };
  const { text } = reading.article;
  const failed = (error: unknown) => setNotice(errorText(error));
  const markTask = async (task: Task) => {
    const about = { source: reading.url, color: 'yellow' as const, tags: [TASK_TAG], sha256: null };
    const draft = draftFromText(text, task, about);
    await askBackground('tab.mark', { tabId: tab.id, draft });
    setState(await readActiveTab());
    setNotice(t('taskMarked'));
  };
  return (
    <main class="popup" data-testid={reading.article.isArticle ? 'state-article' : 'state-plain'}>
      <div class="stack">
        {!reading.article.isArticle && <p class="notice">{t('noArticle')}</p>}
        <ArticleFacts article={reading.article} />
        <section class="stack">
          <h2>{t('tasks')}</h2>
          <TaskLists
            lists={reading.taskLists}
            show={(task) =>
              askBackground('tab.show', { tabId: tab.id, quote: quoteOf(text, task) }).then(
                ({ found }) => setNotice(found ? '' : t('notOnPage')),
                failed,
              )
            }
            light={(task) =>
              askBackground('tab.light', { tabId: tab.id, quote: task && quoteOf(text, task) }).catch(
                () => {},
              )
            }
            mark={(task) => markTask(task).catch(failed)}
          />
        </section>
        <HostAccess url={tab.url} />
      </div>
      <footer class="bar">
        <p class="quiet" role="status">
          {notice || (saved ? t('savedAt', formatMoment(saved.capturedAt)) : t('notSaved'))}
        </p>
        <div class="row">
          <button type="button" class="primary" data-testid="save" disabled={saving} onClick={save}>
            {t(saved ? 'update' : 'save')}
          </button>
          <button
            type="button"
            data-testid="open-panel"
            onClick={() => openSidePanel(tab.windowId, saved?.id ?? null)}
          >
            {t('openPanel')}
          </button>
        </div>
      </footer>
    </main>
  );
}
