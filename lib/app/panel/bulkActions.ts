import { type Work, workOf } from '../../exchange/bibliography.ts';
import { type ReferenceStyle, referenceList } from '../../exchange/references.ts';
import type { Change, Flag } from '../../record/change.ts';
import { corrected } from '../../record/fieldCorrections.ts';
import { articlesOf, type Store, writeAll } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import type { Notify } from './notify.ts';
import { notifyPages } from './notifyPages.ts';
import { undoOrRedoOnPages } from './stepping.ts';

/**
 * How many articles are changed in one transaction. If the browser is killed, only the transaction in progress is lost.
 */
const AT_ONCE = 50;

/** The progress of an action on several articles. */
export type BulkProgress = { done: number; all: number };

/** A change without its id, which is made anew for each article. */
type ChangeOfOne = Change extends infer C ? (C extends Change ? Omit<C, 'id'> : never) : never;

export type BulkInput = {
  db: Store;
  /** The ids of the selected articles. */
  ids: string[];
  /** The style of bibliographic references that are copied. */
  style: ReferenceStyle;
  copyText: (text: string) => Promise<boolean>;
  notify: Notify;
  /** Called before each group of articles, and with null at the end. */
  onProgress: (progress: BulkProgress | null) => void;
  /** Whether the person has stopped the action. The remaining articles then stay unchanged. */
  stopped: () => boolean;
};

/**
 * The actions on the selected articles. One undo reverts the whole action, whatever the number of articles. What was
 * done before a stop or a failure remains, and can be undone too.
 */
export function bulkActions({ db, ids, style, copyText, notify, onProgress, stopped }: BulkInput) {
  /** Calls `work` for one group of articles after another. Returns how many articles it reached. */
  const through = async (work: (part: string[]) => Promise<unknown>): Promise<number> => {
    let done = 0;
    try {
      for (; done < ids.length && !stopped(); done += AT_ONCE) {
        onProgress({ done, all: ids.length });
        await work(ids.slice(done, done + AT_ONCE));
      }
    } finally {
      onProgress(null);
    }
    return Math.min(done, ids.length);
  };
  const change = async (
    changesOf: (articleId: string) => ChangeOfOne[],
    words: (count: number) => string,
  ) => {
    const step: string = crypto.randomUUID();
    let changed = 0;
    const undo = () => undoOrRedoOnPages(db, { step });
    try {
      await through(async (part) => {
        const changes = part.flatMap((id) =>
          changesOf(id).map((one) => ({ ...one, id: crypto.randomUUID() }) as Change),
        );
        const outcomes = await writeAll(db, changes, step);
        changed += new Set(outcomes.flatMap((one) => (one.changed ? one.articleId : []))).size;
        void notifyPages(...part);
      });
      notify(words(changed), changed ? undo : undefined);
    } catch (error) {
      notify(errorText(error), changed ? undo : undefined);
    }
  };
  return {
    setFlag: (flag: Flag, value: boolean) =>
      change(
        (articleId) => [{ type: 'setFlag', articleId, flag, value }],
        (count) => t('bulkChanged', count),
      ),
    addTags: (tags: string[]) =>
      change(
        (id) => tags.map((tag) => ({ type: 'addTag', on: { kind: 'article', id }, tag })),
        (count) => t('bulkTagged', count),
      ),
    /** Removes tags from the articles. The tags of their marks stay. */
    removeTags: (tags: string[]) =>
      change(
        (id) => tags.map((tag) => ({ type: 'removeTag', on: { kind: 'article', id }, tag })),
        (count) => t('bulkUntagged', count),
      ),
    remove: () =>
      change(
        (articleId) => [{ type: 'deleteArticle', articleId }],
        (count) => t('bulkDeleted', count),
      ),
    /** Copies bibliographic references to the selected articles, one per line, in the style chosen in the options. */
    copyReferences: async () => {
      try {
        const works: Work[] = [];
        await through(async (part) => {
          for (const saved of (await articlesOf(db, part)).map(corrected)) works.push(workOf({ saved }));
        });
        const lines = referenceList(works, style);
        const copied = await copyText(lines.join('\n')).catch(() => false);
        notify(copied ? t('referencesCopied', lines.length) : t('page_notCopied'));
      } catch (error) {
        notify(errorText(error));
      }
    },
  };
}
