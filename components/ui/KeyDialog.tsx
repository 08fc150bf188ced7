import './KeyDialog.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { KeyHelp } from '@/lib/app/annotator/keys.ts';
import { t } from '@/lib/app/i18n.ts';
import { type Command, commandsNow } from '@/lib/app/shortcuts.ts';
import { commandRows, KeyGroups, keyRows, pageKeyGroups } from './KeyList.tsx';

type Props = {
  keys: KeyHelp[];
  /** How often the dialog was asked for. Each time it opens again. */
  opened: number;
};

/** The list of all keys, as a dialog. */
export function KeyDialog({ keys, opened }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const done = useRef<HTMLButtonElement>(null);
  const [commands, setCommands] = useState<Command[]>([]);
  useLayoutEffect(() => {
    commandsNow().then(setCommands, () => {});
    if (!dialog.current?.open) dialog.current?.showModal();
    // Moves the focus to the close button. The browser has put it on the link, the dialog's first control.
    done.current?.focus();
  }, [opened]);
  return (
    <dialog ref={dialog} class="key-sheet" aria-label={t('page_keys')} data-testid="key-sheet">
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
    </dialog>
  );
}
