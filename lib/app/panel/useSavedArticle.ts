import { useMemo } from 'preact/hooks';
import { inTextOrder } from '../../annotation/order.ts';
import { correctedTasks } from '../../record/correctedTasks.ts';
import { corrected } from '../../record/fieldCorrections.ts';
import type { ArticleBundle, OtherCopy } from '../../record/schema.ts';
import type { Store } from '../../store/index.ts';
import { getBundle, otherCopies, tagsInUse } from '../../store/index.ts';
import { useLive } from './useLive.ts';
import { useWatch } from './useWatch.ts';

const NO_TAGS: string[] = [];
const NO_COPIES: OtherCopy[] = [];

const textNow = ({ saved, texts }: ArticleBundle): string =>
  texts.find(({ sha256 }) => sha256 === saved.sha256)?.text ?? '';

const copiesOf = (db: Store, bundle: ArticleBundle): Promise<OtherCopy[]> =>
  otherCopies(db, { url: bundle.saved.url, text: textNow(bundle) }, bundle.saved.id);

/** A saved article with its texts, marks and tasks. Undefined while it loads, null where it has been deleted. */
export function useSavedArticle(db: Store, id: string) {
  const bundle = useWatch(() => getBundle(db, id), [db, id]);
  const knownTags = useWatch(() => tagsInUse(db), [db]) ?? NO_TAGS;
  const copies = useWatch(async () => bundle && copiesOf(db, bundle), [db, bundle]) ?? NO_COPIES;
  const places = bundle?.annotations
    .map(({ id, target }) => `${id} ${JSON.stringify(target.captured)}`)
    .join();
  const live = useLive(id, [places, bundle?.saved.sha256]) ?? null;
  return useMemo(() => {
    if (!bundle) return bundle;
    const { saved, texts, annotations } = bundle;
    const text = textNow(bundle);
    return {
      saved,
      /** The article with the person's corrections. */
      article: corrected(saved).article,
      texts,
      text,
      annotations: inTextOrder(annotations),
      corrected: correctedTasks(saved, text),
      knownTags,
      copies,
      /** The article as a tab shows it now; null where no tab shows it. */
      live,
      /** Whether the page shows another text of the article now than the captured one. */
      changed: live !== null && live.reading.article.text !== text,
    };
  }, [bundle, knownTags, copies, live]);
}

export type OpenArticle = NonNullable<ReturnType<typeof useSavedArticle>>;
