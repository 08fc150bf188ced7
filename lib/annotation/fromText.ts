import { quoteOf } from './describe.ts';
import type { AnnotationDraft, Color } from './schema.ts';

/** A new mark on a span of a captured text (UTF-16 offsets), made without the page, as for a task or a search hit. */
export function draftFromText(
  text: string,
  span: { start: number; end: number },
  about: { source: string; color: Color; tags: string[]; sha256: string | null },
): AnnotationDraft {
  return {
    color: about.color,
    body: about.tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
    target: {
      source: about.source,
      selector: [quoteOf(text, span)],
      captured: about.sha256 ? { sha256: about.sha256, start: span.start, end: span.end } : null,
    },
  };
}
