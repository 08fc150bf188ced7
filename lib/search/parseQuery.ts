import { type Ask, askOf, DUE_NAMES, STATE_NAMES } from './askedNames.ts';
import { ALL, both, not, type Query, wordsIn } from './query.ts';

const PREFIX = /^([a-z]+|\p{Script=Han}{1,5})[:：]/iu;

const OPENS = '(（';
const CLOSES = ')）';
/** The quotation marks around words that belong together: those that open, each with the one that closes. */
export const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '”': '”',
  '＂': '＂',
  '「': '」',
  '『': '』',
};
const MINUS = /^[-−－](?=\S)/;

/**
 * A part of a query that looks as if it asked for the value of a field, such as `before:soon`, but is searched as plain
 * words. `type`: the field does not exist, or its value is no day, no deadline or no state. Or a blank stands behind a
 * minus sign, which then excludes nothing.
 */
export type Doubt = { type: 'field' | 'day' | 'due' | 'state' | 'minus'; words: string };

const doubtType = (name: string): Doubt['type'] =>
  STATE_NAMES.includes(name) ? 'state' : DUE_NAMES.includes(name) ? 'due' : 'day';

type Token = { type: '(' | ')' | 'or' | '-' } | { type: 'words'; query: Query };

/** A field whose name a person has typed. `prefix`: the name as typed, with its colon. */
type Named = { prefix: string; name: string; ask: Ask };

/**
 * Parses a query character by character. Accepts any input: the end of the query closes open brackets and quotation
 * marks.
 */
class Reader {
  private at = 0;
  /** For each open bracket, the field before it; null for none. The field applies to the words inside. */
  private readonly open: (Named | null)[] = [];
  readonly tokens: Token[] = [];
  readonly doubts: Doubt[] = [];

  constructor(
    private readonly text: string,
    private readonly now: Date,
  ) {
    while (this.at < text.length) this.token();
  }

