import { type Days, daysBetween, daysOf } from './days.ts';
import { SEARCH_FIELDS, type SearchField, STATES, type State } from './fields.ts';
import { foldSearched } from './foldSearched.ts';

/** What is asked of the collection. */
export type Query =
  /** Asks nothing: every article matches. */
  | { type: 'all' }
  | { type: 'and' | 'or'; of: Query[] }
  | { type: 'not'; of: Query }
  /** Folded words that stand in the article, in one field where one is named. `whole`: from the start of a value. */
  | { type: 'words'; words: string; field: SearchField | null; whole: boolean }
  | { type: 'published' | 'due'; days: Days }
  | { type: 'is'; state: State };

const ALL: Query = { type: 'all' };

/** Joins queries; those that ask nothing are left out. */
export function both(queries: Query[]): Query {
  const of = queries.filter(({ type }) => type !== 'all');
  return of.length > 1 ? { type: 'and', of } : (of[0] ?? ALL);
}

const wordsIn = (value: string, field: SearchField | null): Query => {
  const words = foldSearched(value.replaceAll('\n', ' ')).trim();
  return words === '' ? ALL : { type: 'words', words, field, whole: false };
};

/** The articles with a tag, or with one below it: 环保 is above 环保/污染防治. Width, case and a leading # are alike. */
export function tagged(tag: string): Query {
  const words = foldTag(tag);
  if (words === '') return ALL;
  // Every value ends with a line break in the index.
  const value = (end: string): Query => ({ type: 'words', words: words + end, field: 'tag', whole: true });
  return { type: 'or', of: [value('\n'), value('/')] };
}

/** The articles with a mark of this colour. */
export const colored = (color: string): Query => ({
  type: 'words',
  words: `${color}\n`,
  field: 'color',
  whole: true,
});

/** A tag as tags are compared. */
export const foldTag = (tag: string): string => foldSearched(tag).replace(/^#+/, '');

export const is = (state: State): Query => ({ type: 'is', state });
/** What a query does not find. */
export const not = (of: Query): Query => (of.type === 'all' ? of : { type: 'not', of });

/** What stands before a colon, and what is asked by what follows; null where that is no value of it. */
const ASKED: [names: readonly string[], ask: (value: string) => Query | null][] = [
  [SEARCH_FIELDS.tag.names, tagged],
  [
    ['before', '早于'],
    (value) => {
      const days = daysOf(value);
      return days && { type: 'published', days: { from: 1, to: days.from - 1 } };
    },
  ],
  [
    ['after', '晚于'],
    (value) => {
      const days = daysOf(value);
      return days && { type: 'published', days: { from: days.from, to: 99_999_999 } };
    },
  ],
  [
    ['due', '期限', '截止'],
    (value) => {
      const days = daysBetween(value);
      return days ? { type: 'due', days } : wordsIn(value, 'deadline');
    },
  ],
  [
    ['is', '状态', '是'],
    (value) => {
      const word = foldSearched(value);
      if (word === 'unread' || word === '未读') return not(is('read'));
      for (const [state, { names }] of Object.entries(STATES))
        if ((names as readonly string[]).includes(word)) return is(state as State);
      return null;
    },
  ],
  ...Object.entries(SEARCH_FIELDS)
    .filter(([field]) => field !== 'tag')
    .map(([field, { names }]): (typeof ASKED)[number] => [
      names,
      (value) => wordsIn(value, field as SearchField),
    ]),
];

const PREFIX = /^([a-z]+|\p{Script=Han}{1,5})[:：]/iu;

const OPENS = '(（';
const CLOSES = ')）';
const QUOTES: Record<string, string> = { '"': '"', '“': '”', '”': '”', '＂': '＂', '「': '」', '『': '』' };
const MINUS = /^[-−－](?=\S)/;

type Token = { type: '(' | ')' | 'or' | '-' } | { type: 'words'; query: Query };

/** Reads a query sign by sign. Whatever is typed is a query: a bracket or quotation mark left open ends with it. */
class Reader {
  private at = 0;
  private open = 0;
  readonly tokens: Token[] = [];

  constructor(private readonly text: string) {
    while (this.at < text.length) this.token();
  }

  private token(): void {
    const rest = this.text.slice(this.at);
    const [blank] = /^\s*/.exec(rest)!;
    this.at += blank.length;
    const left = rest.slice(blank.length);
    if (left === '') return;
    const or = /^(?:or|或者|或|\|\|?)(?=[\s(（]|$)/i.exec(left);
    if (OPENS.includes(left[0]!) && this.opensGroup(left)) this.sign('(', 1, 1);
    else if (CLOSES.includes(left[0]!) && this.open > 0) this.sign(')', 1, -1);
    else if (or) this.sign('or', or[0].length, 0);
    else if (MINUS.test(left)) this.sign('-', 1, 0);
    else this.words();
  }

  private sign(type: '(' | ')' | 'or' | '-', length: number, opens: number): void {
    this.tokens.push({ type });
    this.at += length;
    this.open += opens;
  }

  /** Whether a bracket groups, and is not part of a word: (2019)5号, （一）. */
  private opensGroup(left: string): boolean {
    const inside = /^[(（]([^()（）]*)[)）](.?)/su.exec(left);
    if (!inside) return true;
    const [, words, next] = inside;
    const single = !/\s/.test(words!.trim());
    return !(single && (/[^\s()（）]/u.test(next!) || left[0] === '（'));
  }

  private words(): void {
    const start = this.at;
    const prefix = PREFIX.exec(this.text.slice(start))?.[0] ?? '';
    const name = prefix.slice(0, -1).toLowerCase();
    const ask = ASKED.find(([names]) => names.includes(name))?.[1];
    if (ask) this.at += prefix.length;
    const value = this.value();
    const query = ask && value !== '' ? ask(value) : ask ? ALL : wordsIn(value, null);
    // What is no value of the field is looked for as it is written.
    this.tokens.push({ type: 'words', query: query ?? wordsIn(this.text.slice(start, this.at), null) });
  }

  /** A phrase in quotation marks, or all up to the next blank or the bracket that closes a group. */
  private value(): string {
    const close = QUOTES[this.text[this.at] ?? ''];
    if (close) {
      const end = this.text.indexOf(close, this.at + 1);
      const phrase = this.text.slice(this.at + 1, end < 0 ? undefined : end);
      const next = end < 0 ? '' : (this.text[end + 1] ?? '');
      // “放管服”改革 is one word.
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
      if (depth === 0 && this.open > 0) break;
      depth = Math.max(0, depth - 1);
    }
    return this.text.slice(start, this.at);
  }
}

/**
 * A query as it is typed. Words all have to stand in an article, in whatever field; `or` or 或 between two, `-` before
 * one that must not stand there, brackets around several, quotation marks around words with blanks. `tag:` 标签：,
 * `source:` 来源：, `due:` 期限： … ask one field; `before:` ends before the first day of a date and `after:` begins with
 * it. Never throws.
 */
export function parseQuery(text: string): Query {
  const { tokens } = new Reader(text);
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

/** The folded words that a query wants to stand in the article, without those that must not. */
export function wantedWords(query: Query): Extract<Query, { type: 'words' }>[] {
  if (query.type === 'words') return [query];
  return query.type === 'and' || query.type === 'or' ? query.of.flatMap(wantedWords) : [];
}
