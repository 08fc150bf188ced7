import './Skeleton.css';
import { t } from '@/lib/app/i18n.ts';

/** A placeholder while a page loads. Its lines are as tall as the coming content. */
export function Skeleton({ of }: { of: 'article' | 'list' }) {
  const widths =
    of === 'article' ? ['85%', '45%', '100%', '100%', '70%'] : ['100%', '60%', '90%', '50%', '95%', '40%'];
  return (
    <div class={`skeleton ${of}`}>
      <h1 class="unseen">{t('loading')}</h1>
      {widths.map((width, i) => (
        <i key={i} style={{ width }} />
      ))}
    </div>
  );
}
