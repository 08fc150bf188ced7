import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * An example in the comment of a rule, with invented HTML. `✓`: the rule finds a value, which is after the arrow. `✗`:
 * the rule finds nothing.
 */
export type RuleExample = { found: boolean; parts: Record<string, string>; value: string | null };

/** The comment above a rule: what the rule reads, and examples. Comments are not part of the built extension. */
export type RuleComment = { reads: string; examples: RuleExample[] };

const SECTION = /^export const [A-Z_]+ = (?:rulesFor|headerField)\(/;
const COMMENT = /^\s*\/\/ (.+)$/;
/**
 * The name of a rule at the beginning of its comment. Needed where one function makes several rules: `//
 * label-elsewhere: …`.
 */
const NAMED = /^([a-zA-Z][\w-]*): (.+)$/;
const PART = /\{(\w+)\} /;

/**
 * Splits an example like `{head} <meta …> {info} <p>…</p>` into its parts. HTML before the first name belongs to
 * `info`, the part below the headline.
 */
function partsOf(text: string): Record<string, string> {
  const [info, ...rest] = text.split(PART).map((part) => part.trim());
  const parts: Record<string, string> = info ? { info } : {};
  for (let i = 0; i < rest.length; i += 2) parts[rest[i]!] = rest[i + 1]!;
  return parts;
}

function exampleOf(text: string): RuleExample {
  const at = text.lastIndexOf(' → ');
  return {
    found: text.startsWith('✓'),
    parts: partsOf(text.slice(2, at < 0 ? undefined : at)),
    value: at < 0 ? null : text.slice(at + 3),
  };
}

/** The comments in one source file, by field and rule. */
function commentsIn(source: string): Map<string, Map<string, RuleComment>> {
  const fields = new Map<string, Map<string, RuleComment>>();
  let rules: Map<string, RuleComment> | null = null;
  let field = '';
  let waiting: string[] = [];
  const take = (name: string) => {
    const examples = waiting.filter((line) => /^[✓✗]/.test(line)).map(exampleOf);
    const reads = waiting.filter((line) => !/^[✓✗]/.test(line)).join(' ');
    rules!.set(name, { reads, examples });
    waiting = [];
  };
  let named = '';
  for (const line of source.split('\n')) {
    if (SECTION.test(line)) {
      rules = new Map();
      field = '';
      [waiting, named] = [[], ''];
    }
    if (!rules) continue;
    const comment = COMMENT.exec(line)?.[1];
    if (!field) {
      const quoted = /'(\w+)'/.exec(comment ? '' : line)?.[1];
      if (quoted) {
        field = quoted;
        fields.set(field, rules);
      }
    }
    if (comment) {
      const [, name, reads] = /^[✓✗]/.test(comment) ? [] : (NAMED.exec(comment) ?? []);
      if (name && reads) {
        if (named) take(named);
        [named, waiting] = [name, [reads]];
      } else waiting.push(comment);
      continue;
    }
    const own = /^\s+name: '([^']+)'/.exec(line)?.[1];
    if (named && /\S/.test(line)) {
      take(named);
      named = '';
    } else if (own) take(own);
    else if (!/^\s+\{$/.test(line)) waiting = [];
  }
  return fields;
}

/** The comments of the rules in lib/article/fields, by field and rule. `root` is the project's folder. */
export function ruleComments(root: string): Map<string, Map<string, RuleComment>> {
  const folder = join(root, 'lib/article/fields');
  const all = new Map<string, Map<string, RuleComment>>();
  for (const file of readdirSync(folder).filter((name) => /(?<!\.test)\.ts$/.test(name)))
    for (const [field, rules] of commentsIn(readFileSync(join(folder, file), 'utf8'))) all.set(field, rules);
  return all;
}
