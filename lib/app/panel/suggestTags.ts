import { foldSearched } from '../../search/foldSearched.ts';
import { foldTag } from '../../search/query.ts';

type About = {
  title: string;
  keywords: string[];
  text: string;
  /** The tags that the article has already. */
  tags: string[];
  /** The tags in use, the most used first. */
  known: string[];
  /** The tags of other articles of the same source or issuer, one list per article. */
  habits: string[][];
};

/** The most tags that are suggested. */
const MOST = 6;
/** The most suggested tags that are not in use yet. */
const MOST_NEW = 2;
/** How many tags in use are compared with the article, beginning with the most used. */
const MOST_KNOWN = 500;
/** How many articles of a source must have a tag, so that the tag counts as usual for the source. */
const HABIT = 2;
/** The fewest characters of a tag's name that is searched for in the text, and of a keyword suggested as a new tag. */
const SHORTEST = 2;
/** The most characters of a keyword suggested as a new tag. */
const LONGEST_NEW = 8;

/**
 * The part of a tag after the last slash, normalised for comparison. A text with 水污染 (water pollution) thus matches the
 * tag 环保/水污染 (environment/water pollution).
 */
const nameOf = (tag: string): string => foldTag(tag.split('/').at(-1)!);

/**
 * Suggests tags for an article, the likeliest first. First come tags in use that occur in its title, keywords or text,
 * or that articles of its source or issuer have. Keywords that are not tags yet follow.
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
