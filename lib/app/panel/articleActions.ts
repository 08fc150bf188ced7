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
import type { Pointer } from '../../messages/schema.ts';
import { countTasks } from '../../tasks/corrections/corrections.ts';
import type { Span, Task, TaskList } from '../../tasks/schema.ts';
import { errorText, t } from '../i18n.ts';
import type { Notify } from './notify.ts';
import { taskMarkOf } from './taskMark.ts';

/** The sentence about a finished action, and how to undo the action. */
export type Done = { words: MessageKey; undo?: () => Promise<unknown> };

/** How a view reaches the page and the collection: the popup through the tab, the panel through the article. */
export type ArticleReach = {
  /** Shows a place in the page, where the page has it and does not hide it. */
  show: (pointer: Pointer) => Promise<'shown' | 'hidden' | 'missing' | 'opened'>;
  /** Emphasises a place. A pointer whose parts are both null ends the emphasis. */
  light: (pointer: Pointer) => Promise<unknown>;
  /** Makes a mark. */
  mark: (draft: AnnotationDraft) => Promise<Done>;
  /** Saves the page in its present state. */
  save: () => Promise<Done>;
};

export type ShownArticle = {
  article: Omit<Article, 'text'>;
  url: string;
  text: string;
  /** When the page was read (ISO 8601, UTC), for the access date of a reference. */
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
 * The actions on a displayed article, in the popup as in the panel. Never rejects: each action reports in a sentence
 * what it did or why it failed.
 */
export function articleActions({ shown, reach, format, style, copyText, notify }: ActionsInput) {
  const { article, url, text, sha256, annotations } = shown;
  const quoted = (span: Span): Pointer => ({ annotationId: null, quote: quoteOf(text, span) });
  const attempt = async (work: () => Promise<Done>) => {
    try {
      const { words, undo } = await work();
      notify(t(words), undo);
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
  // Emphasis is only a hint, so a failure is not reported.
  const light = (pointer: Pointer) => void reach.light(pointer).catch(() => {});
  const copy = async (words: string, done: string) =>
    notify((await copyText(words).catch(() => false)) ? done : t('page_notCopied'));
  return {
    /** Shows words of the text in the page. */
    show: (span: Span) => show(quoted(span)),
    /** Emphasises words of the text in the page; null ends it. */
    light: (span: Span | null) => light(span ? quoted(span) : NOWHERE),
    /** Shows the page, and opens it where no tab has it. */
    showPage: () => show(NOWHERE),
    showMark: (annotationId: string, quote: TextQuoteSelector | null) => show({ annotationId, quote }),
    lightMark: (annotationId: string | null) => light({ annotationId, quote: null }),
    /** Makes a mark of a task. */
    mark: (task: Task) => {
      const about = { source: url, color: DEFAULT_COLOR, tags: [TASK_TAG], sha256 };
      return attempt(() => reach.mark(draftFromText(text, task, about)));
    },
    /** The mark that was made of a task; null where there is none. */
    markOf: (task: Task) => taskMarkOf(annotations, task, sha256),
    /** Copies task lists in the chosen format. */
    copy: (lists: TaskList[]) =>
      copy(format.write(lists, { ...article, url }), t('tasksCopied', countTasks(lists))),
    /** Copies the marks as plain text. */
    copyMarks: () => copy(markText(annotations, { ...article, url }), t('marksCopied', annotations.length)),
    /** Copies a reference to the article in the style chosen in the options. */
    cite: () =>
      copy(referenceTo(workFrom({ article, url, readAt: shown.readAt }), style), t('referenceCopied')),
    save: () => attempt(reach.save),
  };
}

export type ArticleActions = ReturnType<typeof articleActions>;
