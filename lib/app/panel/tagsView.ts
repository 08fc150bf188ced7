import type { ColorId } from '../../annotation/colors.ts';
import type { TagCount } from '../../record/counts.ts';
import type { TagInfo } from '../../record/tagInfo.ts';
import { foldTag } from '../../search/query.ts';
import { deleteTag, describeTag, renameTag, type Store } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import type { Notify } from './notify.ts';
import { undoOrRedoOnPages } from './stepping.ts';

/** A tag as a row of the tree. */
export type TagRow = {
  tag: string;
  /** The part after the last slash. */
  name: string;
  /** The number of tags above it in the tree. */
  depth: number;
  /** How many articles have the tag, themselves or on a mark; 0 for a name that only has tags below it. */
  articles: number;
  uses: number;
  color: ColorId | null;
  description: string;
};

/** The tags above a tag, and the tag itself: 环保/污染防治 gives 环保, 环保/污染防治. */
const pathOf = (tag: string): string[] => {
  const parts = tag.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
};

/** Lists all tags as a tree, row by row. `words` filters the tags; the tags above a match stay. */
export function tagTree(counts: TagCount[], infos: Map<string, TagInfo>, words = ''): TagRow[] {
  const byTag = new Map(counts.map((count) => [count.id, count]));
  const sought = foldTag(words.trim());
  const shown = new Set(
    counts.filter(({ id }) => foldTag(id).includes(sought)).flatMap(({ id }) => pathOf(id)),
  );
  const compared = (tag: string) => tag.split('/');
  return [...shown]
    .sort((a, b) => {
      const [one, other] = [compared(a), compared(b)];
      for (let i = 0; i < Math.min(one.length, other.length); i++) {
        const order = one[i]!.localeCompare(other[i]!, 'zh');
        if (order !== 0) return order;
      }
      return one.length - other.length;
    })
    .map((tag) => ({
      tag,
      name: tag.split('/').at(-1)!,
      depth: tag.split('/').length - 1,
      articles: byTag.get(tag)?.articles ?? 0,
      uses: byTag.get(tag)?.uses ?? 0,
      color: infos.get(tag)?.color ?? null,
      description: infos.get(tag)?.description ?? '',
    }));
}

/** The actions on a tag as a whole. Each reports the result, and offers to undo it. */
export function tagActions(db: Store, notify: Notify) {
  const attempt = async (work: (step: string) => Promise<boolean>, words: string) => {
    const step: string = crypto.randomUUID();
    try {
      if (await work(step)) notify(words, () => undoOrRedoOnPages(db, { step }));
    } catch (error) {
      notify(errorText(error));
    }
  };
  return {
    /** Renames a tag. `merges`: another tag already has that name, so the two are merged. */
    rename: (from: string, to: string, merges: boolean) =>
      attempt((step) => renameTag(db, from, to, step), t(merges ? 'tagMerged' : 'tagRenamed', from, to)),
    remove: (tag: string) => attempt((step) => deleteTag(db, tag, step), t('tagDeleted', tag)),
    describe: (info: TagInfo) => describeTag(db, info).catch((error) => notify(errorText(error))),
  };
}
