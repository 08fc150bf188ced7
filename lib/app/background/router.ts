import { browser } from 'wxt/browser';
import { highlightCss } from '../../annotation/highlightCss.ts';
import { askFrames, handleInBackground } from '../../messages/background.ts';
import { PizhuError } from '../../messages/channel.ts';
import type { Database } from '../../store/database.ts';
import {
  addAnnotation,
  deleteAnnotation,
  editAnnotation,
  findByAddress,
  listAnnotations,
  restoreAnnotation,
  retargetAnnotation,
  saveReading,
  tagsInUse,
  textsOfMarks,
} from '../../store/repository.ts';
import { injectExtractor, injectReader } from './inject.ts';
import {
  completed,
  lightArticle,
  noteArticleOfTab,
  pointIn,
  readLive,
  readTab,
  refreshPages,
  saveTab,
  selectionIn,
  showArticle,
  startReattach,
} from './tabs.ts';

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
      return pointIn(tabId, 'page.show', { annotationId: null, quote });
    },
    'tab.light': ({ tabId, quote }) => pointIn(tabId, 'page.light', { annotationId: null, quote }),
    'tab.mark': async ({ tabId, draft }) => {
      const { reading, saved } = await readTab(db, tabId);
      const { id } = saved ?? (await saveReading(db, reading)).saved;
      const annotation = await addAnnotation(db, id, draft);
      if (!saved) await noteArticleOfTab(tabId, await findByAddress(db, reading));
      await askFrames(tabId, 'page.refresh', {});
      return annotation;
    },
    'page.recognise': async (page, sender) => {
      const saved = await findByAddress(db, page);
      if (saved) await injectReader(tabOf(sender));
      return {};
    },
    'page.wantReader': async (_, sender) => {
      await injectReader(tabOf(sender));
      return {};
    },
    'page.wantExtractor': async (_, sender) => {
      await injectExtractor(tabOf(sender), sender.frameId ?? 0);
      return {};
    },
    'page.marks': async (page, sender) => {
      const tabId = tabOf(sender);
      // By insertCSS and not by a style element: the page's DOM stays as it is, and its CSP has no say.
      const target = { tabId, frameIds: [sender.frameId ?? 0] };
      // As the user's style it holds in shadow trees too, where Chromium inherits it anyway.
      const origin = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';
      if (page.first)
        await browser.scripting.insertCSS({ target, css: highlightCss, origin }).catch(() => {});
      const saved = await findByAddress(db, page);
      await noteArticleOfTab(tabId, saved);
      const annotations = saved ? await listAnnotations(db, saved.id) : [];
      const texts = await textsOfMarks(db, annotations);
      const known = saved && { keywords: saved.article.keywords };
      return { saved: known, annotations, tags: await tagsInUse(db), texts };
    },
    'annotation.create': async ({ draft, page, reading }, sender) => {
      const known = await findByAddress(db, page);
      // Deleted meanwhile, in the panel say: the page is read and kept anew.
      const read = async () => (reading ? completed(reading) : (await readTab(db, tabOf(sender))).reading);
      const saved = known ?? (await saveReading(db, await read())).saved;
      if (!known) await noteArticleOfTab(tabOf(sender), saved);
      return addAnnotation(db, saved.id, draft);
    },
    'annotation.retarget': ({ id, target }) => retargetAnnotation(db, id, target),
    'annotation.edit': ({ id, patch }) => editAnnotation(db, id, patch),
    'annotation.delete': ({ id }) => deleteAnnotation(db, id),
    'annotation.restore': async (annotation) => {
      await restoreAnnotation(db, annotation);
      return {};
    },
    'article.show': (request) => showArticle(db, request),
    'article.light': (request) => lightArticle(db, request),
    'article.live': ({ articleId }) => readLive(db, articleId),
    'article.reattach': (request) => startReattach(db, request),
    'article.selection': ({ articleId }) => selectionIn(db, articleId),
    'collection.changed': async ({ articleIds }) => {
      await refreshPages(db, articleIds);
      return {};
    },
  });
}
