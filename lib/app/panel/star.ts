import { type Store, setFlag } from '../../store/index.ts';
import { errorText } from '../i18n.ts';
import type { Notify } from './notify.ts';

/** Stars an article, or removes its star. Shows a message where that fails. */
export const star = (db: Store, id: string, starred: boolean, notify: Notify): Promise<unknown> =>
  setFlag(db, id, 'starred', starred).catch((error) => notify(errorText(error)));
