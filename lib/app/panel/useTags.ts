import { useMemo } from 'preact/hooks';
import { countTags, listTagInfo, type Store } from '../../store/index.ts';
import { countBranches, tagTree } from './tagsView.ts';
import { useWatch } from './useWatch.ts';

/** The first `limit` rows of the tree of tags; null while they load. `words` filters the tags; see `tagTree`. */
export function useTags(db: Store, words: string, limit: number) {
  const counts = useWatch(() => countTags(db), [db]);
  const infos = useWatch(() => listTagInfo(db), [db]);
  const tree = useMemo(() => counts && infos && tagTree(counts, infos, words), [counts, infos, words]);
  const rows = useMemo(() => tree?.slice(0, limit), [tree, limit]);
  // Counts only the rows that are shown, because the count of a branch reads the keys of all its articles.
  const branches = useWatch(async () => (rows ? countBranches(db, rows) : null), [db, rows]);
  if (!tree || !rows || !counts || !branches) return null;
  return {
    /** Each row with the number of articles that a press on it shows; null while that is counted. */
    rows: rows.map((row) => ({ ...row, shows: branches.get(row.tag) ?? null })),
    more: tree.length > limit,
    /** All tags in use. */
    known: counts.map(({ id }) => id),
  };
}
