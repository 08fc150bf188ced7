import { foldSearched } from '../../search/foldSearched.ts';
import { foldTag } from '../../search/query.ts';

type About = {
  title: string;
  keywords: string[];
  text: string;
  /** The tags of the article. */
  tags: string[];
  /** The tags in use, the most used first. */
  known: string[];
  /** The tags of other articles of the same source or issuer, article by article. */
  habits: string[][];
};

/** The most tags that are suggested, and how many of them may be new. */
const MOST = 6;
const MOST_NEW = 2;
/** The most used tags that are looked for in the text. */
const MOST_KNOWN = 500;
/** The number of articles of a source in which a tag must occur to count as a habit. */
const HABIT = 2;
/**
 * The lengths (characters) from which a tag's name in the text counts as a sign, and a keyword is suggested as a tag.
 */
const SHORTEST = 2;
const LONGEST_NEW = 8;

/** The part of a tag after the last slash, folded: 环保/水污染 is found by 水污染. */
const nameOf = (tag: string): string => foldTag(tag.split('/').at(-1)!);

/**
 * Suggests tags for an article, the likeliest first: tags in use that its headline, keywords or text name, or that articles
 * of its source or issuer have; then keywords that are no tags yet.
 */
export function suggestTags({ title, keywords, text, tags, known, habits }: About): string[] {
  const has = new Set(tags.map(foldTag));
  const [foldedTitle, foldedText] = [foldSearched(title), foldSearched(text)];
  const named = new Set(keywords.map(foldTag));
  const uses = new Map<string, number>();
  for (const tag of habits.flatMap((of) => [...new Set(of)])) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  const scored = known.slice(0, MOST_KNOWN).flatMap((tag) => {
    if (has.has(foldTag(tag))) return [];
    const name = nameOf(tag);
    const used = uses.get(tag) ?? 0;
    const isLong = [...name].length >= SHORTEST;
    const score =
      (isLong && foldedTitle.includes(name) ? 3 : 0) +
      (named.has(name) || named.has(foldTag(tag)) ? 3 : 0) +
      (isLong && foldedText.includes(name) ? 1 : 0) +
      (used >= HABIT ? (3 * used) / habits.length : 0);
    return score > 0 ? [{ tag, score }] : [];
  });
  const likely = scored.sort((a, b) => b.score - a.score).map(({ tag }) => tag);
  const taken = new Set([...has, ...known.flatMap((tag) => [foldTag(tag), nameOf(tag)])]);
  const fresh = keywords
    .map((keyword) => keyword.trim())
    .filter((keyword) => {
      const { length } = [...keyword];
      return length >= SHORTEST && length <= LONGEST_NEW && !taken.has(foldTag(keyword));
    });
  return [...likely, ...[...new Set(fresh)].slice(0, MOST_NEW)].slice(0, MOST);
}
