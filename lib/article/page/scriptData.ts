import { epochDate } from '../../chinese/dates.ts';
import { tidy } from './lines.ts';

/** The article as the data in a script gives it. The script is never run. */
export type ScriptData = Partial<Record<ScriptField, string>> & {
  /** The article's text, as HTML. */
  content?: string;
  attachments?: { name: string; url: string }[];
};
type ScriptField =
  | 'title'
  | 'publishedAt'
  | 'writtenOn'
  | 'source'
  | 'authors'
  | 'editors'
  | 'keywords'
  | 'views'
  | 'issuer'
  | 'documentNumber'
  | 'indexNumber';

/** Names under which the scripts of portals keep the values of an article, in lower case without `_` and `-`. */
const NAMES: [ScriptField | 'content', RegExp][] = [
  ['title', /^(?:doc|news|article|info)?(?:title|headline)$/],
  [
    'content',
    /^(?:doc|news|article|info)?(?:content|contenthtml|contentlist|contentdata|htmlcontent|body|(?:detail)?html)$/,
  ],
  ['publishedAt', /^(?:doc|news|article)?(?:publish|published|p|pub|release|news|issue)(?:time|date|at)$/],
  ['writtenOn', /^(?:write|written|compose|sign)(?:date|time)$/],
  ['source', /^(?:doc|news|article)?(?:source|src|sourcename|origin|medianame|(?:come|news|info)from)$/],
  ['authors', /^(?:doc|news|article)?(?:author|reporter|writer)(?:name|s)?$/],
  ['editors', /^(?:doc|news|duty|chief|resp|responsible)?editor(?:name|s)?$|^duty$/],
  ['keywords', /^keywords?$/],
  ['views', /^(?:(?:view|read|visit|click|hit|browse)s?(?:count|num|times|s)?|pv)$/],
  ['issuer', /^(?:publish|pub|issue|issuing|send)(?:org|unit|dept|agency|er)$|^issuer$/],
  ['documentNumber', /^(?:doc|document|file)(?:no|number|num|code)$/],
  ['indexNumber', /^index(?:no|number|num|code)$/],
];
/** Names under which the scripts of portals keep the list of attachments, in the same form as in `NAMES`. */
const FILES = /^(?:attach|attachment|file|annex)s?(?:list|s)?$/;

/** The length above which a script is not read, because it is code and not data. */
const LONGEST = 2_000_000;
/** The least length of an article's text in a script, including its tags, in UTF-16 units. */
const LEAST = 40;
/** The most values in the data of a script that are looked at. */
const MOST_VALUES = 20_000;

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * Matches one token of an object in JavaScript: a string, a name before its colon, another word, or a sign. Also
 * matches comments and a comma at the end of a list, which `literalOf` skips.
 */
const TOKEN =
  /\/\/.*|,(?=\s*[}\]])|(["'`])((?:\\[\s\S]|(?!\1)[\s\S])*)\1|([\w$]+)(?=\s*:)|(void 0|[\w$.-]+)|(\S)/g;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Reads the object or list at the beginning of `code`, as JSON or as JavaScript writes them: {title:'内河清淤', pv:t}. A
 * variable in `names` gets its value from `values`, any other is null. Returns null if the code calculates anything.
 */
function literalOf(code: string, names: string[] = [], values?: unknown): unknown {
  let json = '';
  let depth = 0;
  for (const [, , string, key, word, sign] of code.matchAll(TOKEN)) {
    if (string !== undefined)
      // JSON allows only double quotation marks, and no escapes such as \x3C.
      json += `"${string.replace(/\\?(["'`\s])|\\x/g, (_, sign?: string) =>
        !sign ? '\\u00' : sign === '"' ? '\\"' : sign < ' ' ? ' ' : sign,
      )}"`;
    else if (key) json += `"${key}"`;
    else if (word) json += JSON.stringify(parsed(word) ?? (values as Json)?.[names.indexOf(word)] ?? null);
    else if (sign) {
      if (!/[{}[\]):,]/.test(sign)) return null;
      json += sign === ')' ? ']' : sign;
      if (/[{[]/.test(sign)) depth++;
      else if (/[}\])]/.test(sign) && !--depth) return parsed(json);
    }
  }
}

