import { useEffect, useState } from 'preact/hooks';
import { withCorrectedFields } from '../../record/fieldCorrections.ts';
import type { ArticleBundle } from '../../record/schema.ts';
import { articleIds, getBundles, type Store } from '../../store/index.ts';

/** The article with which a Markdown template is previewed: the first one in the list. Null where there is none. */
export function useMarkdownExample(db: Store): ArticleBundle | null {
  const [example, setExample] = useState<ArticleBundle | null>(null);
  useEffect(() => {
    void articleIds(db)
      .then((ids) => getBundles(db, ids.slice(0, 1)))
      .then(([first]) => setExample(first ? withCorrectedFields(first) : null))
      .catch((error) => console.warn('Pizhu: no example', error));
  }, [db]);
  return example;
}
