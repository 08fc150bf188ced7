import { useRef, useState } from 'preact/hooks';
import {
  COLLECTION_FORMATS,
  type CollectionFormat,
  choicesOf,
  type ExportChoice,
  formatOf,
} from '../../exchange/formats.ts';
import type { Store } from '../../store/index.ts';
import { errorText } from '../i18n.ts';
import { downloadArticles, type ExportProgress, type Narrow } from './download.ts';
import type { Notify } from './notify.ts';

const KEY = 'exportFormat';

/** The export in progress, and the chosen format, which is remembered in this browser. */
export function useExport(db: Store, notify: Notify) {
  const [id, setId] = useState(() => localStorage.getItem(KEY));
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const [choices, setChoices] = useState<ReadonlySet<ExportChoice>>(new Set(['extras', 'meanings']));
  const stopping = useRef(new AbortController());
  const format: CollectionFormat = formatOf(COLLECTION_FORMATS, id, 'json');
  return {
    format,
    choices,
    /** Includes a part in the exported file, or leaves it out. */
    want: (choice: ExportChoice, isWanted: boolean) =>
      setChoices((now) => new Set([...now].filter((one) => one !== choice).concat(isWanted ? choice : []))),
    progress,
    choose: (next: string) => {
      localStorage.setItem(KEY, next);
      setId(next);
    },
    run: async (idsOf: () => string[] | Promise<string[]>, narrow?: Narrow, isAll = false) => {
      stopping.current = new AbortController();
      const { signal } = stopping.current;
      try {
        const ids = await idsOf();
        setProgress({ done: 0, all: ids.length });
        await downloadArticles({
          db,
          ids,
          narrow,
          format,
          choices: new Set(choicesOf(format, isAll).filter((one) => choices.has(one))),
          notify,
          onProgress: setProgress,
          signal,
        });
      } catch (error) {
        notify(errorText(error));
      } finally {
        setProgress(null);
      }
    },
    stop: () => stopping.current.abort(),
  };
}
