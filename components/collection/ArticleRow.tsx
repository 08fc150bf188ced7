import './ArticleRow.css';
import { useEffect, useRef } from 'preact/hooks';
import type { ColorId } from '@/lib/annotation/colors.ts';
import { t } from '@/lib/app/i18n.ts';
import { mayTakeFocus } from '@/lib/app/panel/rowFocus.ts';
import type { RowView } from '@/lib/app/panel/searchView.ts';
import type { Lit } from '@/lib/search/excerpts.ts';
import { Chip } from '../ui/Chip.tsx';
import { Star } from '../ui/Star.tsx';
import type { RowAttributes } from '../ui/VirtualList.tsx';

type Props = {
  row: RowView;
  attributes: RowAttributes;
  /** Whether the article is open beside the list. */
  current: boolean;
  /** Whether the article was open before the list showed. */
  returned: boolean;
  ticked: boolean;
  tick: () => void;
  star: () => void;
  open: () => void;
  /** Narrows the list to a tag. */
  filterTag: (tag: string) => void;
  colorOf: (tag: string) => ColorId | null;
};

/** Renders words and highlights those that match the search. */
const lit = (parts: Lit[]) => parts.map(({ words, hit }) => (hit ? <mark>{words}</mark> : words));

/**
 * One saved article in the list: its headline and source, the words that match the search, and the numbers of its marks
 * and tasks. The row can be selected, starred and opened.
 */
export function ArticleRow({
  row,
  attributes,
  current,
  returned,
  ticked,
  tick,
  star,
  open,
  filterTag,
  colorOf,
}: Props) {
  const {
    name,
    headline,
    about,
    askedDay,
    unread,
    starred,
    due,
    incomplete,
    changed,
    tasks,
    marks,
    tags,
    moreTags,
    excerpts,
  } = row;
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Moves the focus to the opened row, so that the keys for the next and previous article continue from there. Leaves
    // a focus outside the list where it is.
    if (current && mayTakeFocus('.articles')) opener.current?.focus({ preventScroll: true });
  }, [current]);
  // When the list shows again after an article was read, puts the focus on that article's row, unless something else
  // has it.
  useEffect(() => {
    if (returned && document.activeElement === document.body) opener.current?.focus({ preventScroll: true });
  }, []);
  const hasChips = incomplete || changed || due !== '' || tasks > 0 || marks > 0 || tags.length > 0;
  return (
    <li class={unread ? 'article-row unread' : 'article-row'} data-testid="article-row" {...attributes}>
      <input type="checkbox" aria-label={t('choose', name)} checked={ticked} onChange={tick} />
      <div class="article-what">
        <button
          ref={opener}
          type="button"
          class="plain"
          data-testid="open-article"
          aria-current={current || undefined}
          onClick={open}
        >
          {unread && <span class="unseen">{t('unread')}</span>}
          <span class="headline">{lit(headline)}</span>
          <span class="about quiet">
            {about.map((one) => (
              <span key={one}>{one === askedDay ? <mark>{one}</mark> : one} </span>
            ))}
          </span>
          {excerpts.map(({ label, parts }, i) => (
            <span key={i} class="excerpt quiet" data-testid="excerpt">
              {label && <b>{label} </b>}
              {lit(parts)}
            </span>
          ))}
        </button>
        {hasChips && (
          <div class="row row-chips">
            {incomplete && <Chip look="outlined">{t('incomplete')}</Chip>}
            {changed && <Chip look="outlined">{t('versionChanged')}</Chip>}
            {tasks > 0 && <Chip>{t('taskCount', tasks)}</Chip>}
            {due && <Chip look="warn">{t('deadline', due)}</Chip>}
            {marks > 0 && <Chip>{t('markCount', marks)}</Chip>}
            {tags.map((tag) => (
              <Chip
                key={tag}
                look="outlined"
                color={colorOf(tag)}
                title={t('filterByTag', tag)}
                press={() => filterTag(tag)}
              >
                {tag}
              </Chip>
            ))}
            {moreTags.length > 0 && (
              <Chip look="outlined" testId="more-tags" title={moreTags.join('、')}>
                +{moreTags.length}
              </Chip>
            )}
          </div>
        )}
      </div>
      <Star starred={starred} name={name} press={star} />
    </li>
  );
}
