import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { copyLatest } from '../backingUp.ts';
import { backupFolder, listBackups } from '../backup.ts';
import { errorText, t } from '../i18n.ts';
import {
  canDownloadCopies,
  downloadsCopies,
  switchOffDownloads,
  switchOnDownloads,
} from '../outsideDownloads.ts';

/**
 * Whether copies of backups are kept in the downloads folder, and the function that switches this on or off. Not
 * `offered` in a browser that lets the person choose a folder.
 */
export function useDownloadCopies(say: (words: string) => void) {
  const [on, setOn] = useState(false);
  const offered = canDownloadCopies();
  useEffect(() => {
    if (offered) void downloadsCopies().then(setOn);
  }, []);
  const turn = async (wanted: boolean) => {
    try {
      // The browser accepts the request only during a click, so nothing may be awaited before it.
      const done = await (wanted ? switchOnDownloads() : switchOffDownloads());
      if (!done) return;
      setOn(wanted);
      if (!wanted) return;
      const own = await backupFolder();
      const outside = await copyLatest(browser.storage.local, own ? (await listBackups(own))[0] : undefined);
      say(outside === 'failed' ? t('folderFailed') : outside === 'copied' ? t('folderCopied') : '');
    } catch (error) {
      say(errorText(error));
    }
  };
  return { offered, on, turn };
}
