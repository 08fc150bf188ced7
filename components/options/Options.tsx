import '../facts/facts.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Database } from '@/lib/collection/database.ts';
import { listArticles } from '@/lib/collection/repository.ts';
import { downloadArticles } from '../collection/download.ts';
import { errorText, t } from '../i18n.ts';

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
            <>
              <dt key={`${name}-label`}>{name === '_execute_action' ? t('commandPopup') : description}</dt>
              <dd key={name}>{shortcut ? <kbd>{shortcut}</kbd> : t('noShortcut')}</dd>
            </>
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
      </section>
    </main>
  );
}
