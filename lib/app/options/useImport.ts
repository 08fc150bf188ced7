import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { openStore } from '../../store/index.ts';
import { useFirstRead } from '../firstReads.ts';
import { Importing } from './importing.ts';
import { importTarget } from './importTarget.ts';

/** The state and the actions of an import on the options page. */
export function useImport() {
  const importing = useMemo(
    () => new Importing(importTarget(openStore(), browser.storage.local), (next) => setView(next)),
    [],
  );
  const [view, setView] = useState(importing.first);
  const [looked, setLooked] = useState(false);
  useFirstRead(looked);
  useEffect(() => void importing.look().finally(() => setLooked(true)), []);
  return { view, importing };
}
