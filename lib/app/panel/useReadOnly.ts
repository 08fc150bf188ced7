import type { Store } from '../../store/index.ts';
import { useWatch } from './useWatch.ts';

/**
 * Whether this version can only read the collection, because a newer version has written it. `early`: the answer until
 * the database has been asked. False where the database does not open.
 */
export const useReadOnly = (db: Store, early = false): boolean =>
  useWatch(() => db.readOnly().catch(() => false), [db]) ?? early;
