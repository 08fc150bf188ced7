import type { ChangeOf, Outcome } from '../record/change.ts';
import { trashId } from '../record/trash.ts';
import { putInTrash, takeOutOfTrash } from './trash.ts';
import { outcomeOf, type Work } from './work.ts';

async function addCorrection(
  work: Work,
  { articleId, correction }: ChangeOf<'addCorrection'>,
): Promise<Outcome> {
  const saved = await work.get('article', articleId);
  if (!saved) return outcomeOf(false);
  if (saved.taskCorrections.some(({ id }) => id === correction.id)) return outcomeOf(false, { articleId });
  await work.put('article', { ...saved, taskCorrections: [...saved.taskCorrections, correction] });
  await takeOutOfTrash(work, trashId('correction', correction.id), articleId);
  work.reversible(
    { type: 'removeCorrection', articleId, correctionId: correction.id },
    { type: 'restore', trashId: trashId('correction', correction.id) },
    correction.at.exact,
  );
  return outcomeOf(true, { articleId });
}

async function removeCorrection(
  work: Work,
  { articleId, correctionId }: ChangeOf<'removeCorrection'>,
): Promise<Outcome> {
  const saved = await work.get('article', articleId);
  const correction = saved?.taskCorrections.find(({ id }) => id === correctionId);
  if (!saved || !correction) return outcomeOf(false, { articleId: saved && articleId });
  const taskCorrections = saved.taskCorrections.filter((one) => one !== correction);
  await work.put('article', { ...saved, taskCorrections });
  await putInTrash(work, correctionId, articleId, correction.at.exact, { kind: 'correction', correction });
  work.reversible(
    { type: 'restore', trashId: trashId('correction', correctionId) },
    { type: 'removeCorrection', articleId, correctionId },
    correction.at.exact,
  );
  return outcomeOf(true, { articleId });
}

/** The functions that change a person's corrections of an article's task lists; write.ts calls them. */
export const correctionOperations = { addCorrection, removeCorrection };
