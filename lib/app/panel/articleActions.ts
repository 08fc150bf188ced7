import { DEFAULT_COLOR } from '../../annotation/colors.ts';
import { quoteOf } from '../../annotation/describe.ts';
import { draftFromText } from '../../annotation/fromText.ts';
import type { Annotation, AnnotationDraft, TextQuoteSelector } from '../../annotation/schema.ts';
import { TASK_TAG } from '../../annotation/taskTag.ts';
import type { Article } from '../../article/schema.ts';
import { workFrom } from '../../exchange/bibliography.ts';
import type { TaskListFormat } from '../../exchange/formats.ts';
import { markText } from '../../exchange/markText.ts';
import { type ReferenceStyle, referenceTo } from '../../exchange/references.ts';
import type { MessageKey } from '../../messageKey.ts';
import type { Pointer, SnapshotOutcome } from '../../messages/schema.ts';
import { countTasks } from '../../tasks/corrections/corrections.ts';
import type { Span, Task, TaskList } from '../../tasks/schema.ts';
import { errorText, t } from '../i18n.ts';
import { snapshotFailure } from '../snapshots.ts';
import type { Notify } from './notify.ts';
import { taskMarkOf } from './taskMark.ts';

/** The message about a finished action, and a function that undoes the action. */
export type Done = {
  words: MessageKey;
  undo?: () => Promise<unknown>;
  /** The outcome of the page's snapshot, which may still be in the making when the action is done. Never rejects. */
  snapshot?: Promise<SnapshotOutcome>;
};

/**
 * The functions by which a view acts on the web page and the database. The popup addresses the page by its tab, the
 * side panel by the id of the saved article.
 */
export type ArticleReach = {
  /**
   * Scrolls the page to a mark or a quote. Returns whether the text is now shown, is hidden by the page, is missing, or
   * whether the page was opened in a new tab.
   */
  show: (pointer: Pointer) => Promise<'shown' | 'hidden' | 'missing' | 'opened'>;
  /** Emphasises a mark or a quote on the page. A pointer whose parts are both null ends the emphasis. */
  light: (pointer: Pointer) => Promise<unknown>;
  /** Adds a mark. */
  mark: (draft: AnnotationDraft) => Promise<Done>;
  /** Saves the page as it is now. */
  save: () => Promise<Done>;
};

export type ShownArticle = {
  article: Omit<Article, 'text'>;
  url: string;
  text: string;
  /** The time when the page was read (ISO 8601, UTC): the access date in a bibliographic reference. */
  readAt: string;
  /** SHA-256 of the captured text; null where the article is not saved. */
  sha256: string | null;
  annotations: Annotation[];
};

export type ActionsInput = {
  shown: ShownArticle;
  reach: ArticleReach;
  format: TaskListFormat;
  style: ReferenceStyle;
  /** False where the browser refuses to copy. */
  copyText: (text: string) => Promise<boolean>;
  notify: Notify;
};

const NOWHERE: Pointer = { annotationId: null, quote: null };

/**
 * The actions on a displayed article, the same in popup and side panel. Never rejects: each action shows a message that
 * says what it did, or why it failed.
 */
export function articleActions({ shown, reach, format, style, copyText, notify }: ActionsInput) {
  const { article, url, text, sha256, annotations } = shown;
  const quoted = (span: Span): Pointer => ({ annotationId: null, quote: quoteOf(text, span) });
  const attempt = async (work: () => Promise<Done>) => {
    try {
      const { words, undo, snapshot } = await work();
      notify(t(words), undo);
      void snapshot?.then((outcome) => {
        const failure = snapshotFailure(outcome, t);
        if (failure) notify(failure, undo);
      });
    } catch (error) {
      notify(errorText(error));
    }
  };
  const show = async (pointer: Pointer) => {
    try {
      const outcome = await reach.show(pointer);
      notify(outcome === 'missing' ? t('notOnPage') : outcome === 'hidden' ? t('hiddenOnPage') : '');
    } catch (error) {
      notify(errorText(error));
    }
  };
  // Highlighting text on the page is only a visual hint, so a failure is not reported.
  const light = (pointer: Pointer) => void reach.light(pointer).catch(() => {});
  const copy = async (words: string, done: string) =>
    notify((await copyText(words).catch(() => false)) ? done : t('page_notCopied'));
  return {
    /** Scrolls the page to some words of the text. */
    show: (span: Span) => show(quoted(span)),
    /** Emphasises some words of the text on the page. Null ends the emphasis. */
    light: (span: Span | null) => light(span ? quoted(span) : NOWHERE),
    /** Shows the page. Opens it where no tab shows it. */
    showPage: () => show(NOWHERE),
    showMark: (annotationId: string, quote: TextQuoteSelector | null) => show({ annotationId, quote }),
    lightMark: (annotationId: string | null) => light({ annotationId, quote: null }),
    /** Marks the words of a task. */
    mark: (task: Task) => {
      const about = { source: url, color: DEFAULT_COLOR, tags: [TASK_TAG], sha256 };
      return attempt(() => reach.mark(draftFromText(text, task, about)));
    },
    /** The mark on the words of a task; null where there is none. */
    markOf: (task: Task) => taskMarkOf(annotations, task, sha256),
    /** Copies task lists in the format that the person has chosen. */
    copy: (lists: TaskList[]) =>
      copy(format.write(lists, { ...article, url }), t('tasksCopied', countTasks(lists))),
    /** Copies the marks of the article as plain text. */
    copyMarks: () => copy(markText(annotations, { ...article, url }), t('marksCopied', annotations.length)),
    /** Copies a reference to the article in the style chosen in the options. */
    cite: () =>
      copy(referenceTo(workFrom({ article, url, readAt: shown.readAt }), style), t('referenceCopied')),
    save: () => attempt(reach.save),
  };
}

export type ArticleActions = ReturnType<typeof articleActions>;
