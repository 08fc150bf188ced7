import { noteOf, shownQuote, tagsOf } from '../../annotation/edit.ts';
import type { Annotation, AnnotationPatch } from '../../annotation/schema.ts';
import type { MarkState } from '../../messages/schema.ts';
import { errorText, t } from '../i18n.ts';
import type { ArticleActions } from './articleActions.ts';
import type { ArticleStore } from './articleStore.ts';
import type { Ask } from './channel.ts';
import type { Notify } from './notify.ts';

type Input = {
  annotation: Annotation;
  /** The state of the mark on the page; null where no tab shows the page. */
  state: MarkState | null;
  ask: Ask;
  store: Pick<ArticleStore, 'editMark' | 'removeMark' | 'undo'>;
  article: Pick<ArticleActions, 'showMark' | 'lightMark'>;
  notify: Notify;
};

/** A mark as the side panel shows it, with its actions. Failures are shown in a message, except failures of `edit`. */
export function markView({ annotation, state, ask, store, article, notify }: Input) {
  const { id, articleId, color, target } = annotation;
  const quote = target.selector.find((one) => one.type === 'TextQuoteSelector') ?? null;
  const failed = (error: unknown) => notify(errorText(error));
  return {
    id,
    color,
    state,
    words: shownQuote(annotation),
    note: noteOf(annotation),
    tags: tagsOf(annotation),
    /** Changes the mark. Rejects where the change is not saved, so that the input can keep what was typed. */
    edit: (patch: AnnotationPatch, step?: string) => store.editMark(id, patch, step),
    setColor: (next: Annotation['color']) => store.editMark(id, { color: next }).then(() => {}, failed),
    remove: async () => {
      try {
        const step = await store.removeMark(id);
        if (step) notify(t('markDeleted'), () => store.undo(step));
      } catch (error) {
        failed(error);
      }
    },
    /** Waits for a selection on the page and makes it the place of the mark. */
    reattach: () =>
      ask('article.reattach', { articleId, id }).then(
        ({ found }) => notify(t(found ? 'selectNewPlace' : 'pageNotOpen')),
        failed,
      ),
    show: () => article.showMark(id, quote),
    light: (on: boolean) => article.lightMark(on ? id : null),
  };
}

export type MarkView = ReturnType<typeof markView>;
