import { describe, indexText } from '@/lib/annotation/index.ts';
import type { Annotation, AnnotationPatch, Color } from '@/lib/annotation/schema.ts';
import type { Ask } from '@/lib/messages/channel.ts';
import type { fromPages } from '@/lib/messages/fromPages.ts';

export const ARTICLE = '5f6c8a54-8f0e-4c1e-9f0a-0d1b2c3d4e5f';
let last = 0;

/** The range of some words within one text node of the document. */
export function rangeOf(words: string): Range {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    return range;
  }
  throw new Error(`${words} is not in the document`);
}

/** A mark on some words of the document as it is now. */
export function markOn(words: string, color: Color = 'yellow'): Annotation {
  last += 1;
  const time = '2025-03-04T01:30:00.000Z';
  return {
    id: `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`,
    articleId: ARTICLE,
    created: time,
    modified: time,
    color,
    body: [],
    target: {
      source: location.href,
      selector: describe(rangeOf(words), indexText(document.body)),
      captured: null,
    },
  };
}

/** Replaces the background in tests of the page's scripts: stores marks, and records the messages that it receives. */
export class FakeBackground {
  marks: Annotation[] = [];
  tags: string[] = [];
  keywords: string[] = [];
  colorMeanings: Record<string, string> = {};
  texts: { sha256: string; text: string }[] = [];
  private done: { id: string; before: Annotation | null }[] = [];
  private undone: { id: string; before: Annotation | null }[] = [];
  readonly asked: { name: string; request: unknown }[] = [];
  /**
   * A function for the name of a message. The next answer to that message waits for the function, or fails with its
   * error.
   */
  readonly before = new Map<string, () => Promise<unknown>>();

  readonly ask = (async (name: string, request: never) => {
    this.asked.push({ name, request });
    const before = this.before.get(name);
    this.before.delete(name);
    // Computes the answer to a read at the time of the question, even if the answer is sent late.
    const read = name === 'visit.marks' ? this.answer(name, request) : undefined;
    await before?.();
    return read ?? this.answer(name, request);
  }) as unknown as Ask<typeof fromPages>;

  private answer(name: string, request: unknown): unknown {
    const { id } = request as { id: string };
    const mark = this.marks.find((one) => one.id === id) ?? null;
    const recordStep = (before: Annotation | null) => {
      this.done.push({ id, before });
      this.undone = [];
    };
    const put = (changed: Annotation) => {
      this.marks = [...this.marks.filter((one) => one.id !== changed.id), changed];
      return changed;
    };
    switch (name) {
      case 'visit.marks':
        return {
          saved: this.marks.length ? { keywords: this.keywords } : null,
          annotations: [...this.marks],
          tags: this.tags,
          colorMeanings: this.colorMeanings,
          texts: this.texts,
          history: this.history,
        };
      case 'annotation.create': {
        const { draft } = request as { draft: Annotation };
        recordStep(null);
        return put({ ...markShell, ...draft, id });
      }
      case 'annotation.edit': {
        const { patch } = request as { patch: AnnotationPatch };
        if (mark) recordStep(mark);
        return (
          mark && put({ ...mark, color: patch.color ?? mark.color, modified: '2025-03-05T01:30:00.000Z' })
        );
      }
      case 'annotation.retarget':
        if (mark) recordStep(mark);
        return mark && put({ ...mark, target: (request as Annotation).target });
      case 'annotation.delete':
        if (mark) recordStep(mark);
        this.marks = this.marks.filter((one) => one.id !== id);
        return mark;
      case 'annotation.restore': {
        const deleted = this.done.findLast(({ before }) => before?.id === id)?.before ?? null;
        recordStep(null);
        return deleted && put(deleted);
      }
      case 'annotation.go':
        return this.go((request as { redo: boolean }).redo);
      default:
        return {};
    }
  }

  get history() {
    return { undo: this.done.length > 0, redo: this.undone.length > 0 };
  }

  private go(redo: boolean) {
    const step = (redo ? this.undone : this.done).pop();
    if (!step) return { changed: [], history: this.history };
    const { id, before } = step;
    const now = this.marks.find((one) => one.id === id) ?? null;
    (redo ? this.done : this.undone).push({ id, before: now });
    this.marks = [...this.marks.filter((one) => one.id !== id), ...(before ? [before] : [])];
    return { changed: [{ id, annotation: before }], history: this.history };
  }

  /** The names of the messages received since the last call. */
  heard(): string[] {
    return this.asked.splice(0).map(({ name }) => name);
  }
}

const markShell = {
  articleId: ARTICLE,
  created: '2025-03-04T01:30:00.000Z',
  modified: '2025-03-04T01:30:00.000Z',
};
