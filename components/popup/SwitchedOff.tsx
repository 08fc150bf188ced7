import { t } from '@/lib/app/i18n.ts';
import { OpenCollection } from './OpenCollection.tsx';

/** Says that the person has switched Pizhu off for the page's host, and offers to switch it on again. */
export function SwitchedOff({ host, turnOn }: { host: string; turnOn: () => unknown }) {
  return (
    <main class="state stack" data-testid="state-off">
      <img src="/icon/icon.svg" alt="" />
      <h1>{t('offTitle', host)}</h1>
      <p>{t('offHow')}</p>
      <p class="row">
        <button type="button" class="primary" data-testid="turn-on" onClick={turnOn}>
          {t('turnOn')}
        </button>
        <OpenCollection />
      </p>
    </main>
  );
}
