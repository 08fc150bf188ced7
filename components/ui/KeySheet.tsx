import { useLayoutEffect, useState } from 'preact/hooks';
import { isSheetKey, type KeyHelp } from '@/lib/app/annotator/keys.ts';
import { later } from './Later.tsx';

const KeyDialog = later(async () => (await import('./KeyDialog.tsx')).KeyDialog, { isPatient: true });

/** Shows the list of all keys when the question mark is pressed. In a field, the question mark is typed instead. */
export function KeySheet({ keys }: { keys: KeyHelp[] }) {
  // Renders the list only when it is wanted, because a view shows sooner without it.
  const [opened, setOpened] = useState(0);
  // Listens before the first paint, because a quick user presses a key as soon as the view shows.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isSheetKey(event)) return;
      if (event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea'))
        return;
      event.preventDefault();
      setOpened((times) => times + 1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return opened > 0 ? <KeyDialog keys={keys} opened={opened} /> : null;
}
