import { useMemo } from 'preact/hooks';
import { type Store, tagsBeside } from '../../store/index.ts';
import { suggestTags } from './suggestTags.ts';
import type { OpenArticle } from './useSavedArticle.ts';
import { useWatch } from './useWatch.ts';

/** How many articles of the same source or issuer are read for their tags. */
const MOST_BESIDE = 50;
const NONE: string[][] = [];

/** Tags to suggest for an open article. */
export function useSuggestedTags(db: Store, { saved, article, text, knownTags }: OpenArticle): string[] {
  const { id, tags } = saved;
  const { source, issuer, title, keywords } = article;
  const habits = useWatch(
    () => tagsBeside(db, { id, source, issuer }, MOST_BESIDE),
    [db, id, source, issuer],
  );
  return useMemo(
    () => suggestTags({ title, keywords, text, tags, known: knownTags, habits: habits ?? NONE }),
    [title, keywords, text, tags, knownTags, habits],
  );
}
