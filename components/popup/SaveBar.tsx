import { t } from '@/lib/app/i18n.ts';
import type { PageViewModel } from '@/lib/app/popup/usePageView.ts';
import { Editing, ReadOnlyNotice } from '../ui/Editing.tsx';

/** Saves the page, opens the panel, and tells whether the page is saved and up to date. */
export function SaveBar({ view, updates }: { view: PageViewModel; updates: boolean }) {
  const { actions, urged, status, warns, undo, openPanel, allow } = view;
  return (
    <footer class="save-bar">
      <ReadOnlyNotice />
      {allow && (
        <p class="notice" data-testid="private">
          {t('privateAsk')}{' '}
          <button type="button" class="link" data-testid="allow-private" onClick={() => void allow()}>
            {t('privateAllow')}
          </button>
        </p>
      )}
      <Editing>
        <button
          type="button"
          class={urged ? 'primary' : undefined}
          data-testid="save"
          disabled={actions.saving || allow !== null}
          onClick={actions.save}
        >
          {t(updates ? 'update' : 'save')}
        </button>
      </Editing>
      <button type="button" data-testid="open-panel" onClick={openPanel}>
        {t('openPanel')}
      </button>
      <p class={warns ? 'unsure' : 'quiet'} role="status">
        {status}
      </p>
      <Editing>
        {undo && (
          <button type="button" class="small" data-testid="undo" onClick={undo}>
            {t('undo')}
          </button>
        )}
      </Editing>
    </footer>
  );
}
