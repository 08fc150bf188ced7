import { browser } from 'wxt/browser';
import { type Backup, backupName, type Folder, KEPT } from './backup.ts';

// Copies backups into the downloads folder, in a browser where a page cannot choose a folder (Firefox). No setting is
// stored: the copies are on while the extension has the optional permission for downloads. It is requested when the
// user switches the copies on, and given up when the user switches them off.

const PERMISSION = { permissions: ['downloads'] as ['downloads'] };
/** The folder of the copies within the downloads folder. */
const FOLDER = 'pizhu';

/** The part of `browser.downloads` that is needed here. */
export type Downloads = Pick<
  typeof browser.downloads,
  'download' | 'search' | 'removeFile' | 'erase' | 'onChanged'
>;

/**
 * Whether this browser can keep copies in the downloads folder. The manifest offers the permission only where it can.
 */
export const canDownloadCopies = (): boolean =>
  ((browser.runtime.getManifest().optional_permissions ?? []) as string[]).includes('downloads');

/** Whether the person has switched these copies on. */
export const downloadsCopies = async (): Promise<boolean> =>
  (await browser?.permissions?.contains(PERMISSION).catch(() => false)) ?? false;

/** Asks for the permission. The browser allows this only during a click. */
export const switchOnDownloads = (): Promise<boolean> => browser.permissions.request(PERMISSION);

/** Gives up the permission. The copied files stay. */
export const switchOffDownloads = (): Promise<boolean> => browser.permissions.remove(PERMISSION);

/** Waits until a download is complete. Rejects where it is interrupted. */
async function completed(downloads: Downloads, id: number): Promise<void> {
  let look = () => {};
  const listen = ({ id: changed }: { id: number }) => changed === id && look();
  downloads.onChanged.addListener(listen);
  try {
    for (;;) {
      const changed = new Promise<void>((done) => {
        look = done;
      });
      const [item] = await downloads.search({ id });
      if (item?.state === 'complete') return;
      if (item?.state !== 'in_progress') throw new Error(`The download ended: ${item?.error ?? 'gone'}.`);
      await changed;
    }
  } finally {
    downloads.onChanged.removeListener(listen);
  }
}

/**
 * Copies a backup into the downloads folder, and deletes the oldest copies there. A copy is recognised by its name and
 * by the extension that downloaded it, so no other download is touched. Copies that the person has removed from the
 * list of downloads stay.
 */
export async function copyToDownloads(
  downloads: Downloads,
  extensionId: string,
  from: Folder,
  { name }: Backup,
  keep = KEPT,
): Promise<void> {
  const url = URL.createObjectURL(await (await from.getFileHandle(name)).getFile());
  try {
    const filename = `${FOLDER}/pizhu-${name}`;
    const id = await downloads.download({ url, filename, conflictAction: 'overwrite', saveAs: false });
    await completed(downloads, id);
  } finally {
    URL.revokeObjectURL(url);
  }
  const copies = (await downloads.search({ orderBy: ['-startTime'] })).filter(
    ({ byExtensionId, filename, state }) =>
      byExtensionId === extensionId &&
      state === 'complete' &&
      backupName.test(filename.split(/[\\/]/).at(-1) ?? ''),
  );
  // Counts file names and not downloads, because a backup that was copied twice is one file with two downloads.
  const kept = new Set([...new Set(copies.map(({ filename }) => filename))].slice(0, keep));
  for (const { id, exists } of copies.filter(({ filename }) => !kept.has(filename))) {
    if (exists) await downloads.removeFile(id);
    await downloads.erase({ id });
  }
}
