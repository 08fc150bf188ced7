import './Editing.css';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';

/** Whether the collection can only be read, because a newer version of Pizhu has written it. */
export const IsReadOnly = createContext(false);

/** Controls that change the collection. Disables them where the collection can only be read. */
export function Editing({ children }: { children: ComponentChildren }) {
  if (!useContext(IsReadOnly)) return <>{children}</>;
  return (
    <fieldset class="read-only" disabled>
      {children}
    </fieldset>
  );
}

/** Explains why controls are disabled where the collection can only be read. */
export function ReadOnlyNotice() {
  if (!useContext(IsReadOnly)) return null;
  return (
    <p class="notice" role="status" data-testid="read-only">
      {t('error_newer')}
    </p>
  );
}
