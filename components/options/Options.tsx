import '../article/facts.css';
import { Fragment } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Color } from '@/lib/annotation/schema.ts';
import { Database } from '@/lib/store/database.ts';
import { listArticles } from '@/lib/store/repository.ts';
import { downloadArticles } from '../collection/download.ts';
import { keyLabel } from '../page/keys.ts';
import { errorText, type MessageKey, t } from '../ui/i18n.ts';

/** What the keys do while the toolbar stands beside a selection, and after. */
const PAGE_KEYS: [MessageKey, ...string[]][] = [
  ['keyColours', ...Color.options.map((color) => keyLabel({ action: 'highlight', color }))],
  ['page_note', keyLabel({ action: 'note' })],
  ['page_tag', keyLabel({ action: 'tag' })],
  ['page_task', keyLabel({ action: 'task' })],
  ['page_cite', keyLabel({ action: 'cite' })],
  ['keyRepeat', '.'],
  ['keyUndo', 'Ctrl+Z'],
  ['keyRedo', 'Ctrl+Shift+Z'],
];

/** Where the browser lets them be changed: Firefox has a call for it, the others an address. */
function openShortcuts(): void {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) void openShortcutSettings();
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Host access, keyboard commands, what is kept where, and a file of everything. */
export function Options() {
  const db = useMemo(() => new Database(), []);
  const [origins, setOrigins] = useState<string[]>([]);
  const [commands, setCommands] = useState<{ name?: string; description?: string; shortcut?: string }[]>([]);
  const [notice, setNotice] = useState('');
  const load = () => void browser.permissions.getAll().then((all) => setOrigins(all.origins ?? []));
  useEffect(() => {
    load();
    browser.commands.getAll().then(setCommands);
  }, []);
  const grant = (origin: string) => browser.permissions.request({ origins: [origin] }).then(load, load);
  return (
    <main class="options stack">
      <h1>{t('optionsTitle')}</h1>
      <section class="stack">
        <h2>{t('hostAccess')}</h2>
        <p class="quiet">{t('grantWhy')}</p>
        {origins.length === 0 && <p>{t('noHostAccess')}</p>}
        <ul class="stack">
          {origins.map((origin) => (
            <li key={origin} class="row">
              <code>{origin}</code>
              <button
                type="button"
                onClick={() => browser.permissions.remove({ origins: [origin] }).then(load, load)}
              >
                {t('revoke')}
              </button>
            </li>
          ))}
        </ul>
        <p class="row">
          <button type="button" data-testid="grant-gov" onClick={() => grant('*://*.gov.cn/*')}>
            {t('grantGov')}
          </button>
          <button type="button" data-testid="grant-all" onClick={() => grant('*://*/*')}>
            {t('grantAll')}
          </button>
        </p>
      </section>
      <section class="stack">
        <h2>{t('shortcuts')}</h2>
        <dl class="facts">
          {commands.map(({ name, description, shortcut }) => (
            <Fragment key={name}>
              <dt>{name === '_execute_action' ? t('commandPopup') : description}</dt>
              <dd>{shortcut ? <kbd>{shortcut}</kbd> : t('noShortcut')}</dd>
            </Fragment>
          ))}
        </dl>
        <p>
          <button type="button" onClick={openShortcuts}>
            {t('changeShortcuts')}
          </button>
        </p>
        <h3>{t('keysOnPage')}</h3>
        <dl class="facts">
          {PAGE_KEYS.map(([label, ...keys]) => (
            <Fragment key={label}>
              <dt>{t(label)}</dt>
              <dd class="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </Fragment>
          ))}
        </dl>
      </section>
      <section class="stack">
        <h2>{t('yourData')}</h2>
        <p>{t('privacy')}</p>
        <p class="row">
          <button
            type="button"
            data-testid="export-all"
            onClick={async () => {
              try {
                const ids = (await listArticles(db)).map(({ id }) => id);
                setNotice(t('exported', await downloadArticles(db, ids)));
              } catch (error) {
                setNotice(errorText(error));
              }
            }}
          >
            {t('exportAll')}
          </button>
          <span role="status">{notice}</span>
        </p>
        <p>
          <a href="/notices.txt" target="_blank" rel="noreferrer">
            {t('notices')}
          </a>
        </p>
      </section>
    </main>
  );
}
