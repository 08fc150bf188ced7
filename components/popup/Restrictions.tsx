import { useState } from 'preact/hooks';
import { errorText, t } from '@/lib/app/i18n.ts';
import { liftRestrictions } from '@/lib/app/popup/liftRestrictions.ts';

/** Offers to let the person select text on a page that forbids this. Changes nothing without a click. */
export function Restrictions({ tabId }: { tabId: number }) {
  const [said, setSaid] = useState('');
  const lift = () =>
    liftRestrictions(tabId).then(
      () => setSaid(t('page_lifted')),
      (error) => setSaid(errorText(error)),
    );
  return (
    <p class="quiet" role={said ? 'status' : undefined}>
      {said || (
        <>
          {t('liftAsk')}{' '}
          <button type="button" class="link" data-testid="lift" onClick={lift}>
            {t('lift')}
          </button>
        </>
      )}
    </p>
  );
}
