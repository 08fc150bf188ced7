import './Import.css';
import { useState } from 'preact/hooks';
import { t } from '@/lib/app/i18n.ts';
import type { useImport } from '@/lib/app/options/useImport.ts';
import { Editing } from '../ui/Editing.tsx';

/** Reads an exported file, shows what the import would change, and imports the file when the person agrees. */
export function Import({ view, importing }: ReturnType<typeof useImport>) {
  const [wholeOnly, setWholeOnly] = useState(false);
  const { busy, file, lines, conflicts, warnings, bad, canApply, notice, canUndo, canContinue } = view;
  const isPlanned = lines.length + warnings.length > 0;
  return (
    <section class="stack">
      <h3>{t('importTitle')}</h3>
      <p class="quiet">{t('importHow')}</p>
      <p>
        <Editing>
          <label class="file-choice">
            {t('importFile')}
            <input
              type="file"
              class="unseen"
              accept=".json,.ndjson,.jsonld,.gz,application/json,application/x-ndjson,application/ld+json,application/gzip"
              data-testid="import-file"
              disabled={busy}
              onChange={({ currentTarget }) => {
                const [chosen] = currentTarget.files ?? [];
                if (chosen) void importing.choose(chosen);
                // Empties the input, so that the same file can be chosen again.
                currentTarget.value = '';
              }}
            />
          </label>
        </Editing>
      </p>
      {isPlanned && (
        <div class="import-plan stack">
          <h4>{t('importPlanOf', file)}</h4>
          <Lines lines={lines} testId="import-plan" />
          <Lines lines={conflicts} look="quiet" />
          <Lines lines={warnings} look="warnings" testId="import-warnings" />
          <Lines lines={bad} look="quiet" testId="import-bad" />
          {bad.length > 0 && canApply && (
            <label class="row">
              <input
                type="checkbox"
                data-testid="import-whole"
                checked={wholeOnly}
                onChange={({ currentTarget }) => setWholeOnly(currentTarget.checked)}
              />
              {t('importWhole')}
            </label>
          )}
          <p class="row">
            {canApply && (
              <Editing>
                <button
                  type="button"
                  class="primary"
                  data-testid="import-apply"
                  disabled={busy}
                  onClick={() => importing.apply(wholeOnly)}
                >
                  {t('importApply')}
                </button>
              </Editing>
            )}
            <button type="button" disabled={busy} onClick={() => importing.cancel()}>
              {t(canApply ? 'importCancel' : 'page_close')}
            </button>
          </p>
        </div>
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
        {canContinue && !busy && !isPlanned && (
          <Editing>
            <button type="button" data-testid="import-continue" onClick={() => importing.resume()}>
              {t('importContinue')}
            </button>
          </Editing>
        )}
        {canUndo && (
          <Editing>
            <button type="button" data-testid="import-undo" disabled={busy} onClick={() => importing.undo()}>
              {t(canContinue || isPlanned ? 'importUndo' : 'undo')}
            </button>
          </Editing>
        )}
      </p>
    </section>
  );
}

function Lines({ lines, look, testId }: { lines: string[]; look?: string; testId?: string }) {
  if (lines.length === 0) return null;
  return (
    <ul class={look} data-testid={testId}>
      {lines.map((line, i) => (
        <li key={`${i}${line}`}>{line}</li>
      ))}
    </ul>
  );
}
