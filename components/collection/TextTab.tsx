import type { Annotation } from '@/lib/annotation/schema.ts';
import type { ArticlePanel } from '@/lib/app/panel/useArticlePanel.ts';
import { ArticleLinks } from '../article/ArticleLinks.tsx';
import { MarkFromText } from './MarkFromText.tsx';
import { Versions } from './Versions.tsx';

type Props = {
  panel: ArticlePanel;
  /** Whether search hits are shown in the view. */
  searched: boolean;
  choose: (annotation: Pick<Annotation, 'id'>) => void;
};

/** The captured text, in which words can be marked, with the related links. */
export function TextTab({ panel: { open, actions, marking }, searched, choose }: Props) {
  const { saved, texts, text, annotations, live } = open;
  return (
    <>
      <MarkFromText text={text} marking={marking} choose={choose}>
        <Versions
          key={saved.sha256}
          texts={texts}
          current={saved.sha256}
          annotations={annotations}
          live={live?.reading.article.text ?? null}
          searched={searched}
          keepLive={actions.save}
          choose={choose}
        />
      </MarkFromText>
      <ArticleLinks article={saved.article} />
    </>
  );
}
