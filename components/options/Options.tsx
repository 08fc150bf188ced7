import './options.css';
import { ALL_SITES, GOV_SITES } from '@/lib/app/hostAccess.ts';
import { t } from '@/lib/app/i18n.ts';
import { useImport } from '@/lib/app/options/useImport.ts';
import { useOptions } from '@/lib/app/options/useOptions.ts';
import { useReadOnly } from '@/lib/app/panel/useReadOnly.ts';
import { articleIds } from '@/lib/store/index.ts';
import { Confirm } from '../ui/Confirm.tsx';
import { Editing, IsReadOnly, ReadOnlyNotice } from '../ui/Editing.tsx';
import { ExportButtons } from '../ui/ExportButtons.tsx';
import { commandRows, KeyGroups, pageKeyGroups } from '../ui/KeyList.tsx';
import { Together } from '../ui/Together.tsx';
import { BackupCare } from './BackupCare.tsx';
import { Import } from './Import.tsx';
import { IndexCare } from './IndexCare.tsx';
import { MarkdownTemplate } from './MarkdownTemplate.tsx';
import { MarkSettings } from './MarkSettings.tsx';
import { OffHosts } from './OffHosts.tsx';
import { References } from './References.tsx';
import { SavedLinks } from './SavedLinks.tsx';
import { Snapshots } from './Snapshots.tsx';

/** The sections of the page, with the ids that the table of contents links to. */
const SECTIONS = [
  ['access', 'hostAccess'],
  ['keys', 'shortcuts'],
  ['marks', 'markSettings'],
  ['data', 'yourData'],
  ['output', 'outputSettings'],
  ['storage', 'storageSettings'],
] as const;

/** The settings page: host access, keyboard commands, where data is stored, and the export of everything. */
export const Options = () => (
  <Together>
    <Page />
  </Together>
);

function Page() {
  const { view, importing } = useImport();
  const { origins, commands, notice, grant, revoke, openShortcuts, db, notify, eraseAll } =
    useOptions(importing);
  return (
    <IsReadOnly.Provider value={useReadOnly(db)}>
      <div class="options">
        <header>
          <h1>{t('optionsTitle')}</h1>
        </header>
        <nav aria-label={t('contents')}>
          <ul>
            {SECTIONS.map(([id, label]) => (
              <li key={id}>
                <a href={`#${id}`}>{t(label)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <main class="stack">
          <section class="stack" id="access">
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
              <button type="button" data-testid="grant-gov" onClick={() => grant(GOV_SITES)}>
                {t('grantGov')}
              </button>
              <button type="button" data-testid="grant-all" onClick={() => grant(ALL_SITES)}>
                {t('grantAll')}
              </button>
            </p>
            <p class="quiet">{t('grantGovWhy')}</p>
            <SavedLinks />
            <OffHosts />
          </section>
          <section class="stack" id="keys">
            <h2>{t('shortcuts')}</h2>
            <KeyGroups groups={[[t('keysAnywhere'), commandRows(commands)]]} />
            <p>
              <button type="button" onClick={openShortcuts}>
                {t('changeShortcuts')}
              </button>
            </p>
            <KeyGroups groups={pageKeyGroups()} />
          </section>
          <MarkSettings />
          <section class="stack" id="data">
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
            <Import view={view} importing={importing} />
            <BackupCare db={db} notify={notify} />
          </section>
          <section class="stack" id="output">
            <h2>{t('outputSettings')}</h2>
            <References />
            <MarkdownTemplate db={db} />
          </section>
          <section class="stack" id="storage">
            <h2>{t('storageSettings')}</h2>
            <Snapshots db={db} notify={notify} />
            <IndexCare db={db} />
            <section class="stack">
              <h3>{t('eraseAll')}</h3>
              <p class="danger">
                <Editing>
                  <Confirm
                    label={t('eraseAll')}
                    warning={t('eraseAllAsk')}
                    testId="erase-all"
                    run={eraseAll}
                  />
                </Editing>
              </p>
            </section>
          </section>
          <p>
            <a href="/notices.txt" target="_blank" rel="noreferrer">
              {t('notices')}
            </a>
          </p>
        </main>
      </div>
    </IsReadOnly.Provider>
  );
}
