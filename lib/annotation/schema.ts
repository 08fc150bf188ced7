import { z } from '../zod.ts';
import { COLOR_IDS } from './colors.ts';

/** W3C Web Annotation, 4.2.4: the words themselves, with their context on either side. */
export const TextQuoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
export type TextQuoteSelector = z.infer<typeof TextQuoteSelector>;

/**
 * W3C Web Annotation, 4.2.5: UTF-16 offsets into the page's text content (all text nodes, as `textContent` joins them).
 */
export const TextPositionSelector = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.int().check(z.minimum(0)),
  end: z.int().check(z.minimum(0)),
});
export type TextPositionSelector = z.infer<typeof TextPositionSelector>;

/** W3C Web Annotation, 4.2.2: one end of a RangeSelector. */
export const XPathSelector = z.object({
  type: z.literal('XPathSelector'),
  value: z.string(),
  /** A UTF-16 offset into the text of the element that the XPath names. */
  refinedBy: z.optional(z.object({ type: z.literal('TextPositionSelector'), start: z.int(), end: z.int() })),
});
export type XPathSelector = z.infer<typeof XPathSelector>;

/** W3C Web Annotation, 4.2.9: a range, by selectors of its start and its end. */
export const RangeSelector = z.object({
  type: z.literal('RangeSelector'),
  startSelector: XPathSelector,
  endSelector: XPathSelector,
});
export type RangeSelector = z.infer<typeof RangeSelector>;

// A plain union, here and in all messages that the content script receives. A discriminated union would add its own
// code to that script for these few schemas.
export const Selector = z.union([TextQuoteSelector, TextPositionSelector, RangeSelector]);
export type Selector = z.infer<typeof Selector>;

/** A note (`commenting`, Markdown) or a tag (`tagging`): TextualBody of W3C Web Annotation, 3.2.4. */
export const Body = z.object({
  type: z.literal('TextualBody'),
  purpose: z.enum(['commenting', 'tagging']),
  value: z.string(),
});
export type Body = z.infer<typeof Body>;

export const Color = z.enum(COLOR_IDS);
export type Color = z.infer<typeof Color>;

/** The place of the words in a captured text: the text's SHA-256 (hex) and UTF-16 offsets into it. */
export const CapturedSpan = z.object({ sha256: z.string(), start: z.int(), end: z.int() });
export type CapturedSpan = z.infer<typeof CapturedSpan>;

export const Target = z.object({
  /** The address of the page on which the mark was made. */
  source: z.string(),
  selector: z.array(Selector),
  /** Null where the words are outside the captured text, as in a headline or a caption. */
  captured: z.nullable(CapturedSpan),
  /** The words as the person saw them. Only present where a style sheet hid some words of the quote. */
  shown: z.optional(z.string()),
});
export type Target = z.infer<typeof Target>;

/** A mark that a person made: a highlight, with or without a note and tags. */
export const Annotation = z.object({
  id: z.uuid(),
  articleId: z.uuid(),
  /** ISO 8601, UTC. */
  created: z.iso.datetime(),
  /** ISO 8601, UTC. */
  modified: z.iso.datetime(),
  color: Color,
  body: z.array(Body),
  target: Target,
});
export type Annotation = z.infer<typeof Annotation>;

/** An annotation before it is stored: without id and times, not yet tied to an article. */
export const AnnotationDraft = z.object({ color: Color, body: z.array(Body), target: Target });
export type AnnotationDraft = z.infer<typeof AnnotationDraft>;

/**
 * What a person can edit of an annotation. Tags are added and removed one by one, so that two open pages of the
 * extension can change them at once.
 */
export const AnnotationPatch = z.object({
  color: z.optional(Color),
  note: z.optional(z.string()),
  /**
   * The note before the edit. The store uses it to merge the edit with what another page of the extension has written
   * meanwhile.
   */
  noteFrom: z.optional(z.string()),
  addTags: z.optional(z.array(z.string())),
  removeTags: z.optional(z.array(z.string())),
});
export type AnnotationPatch = z.infer<typeof AnnotationPatch>;
