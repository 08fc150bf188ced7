import { browser } from 'wxt/browser';
import { type Backup, backupName, type Folder, KEPT } from './backup.ts';

// Copies of backups in the folder for downloads, for a browser that lets no page choose a folder (Firefox). The optional
// permission is the switch: it is asked for where the person switches copies on, and given back with the switch.

const PERMISSION = { permissions: ['downloads'] as ['downloads'] };
/** The folder of the copies, below the one for downloads. */
const FOLDER = 'pizhu';

/** The part of `browser.downloads` that is needed. */
export type Downloads = Pick<
  typeof browser.downloads,
  'download' | 'search' | 'removeFile' | 'erase' | 'onChanged'
>;

/** Whether this browser can keep copies among the downloads: only where the manifest offers the permission. */
export const canDownloadCopies = (): boolean =>
  ((browser.runtime.getManifest().optional_permissions ?? []) as string[]).includes('downloads');

/** Whether the person has switched copies on. */
export const downloadsCopies = async (): Promise<boolean> =>
  (await browser?.permissions?.contains(PERMISSION).catch(() => false)) ?? false;

/** Asks for the permission. Requires a click. */
export const switchOnDownloads = (): Promise<boolean> => browser.permissions.request(PERMISSION);

/** Gives the permission back, and keeps the files. */
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
 * Copies a backup among the downloads, and deletes the oldest copies there. Touches no other download: a copy is known by
 * its name and by the extension that made it. Copies that the person has taken out of the list of downloads stay.
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
  // By name, because a backup that was copied twice is one file with two downloads.
  const kept = new Set([...new Set(copies.map(({ filename }) => filename))].slice(0, keep));
  for (const { id, exists } of copies.filter(({ filename }) => !kept.has(filename))) {
    if (exists) await downloads.removeFile(id);
    await downloads.erase({ id });
  }
}
