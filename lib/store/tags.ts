import { cleanTags } from '../annotation/cleanTags.ts';
import { bodyWith, noteOf, tagsOf } from '../annotation/edit.ts';
import type { ChangeOf, ItemRef, Outcome } from '../record/change.ts';
import { mergeText } from '../record/mergeText.ts';
import { plainText } from '../record/plainText.ts';
import { foldTag } from '../search/query.ts';
import { editMark } from './annotations.ts';
import { outcomeOf, type Work } from './work.ts';

/** What a person can add to both an article and a mark. */
type Words = { tags: string[]; note: string };

/**
 * Changes the tags or the note of an article or a mark. Does nothing if the article or mark does not exist, or if the
 * change makes no difference.
 */
async function editWords(
  work: Work,
  { kind, id }: ItemRef,
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
  return outcomeOf(!!patch, { articleId: saved && id });
}

/**
 * Returns the existing tag that differs from `tag` only in width, case or a leading #; `tag` itself where there is
 * none. So no tag exists in two spellings.
 */
async function knownForm({ db }: Work, tag: string): Promise<string> {
  const [clean = ''] = cleanTags([plainText(tag)]);
  if (await db.tags.get(clean)) return clean;
  return (await db.tags.where('fold').equals(foldTag(clean)).first())?.id ?? clean;
}

/** The tag before another one; null where that is the first. By it, a removed tag gets its place back. */
const tagBefore = (tags: string[], tag: string): string | null => tags[tags.indexOf(tag) - 1] ?? null;

/** Adds a tag behind the tag `after`, or as the first where that is null. Adds it at the end where `after` is not there. */
function withTag(tags: string[], tag: string, after?: string | null): string[] {
  const at = after === null ? 0 : tags.indexOf(after ?? '') + 1 || tags.length;
  return tags.toSpliced(at, 0, tag);
}

const addTag = async (
  work: Work,
  { on, tag, after }: Pick<ChangeOf<'addTag'>, 'on' | 'tag' | 'after'>,
): Promise<Outcome> => {
  const added = await knownForm(work, tag);
  return editWords(work, on, ({ tags }) => {
    const all = cleanTags(withTag(tags, added, after));
    if (cleanTags(tags).length === all.length) return null;
    work.reversible({ type: 'removeTag', on, tag: added }, { type: 'addTag', on, tag: added, after }, added);
    return { tags: all };
  });
};

/** Removes a tag from an article or a mark. Returns also the tag that stood before it; see `tagBefore`. */
export async function takeTag(
  work: Work,
  { on, tag }: Pick<ChangeOf<'removeTag'>, 'on' | 'tag'>,
): Promise<{ outcome: Outcome; before: string | null }> {
  let before: string | null = null;
  const outcome = await editWords(work, on, ({ tags }) => {
    if (!tags.includes(tag)) return null;
    before = tagBefore(tags, tag);
    work.reversible({ type: 'addTag', on, tag, after: before }, { type: 'removeTag', on, tag }, tag);
    return { tags: tags.filter((one) => one !== tag) };
  });
  return { outcome, before };
}

const removeTag = async (work: Work, change: ChangeOf<'removeTag'>): Promise<Outcome> =>
  (await takeTag(work, change)).outcome;

const setNote = (work: Work, { on, note: typed, from }: ChangeOf<'setNote'>) =>
  editWords(work, on, (words) => {
    const [was, is] = [from, typed].map((one) => one && plainText(one));
    const note = was === undefined ? (is ?? '') : mergeText(was, is ?? '', words.note);
    if (note === words.note) return null;
    const step = { type: 'setNote' as const, on };
    work.reversible({ ...step, note: words.note, from: note }, { ...step, note, from: words.note });
    return { note };
  });

/** Sets the colours and descriptions of tags, and returns what was there before. */
async function say(work: Work, said: ChangeOf<'retag'>['said']): Promise<ChangeOf<'retag'>['said']> {
  const before: ChangeOf<'retag'>['said'] = [];
  for (const { tag, info } of said) {
    before.push({ tag, info: (await work.db.tagInfo.get(tag)) ?? null });
    if (info) await work.db.tagInfo.put(info);
    else await work.db.tagInfo.delete(tag);
    work.recordRef('tag', tag, null, info === null);
  }
  return before;
}

