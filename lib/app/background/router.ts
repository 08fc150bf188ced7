import { answerer, type Handlers } from '../../messages/channel.ts';
import { fromOwn } from '../../messages/fromOwn.ts';
import { fromPages } from '../../messages/fromPages.ts';
import { listen } from '../../messages/listen.ts';
import type { FromPage } from '../../messages/sender.ts';
import { plainText } from '../../record/plainText.ts';
import { articlesAt } from '../../store/index.ts';
import { saveBatchPage } from './batchPages.ts';
import { openBatchTab } from './batchTabs.ts';
import type { Context } from './context.ts';
import { injectExtractor, injectReader } from './inject.ts';
import { keepNote } from './leftNotes.ts';
import {
  lightArticle,
  lightIn,
  readLive,
  selectionIn,
  showArticle,
  showIn,
  snapshotArticle,
  startReattach,
} from './liveArticle.ts';
import {
  createMark,
  deleteMark,
  editMark,
  joinMarks,
  marksOf,
  restoreMark,
  retargetMark,
  undoOrRedoOnPage,
} from './pageMarks.ts';
import { liftRestrictions, sayOnPage } from './restrictions.ts';
import { answerSavedLinks, injectSavedLinks, refreshSavedLinks } from './savedLinks.ts';
import { notifyTabsOfMarks, refreshTabs } from './showing.ts';
import { snapshotOf } from './snapshots.ts';
import { articleOfTab, markInTab, readTab, saveTab, showMarksInTab } from './tabs.ts';

/** Answers messages from content scripts. Each answer is about the sender's own page only. */
const pageHandlers = (
  context: Context,
  cssOrigin: 'USER' | 'AUTHOR',
): Handlers<typeof fromPages, FromPage> => ({
  'visit.recognise': async ({ canonicalUrl }, page) => {
    const { own, also } = await articlesAt(context.db, { url: page.url, canonicalUrl });
    if (own || also.length) await injectReader(context, page.tabId);
    await injectSavedLinks(context, page);
    return {};
  },
  'visit.savedLinks': ({ urls }, page) => answerSavedLinks(context, page, urls),
  'visit.reader': async (_, { tabId }) => {
    await injectReader(context, tabId);
    return {};
  },
  'visit.extractor': async (_, { tabId, frameId }) => {
    await injectExtractor(context, tabId, frameId);
    return {};
  },
  'visit.foreignFrame': async (_, { tabId }) => {
    await sayOnPage(context, tabId, 'foreignFrame');
    return {};
  },
  'visit.copy': async ({ text }) => ({ copied: await context.copy(plainText(text)) }),
  'visit.marks': (request, page) => marksOf(context, page, request, cssOrigin),
  'annotation.create': ({ id, draft }, page) => createMark(context, page, id, draft),
  'annotation.retarget': ({ id, target }, page) => retargetMark(context, page, id, target),
  'annotation.edit': ({ id, patch, step }, page) => editMark(context, page, id, patch, step),
  'annotation.join': (request, page) => joinMarks(context, page, request),
  'annotation.delete': ({ id }, page) => deleteMark(context, page, id),
  'annotation.restore': ({ id }, page) => restoreMark(context, page, id),
  'annotation.go': (request, page) => undoOrRedoOnPage(context, page, request),
});

/** Answers messages from the extension's own pages. These may ask about any tab and any article. */
const ownHandlers = (context: Context): Handlers<typeof fromOwn> => ({
  'tab.read': ({ tabId }) => readTab(context, tabId),
  'tab.article': ({ tabId }) => articleOfTab(context, tabId),
  'tab.save': ({ tabId, batch }) => (batch ? saveBatchPage(context, tabId, batch) : saveTab(context, tabId)),
  'tab.open': ({ url, ownerId }) => openBatchTab(context, url, ownerId),
  'tab.snapshot': ({ tabId }) => snapshotOf(context, tabId),
  'tab.showMarksOf': async ({ tabId, articleId, shown }) => {
    await showMarksInTab(context, tabId, articleId, shown);
    return {};
  },
  'tab.show': async ({ tabId, quote }) => {
    await injectReader(context, tabId);
    return showIn(context, tabId, { annotationId: null, quote });
  },
  'tab.light': ({ tabId, quote }) => lightIn(context, tabId, { annotationId: null, quote }),
  'tab.liftRestrictions': async ({ tabId }) => {
    await liftRestrictions(context, tabId);
    return {};
  },
  'tab.mark': ({ tabId, draft }) => markInTab(context, tabId, draft),
  'article.show': (request) => showArticle(context, request),
  'article.light': (request) => lightArticle(context, request),
  'article.live': ({ articleId }) => readLive(context, articleId),
  'article.snapshot': ({ articleId }) => snapshotArticle(context, articleId),
  'article.reattach': (request) => startReattach(context, request),
  'article.selection': ({ articleId }) => selectionIn(context, articleId),
  'collection.changed': async ({ articleIds }) => {
    // Needed here too: if the background was stopped during the change, it learns of the change only by this message.
    refreshSavedLinks(context);
    await refreshTabs(context, articleIds);
    return {};
  },
  'collection.marksChanged': async ({ articleId, annotationIds }) => {
    await notifyTabsOfMarks(context, articleId, annotationIds);
    return {};
  },
  'collection.keepNote': async (note) => {
    await keepNote(context, note);
    return {};
  },
});

/**
 * Answers all messages to the background. `cssOrigin`: the origin of the style sheet of the marks. A sheet with the
 * origin `USER` also applies in shadow trees. In Chromium, shadow trees inherit the style anyway.
 */
export const answerMessages = (context: Context, cssOrigin: 'USER' | 'AUTHOR'): void =>
  listen(context.browser.runtime as never, {
    pages: answerer(fromPages, pageHandlers(context, cssOrigin)),
    own: answerer(fromOwn, ownHandlers(context)),
  });
