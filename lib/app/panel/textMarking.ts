import { draftFromText } from '../../annotation/fromText.ts';
import type { Annotation, AnnotationDraft } from '../../annotation/schema.ts';
import { TASK_TAG } from '../../annotation/taskTag.ts';
import { citationOf } from '../../exchange/citation.ts';
import type { TaskCorrection } from '../../record/taskCorrections.ts';
import type { Span } from '../../tasks/schema.ts';
import type { Choice } from '../annotator/keys.ts';
import { errorText, t } from '../i18n.ts';
import type { ShownArticle } from './articleActions.ts';
import type { ArticleStore } from './articleStore.ts';
import type { Notify } from './notify.ts';

type Input = {
  shown: ShownArticle;
  store: Pick<ArticleStore, 'addMark' | 'editMark' | 'undo'>;
  /** The correction that makes a span a task of the article; null where the span is a task already. */
  taskAt: (span: Span) => TaskCorrection | null;
  /** False where the browser refuses to copy. */
  copyText: (text: string) => Promise<boolean>;
  notify: Notify;
};

/**
 * Marks spans of the captured text, as the toolbar does on the web page. The person may want this when the page no
 * longer exists. `choose` returns the id of a mark whose note or tags the person will write next, or null. Never
 * rejects.
 */
export function textMarking({ shown, store, taskAt, copyText, notify }: Input) {
  const { article, url, text, sha256, annotations } = shown;
  const markOn = ({ start, end }: Span): Annotation | undefined =>
    annotations.findLast(
      ({ target: { captured } }) =>
        captured?.sha256 === sha256 && captured.start === start && captured.end === end,
    );
  const draftOf = (span: Span, { color }: Choice, tags: string[]): AnnotationDraft =>
    draftFromText(text, span, { source: url, color, tags, sha256 });
  const choose = async (span: Span, choice: Choice): Promise<string | null> => {
    if (choice.action === 'cite') {
      const copied = await copyText(citationOf(text.slice(span.start, span.end), article, url)).catch(
        () => false,
      );
      notify(t(copied ? 'page_copied' : 'page_notCopied'));
      return null;
    }
    const isTask = choice.action === 'task';
    const tags = isTask ? [TASK_TAG] : [];
    const known = markOn(span);
    // The selected words have a mark already, so no new one is made. The existing mark gets the chosen colour, or the
    // user goes on to its note or tags.
    if (known && !isTask) {
      if (choice.action === 'highlight') await store.editMark(known.id, { color: choice.color });
      return choice.action === 'highlight' ? null : known.id;
    }
    const id: string = crypto.randomUUID();
    const step = await store.addMark(draftOf(span, choice, tags), {
      annotationId: id,
      correction: isTask ? taskAt(span) : null,
    });
    notify(t(isTask ? 'taskMarked' : 'markMade'), step ? () => store.undo(step) : undefined);
    return choice.action === 'note' || choice.action === 'tag' ? id : null;
  };
  return {
    choose: (span: Span, choice: Choice): Promise<string | null> =>
      choose(span, choice).catch((error) => {
        notify(errorText(error));
        return null;
      }),
  };
}

export type TextMarking = ReturnType<typeof textMarking>;
