import type { Annotation } from '@/lib/annotation/schema.ts';
import type { ArticlePanel } from '@/lib/app/panel/useArticlePanel.ts';
import { ArticleLinks } from '../article/ArticleLinks.tsx';
import { AddFromText } from './AddFromText.tsx';
import { Versions } from './Versions.tsx';

type Props = { panel: ArticlePanel; choose: (annotation: Annotation) => void };

/** The captured text, in which words can be made a task, with the links beside the article. */
export function TextTab({ panel: { open, actions, correcting }, choose }: Props) {
  const { saved, texts, text, annotations, live } = open;
  return (
    <>
      <AddFromText text={text} add={correcting.add}>
        <Versions
          key={saved.sha256}
          texts={texts}
          current={saved.sha256}
          annotations={annotations}
          live={live?.reading.article.text ?? null}
          keepLive={actions.save}
          choose={choose}
        />
      </AddFromText>
      <ArticleLinks article={saved.article} />
    </>
  );
}
