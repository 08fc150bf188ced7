import './KeyList.css';
import { Fragment } from 'preact';
import { type KeyHelp, PAGE_KEYS } from '@/lib/app/annotator/keys.ts';
import { t } from '@/lib/app/i18n.ts';
import type { Command } from '@/lib/app/shortcuts.ts';

/** An action in words, and the keys for it. */
export type KeyRow = [label: string, keys: string[]];

/**
 * The rows of commands that the browser handles. A command without a key gets an empty list, which `KeyList` shows in
 * words.
 */
export const commandRows = (commands: Command[]): KeyRow[] =>
  commands.map(({ label, shortcut }) => [label, shortcut ? [shortcut] : []]);

/** Actions and their keys, in groups that say when or where the keys work. */
export const KeyGroups = ({ groups }: { groups: [when: string, KeyRow[]][] }) => (
  <>
    {groups.map(([when, rows]) => (
      <section key={when}>
        <h3 class="key-group">{when}</h3>
        <KeyList rows={rows} />
      </section>
    ))}
  </>
);

/** The groups of keys that work on a page. */
export const pageKeyGroups = (): [string, KeyRow[]][] =>
  PAGE_KEYS.map(([when, rows]) => [t(when), keyRows(rows)]);

/** Keys with the words that name what they do. */
export const keyRows = (keys: KeyHelp[]): KeyRow[] => keys.map(([label, ...pressed]) => [t(label), pressed]);

/** Lists actions with their keys. */
const KeyList = ({ rows }: { rows: KeyRow[] }) => (
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
