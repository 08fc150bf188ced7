import { useState } from 'preact/hooks';
import { isSheetKey, type KeyHelp } from '@/lib/app/annotator/keys.ts';
import { isIn, useKeyDown } from '@/lib/app/panel/useKeyDown.ts';
import { later } from './Later.tsx';

const KeyDialog = later(async () => (await import('./KeyDialog.tsx')).KeyDialog, { isPatient: true });

/** Shows the list of all keys when the question mark is pressed. In a field, the question mark is typed instead. */
export function KeySheet({ keys }: { keys: KeyHelp[] }) {
  // Renders the list only when it is wanted, because a view shows sooner without it.
  const [opened, setOpened] = useState(0);
  useKeyDown((event) => {
    if (!isSheetKey(event) || isIn(event, 'input:not([type=checkbox]), textarea')) return;
    event.preventDefault();
    setOpened((times) => times + 1);
  });
  return opened > 0 ? <KeyDialog keys={keys} opened={opened} /> : null;
}
