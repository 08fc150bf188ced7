import { noteOf, tagsOf } from '@/lib/annotation/edit.ts';
import { type Annotation, Color, type TextQuoteSelector } from '@/lib/annotation/schema.ts';
import type { Database } from '@/lib/collection/database.ts';
import { deleteAnnotation, editAnnotation, restoreAnnotation } from '@/lib/collection/repository.ts';
import { type MessageKey, t } from '../i18n.ts';
import { NoteAndTags } from '../NoteAndTags.tsx';
import { tellPages } from './Collection.tsx';

type Props = {
  db: Database;
  annotation: Annotation;
  known: string[];
  show: (quote: TextQuoteSelector | null, annotationId: string) => void;
  say: (words: string, undo?: () => Promise<unknown>) => void;
};

/** One mark in the panel: its words, note, tags and colour, and the way back to its place. */
export function MarkEditor({ db, annotation, known, show, say }: Props) {
  const { id, articleId, color, target } = annotation;
  const quote = target.selector.find((one) => one.type === 'TextQuoteSelector') ?? null;
  const edit = (patch: { note?: string; tags?: string[]; color?: Color }) =>
    editAnnotation(db, id, patch).then(() => tellPages(articleId));
  const remove = async () => {
    const gone = await deleteAnnotation(db, id);
    tellPages(articleId);
    if (gone) say(t('markDeleted'), () => restoreAnnotation(db, gone).then(() => tellPages(articleId)));
  };
  return (
    <article class={`mark ${color}`} data-testid="mark">
      <blockquote>{quote?.exact}</blockquote>
      <NoteAndTags note={noteOf(annotation)} tags={tagsOf(annotation)} known={known} keep={edit} />
      <div class="row">
        {Color.options.map((one) => (
          <button
            key={one}
            type="button"
            class={`swatch ${one}`}
            aria-label={t(`page_${one}` as MessageKey)}
            aria-pressed={one === color}
            style={{ background: `var(--${one})` }}
            onClick={() => edit({ color: one })}
          />
        ))}
        <span class="space" />
        <button type="button" data-testid="mark-jump" onClick={() => show(quote, id)}>
          {t('jump')}
        </button>
        <button type="button" data-testid="mark-delete" onClick={remove}>
          {t('delete')}
        </button>
      </div>
    </article>
  );
}
