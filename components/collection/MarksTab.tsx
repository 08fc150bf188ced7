import { t } from '@/lib/app/i18n.ts';
import { keepNoteOnLeave } from '@/lib/app/panel/keepNoteOnLeave.ts';
import type { ArticlePanel } from '@/lib/app/panel/useArticlePanel.ts';
import { useSuggestedTags } from '@/lib/app/panel/useSuggestedTags.ts';
import type { Store } from '@/lib/store/index.ts';
import { MarkEditor } from '../marks/MarkEditor.tsx';
import { NoteAndTags } from '../marks/NoteAndTags.tsx';
import { Markdown } from '../ui/Markdown.tsx';

type Props = {
  db: Store;
  panel: ArticlePanel;
  /** The id of the mark that was clicked in another tab of the panel; null for none. */
  chosen: string | null;
};

/** The note and tags of the article as a whole, and its marks. */
export function MarksTab({ db, panel: { open, store, actions, marks }, chosen }: Props) {
  const suggested = useSuggestedTags(db, open);
  const { saved, knownTags } = open;
  return (
    <>
      <h2>{t('articleNote')}</h2>
      <NoteAndTags
        note={saved.note}
        tags={saved.tags}
        known={knownTags}
        suggested={suggested}
        keep={store.editArticle}
        keepOnLeave={keepNoteOnLeave({ kind: 'article', id: saved.id })}
        rendered={(note) => <Markdown text={note} />}
      />
      {marks.length > 0 && (
        <p class="row">
          <span class="space" />
          <button type="button" class="small" data-testid="copy-marks" onClick={actions.copyMarks}>
            {t('copyMarks')}
          </button>
        </p>
      )}
      {marks.length === 0 && <p class="quiet">{t('noMarks')}</p>}
      {marks.map((mark) => (
        <MarkEditor key={mark.id} mark={mark} chosen={mark.id === chosen} known={knownTags} />
      ))}
    </>
  );
}
