import { errorText, t } from '@/lib/app/i18n.ts';
import { OpenCollection } from './OpenCollection.tsx';

/** Says why the page could not be read, and offers what works without reading it. */
export function Unread({ error, retry }: { error: unknown; retry: () => void }) {
  const code = (error as { code?: string } | null)?.code;
  const refused = code === 'restricted' || code === 'pdf';
  return (
    <main class="state stack" data-testid={refused ? 'state-restricted' : 'state-error'}>
      <img src="/icon/icon.svg" alt="" />
      <h1>{t(code === 'pdf' ? 'pdfTitle' : refused ? 'restrictedTitle' : 'errorTitle')}</h1>
      <p>{errorText(error)}</p>
      <p class="row">
        {!refused && (
          <button type="button" class="primary" onClick={retry}>
            {t('tryAgain')}
          </button>
        )}
        <OpenCollection />
      </p>
    </main>
  );
}
