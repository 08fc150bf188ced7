import { tidy } from './lines.ts';

/** What a script with schema.org data says about the article. */
export type LinkedData = {
  headline: string | null;
  publishedAt: string | null;
  authors: string[];
  publisher: string | null;
};

type Json = Record<string, unknown>;

const NOTHING: LinkedData = { headline: null, publishedAt: null, authors: [], publisher: null };
const ARTICLE = /(Article|Report|BlogPosting)$/;

const words = (value: unknown): string | null =>
  typeof value === 'string' ? tidy(value.slice(0, 1000)) || null : null;
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.slice(0, 50) : value ? [value] : [];
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const nameOf = (value: unknown): string | null => (isObject(value) ? words(value.name) : words(value));

/** Parses JSON, and allows line breaks within strings, because the data of many pages has them. */
function parse(text: string): unknown {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what breaks JSON here
  const clean = text.replace(/[\u0000-\u001f]+/g, ' ');
  try {
    return JSON.parse(clean);
  } catch {
    return null;
  }
}

/**
 * Reads the article from schema.org data in a script: NewsArticle and similar types, alone or in a graph. Also reads
 * the smaller form that Baidu asked sites for (`cambrian.jsonld`: title, pubDate). Ignores broken JSON.
 */
export function readJsonLd(doc: Document): LinkedData {
  for (const script of [...doc.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20)) {
    const text = script.textContent ?? '';
    if (text.length > 200_000) continue;
    const roots = listOf(parse(text)).filter(isObject);
    for (const node of roots.flatMap((root) => [root, ...listOf(root['@graph']).filter(isObject)])) {
      const cambrian = /cambrian/.test(words(node['@context']) ?? '');
      if (!cambrian && !listOf(node['@type']).some((type) => ARTICLE.test(String(type)))) continue;
      return {
        headline: words(node.headline) ?? (cambrian ? words(node.title) : null),
        publishedAt: words(node.datePublished) ?? words(node.pubDate),
        authors: listOf(node.author)
          .map(nameOf)
          .filter((name) => name !== null),
        publisher: nameOf(node.publisher),
      };
    }
  }
  return NOTHING;
}
