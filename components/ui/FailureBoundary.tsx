import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { errorText, t } from '@/lib/app/i18n.ts';

type Props = {
  title: string;
  /** Renders a further remedy for a failure, below the button that tries again. */
  remedy?: (failure: unknown, again: () => void) => ComponentChildren;
  children: ComponentChildren;
};

/** Reports that rendering failed and offers to try again, instead of a blank page. */
export function FailureBoundary({ title, remedy, children }: Props) {
  const [failure, again] = useErrorBoundary((error) => console.error('Pizhu:', error));
  if (!failure) return <>{children}</>;
  return (
    <main class="state stack" data-testid="state-error">
      <img src="/icon/icon.svg" alt="" />
      <h1>{title}</h1>
      <p>{errorText(failure)}</p>
      <p>
        <button type="button" data-testid="try-again" onClick={again}>
          {t('tryAgain')}
        </button>
      </p>
      {remedy?.(failure, again)}
    </main>
  );
}
