import { exportFileName } from '../../exchange/formats.ts';
import type { Snapshot } from '../../record/snapshot.ts';
import { type Store, snapshotFile } from '../../store/index.ts';
import { errorText, formatMoment, language, t } from '../i18n.ts';
import { sizeWords } from '../snapshots.ts';
import { download } from './exportFile.ts';
import type { Notify } from './notify.ts';

/** The media type of a snapshot: MHTML (RFC 2557). */
const MHTML = 'multipart/related';

/** Describes a snapshot. `current`: SHA-256 of the article's present text. */
export const snapshotWords = (
  { sha256, size, capturedAt }: Pick<Snapshot, 'sha256' | 'size' | 'capturedAt'>,
  current: string,
): string =>
  t(
    sha256 === current ? 'snapshotOf' : 'snapshotOfEarlier',
    sizeWords(size, language()),
    formatMoment(capturedAt),
  );

type Input = {
  db: Store;
  /** The headline of the article, for the name of the file. */
  title: string;
  remove: (id: string) => Promise<string | null>;
  undo: (step: string) => Promise<unknown>;
  notify: Notify;
};

/** The actions on a snapshot. Each shows a message where it failed, and never rejects. */
export function snapshotActions({ db, title, remove, undo, notify }: Input) {
  return {
    /** Downloads the file. The extension itself never opens it, because it holds the page's own markup. */
    save: async ({ id, capturedAt }: Snapshot) => {
      try {
        const file = await snapshotFile(db, id);
        if (!file) return notify(t('snapshotGone'));
        const name = exportFileName({ count: 1, title }, { extension: 'mhtml' }, new Date(capturedAt));
        download([file], MHTML, name);
      } catch (error) {
        notify(errorText(error));
      }
    },
    remove: async ({ id }: Snapshot) => {
      try {
        const step = await remove(id);
        notify(t('snapshotDeleted'), step ? () => undo(step) : undefined);
      } catch (error) {
        notify(errorText(error));
      }
    },
  };
}
