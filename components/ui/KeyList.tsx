import './KeyList.css';
import { Fragment } from 'preact';
import { t } from '@/lib/app/i18n.ts';
import type { Command } from '@/lib/app/shortcuts.ts';

/** An action in words, and the keys for it. */
export type KeyRow = [label: string, keys: string[]];

/** The rows of commands that the browser handles. Says so in words where a command has no key. */
export const commandRows = (commands: Command[]): KeyRow[] =>
  commands.map(({ label, shortcut }) => [label, shortcut ? [shortcut] : []]);

/** Lists actions with their keys. */
export const KeyList = ({ rows }: { rows: KeyRow[] }) => (
  <dl class="key-list">
    {rows.map(([label, keys]) => (
      <Fragment key={label}>
        <dt>{label}</dt>
        <dd class="row">
          {keys.length ? (
            keys.map((key) => <kbd key={key}>{key}</kbd>)
          ) : (
            <span class="quiet">{t('noShortcut')}</span>
          )}
        </dd>
      </Fragment>
    ))}
  </dl>
);
