import './KeySheet.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { isSheetKey, type KeyHelp } from '@/lib/app/annotator/keys.ts';
import { t } from '@/lib/app/i18n.ts';
import { type Command, commandsNow } from '@/lib/app/shortcuts.ts';
import { commandRows, KeyGroups, keyRows, pageKeyGroups } from './KeyList.tsx';

/** Shows the list of all keys when the question mark is pressed. In a field, the question mark is typed instead. */
export function KeySheet({ keys }: { keys: KeyHelp[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const done = useRef<HTMLButtonElement>(null);
  const [commands, setCommands] = useState<Command[]>([]);
  // Renders the list only when it is wanted, because a view shows sooner without it.
  const [opened, setOpened] = useState(0);
  // Listens before the first paint, because a quick user presses a key as soon as the view shows.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isSheetKey(event)) return;
      if (event.target instanceof Element && event.target.closest('input:not([type=checkbox]), textarea'))
        return;
      event.preventDefault();
      commandsNow().then(setCommands, () => {});
      setOpened((times) => times + 1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  useLayoutEffect(() => {
    if (opened === 0) return;
    if (!dialog.current?.open) dialog.current?.showModal();
    // Moves the focus to the close button. The browser has put it on the link, the dialog's first control.
    done.current?.focus();
  }, [opened]);
  return (
    <dialog ref={dialog} class="key-sheet" aria-label={t('page_keys')} data-testid="key-sheet">
      {opened > 0 && (
        <>
          <KeyGroups
            groups={[
              [t('keysInCollection'), keyRows(keys)],
              ...pageKeyGroups(),
              [t('keysAnywhere'), commandRows(commands)],
            ]}
          />
          <p class="row">
            <button type="button" class="link" onClick={() => browser.runtime.openOptionsPage()}>
              {t('changeInOptions')}
            </button>
            <span class="space" />
            <button type="button" ref={done} onClick={() => dialog.current?.close()}>
              {t('page_close')}
            </button>
          </p>
        </>
      )}
    </dialog>
  );
}
