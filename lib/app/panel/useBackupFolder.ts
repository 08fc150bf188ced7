import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { copyLatest } from '../backingUp.ts';
import { backupFolder, listBackups } from '../backup.ts';
import { useFirstRead } from '../firstReads.ts';
import type { KnownFolder } from '../folderHint.ts';
import { errorText, t } from '../i18n.ts';
import { knownFolder } from '../knownFolder.ts';
import { allowFolder, canChooseFolder, chooseFolder, forgetFolder } from '../outsideFolder.ts';

/**
 * The folder for copies of backups: its name, whether it can be written to, and the actions of the user. `early`: what is
 * known of it before this view is loaded.
 */
export function useBackupFolder(say: (words: string) => void, early?: KnownFolder | null) {
  const [known, setKnown] = useState<KnownFolder | null | undefined>(early ?? undefined);
  useFirstRead(known !== undefined);
  const load = () =>
    knownFolder()
      .then(setKnown)
      .catch((error) => {
        console.warn('Pizhu: folder not known', error);
        setKnown(null);
      });
  useEffect(() => void load(), []);
  const attempt = (work: () => Promise<boolean>, copies: boolean) => async () => {
    try {
      if (!(await work())) return;
      await load();
      if (!copies) return;
      const own = await backupFolder();
      const outside = await copyLatest(browser.storage.local, own ? (await listBackups(own))[0] : undefined);
      say(outside === 'failed' ? t('folderFailed') : outside === 'copied' ? t('folderCopied') : '');
    } catch (error) {
      say(errorText(error));
    }
  };
  return {
    known,
    canChoose: canChooseFolder(),
    choose: attempt(chooseFolder, true),
    allow: attempt(allowFolder, true),
    forget: attempt(() => forgetFolder().then(() => true), false),
  };
}