/**
 * Replaces tags on articles and marks, each in its place. Returns the replacements that undo this; the list is empty
 * where nothing changed.
 */
async function move(work: Work, moves: ChangeOf<'retag'>['moves']): Promise<ChangeOf<'retag'>['moves']> {
  const back: ChangeOf<'retag'>['moves'] = [];
  for (const { on, from, to, after } of moves)
    await editWords(work, on, ({ tags }) => {
      const isGiven = to !== null && !tags.includes(to);
      if (from === null ? !isGiven : !tags.includes(from)) return null;
      if (from === null) {
        back.unshift({ on, from: to, to: null });
        return { tags: withTag(tags, to!, after) };
      }
      if (isGiven) back.unshift({ on, from: to, to: from });
      else back.unshift({ on, from: null, to: from, after: tagBefore(tags, from) });
      return { tags: tags.flatMap((tag) => (tag !== from ? tag : isGiven ? to : [])) };
    });
  return back;
}

const retag = async (work: Work, { moves, said }: ChangeOf<'retag'>): Promise<Outcome> => {
  const back = { type: 'retag' as const, moves: await move(work, moves), said: await say(work, said) };
  work.reversible(back, { type: 'retag', moves, said }, said[0]?.tag ?? '');
  return outcomeOf(back.moves.length > 0 || said.length > 0);
};

/**
 * Renames a tag and the tags below it, on articles and marks: 环保/水 (environment/water) is below 环保 (environment). If
 * a tag already has the new name, merges the two.
 */
async function renameTag(work: Work, { from, to: typed }: ChangeOf<'renameTag'>): Promise<Outcome> {
  const [to = ''] = cleanTags([plainText(typed)]);
  // A tag cannot be moved below itself.
  if (to === '' || to === from || to.startsWith(`${from}/`)) return outcomeOf(false);
  const { db } = work;
  const isMoved = (tag: string) => tag === from || tag.startsWith(`${from}/`);
  const renamed = (tag: string) => to + tag.slice(from.length);
  const tags = [
    ...(await db.tags.where('id').equals(from).primaryKeys()),
    ...(await db.tags.where('id').startsWith(`${from}/`).primaryKeys()),
  ];
  const articleIds = await db.list.where('tags').anyOf(tags).distinct().primaryKeys();
  const moves: ChangeOf<'retag'>['moves'] = [];
  for (const id of articleIds) {
    const saved = await work.get('article', id);
    for (const tag of saved?.tags ?? [])
      if (isMoved(tag)) moves.push({ on: { kind: 'article', id }, from: tag, to: renamed(tag) });
    for (const mark of await work.marksOf(id))
      for (const tag of tagsOf(mark))
        if (isMoved(tag))
          moves.push({ on: { kind: 'annotation', id: mark.id }, from: tag, to: renamed(tag) });
  }
  const said: ChangeOf<'retag'>['said'] = [];
  const infos = await db.tagInfo.toArray();
  for (const info of infos.filter(({ id }) => isMoved(id))) {
    said.push({ tag: info.id, info: null });
    const tag = renamed(info.id);
    // If a tag already has the new name, its own colour and description stay.
    if (!infos.some(({ id }) => id === tag)) said.push({ tag, info: { ...info, id: tag } });
  }
  const back = { type: 'retag' as const, moves: await move(work, moves), said: await say(work, said) };
  work.undoRedo = null;
  if (back.moves.length === 0 && said.length === 0) return outcomeOf(false);
  work.recordRef('tag', from, null, true);
  work.reversible(back, { type: 'renameTag', from, to }, from);
  return outcomeOf(true);
}

async function describeTag(work: Work, { info }: ChangeOf<'describeTag'>): Promise<Outcome> {
  const plain = { ...info, description: plainText(info.description).trim() };
  const says = plain.color !== null || plain.description !== '';
  const now = says ? plain : null;
  const [before] = await say(work, [{ tag: info.id, info: now }]);
  if (JSON.stringify(before!.info) === JSON.stringify(now)) return outcomeOf(false);
  const step = { type: 'retag' as const, moves: [] };
  work.reversible({ ...step, said: [before!] }, { ...step, said: [{ tag: info.id, info: now }] }, info.id);
  return outcomeOf(true);
}

/** The functions that change tags and notes of articles and marks; write.ts calls them. */
export const wordOperations = { addTag, removeTag, setNote, renameTag, retag, describeTag };
