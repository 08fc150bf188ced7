import { createHash } from 'node:crypto';
import { Article } from '@/lib/article/schema.ts';
import { type ArticleBundle, type KeptAnnotation, textId } from '@/lib/record/schema.ts';
import { TextReading } from '@/lib/tasks/schema.ts';
import { richReading } from './richReading.mjs';
import { sampleAnnotation, sampleSaved, sampleStamps } from './samples.ts';

const { text, ...fields } = Article.parse({ attachments: [], frame: null, ...richReading.article });

/**
 * The text of `richBundle`. It begins with a character outside the Basic Multilingual Plane, so that offsets in UTF-16
 * units and in characters differ.
 */
export const richText: string = `𠮷溪新闻。\n${text}`;
const sha256 = createHash('sha256').update(richText).digest('hex');

/** A mark on these words of `richText`. */
export function markOn(words: string, tags: string[] = [], note = ''): KeptAnnotation {
  const start = richText.indexOf(words);
  const mark = sampleAnnotation(words, tags, { sha256, start, end: start + words.length });
  const comment = { type: 'TextualBody' as const, purpose: 'commenting' as const, value: note };
  return { ...mark, articleId: sampleSaved().id, body: note ? [comment, ...mark.body] : mark.body };
}

/** A saved article with tasks and the given marks. */
export function richBundle(
  annotations: KeptAnnotation[] = [],
  changes: Partial<Article> = {},
  url: string = richReading.url,
): ArticleBundle {
  const saved = sampleSaved({ ...TextReading.parse(richReading), url, sha256 }, { ...fields, ...changes });
  return {
    saved,
    texts: [
      {
        ...sampleStamps,
        id: textId(saved.id, sha256),
        articleId: saved.id,
        sha256,
        capturedAt: saved.capturedAt,
        text: richText,
      },
    ],
    annotations,
  };
}

/** The bytes of a written file. */
export const bytesOf = async (parts: BlobPart[]): Promise<Uint8Array> =>
  new Uint8Array(await new Blob(parts).arrayBuffer());

/** The text of a written file. */
export const wordsOf = async (parts: BlobPart[]): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(parts));
