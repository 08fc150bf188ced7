import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { copyLatest } from '../backingUp.ts';
import { backupFolder, listBackups } from '../backup.ts';
import { errorText, t } from '../i18n.ts';
import { allowFolder, canChooseFolder, chooseFolder, forgetFolder, outsideFolder } from '../outsideFolder.ts';

/** The folder for copies of backups: its name, whether it can be written to, and the actions of the user. */
export function useBackupFolder(say: (words: string) => void) {
  const [known, setKnown] = useState<{ name: string; allowed: boolean } | null>(null);
  const load = () =>
    outsideFolder()
      .then((now) => setKnown(now && { name: now.folder.name, allowed: now.allowed }))
      .catch((error) => console.warn('Pizhu: folder not known', error));
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
