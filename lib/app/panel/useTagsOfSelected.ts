import { listRowsOf, type Store } from '../../store/index.ts';
import { useWatch } from './useWatch.ts';

/** The most selected articles whose tags are read, so that a large selection costs nothing. */
const MOST = 1000;

/** The tags that selected articles have. Null where there are too many articles, and until the tags are `asked` for. */
export function useTagsOfSelected(db: Store, ids: string[], asked: boolean): string[] | null {
  const tags = useWatch(async () => {
    if (!asked || ids.length > MOST) return null;
    return [...new Set((await listRowsOf(db, ids)).flatMap((row) => row.tags))].sort();
  }, [db, ids, asked]);
  return tags ?? null;
}
