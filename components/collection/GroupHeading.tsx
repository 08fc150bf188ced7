import './GroupHeading.css';
import { t } from '@/lib/app/i18n.ts';
import { groupWords, type ListLine } from '@/lib/app/panel/listItems.ts';
import type { GroupId } from '@/lib/search/groups.ts';
import { Icon } from '../ui/Icon.tsx';
import type { RowAttributes } from '../ui/VirtualList.tsx';

type Props = {
  group: GroupId;
  line: Extract<ListLine, { kind: 'group' }>;
  attributes: RowAttributes;
  /** Opens or closes the group. */
  toggle: () => void;
};

/** The heading of a group in the list: its value and the number of its articles. */
export function GroupHeading({ group, line: { value, count, closed }, attributes, toggle }: Props) {
  return (
    <li class="group-heading" data-testid="group-heading" {...attributes}>
      <button type="button" class="plain row" aria-expanded={!closed} onClick={toggle}>
        <Icon name="chevron" />
        <span class="space">{groupWords(group, value)}</span>
        <span class="quiet">{t('articleCount', count)}</span>
      </button>
    </li>
  );
}
