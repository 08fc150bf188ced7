import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import { useImport } from '@/lib/app/options/useImport.ts';

/** Reads an exported file, shows what the import would change, and imports the file when the person agrees. */
export function Import() {
  const { view, importing } = useImport();
  const [wholeOnly, setWholeOnly] = useState(false);
  const { busy, lines, conflicts, bad, canApply, notice, canUndo, canContinue } = view;
  return (
    <section class="stack">
      <h3>{t('importTitle')}</h3>
      <p class="quiet">{t('importHow')}</p>
      <p>
        <input
          type="file"
          accept=".json,.ndjson,.jsonld,.gz,application/json,application/x-ndjson,application/ld+json,application/gzip"
          aria-label={t('importFile')}
          data-testid="import-file"
          disabled={busy}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void importing.choose(file);
            // Empties the input, so that the same file can be chosen again.
            currentTarget.value = '';
          }}
        />
      </p>
      {lines.length > 0 && (
        <>
          <ul data-testid="import-plan">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {conflicts.length > 0 && (
            <ul class="quiet">
              {conflicts.map((title, i) => (
                <li key={`${i}${title}`}>{title}</li>
              ))}
            </ul>
          )}
          {bad.length > 0 && (
            <>
              <ul class="quiet" data-testid="import-bad">
                {bad.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <label class="row">
                <input
                  type="checkbox"
                  data-testid="import-whole"
                  checked={wholeOnly}
                  onChange={({ currentTarget }) => setWholeOnly(currentTarget.checked)}
                />
                {t('importWhole')}
              </label>
            </>
          )}
          <p class="row">
            {canApply && (
              <button
                type="button"
                data-testid="import-apply"
                disabled={busy}
                onClick={() => importing.apply(wholeOnly)}
              >
                {t('importApply')}
              </button>
            )}
            <button type="button" disabled={busy} onClick={() => importing.cancel()}>
              {t('importCancel')}
            </button>
          </p>
        </>
      )}
      <p class="row">
        <span role="status" data-testid="import-notice">
          {notice}
        </span>
        {busy && (
          <button type="button" data-testid="import-stop" onClick={() => importing.stop()}>
            {t('stop')}
          </button>
        )}
        {canContinue && !busy && lines.length === 0 && (
          <button type="button" data-testid="import-continue" onClick={() => importing.resume()}>
            {t('importContinue')}
          </button>
        )}
        {canUndo && (
          <button type="button" data-testid="import-undo" disabled={busy} onClick={() => importing.undo()}>
            {t('undo')}
          </button>
        )}
      </p>
    </section>
  );
}
