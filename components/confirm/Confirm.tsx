import { useConfirm } from '@/lib/app/confirm/useConfirm.ts';
import { t } from '@/lib/app/i18n.ts';

/** Asks whether a mark is to be deleted. The question is in a window of its own, which no web page can cover. */
export function Confirm({ id }: { id: string }) {
  const { words, note, problem, remove, keep } = useConfirm(id);
  if (words === undefined) return null;
  return (
    <main class="state stack">
      <h1>{t('confirmTitle')}</h1>
      {words === null ? (
        <p>{t('confirmGone')}</p>
      ) : (
        <>
          <p class="quiet">{t('confirmWhy')}</p>
          <blockquote>{words}</blockquote>
          {note && <p>{note}</p>}
          <p class="row">
            <button type="button" data-testid="confirm-delete" onClick={remove}>
              {t('delete')}
            </button>
            <button type="button" class="primary" data-testid="confirm-keep" onClick={keep}>
              {t('confirmKeep')}
            </button>
          </p>
        </>
      )}
      {problem && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
    </main>
  );
}
