import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../messages/fromOwn.ts';
import type { Store } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';
import { besideOf, followed } from './following.ts';
import type { Notify } from './notify.ts';
import { type PageOfWindow, usePageOfWindow } from './usePageOfWindow.ts';

/** Says that a page was saved, or that it was although it is hardly an article, such as the message of a missing page. */
const savedWords = (created: boolean, isArticle: boolean) => {
  if (!created) return 'updatedNow';
  return isArticle ? 'savedNow' : 'savedNoArticle';
};

/**
 * Makes the side panel follow the page in the active tab. Returns what the bar above the panel says about that page,
 * and a function that saves the page. `early`: what is known of the page before this view is loaded.
 */
export function usePageBar(
  db: Store,
  open: string | null,
  show: (id: string | null) => void,
  notify: Notify,
  early: PageOfWindow | null = null,
) {
  const { page, look } = usePageOfWindow(db, early);
  const before = useRef<PageOfWindow | null>(null);
  const [saving, setSaving] = useState(false);
  useEffect(() => {
    const next = followed(open, before.current, page);
    before.current = page;
    if (next) show(next);
  }, [page]);
  const save = async (tabId: number) => {
    setSaving(true);
    try {
      const { saved, created } = await ask('tab.save', { tabId });
      await look();
      show(saved.id);
      notify(t(savedWords(created, saved.article.isArticle)));
    } catch (error) {
      notify(errorText(error));
    }
    setSaving(false);
  };
  return { beside: besideOf(open, page), saving, save };
}
