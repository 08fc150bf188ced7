import './options.css';
import { t } from '@/lib/app/i18n.ts';
import { useImport } from '@/lib/app/options/useImport.ts';
import { useOptions } from '@/lib/app/options/useOptions.ts';
import { useReadOnly } from '@/lib/app/panel/useReadOnly.ts';
import { articleIds } from '@/lib/store/index.ts';
import { Confirm } from '../ui/Confirm.tsx';
import { Editing, IsReadOnly, ReadOnlyNotice } from '../ui/Editing.tsx';
import { ExportButtons } from '../ui/ExportButtons.tsx';
import { commandRows, KeyGroups, KeyList, pageKeyGroups } from '../ui/KeyList.tsx';
import { BackupCare } from './BackupCare.tsx';
import { Import } from './Import.tsx';
import { IndexCare } from './IndexCare.tsx';
import { MarkdownTemplate } from './MarkdownTemplate.tsx';
import { MarkSettings } from './MarkSettings.tsx';
import { OffHosts } from './OffHosts.tsx';
import { References } from './References.tsx';
import { SavedLinks } from './SavedLinks.tsx';
import { Snapshots } from './Snapshots.tsx';

/** The settings page: host access, keyboard commands, where data is stored, and the export of everything. */
export function Options() {
  const { view, importing } = useImport();
  const { origins, commands, notice, grant, revoke, openShortcuts, db, notify, eraseAll } =
    useOptions(importing);
  return (
    <IsReadOnly.Provider value={useReadOnly(db)}>
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
                <button type="button" onClick={() => revoke(origin)}>
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
          <p class="quiet">{t('grantGovWhy')}</p>
          <SavedLinks />
          <OffHosts />
        </section>
        <section class="stack">
          <h2>{t('shortcuts')}</h2>
          <KeyList rows={commandRows(commands)} />
          <p>
            <button type="button" onClick={openShortcuts}>
              {t('changeShortcuts')}
            </button>
          </p>
          <KeyGroups groups={pageKeyGroups()} />
        </section>
        <MarkSettings />
        <section class="stack">
          <h2>{t('yourData')}</h2>
          <p>{t('privacy')}</p>
          <ReadOnlyNotice />
          <p class="row">
            <ExportButtons
              db={db}
              notify={notify}
              isAll
              offers={[{ id: 'export-all', label: t('exportAll'), ids: () => articleIds(db) }]}
            />
            <span role="status">{notice}</span>
          </p>
          <Snapshots db={db} notify={notify} />
          <References />
          <MarkdownTemplate db={db} />
          <BackupCare db={db} notify={notify} />
          <Import view={view} importing={importing} />
          <IndexCare db={db} />
          <h2>{t('eraseAll')}</h2>
          <p>
            <Editing>
              <Confirm label={t('eraseAll')} warning={t('eraseAllAsk')} testId="erase-all" run={eraseAll} />
            </Editing>
          </p>
          <p>
            <a href="/notices.txt" target="_blank" rel="noreferrer">
              {t('notices')}
            </a>
          </p>
        </section>
      </main>
    </IsReadOnly.Provider>
  );
}
