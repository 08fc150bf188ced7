import './Star.css';
import { t } from '@/lib/app/i18n.ts';
import { Editing } from './Editing.tsx';
import { Icon } from './Icon.tsx';

type Props = { starred: boolean; name: string; press: () => void };

/** A star that is on or off. `name`: the starred thing, for screen readers. */
export function Star({ starred, name, press }: Props) {
  return (
    <Editing>
      <button
        type="button"
        class="plain star"
        data-testid="star"
        title={t(starred ? 'unstar' : 'star')}
        aria-label={t('starOf', name)}
        aria-pressed={starred}
        onClick={press}
      >
        <Icon name="star" />
      </button>
    </Editing>
  );
}
