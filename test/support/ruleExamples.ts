import { readFileSync } from 'node:fs';

/**
 * An example in the comment of a rule: an invented sentence. `✓`: the rule matches it. `✗`: the rule does not. The
 * result is after the arrow.
 */
export type Example = { found: boolean; text: string; gives: string | null };

const COMMENT = /^( *)\/\/ ([✓✗]) (.+)$/;
/** Matches the first line of a table row, which is a pattern, an object or a tuple. */
const ROW = /^ {2}(?:\/(?!\/)|new RegExp\(|\{|\[)/;

/** The lines of a source file. Reads the original file, because mutation testing runs on copies with another format. */
const linesOf = (file: URL): string[] =>
  readFileSync(new URL(file.href.replace(/\/\.stryker-tmp\/sandbox-[^/]+/, '')), 'utf8').split('\n');

/**
 * Reads the examples from the comments in a table of rules, before each row and within it. Used only by tests; the
 * comments are not part of the built extension.
 */
export function examplesOf(file: URL, table: string): Example[][] {
  const lines = linesOf(file);
  const from = lines.findIndex((line) => line.startsWith(`export const ${table}:`));
  const to = lines.findIndex((line, i) => i > from && /^\];|^\);/.test(line));
  if (from < 0 || to < 0) throw new Error(`There is no table ${table} in ${file.pathname}`);
  const rows: Example[][] = [];
  let waiting: Example[] = [];
  for (const line of lines.slice(from + 1, to)) {
    const comment = COMMENT.exec(line);
    if (comment) {
      const [text, gives = null] = comment[3]!.split(' → ') as [string, string?];
      const example = { found: comment[2] === '✓', text, gives };
      if (comment[1]!.length > 2) rows.at(-1)!.push(example);
      else waiting.push(example);
    } else if (ROW.test(line)) {
      rows.push(waiting);
      waiting = [];
    }
  }
  return rows;
}

/** Reads the examples in the comments directly above a constant of a module. */
export function examplesAbove(file: URL, constant: string): Example[] {
  const lines = linesOf(file);
  const at = lines.findIndex((line) => line.startsWith(`export const ${constant} `));
  const examples: Example[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const comment = COMMENT.exec(lines[i]!);
    if (!comment) break;
    const [text, gives = null] = comment[3]!.split(' → ') as [string, string?];
    examples.unshift({ found: comment[2] === '✓', text, gives });
  }
  return examples;
}
