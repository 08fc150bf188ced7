import { useRef, useState } from 'preact/hooks';
import { COLLECTION_FORMATS, type CollectionFormat, formatOf } from '../../exchange/formats.ts';
import type { Store } from '../../store/index.ts';
import { errorText } from '../i18n.ts';
import { downloadArticles, type ExportProgress, type Narrow } from './download.ts';
import type { Notify } from './notify.ts';

const KEY = 'exportFormat';

/** The chosen format, remembered on this machine, and the export that is under way. */
export function useExport(db: Store, notify: Notify) {
  const [id, setId] = useState(() => localStorage.getItem(KEY));
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const stopping = useRef(new AbortController());
  const format: CollectionFormat = formatOf(COLLECTION_FORMATS, id, 'json');
  return {
    format,
    progress,
    choose: (next: string) => {
      localStorage.setItem(KEY, next);
      setId(next);
    },
    run: async (idsOf: () => string[] | Promise<string[]>, narrow?: Narrow) => {
      stopping.current = new AbortController();
      const { signal } = stopping.current;
      try {
        const ids = await idsOf();
        setProgress({ done: 0, all: ids.length });
        await downloadArticles({ db, ids, narrow, format, notify, onProgress: setProgress, signal });
      } catch (error) {
        notify(errorText(error));
      } finally {
        setProgress(null);
      }
    },
    stop: () => stopping.current.abort(),
  };
}
