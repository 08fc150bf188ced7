import './HitBar.css';
import type { RefObject } from 'preact';
import { t } from '@/lib/app/i18n.ts';
import { useHitsShown } from '@/lib/app/panel/useHitsShown.ts';
import { useNextHitKeys } from '@/lib/app/panel/useNextHitKeys.ts';
import type { Query } from '@/lib/search/query.ts';
import { StepBar } from './StepBar.tsx';

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
  useNextHitKeys(step);
  return (
    <StepBar
      name="hit"
      words={count > 0 ? t('hitOf', at + 1, count) : t('hitsNone')}
      labels={{ back: 'hitBack', next: 'hitNext', close: 'hitsClose' }}
      step={step}
      close={close}
    />
  );
}
