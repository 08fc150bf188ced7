import './KeySheet.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { isSheetKey, type KeyHelp } from '@/lib/app/annotator/keys.ts';
import { t } from '@/lib/app/i18n.ts';
import { type Command, commandsNow } from '@/lib/app/shortcuts.ts';
import { commandRows, KeyGroups, type KeyRow, keyRows, pageKeyGroups } from './KeyList.tsx';

/** Shows the list of all keys when the question mark is pressed. In a field, the question mark is typed instead. */
export function KeySheet({ keys }: { keys: KeyHelp[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const done = useRef<HTMLButtonElement>(null);
  const [commands, setCommands] = useState<Command[]>([]);
  // Listens before the first paint, because a quick user presses a key as soon as the view shows.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isSheetKey(event)) return;
      if (event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea'))
        return;
      event.preventDefault();
      commandsNow().then(setCommands, () => {});
      if (!dialog.current?.open) dialog.current?.showModal();
      // Moves the focus to the close button. The browser has put it on the link, the dialog's first control.
      done.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const groups: [string, KeyRow[]][] = [
    [t('keysInCollection'), keyRows(keys)],
    ...pageKeyGroups(),
    [t('keysAnywhere'), commandRows(commands)],
  ];
  return (
    <dialog ref={dialog} class="key-sheet" aria-label={t('page_keys')} data-testid="key-sheet">
      <KeyGroups groups={groups} />
      <p class="row">
        <button type="button" class="link" onClick={() => browser.runtime.openOptionsPage()}>
          {t('changeInOptions')}
        </button>
        <span class="space" />
        <button type="button" ref={done} onClick={() => dialog.current?.close()}>
          {t('page_close')}
        </button>
      </p>
    </dialog>
  );
}
