import { useMemo, useState } from 'preact/hooks';
import { noteOf, shownQuote } from '../../annotation/edit.ts';
import { deleteAnnotation, getAnnotation, openStore } from '../../store/index.ts';
import { errorText } from '../i18n.ts';
import { notifyPages } from '../panel/notifyPages.ts';
import { useWatch } from '../panel/useWatch.ts';

/**
 * The words and the note of a mark, for the window that asks whether to delete it. `words` is undefined while loading,
 * null where the mark no longer exists.
 */
export function useConfirm(id: string) {
  const db = useMemo(() => openStore(), []);
  const [problem, setProblem] = useState('');
  const mark = useWatch(() => getAnnotation(db, id), [db, id]);
  const remove = async () => {
    try {
      const removed = await deleteAnnotation(db, id);
      if (removed) await notifyPages(removed.articleId);
      close();
    } catch (error) {
      setProblem(errorText(error));
    }
  };
  return {
    words: mark && shownQuote(mark),
    note: mark ? noteOf(mark) : '',
    problem,
    remove,
    keep: () => close(),
  };
}
