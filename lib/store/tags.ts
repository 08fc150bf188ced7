import { bodyWith, cleanTags, noteOf, tagsOf } from '../annotation/edit.ts';
import type { ChangeOf, Noted, Outcome } from '../record/change.ts';
import type { TagCount } from '../record/counts.ts';
import { mergeText } from '../record/mergeText.ts';
import { plainText } from '../record/plainText.ts';
import { editMark } from './annotations.ts';
import type { Store } from './store.ts';
import { did, type Work } from './work.ts';

/** Every tag with its counts, the most used first, read from counters. */
export async function countTags(store: Store): Promise<TagCount[]> {
  const counts = await (await store.reading()).tags.toArray();
  return counts.sort((a, b) => b.uses - a.uses || a.id.localeCompare(b.id, 'zh'));
}

/** Every tag of articles and marks, the most used first. */
export const tagsInUse = async (store: Store): Promise<string[]> =>
  (await countTags(store)).map(({ id }) => id);

/** The words that a person can add to an article or a mark. */
type Words = { tags: string[]; note: string };

/** Changes the tags or the note of an article or a mark, if it exists and the change makes a difference. */
async function editWords(
  work: Work,
  { kind, id }: Noted,
  change: (words: Words) => Partial<Words> | null,
): Promise<Outcome> {
  if (kind === 'annotation')
    return editMark(work, id, (mark) => {
      const patch = change({ tags: tagsOf(mark), note: noteOf(mark) });
      return patch && { body: bodyWith(mark, patch) };
    });
  const saved = await work.get('article', id);
  const patch = saved && change(saved);
  if (saved && patch) await work.put('article', { ...saved, ...patch });
  return did(!!patch, { articleId: saved && id });
}

const addTag = (work: Work, { on, tag }: ChangeOf<'addTag'>) =>
  editWords(work, on, ({ tags }) => {
    const all = cleanTags([...tags, plainText(tag)]);
    const added = all.at(-1)!;
    if (cleanTags(tags).length === all.length) return null;
    work.reversible({ type: 'removeTag', on, tag: added }, { type: 'addTag', on, tag: added }, added);
    return { tags: all };
  });

export const removeTag = (work: Work, { on, tag }: Pick<ChangeOf<'removeTag'>, 'on' | 'tag'>) =>
  editWords(work, on, ({ tags }) => {
    if (!tags.includes(tag)) return null;
    work.reversible({ type: 'addTag', on, tag }, { type: 'removeTag', on, tag }, tag);
    return { tags: tags.filter((one) => one !== tag) };
  });

const setNote = (work: Work, { on, note: typed, from }: ChangeOf<'setNote'>) =>
  editWords(work, on, (words) => {
    const [was, is] = [from, typed].map((one) => one && plainText(one));
    const note = was === undefined ? (is ?? '') : mergeText(was, is ?? '', words.note);
    if (note === words.note) return null;
    const step = { type: 'setNote' as const, on };
    work.reversible({ ...step, note: words.note, from: note }, { ...step, note, from: words.note });
    return { note };
  });

/** The operations on tags and notes, for articles and marks alike. */
export const wordOperations = { addTag, removeTag, setNote };
