import './MarkEditor.css';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { keepNoteOnLeave } from '@/lib/app/panel/keepNoteOnLeave.ts';
import type { MarkView } from '@/lib/app/panel/markActions.ts';
import { useColorMeanings } from '@/lib/app/useSettings.ts';
import { Chip } from '../ui/Chip.tsx';
import { Editing } from '../ui/Editing.tsx';
import { Markdown } from '../ui/Markdown.tsx';
import { Swatches } from '../ui/Swatches.tsx';
import { NoteAndTags } from './NoteAndTags.tsx';

type Props = {
  mark: MarkView;
  /** Whether the mark was clicked in the text; it is then scrolled into view. */
  chosen: boolean;
  known: string[];
};

/** One mark in the panel: words, note, tags and colour, its state on the page, and actions on its place. */
export function MarkEditor({ mark, chosen, known }: Props) {
  const { color, state, words, note, tags, edit, setColor, remove, reattach, show, light } = mark;
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: 'center' });
  }, [chosen]);
  const isLit = useRef(false);
  const setLit = (lit: boolean) => {
    isLit.current = lit;
    light(lit);
  };
  // Ends the emphasis when this view is removed, because no pointer event reports that the element under the pointer is
  // gone.
  useEffect(() => () => void (isLit.current && light(false)), []);
  return (
    <article
      ref={element}
      class={`mark ${color}${chosen ? ' chosen' : ''}`}
      data-testid="mark"
      onPointerEnter={() => setLit(true)}
      onPointerLeave={() => setLit(false)}
    >
      <blockquote>{words}</blockquote>
      {(state === 'moved' || state === 'missing') && (
        <p class="row" data-testid={`mark-${state}`}>
          <Chip look="warn">{t(state === 'moved' ? 'stateMoved' : 'stateMissing')}</Chip>
          <Editing>
            <button type="button" class="link" data-testid="mark-reattach" onClick={reattach}>
              {t('reattach')}
            </button>
          </Editing>
        </p>
      )}
      <NoteAndTags
        note={note}
        tags={tags}
        known={known}
        keep={edit}
        keepOnLeave={keepNoteOnLeave({ kind: 'annotation', id: mark.id })}
        rendered={(shown) => <Markdown text={shown} />}
      />
      <div class="row">
        <Swatches chosen={color} meanings={useColorMeanings()} choose={setColor} />
        <span class="space" />
        <button type="button" class="small" data-testid="mark-jump" onClick={show}>
          {t('showOnPage')}
        </button>
        <Editing>
          <button type="button" class="small" data-testid="mark-delete" onClick={remove}>
            {t('delete')}
          </button>
        </Editing>
      </div>
    </article>
  );
}
