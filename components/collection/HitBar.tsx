import './HitBar.css';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { useHitsShown } from '@/lib/app/panel/useHitsShown.ts';
import type { Query } from '@/lib/search/query.ts';
import { Icon } from '../ui/Icon.tsx';

type Props = {
  root: RefObject<Element>;
  query: Query;
  /** The selector of a preferred element: the first hit in that element is selected first. */
  prefers?: string;
  close: () => void;
};

/** Shows the number of search hits in the view, and steps from one to the next: N and Shift+N, or F3. */
export function HitBar({ root, query, prefers = '[role=tabpanel]', close }: Props) {
  const { count, at, step } = useHitsShown(root, query, prefers);
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inField = event.target instanceof Element && event.target.closest('input, textarea, select');
      const letter = event.key.toLowerCase() === 'n' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key !== 'F3' && (!letter || inField)) return;
      event.preventDefault();
      latest.current(event.shiftKey ? -1 : 1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <div class="hit-bar row" data-testid="hit-bar">
      <span class="space" role="status">
        {count > 0 ? t('hitOf', at + 1, count) : t('hitsNone')}
      </span>
      <button
        type="button"
        class="small"
        data-testid="hit-back"
        title={t('hitBack')}
        onClick={() => step(-1)}
      >
        ↑ <span class="unseen">{t('hitBack')}</span>
      </button>
      <button type="button" class="small" data-testid="hit-next" title={t('hitNext')} onClick={() => step(1)}>
        ↓ <span class="unseen">{t('hitNext')}</span>
      </button>
      <button type="button" class="small" aria-label={t('hitsClose')} title={t('hitsClose')} onClick={close}>
        <Icon name="remove" />
      </button>
    </div>
  );
}