  private token(): void {
    const rest = this.text.slice(this.at);
    const [blank] = /^\s*/.exec(rest)!;
    this.at += blank.length;
    const left = rest.slice(blank.length);
    if (left === '') return;
    const or = /^(?:or|或者|或|\|\|?)(?=[\s(（]|$)/i.exec(left);
    const excludes = /^not(?=\s+\S)/i.exec(left);
    const and = /^(?:and|并且|且|&&?)(?=[\s(（]|$)/i.exec(left);
    const before = this.tokens.at(-1)?.type;
    if (OPENS.includes(left[0]!) && this.opensGroup(left)) this.begin(this.open.at(-1) ?? null);
    else if (CLOSES.includes(left[0]!) && this.open.length > 0) this.end();
    else if (or) this.sign('or', or[0].length);
    // Words beside each other are joined anyway. At the beginning of a query or group, these are words like others.
    else if (and && (before === 'words' || before === ')')) this.at += and[0].length;
    else if (MINUS.test(left)) this.sign('-', 1);
    else if (excludes) this.sign('-', excludes[0].length);
    else this.words();
  }

  private sign(type: '(' | ')' | 'or' | '-', length: number): void {
    this.tokens.push({ type });
    this.at += length;
  }

  private begin(field: Named | null): void {
    this.sign('(', 1);
    this.open.push(field);
  }

  private end(): void {
    this.sign(')', 1);
    this.open.pop();
  }

  /** Whether a bracket begins a group and is not part of a word, as in (2019)5号 (no. 5 of 2019) or （一） (first). */
  private opensGroup(left: string, field: Named | null = null): boolean {
    const inside = /^[(（]([^()（）]*)[)）](.?)/su.exec(left);
    if (!inside) return true;
    const [, words, next] = inside;
    const single = !/\s/.test(words!.trim());
    // Behind a field, only a number in brackets is a word.
    const isWord = left[0] === '（' && (!field || /^[\d一二三四五六七八九十]+$/.test(words!));
    return !(single && (/[^\s()（）]/u.test(next!) || isWord));
  }

  /** The field whose name and colon come next; null for none. */
  private named(): Named | null {
    const prefix = PREFIX.exec(this.text.slice(this.at))?.[0] ?? '';
    const name = prefix.slice(0, -1).toLowerCase();
    const ask = askOf(name);
    return ask ? { prefix, name, ask } : null;
  }

  /** The field of tags, where a tag is written as #汛期 (flood season). */
  private hash(): Named | null {
    const isTag = /^[#＃](?=[^\s#＃])/.test(this.text.slice(this.at));
    return isTag ? { prefix: '', name: 'tag', ask: askOf('tag')! } : null;
  }

  private words(): void {
    const start = this.at;
    const named = this.named() ?? this.hash();
    if (named) this.at += named.prefix.length;
    const left = this.text.slice(this.at);
    if (named && left !== '' && OPENS.includes(left[0]!) && this.opensGroup(left, named)) {
      this.begin(named);
      return;
    }
    const field = named ?? this.open.at(-1) ?? null;
    const value = this.value();
    const query = field && value !== '' ? field.ask(value, this.now) : field ? ALL : wordsIn(value, null);
    if (field && !query) this.doubts.push({ type: doubtType(field.name), words: field.prefix + value });
    const [minus] = /^[-−－]\s+[^\s\d]+/.exec(this.text.slice(start)) ?? [];
    if (minus) this.doubts.push({ type: 'minus', words: minus });
    const [unknown] = /^[a-z]{2,}[:：](?=[^/\s])/i.exec(this.text.slice(start)) ?? [];
    if (!field && unknown) this.doubts.push({ type: 'field', words: unknown });
    // An invalid value is searched as plain words, together with the field name before it.
    this.tokens.push({ type: 'words', query: query ?? wordsIn(this.text.slice(start, this.at), null) });
  }

  /** Reads a phrase in quotation marks, or all characters up to the next blank or the bracket that closes a group. */
  private value(): string {
    const close = QUOTES[this.text[this.at] ?? ''];
    if (close) {
      const end = this.text.indexOf(close, this.at + 1);
      const phrase = this.text.slice(this.at + 1, end < 0 ? undefined : end);
      const next = end < 0 ? '' : (this.text[end + 1] ?? '');
      // “放管服”改革 (deregulation reform) is one word, because no blank follows the closing quotation mark.
      if (/\s/.test(phrase) || next === '' || /[\s)）]/.test(next)) {
        this.at = end < 0 ? this.text.length : end + 1;
        return phrase;
      }
    }
    const start = this.at;
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const sign = this.text[this.at]!;
      if (/\s/.test(sign)) break;
      if (OPENS.includes(sign)) depth++;
      if (!CLOSES.includes(sign)) continue;
      if (depth === 0 && this.open.length > 0) break;
      depth = Math.max(0, depth - 1);
    }
    return this.text.slice(start, this.at);
  }
}

/**
 * Parses a typed query. An article matches if it has all the words, in any field. `or` or 或 joins alternatives, `-`
 * and `not ` exclude a word, `#` begins a tag, brackets group, and quotation marks hold words with blanks. `and`, 且 and 并且 change nothing. `tag:`
 * 标签：, `source:` 来源：, `due:` 期限： … search one field, also for each word of a group. `before:` matches days before a
 * date, `after:` that date and later days. `now`: the moment from which 本周 (this week) and the like count. Never
 * throws.
 */
export function parseQuery(text: string, now = new Date()): Query {
  const { tokens } = new Reader(text, now);
  let at = 0;
  const any = (): Query => {
    const of = [all()];
    while (tokens[at]?.type === 'or') {
      at++;
      of.push(all());
    }
    const asked = of.filter(({ type }) => type !== 'all');
    return asked.length > 1 ? { type: 'or', of: asked } : (asked[0] ?? ALL);
  };
  const all = (): Query => {
    const of: Query[] = [];
    for (let token = tokens[at]; token && token.type !== ')' && token.type !== 'or'; token = tokens[at])
      of.push(one());
    return both(of);
  };
  const one = (): Query => {
    const token = tokens[at++];
    if (token?.type === 'words') return token.query;
    if (token?.type === '-') return tokens[at] ? not(one()) : ALL;
    if (token?.type !== '(') return ALL;
    const inside = any();
    if (tokens[at]?.type === ')') at++;
    return inside;
  };
  const queries: Query[] = [];
  while (at < tokens.length) {
    queries.push(any());
    if (tokens[at]?.type === ')') at++;
  }
  return both(queries);
}

/** Lists the parts of a query that are searched as plain words although they may be meant otherwise. */
export const doubtsOf = (text: string): Doubt[] => new Reader(text, new Date()).doubts;
