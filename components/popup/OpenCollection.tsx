import { t } from '@/lib/app/i18n.ts';
import { openSidePanel } from '@/lib/app/panel/openSidePanel.ts';
import { useWindowId } from '@/lib/app/popup/useWindowId.ts';

/** A button that opens the collection, whatever the page is. */
export function OpenCollection() {
  const windowId = useWindowId();
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