/**
 * Lists the objects that a script assigns to variables, or the one object of a script that is only JSON. A function may
 * return the object: __NUXT__=(function(a){return {title:a}}("内河清淤")).
 */
function* dataOf(script: Element): Generator<unknown> {
  const text = script.textContent ?? '';
  if (text.length > LONGEST) return;
  for (const { 0: start, 1: names, index } of text.matchAll(
    /^\s*(?=[{[])|[\w$\])]\s*=\s*(?:\(function\(([\w$,]*)\)\{return\s*)?(?=\{)/g,
  ))
    yield literalOf(
      text.slice(index + start.length),
      names?.split(','),
      names && literalOf(`[${text.slice(text.lastIndexOf('}(') + 2)}`),
    );
}

const ESCAPED: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** The HTML in a value. Some pages escape all of it: &lt;p&gt;…. */
const html = (value: unknown): string =>
  typeof value === 'string'
    ? value.includes('<')
      ? value
      : value.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ESCAPED[name]!)
    : Array.isArray(value)
      ? value.map(html).join('')
      : isObject(value)
        ? Object.values(value)
            .map(html)
            .filter((words) => words.includes('<'))
            .join('')
        : '';

const wordsOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : Array.isArray(value)
      ? value.map(wordsOf).filter(Boolean).join('、')
      : isObject(value)
        ? wordsOf(value.name ?? value.title ?? value.word ?? '')
        : '';

function filesOf(value: unknown): { name: string; url: string }[] {
  return (Array.isArray(value) ? value : []).filter(isObject).flatMap((file) => {
    const one = (name: RegExp) => wordsOf(Object.entries(file).find(([key]) => name.test(key))?.[1]);
    const [name, url] = [one(/name|title/i), one(/url|path|href/i)];
    return name && url ? [{ name, url }] : [];
  });
}

/**
 * Finds the article in the data of a script: the first object with a headline and a text of at least `LEAST`
 * characters.
 */
function articleIn(root: unknown): ScriptData | null {
  const waiting: unknown[] = [root];
  for (let seen = 0; seen < waiting.length && seen < MOST_VALUES; seen++) {
    const value = waiting[seen];
    if (!isObject(value)) continue;
    const data: ScriptData = {};
    for (const [key, own] of Array.isArray(value) ? [] : Object.entries(value)) {
      const name = key.toLowerCase().replace(/[_-]/g, '');
      if (FILES.test(name)) data.attachments = filesOf(own);
      const field = NAMES.find(([, names]) => names.test(name))?.[0];
      if (!field || data[field]) continue;
      const words = field === 'content' ? html(own) : tidy(wordsOf(own).slice(0, 400));
      if (words) data[field] = words;
    }
    if (data.title && (data.content?.length ?? 0) >= LEAST) return data;
    for (const own of Object.values(value)) if (isObject(own)) waiting.push(own);
  }
  return null;
}

/**
 * The article that the page's scripts have as JSON, on a page whose content a script renders; null where there is none.
 */
export function readScriptData(doc: Document): ScriptData | null {
  for (const script of [...doc.querySelectorAll('script:not([src])')].slice(0, 60))
    for (const root of dataOf(script)) {
      const found = articleIn(root);
      if (found) return found;
    }
  return null;
}

/**
 * The time of publication in a script of WeChat's template (微信公众平台): `createTime = '2023-02-02 10:30'`, or `ct =
 * "1675305000"` (seconds since 1970). The page shows it only after the script has run. Null where the page already
 * shows it, or no script has it.
 */
export function weChatTime(doc: Document): string | null {
  if (doc.getElementById('publish_time')?.textContent?.trim()) return null;
  for (const { textContent } of doc.querySelectorAll('script:not([src])')) {
    const text = textContent!.length > LONGEST ? '' : textContent!;
    const time =
      /\bcreateTime\s*=\s*["'](\d{4}-[\d: -]+)["']/.exec(text)?.[1] ??
      epochDate(/\b(?:ct|(?:ori_?)?create_?time)\s*=\s*["'](1\d{9})["']/i.exec(text)?.[1] ?? '');
    if (time) return time;
  }
  return null;
}
