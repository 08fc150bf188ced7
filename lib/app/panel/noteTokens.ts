import { lexer, type Token, type Tokens } from 'marked';

/** The longest note that is rendered, in UTF-16 units; a longer one shows as plain text. */
const LONGEST = 20_000;
/** The largest number of characters that can open emphasis, links or code. The lexer's work grows with its square. */
const MOST_DELIMITERS = 1_500;
/** Eight markers of quotes or lists at the beginning of a line. Each nests the rest of the line one level deeper. */
const NESTING = /^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){8}/m;
/** The deepest nesting of tokens that is rendered, because rendering recurses once for each level. */
const DEEPEST = 40;

const childrenOf = (token: Token): Token[] => [
  ...((token as Tokens.Generic).tokens ?? []),
  ...((token as Tokens.List).items ?? []),
];

function deeperThan(levels: number, tokens: Token[]): boolean {
  return tokens.some((token) => levels === 0 || deeperThan(levels - 1, childrenOf(token)));
}

/**
 * Parses the Markdown of a note (CommonMark with GFM, line breaks kept). Null where rendering would exceed the limits
 * of time and depth; the note then shows as plain text.
 */
export function noteTokens(note: string): Token[] | null {
  if (note.length > LONGEST || NESTING.test(note)) return null;
  if ((note.match(/[*_~`[\]<]/g)?.length ?? 0) > MOST_DELIMITERS) return null;
  try {
    const tokens = lexer(note, { gfm: true, breaks: true });
    return deeperThan(DEEPEST, tokens) ? null : tokens;
  } catch {
    return null;
  }
}

/** The text of a note that is not rendered, cut to what a page can show at once. */
export const rawNote = (note: string): string =>
  note.length > LONGEST ? `${note.slice(0, LONGEST)}…` : note;
