import { useEffect, useRef } from 'preact/hooks';
import { noteOf, tagsOf } from '@/lib/annotation/edit.ts';
import { type Annotation, Color, type TextQuoteSelector } from '@/lib/annotation/schema.ts';
import { askBackground } from '@/lib/messages/panel.ts';
import type { MarkState } from '@/lib/messages/schema.ts';
import type { Database } from '@/lib/store/database.ts';
import { deleteAnnotation, editAnnotation, restoreAnnotation } from '@/lib/store/repository.ts';
import { tellPages } from '../collection/tellPages.ts';
import { errorText, t } from '../ui/i18n.ts';
import { Markdown } from '../ui/Markdown.tsx';
import { NoteAndTags } from './NoteAndTags.tsx';

type Props = {
  db: Database;
  annotation: Annotation;
  /** Chosen in the text: brought into view. */
  chosen: boolean;
  /** How it stands on the page; null where no tab shows the page. */
  state: MarkState | null;
  known: string[];
  show: (quote: TextQuoteSelector | null) => void;
  light: (on: boolean) => void;
  say: (words: string, undo?: () => Promise<unknown>) => void;
};

/** One mark in the panel: its words, note, tags and colour, how it stands, and the way back to its place. */
export function MarkEditor({ db, annotation, chosen, state, known, show, light, say }: Props) {
  const { id, articleId, color, target } = annotation;
  const quote = target.selector.find((one) => one.type === 'TextQuoteSelector') ?? null;
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: 'center' });
  }, [chosen]);
  const edit = (patch: { note?: string; tags?: string[]; color?: Color }) =>
    editAnnotation(db, id, patch).then(() => tellPages(articleId));
  const remove = async () => {
    const gone = await deleteAnnotation(db, id);
    tellPages(articleId);
    if (gone) say(t('markDeleted'), () => restoreAnnotation(db, gone).then(() => tellPages(articleId)));
  };
  const reattach = () =>
    askBackground('article.reattach', { articleId, id }).then(
      ({ found }) => say(t(found ? 'selectNewPlace' : 'pageNotOpen')),
      (error) => say(errorText(error)),
    );
  return (
    <article
      ref={element}
      class={`mark ${color}${chosen ? ' chosen' : ''}`}
      data-testid="mark"
      onPointerEnter={() => light(true)}
      onPointerLeave={() => light(false)}
    >
      <blockquote>{quote?.exact}</blockquote>
      {(state === 'moved' || state === 'missing') && (
        <p class="row" data-testid={`mark-${state}`}>
          <span class="chip warn">{t(state === 'moved' ? 'stateMoved' : 'stateMissing')}</span>
          <button type="button" class="link" data-testid="mark-reattach" onClick={reattach}>
            {t('reattach')}
          </button>
        </p>
      )}
      <NoteAndTags
        note={noteOf(annotation)}
        tags={tagsOf(annotation)}
        known={known}
        keep={edit}
        rendered={(note) => <Markdown text={note} />}
      />
      <div class="row">
        {Color.options.map((one) => (
          <button
            key={one}
            type="button"
            class={`swatch ${one}`}
            aria-label={t(`page_${one}`)}
            aria-pressed={one === color}
            style={{ background: `var(--${one})` }}
            onClick={() => edit({ color: one })}
          />
        ))}
        <span class="space" />
        <button type="button" class="small" data-testid="mark-jump" onClick={() => show(quote)}>
          {t('jump')}
        </button>
        <button type="button" class="small" data-testid="mark-delete" onClick={remove}>
          {t('delete')}
        </button>
      </div>
    </article>
  );
}
