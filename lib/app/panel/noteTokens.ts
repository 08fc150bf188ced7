import { lexer, type Token, type Tokens } from 'marked';

/** UTF-16 units of a note that is rendered. A longer one is shown as it was written. */
const LONGEST = 20_000;
/** Characters that can open emphasis, links or code: the lexer's work grows with the square of their number. */
const MOST_DELIMITERS = 1_500;
/** Markers that open a quote or a list within a line: each nests the rest of the line once more. */
const NESTING = /^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){8}/m;
/** Levels of tokens within tokens: a page could not show more, and rendering calls itself once a level. */
const DEEPEST = 40;

const childrenOf = (token: Token): Token[] => [
  ...((token as Tokens.Generic).tokens ?? []),
  ...((token as Tokens.List).items ?? []),
];

function deeperThan(levels: number, tokens: Token[]): boolean {
  return tokens.some((token) => levels === 0 || deeperThan(levels - 1, childrenOf(token)));
}

/**
 * The Markdown (CommonMark with GFM, line breaks kept) of a note as tokens; null where it cannot be rendered in
 * bounded time and depth, so that its text is to be shown as it was written.
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

/** The text of a note that is not rendered, as much of it as a page can show at once. */
export const rawNote = (note: string): string =>
  note.length > LONGEST ? `${note.slice(0, LONGEST)}…` : note;
