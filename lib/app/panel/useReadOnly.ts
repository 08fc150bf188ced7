import type { Store } from '../../store/index.ts';
import { useWatch } from './useWatch.ts';

/**
 * Whether this version can only read the collection, because a newer version has written it. False while this is not
 * known, and where the database does not open.
 */
export const useReadOnly = (db: Store): boolean =>
  useWatch(() => db.readOnly().catch(() => false), [db]) ?? false;
