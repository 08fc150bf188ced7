import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { openSidePanel } from '@/lib/app/panel/openSidePanel.ts';
import { askBackground } from '@/lib/messages/panel.ts';
import { errorText, t } from '../ui/i18n.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type Page, PageView } from './PageView.tsx';

type State = { kind: 'loading' } | { kind: 'failed'; error: unknown } | { kind: 'read'; page: Page };

async function readActiveTab(): Promise<State> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { kind: 'failed', error: { code: 'restricted' } };
  const { reading, saved } = await askBackground('tab.read', { tabId: tab.id });
  const shown = { id: tab.id, windowId: tab.windowId, url: tab.url ?? reading.url };
  return { kind: 'read', page: { tab: shown, reading, saved } };
}

/** This page: what was read, its orders, and the button that keeps it. */
export function Popup() {
  const [state, setState] = useState<State>({ kind: 'loading' });
  const load = () => {
    setState({ kind: 'loading' });
    readActiveTab().then(setState, (error) => setState({ kind: 'failed', error }));
  };
  useEffect(load, []);

  if (state.kind === 'loading')
    return (
      <main class="popup" data-testid="state-loading" aria-busy="true">
        <Skeleton of="article" />
      </main>
    );
  if (state.kind === 'failed') return <Failed error={state.error} again={load} />;
  return <PageView page={state.page} reload={() => readActiveTab().then(setState)} />;
}

function Failed({ error, again }: { error: unknown; again: () => void }) {
  const code = (error as { code?: string } | null)?.code;
  const refused = code === 'restricted' || code === 'pdf';
  return (
    <main class="state stack" data-testid={refused ? 'state-restricted' : 'state-error'}>
      <img src="/icon/icon.svg" alt="" />
      <h1>{t(code === 'pdf' ? 'pdfTitle' : refused ? 'restrictedTitle' : 'errorTitle')}</h1>
      <p>{errorText(error)}</p>
      <p class="row">
        {!refused && (
          <button type="button" class="primary" onClick={again}>
            {t('tryAgain')}
          </button>
        )}
        <OpenCollection />
      </p>
    </main>
  );
}

/** What was saved is there whatever the page is. */
function OpenCollection() {
  const [windowId, setWindowId] = useState<number | null>(null);
  useEffect(() => void browser.windows.getCurrent().then(({ id }) => setWindowId(id ?? null)), []);
  return (
    <button
      type="button"
      data-testid="open-panel"
      disabled={windowId === null}
      onClick={() => windowId !== null && openSidePanel(windowId, null)}
    >
      {t('openCollection')}
    </button>
  );
}
