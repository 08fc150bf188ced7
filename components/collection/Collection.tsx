import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Database } from '@/lib/store/database.ts';
import { deleteArticle, restoreBundle } from '@/lib/store/repository.ts';
import { FailureBoundary } from '../ui/FailureBoundary.tsx';
import { errorText, t } from '../ui/i18n.ts';
import { ArticleList } from './ArticleList.tsx';
import { ArticleView } from './ArticleView.tsx';
import { tellPages } from './tellPages.ts';

export type Toast = { words: string; undo?: () => Promise<unknown> };

/** Milliseconds after which what was removed is gone from view. */
const REMOVED = 300;
/** Milliseconds for which a sentence stands. */
const READ = 8000;

/** The side panel: the list of what was saved, or one article of it. */
export function Collection() {
  const db = useMemo(() => new Database(), []);
  const [open, setOpen] = useState<string | null>(null);
  const [toast, setToast] = useState<Toast | null>(null);
  const say = useCallback((words: string, undo?: () => Promise<unknown>) => setToast({ words, undo }), []);

  useEffect(() => {
    const take = (value: unknown) => typeof value === 'string' && setOpen(value);
    browser.storage.session.get('panelArticle').then(({ panelArticle }) => take(panelArticle));
    const listen = (changes: Record<string, { newValue?: unknown }>) => take(changes.panelArticle?.newValue);
    browser.storage.session.onChanged.addListener(listen);
    return () => browser.storage.session.onChanged.removeListener(listen);
  }, []);
  const back = () => {
    setOpen(null);
    browser.storage.session.remove('panelArticle');
  };
  const remove = async (id: string) => {
    back();
    const bundle = await deleteArticle(db, id);
    tellPages(id);
    if (bundle) say(t('articleDeleted'), () => restoreBundle(db, bundle).then(() => tellPages(id)));
  };

  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What had the focus is gone with what was removed: the way back is next.
    const gone = () =>
      document.activeElement === document.body && undo.current?.focus({ preventScroll: true });
    const timer = setTimeout(gone, REMOVED);
    // What asks for nothing goes by itself; what can be undone stays.
    const over = toast && !toast.undo ? setTimeout(() => setToast(null), READ) : undefined;
    return () => {
      clearTimeout(timer);
      clearTimeout(over);
    };
  }, [toast]);

  return (
    <FailureBoundary title={t('collectionFailed')}>
      {open ? (
        <ArticleView key={open} db={db} id={open} back={back} remove={() => remove(open)} say={say} />
      ) : (
        <ArticleList db={db} open={setOpen} say={say} />
      )}
      {toast && (
        <div class="toast" role="status">
          <span class="space">{toast.words}</span>
          {toast.undo && (
            <button
              type="button"
              ref={undo}
              data-testid="undo"
              onClick={() =>
                toast.undo?.().then(
                  () => setToast(null),
                  (error) => say(errorText(error)),
                )
              }
            >
              {t('undo')}
            </button>
          )}
          <button type="button" onClick={() => setToast(null)}>
            {t('dismiss')}
          </button>
        </div>
      )}
    </FailureBoundary>
  );
}
