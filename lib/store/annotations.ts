import { locateQuote } from '../annotation/describe.ts';
import { shownQuote } from '../annotation/edit.ts';
import type { Target } from '../annotation/schema.ts';
import type { ChangeOf, Outcome } from '../record/change.ts';
import { plainFields } from '../record/plainText.ts';
import type { KeptAnnotation } from '../record/schema.ts';
import { trashId } from '../record/trash.ts';
import { readAll, readOne } from './read.ts';
import type { Store } from './store.ts';
import { outcomeOf, type Work } from './work.ts';

/** The mark with this id; null where there is none. */
export const getAnnotation = async (store: Store, id: string): Promise<KeptAnnotation | null> =>
  readOne(store, 'annotation', await (await store.reading()).annotations.get(id));

/** The marks of an article in the order of its text. Marks on words outside that text come last. */
export async function listAnnotations(store: Store, articleId: string): Promise<KeptAnnotation[]> {
  const db = await store.reading();
  const rows = readAll(
    store,
    'annotation',
    await db.annotations.where('articleId').equals(articleId).toArray(),
  );
  const place = (annotation: KeptAnnotation) => annotation.target.captured?.start ?? Number.MAX_SAFE_INTEGER;
  return rows.sort((a, b) => place(a) - place(b) || a.created.localeCompare(b.created));
}

/** The marks of these articles, in no particular order. */
export async function annotationsOf(store: Store, articleIds: string[]): Promise<KeptAnnotation[]> {
  const db = await store.reading();
  return readAll(store, 'annotation', await db.annotations.where('articleId').anyOf(articleIds).toArray());
}

/**
 * Adds to a mark's target the offsets of its words in the article's captured text, if that text contains these words.
 */
async function withPlaceInText(work: Work, articleId: string, target: Target): Promise<Target> {
  const saved = await work.get('article', articleId);
  const text = saved ? readOne(work.store, 'text', await work.db.texts.get([articleId, saved.sha256])) : null;
  const quote = target.selector.find((selector) => selector.type === 'TextQuoteSelector');
  const span = text && quote ? locateQuote(quote, text.text, true) : null;
  const captured =
    span && text ? { sha256: text.sha256, ...span } : await placeInOlderText(work, articleId, target);
  return { ...target, captured };
}

/**
 * Checks the place that a target already names. Returns it if it lies in one of the article's captured texts, else
 * null.
 */
async function placeInOlderText(work: Work, articleId: string, { captured }: Target) {
  if (!captured) return null;
  const text = readOne(work.store, 'text', await work.db.texts.get([articleId, captured.sha256]));
  return text && captured.start < captured.end && captured.end <= text.text.length ? captured : null;
}

async function addAnnotation(
  work: Work,
  { articleId, annotationId, draft }: ChangeOf<'addAnnotation'>,
): Promise<Outcome> {
  const about = { articleId, annotationId };
  if (await work.get('annotation', annotationId)) return outcomeOf(false, about);
  await work.articleOf('mark', articleId);
  await work.put('annotation', {
    ...draft,
    body: plainFields(draft.body),
    target: await withPlaceInText(work, articleId, draft.target),
    id: annotationId,
    articleId,
    created: work.now,
  });
  work.reversible(
    { type: 'deleteAnnotation', annotationId },
    { type: 'restore', trashId: trashId('annotation', annotationId) },
    shownQuote(draft),
  );
  return outcomeOf(true, about);
}

/** Changes a mark. Does nothing if the mark does not exist, or if `edit` changes nothing. */
export async function editMark(
  work: Work,
  annotationId: string,
  change: (mark: KeptAnnotation) => Partial<KeptAnnotation> | null | Promise<Partial<KeptAnnotation> | null>,
): Promise<Outcome> {
  const mark = await work.get('annotation', annotationId);
  if (!mark) return outcomeOf(false);
  const changes = await change(mark);
  if (changes) await work.put('annotation', { ...mark, ...changes });
  return outcomeOf(!!changes, { articleId: mark.articleId, annotationId });
}

const setColor = (work: Work, { annotationId, color }: ChangeOf<'setColor'>) =>
  editMark(work, annotationId, (mark) => {
    if (mark.color === color) return null;
    const step = { type: 'setColor' as const, annotationId };
    work.reversible({ ...step, color: mark.color }, { ...step, color }, shownQuote(mark));
    return { color };
  });

const moveAnnotation = (work: Work, { annotationId, target }: ChangeOf<'moveAnnotation'>) =>
  editMark(work, annotationId, async (mark) => {
    const step = { type: 'moveAnnotation' as const, annotationId };
    work.reversible({ ...step, target: mark.target }, { ...step, target }, shownQuote(mark));
    return { target: await withPlaceInText(work, mark.articleId, target) };
  });

/** The functions that change marks; write.ts calls them. Deletion is in moveToTrash.ts, tags and notes in tags.ts. */
export const annotationOperations = { addAnnotation, setColor, moveAnnotation };
