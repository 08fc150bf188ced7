import './Skeleton.css';
import { t } from '@/lib/app/i18n.ts';

/** What stands where a page will: lines in the measure of what is to come. */
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
