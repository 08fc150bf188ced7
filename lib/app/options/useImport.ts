import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { openStore } from '../../store/index.ts';
import { Importing } from './importing.ts';
import { importTarget } from './importTarget.ts';

/** The state and the actions of an import on the options page. */
export function useImport() {
  const importing = useMemo(
    () => new Importing(importTarget(openStore(), browser.storage.local), (next) => setView(next)),
    [],
  );
  const [view, setView] = useState(importing.first);
  useEffect(() => void importing.look(), []);
  return { view, importing };
}
