import { useState } from 'preact/hooks';
import type { ShownFields, View } from '@/lib/app/panel/facts.ts';
import { ArticleNotices } from './ArticleNotices.tsx';
import { FactList } from './FactList.tsx';
import { type HeadlineActions, Headlines } from './Headlines.tsx';

type Props = HeadlineActions & {
  article: ShownFields;
  view: View;
  /** The largest number of facts that show at first. Less important facts beyond this number are collapsed. */
  most: number;
};

/** Headline, time, source, and every other field that has a value. */
export function ArticleFacts({ article, view, most, ...actions }: Props) {
  const [origins, setOrigins] = useState(false);
  return (
    <div class="article-facts stack">
      <ArticleNotices article={article} />
      <Headlines article={article} view={view} origins={origins} setOrigins={setOrigins} {...actions} />
      <FactList article={article} view={view} origins={origins} most={most} />
    </div>
  );
}
