import type { ColorId } from '../../annotation/colors.ts';
import { tagPath } from '../../annotation/tagPath.ts';
import type { TagCount } from '../../record/counts.ts';
import type { TagInfo } from '../../record/tagInfo.ts';
import { foldTag } from '../../search/query.ts';
import { countArticlesWith, deleteTags, describeTag, renameTag, type Store } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import type { Notify } from './notify.ts';
import { undoOrRedoOnPages } from './stepping.ts';

/** A tag as a row in the tree of tags. */
export type TagRow = {
  tag: string;
  /** The part of the tag after the last slash; the whole tag where that part is empty. */
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
  /** The used tags whose articles a press on the tag shows: the tag and those below it, in any width and case. */
  branch: string[];
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
  const branches = new Map<string, string[]>();
  for (const { id } of counts)
    for (const above of tagPath(foldTag(id))) branches.set(above, [...(branches.get(above) ?? []), id]);
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
      name: tag.split('/').at(-1) || tag,
      depth: tagPath(tag).length - 1,
      articles: byTag.get(tag)?.articles ?? 0,
      uses: byTag.get(tag)?.uses ?? 0,
      below: below.get(tag) ?? [],
      branch: branches.get(foldTag(tag)) ?? [],
      color: infos.get(tag)?.color ?? null,
      description: infos.get(tag)?.description ?? '',
    }));
}

/** The number of articles that a press on each row shows, by tag. Where only one tag is behind a row, reads nothing. */
export async function countBranches(db: Store, rows: TagRow[]): Promise<Map<string, number>> {
  const parents = rows.filter(({ tag, branch }) => branch.some((one) => one !== tag));
  const counts = await countArticlesWith(
    db,
    parents.map(({ branch }) => branch),
  );
  return new Map([
    ...rows.map(({ tag, articles }): [string, number] => [tag, articles]),
    ...parents.map(({ tag }, i): [string, number] => [tag, counts[i]!]),
  ]);
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
