import { cleanTags } from '../../annotation/cleanTags.ts';
import { foldTag } from '../../search/query.ts';

/** Words in quotation marks, up to the next separator or the end. */
const QUOTED = /"([^"]+)"|“([^”]+)”|「([^」]+)」/;
/** One tag of a list: words in quotation marks, or all words up to the next separator. */
const ONE = new RegExp(`\\s*(?:${QUOTED.source})\\s*(?=[,，、;；]|$)|[^,，、;；]+`, 'gu');

/** Removes the # before a new tag, and empty levels: / 环保//大气 (environment, air) becomes 环保/大气. */
const plainTag = (typed: string): string =>
  typed
    .trim()
    .replace(/^[#＃]+/, '')
    .split('/')
    .map((level) => level.trim())
    .filter(Boolean)
    .join('/');

/** Reads one typed tag. A tag in use, or in quotation marks, may hold any character. */
function tagIn(typed: string, known: string[]): string {
  if (known.includes(typed)) return typed;
  const quoted = new RegExp(`^(?:${QUOTED.source})$`).exec(typed);
  return quoted?.slice(1).find(Boolean) ?? plainTag(typed);
}

/**
 * Splits typed words into tags at commas, semicolons and the Chinese 、. Words in quotation marks are one tag, whatever
 * characters they contain. So is the whole input if it is a tag in use. All fields for tags read them with this.
 */
export function typedTags(typed: string, known: string[]): string[] {
  const words = typed.normalize('NFC').trim();
  const all = known.includes(words) ? [words] : [...words.matchAll(ONE)].map(([one]) => one.trim());
  return cleanTags(all.map((one) => tagIn(one, known)));
}

/**
 * Reads the typed new name of a tag; empty where nothing is left of it. A name that differs only in width, case or a
 * leading # from another tag in use becomes that tag, so that the two are merged.
 */
export function typedName(typed: string, renamed: string, known: string[]): string {
  const [name = ''] = cleanTags([tagIn(typed.normalize('NFC').trim(), known)]);
  if (name === renamed || known.includes(name)) return name;
  return known.find((tag) => tag !== renamed && foldTag(tag) === foldTag(name)) ?? name;
}
