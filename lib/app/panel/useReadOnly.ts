import type { Store } from '../../store/index.ts';
import { useWatch } from './useWatch.ts';

/**
 * Whether this version can only read the collection, because a newer version has written it. Until this is known, and
 * where the database does not open, `early`: what is known before the database is asked.
 */
export const useReadOnly = (db: Store, early = false): boolean =>
  useWatch(() => db.readOnly().catch(() => false), [db]) ?? early;
