import { browser } from 'wxt/browser';
import { highlightCss } from '@/lib/annotation/paint.ts';
import type { Database } from '@/lib/collection/database.ts';
import {
  addAnnotation,
  deleteAnnotation,
  editAnnotation,
  findByAddress,
  listAnnotations,
  restoreAnnotation,
  saveReading,
  tagsInUse,
} from '@/lib/collection/repository.ts';
import { askPage, handleInBackground, PizhuError } from '@/lib/messages/index.ts';
import { openPanel } from './panel.ts';
import { injectReader } from './reader.ts';
import { noteArticleOfTab, readTab, refreshPages, saveTab, showArticle } from './tabs.ts';

/** The tab that a message came from; a panel or a popup has none. */
function tabOf(sender: { tab?: { id?: number } }): number {
  const tabId = sender.tab?.id;
  if (tabId === undefined) throw new PizhuError('unexpected', 'This message belongs to a page.');
  return tabId;
}

/** Every message that the background answers, by name. */
export function answerMessages(db: Database): void {
  handleInBackground({
    'tab.read': ({ tabId }) => readTab(db, tabId),
    'tab.save': ({ tabId }) => saveTab(db, tabId),
    'tab.show': async ({ tabId, quote }) => {
      await injectReader(tabId);
      return askPage(tabId, 'page.show', { quote });
    },
    'page.recognise': async (page, sender) => {
      const saved = await findByAddress(db, page);
      if (saved) await injectReader(tabOf(sender));
      return { saved: saved !== null };
    },
    'page.wantReader': async (_, sender) => {
      await injectReader(tabOf(sender));
      return {};
    },
    'page.marks': async (page, sender) => {
      const tabId = tabOf(sender);
      // By insertCSS and not by a style element: the page's DOM stays as it is, and its CSP has no say.
      if (page.first)
        await browser.scripting.insertCSS({ target: { tabId }, css: highlightCss }).catch(() => {});
      const saved = await findByAddress(db, page);
      await noteArticleOfTab(tabId, saved);
      const annotations = saved ? await listAnnotations(db, saved.id) : [];
      return { saved, annotations, tags: await tagsInUse(db) };
    },
    'annotation.create': async ({ draft, reading }, sender) => {
      const known = await findByAddress(db, reading);
      const saved = known ?? (await saveReading(db, reading)).saved;
      if (!known) await noteArticleOfTab(tabOf(sender), saved);
      return addAnnotation(db, saved.id, draft);
    },
    'annotation.edit': ({ id, patch }) => editAnnotation(db, id, patch),
    'annotation.delete': ({ id }) => deleteAnnotation(db, id),
    'annotation.restore': async (annotation) => {
      await restoreAnnotation(db, annotation);
      return {};
    },
    'panel.open': async ({ articleId }, sender) => {
      // Not awaited before the panel opens: an await would lose the user's gesture.
      const stored = browser.storage.session.set({ panelArticle: articleId });
      await openPanel(sender.tab?.windowId);
      await stored;
      return {};
    },
    'article.show': (request) => showArticle(db, request),
    'collection.changed': async ({ articleIds }) => {
      await refreshPages(db, articleIds);
      return {};
    },
  });
}
