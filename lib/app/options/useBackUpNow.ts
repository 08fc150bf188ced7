import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Store } from '../../store/index.ts';
import { backUp } from '../backingUp.ts';
import { errorText, t } from '../i18n.ts';

/** Makes a backup when the user clicks. Reports whether the backup and its copy in another folder succeeded. */
export function useBackUpNow(db: Store, notify: (words: string) => void, made: () => void) {
  const [busy, setBusy] = useState(false);
  const backUpNow = async () => {
    setBusy(true);
    try {
      const generator = `Pizhu ${browser.runtime.getManifest().version}`;
      const done = await backUp(db, browser.storage.local, { generator, anyway: true });
      if (done) made();
      if (!done) notify(t('backupNothing'));
      else if (done.outside === 'copied') notify(t('folderCopied'));
      else if (done.outside === 'failed') notify(t('folderFailed'));
      else notify(t('backupMade', done.backup.articles));
    } catch (error) {
      notify(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, backUpNow };
}
