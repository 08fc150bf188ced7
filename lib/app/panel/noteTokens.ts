import { lexer, type Token, type Tokens } from 'marked';

/** The longest note that is rendered as Markdown, in UTF-16 units. A longer one is shown as plain text. */
const LONGEST = 20_000;
/**
 * The most characters in a note that can open emphasis, links or code. The time of the Markdown lexer grows with the
 * square of their number.
 */
const MOST_DELIMITERS = 1_500;
/**
 * Eight markers of quotes or lists at the beginning of a line. Each marker nests the rest of the line one level deeper,
 * which slows the lexer.
 */
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
 * Parses the Markdown of a note (CommonMark with GFM, line breaks kept). Null where it would take too long or is nested
 * too deeply. The note is then shown as plain text.
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

/** The text of a note that is not rendered as Markdown, cut to a length that a page can show. */
export const rawNote = (note: string): string =>
  note.length > LONGEST ? `${note.slice(0, LONGEST)}…` : note;
