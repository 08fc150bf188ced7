import './ArticleRow.css';
import { t } from '@/lib/app/i18n.ts';
import type { ListRow } from '@/lib/app/panel/searchView.ts';
import { Chip } from '../ui/Chip.tsx';

type Props = { row: ListRow; ticked: boolean; tick: () => void; open: () => void };

/** One saved article in the list: its heading, whether only a part of it was read, the first match of the search, the number of marks and tasks. */
export function ArticleRow({ row, ticked, tick, open }: Props) {
  const { headline, about, incomplete, tasks, marks, tags, excerpt } = row;
  return (
    <li class="article-row" data-testid="article-row">
      <input type="checkbox" aria-label={t('choose', headline)} checked={ticked} onChange={tick} />
      <button type="button" class="plain" onClick={open}>
        <span class="headline">{headline}</span>
        <span class="quiet">{about}</span>
        {excerpt && (
          <span class="excerpt quiet" data-testid="excerpt">
            {excerpt[0]}
            <mark>{excerpt[1]}</mark>
            {excerpt[2]}
          </span>
        )}
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
