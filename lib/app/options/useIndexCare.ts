import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import { useSearchEngine } from '../panel/useSearchEngine.ts';
import { checkWords } from './indexCare.ts';

/** Milliseconds between two updates of the shown progress. */
const LOOK = 400;

type Care = { busy: boolean; words: string; progress: { indexed: number; total: number } | null };
const AT_REST: Care = { busy: false, words: '', progress: null };

/** Checks the search index against the stored texts, and rebuilds the index with a progress display. */
export function useIndexCare(db: Store) {
  const { engine } = useSearchEngine(db);
  const [care, setCare] = useState(AT_REST);
  const [building, setBuilding] = useState(false);
  const failed = (error: unknown) => {
    setBuilding(false);
    setCare({ ...AT_REST, words: errorText(error) });
  };
  useEffect(() => {
    if (!building) return;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const progress = await engine.progress();
      if (gone) return;
      const { indexed, total } = progress;
      if (indexed >= total) {
        setBuilding(false);
        return setCare({ ...AT_REST, words: t('indexBuilt', total) });
      }
      setCare({ busy: true, words: t('indexing', indexed, total), progress });
      timer = setTimeout(() => look().catch(failed), LOOK);
    };
    look().catch(failed);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [engine, building]);
  return {
    ...care,
    check: () => {
      setCare({ busy: true, words: t('indexChecking'), progress: null });
      engine.check().then((found) => setCare({ ...AT_REST, words: checkWords(found) }), failed);
    },
    rebuild: () => {
      setCare({ busy: true, words: t('indexChecking'), progress: null });
      engine.rebuild().then(() => setBuilding(true), failed);
    },
  };
}
