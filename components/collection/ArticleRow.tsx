import './ArticleRow.css';
import { t } from '@/lib/app/i18n.ts';
import type { RowView } from '@/lib/app/panel/searchView.ts';
import type { Lit } from '@/lib/search/excerpts.ts';
import { Chip } from '../ui/Chip.tsx';
import type { RowAttributes } from '../ui/VirtualList.tsx';

type Props = {
  row: RowView;
  attributes: RowAttributes;
  ticked: boolean;
  tick: () => void;
  open: () => void;
};

/** Words with the searched ones lit. */
const lit = (parts: Lit[]) => parts.map(({ words, hit }) => (hit ? <mark>{words}</mark> : words));

/** One saved article: what it is, where the searched words stand, whether only a part of it was read, how much is in it. */
export function ArticleRow({ row, attributes, ticked, tick, open }: Props) {
  const { name, headline, about, incomplete, tasks, marks, tags, excerpts } = row;
  return (
    <li class="article-row" data-testid="article-row" {...attributes}>
      <input type="checkbox" aria-label={t('choose', name)} checked={ticked} onChange={tick} />
      <button type="button" class="plain" onClick={open}>
        <span class="headline">{lit(headline)}</span>
        <span class="quiet">{about}</span>
        {excerpts.map((parts, i) => (
          <span key={i} class="excerpt quiet" data-testid="excerpt">
            {lit(parts)}
          </span>
        ))}
        <span class="row">
          {incomplete && <Chip look="outlined">{t('incomplete')}</Chip>}
          {tasks > 0 && <Chip>{t('taskCount', tasks)}</Chip>}
          {marks > 0 && <Chip>{t('markCount', marks)}</Chip>}
          {tags.map((tag) => (
            <Chip key={tag} look="outlined">
              {tag}
            </Chip>
          ))}
        </span>
      </button>
    </li>
  );
}
