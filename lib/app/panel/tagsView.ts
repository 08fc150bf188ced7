import type { ColorId } from '../../annotation/colors.ts';
import { tagPath } from '../../annotation/tagPath.ts';
import type { TagCount } from '../../record/counts.ts';
import type { TagInfo } from '../../record/tagInfo.ts';
import { foldTag } from '../../search/query.ts';
import { deleteTags, describeTag, renameTag, type Store } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import type { Notify } from './notify.ts';
import { undoOrRedoOnPages } from './stepping.ts';

/** A tag as a row in the tree of tags. */
export type TagRow = {
  tag: string;
  /** The part of the tag after the last slash. */
  name: string;
  /** How many tags lie above this one in the tree. */
  depth: number;
  /**
   * How many articles have the tag, on the article itself or on one of its marks. 0 where only longer tags exist: 环保
   * (environment) where only 环保/水污染 (environment/water pollution) is used.
   */
  articles: number;
  uses: number;
  /** The used tags below this one in the tree. */
  below: string[];
  color: ColorId | null;
  description: string;
};

/** Lists all tags as a tree, row by row. `words` filters the tags. The tags above a matching tag are listed too. */
export function tagTree(counts: TagCount[], infos: Map<string, TagInfo>, words = ''): TagRow[] {
  const byTag = new Map(counts.map((count) => [count.id, count]));
  const sought = foldTag(words.trim());
  const shown = new Set(
    counts.filter(({ id }) => foldTag(id).includes(sought)).flatMap(({ id }) => tagPath(id)),
  );
  const compared = (tag: string) => tag.split('/');
  const below = new Map<string, string[]>();
  for (const { id } of counts)
    for (const above of tagPath(id).slice(0, -1)) below.set(above, [...(below.get(above) ?? []), id]);
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
      below: below.get(tag) ?? [],
      color: infos.get(tag)?.color ?? null,
      description: infos.get(tag)?.description ?? '',
    }));
}

/** Actions on a tag everywhere in the collection. Each shows a message that offers to undo it. */
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
    /** Renames a tag. `merges`: a tag with the new name exists, so the two become one. */
    rename: (from: string, to: string, merges: boolean) =>
      attempt((step) => renameTag(db, from, to, step), t(merges ? 'tagMerged' : 'tagRenamed', from, to)),
    /** Removes a tag everywhere. If nothing has the tag itself, removes the longer tags that begin with it. */
    remove: ({ tag, articles, below }: Pick<TagRow, 'tag' | 'articles' | 'below'>) =>
      attempt((step) => deleteTags(db, articles > 0 ? [tag] : below, step), t('tagDeleted', tag)),
    describe: (info: TagInfo) => describeTag(db, info).catch((error) => notify(errorText(error))),
  };
}
