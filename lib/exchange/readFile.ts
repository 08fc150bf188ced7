import { isObject } from '../record/jsonValue.ts';
import { ExchangeError } from './errors.ts';
import type { ExportHead } from './exportForm.ts';
import { type FileLine, LONGEST_PIECE, linesOf } from './fileLines.ts';
import { FileSum, type Summing } from './fileSum.ts';
import { foreignArticles } from './foreignMarks.ts';
import { isHeadLine, readHead } from './readExport.ts';

/**
 * An article of a file, not yet checked, with its position counted from 1. `value` is undefined where the article is
 * not JSON.
 */
export type FileItem = {
  place: number;
  value: unknown;
  /** The length of its line in UTF-16 units; 0 where the file was read as a whole. */
  length: number;
};

/** The properties of a file. They are known only after the whole file was read. */
export type FileEnd = {
  /** The properties written in the file. Null where the file has none, such as NDJSON without a last line. */
  head: ExportHead | null;
  /** The tags, searches, settings and deleted items as written: one value for each head that has them. */
  extras: unknown[];
  /** Whether the end of the file is missing. */
  isCut: boolean;
  /** Whether counts and checksum agree with the content; null where the file has none. */
  isIntact: boolean | null;
};

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const extrasOf = (head: ExportHead | null): unknown[] => (head?.extras === undefined ? [] : [head.extras]);

const [OPENING_BRACE, CLOSING_BRACE, COMMA] = [0x7b, 0x7d, 0x2c];

/** The bytes of a line that consists of one JSON object. Null where anything else is in the line, such as blanks. */
function objectIn({ bytes }: FileLine, mayHaveComma: boolean): Uint8Array<ArrayBuffer> | null {
  if (bytes?.[0] !== OPENING_BRACE) return null;
  const end = mayHaveComma && bytes.at(-1) === COMMA ? bytes.length - 1 : bytes.length;
  return bytes[end - 1] === CLOSING_BRACE ? bytes.subarray(0, end) : null;
}

/** Reads the beginning of an exported file, before its articles; undefined for another line. */
const openingIn = (line: string): unknown =>
  line.endsWith('"articles":[') ? parsed(`${line}]}`) : undefined;

/**
 * Reads a file in the layout of an export: a head, one article in each line, an end. Also reads several such files that
 * were joined into one. Anything else after an end counts as an article that cannot be read.
 */
async function* asExported(
  opening: unknown,
  lines: AsyncGenerator<FileLine>,
  summing: Summing,
): AsyncGenerator<FileItem, FileEnd> {
  let head = readHead(opening);
  let sum = new FileSum(summing);
  let place = 0;
  let isOpen = true;
  const end: FileEnd = { head: null, extras: [], isCut: false, isIntact: null };
  for await (const line of lines) {
    const trimmed = line.text.trimEnd();
    if (trimmed === '') continue;
    const another = isOpen ? undefined : openingIn(trimmed);
    if (another !== undefined) {
      head = readHead(another);
      sum = new FileSum(summing);
      isOpen = true;
      continue;
    }
    if (isOpen && trimmed.startsWith(']')) {
      const foot = parsed(`{"articles":[${trimmed}`);
      if (!isObject(foot)) break;
      const whole = readHead({ ...head, ...foot });
      const intact = await sum.isIntact(whole);
      end.head = whole;
      end.extras.push(...extrasOf(whole));
      if (end.isIntact !== false) end.isIntact = intact ?? end.isIntact;
      isOpen = false;
      continue;
    }
    const { length } = line.text;
    if (!isOpen) {
      yield { place: ++place, value: undefined, length };
      continue;
    }
    const json = trimmed.endsWith(',') ? trimmed.slice(0, -1) : trimmed;
    const value = parsed(json);
    await sum.add(objectIn(line, true) ?? json, value);
    yield { place: ++place, value, length };
  }
  if (!isOpen) return end;
  return { head, extras: [...end.extras, ...extrasOf(head)], isCut: true, isIntact: false };
}

/** Reads the last line of NDJSON; null where it is damaged. Throws where a newer version wrote it. */
function headOf(value: unknown): ExportHead | null {
  try {
    return readHead(value);
  } catch (error) {
    if ((error as ExchangeError).code === 'exportNewer') throw error;
    return null;
  }
}

/**
 * Reads NDJSON: a first line, one article in each line, and a last line with everything else in the file. The first
 * line announces the last one. Older files have no first line, and some no last one. Also reads several such files
 * that were joined into one.
 */
async function* asLines(
  first: FileLine,
  lines: AsyncGenerator<FileLine>,
  summing: Summing,
): AsyncGenerator<FileItem, FileEnd> {
  let place = 0;
  let sum = new FileSum(summing);
  /** Whether a last line is still to come. */
  let isOpen = false;
  const end: FileEnd = { head: null, extras: [], isCut: false, isIntact: null };
  async function* all() {
    yield first;
    yield* lines;
  }
  for await (const line of all()) {
    const { text } = line;
    if (text.trim() === '') continue;
    const value = parsed(text);
    const head = isHeadLine(value) ? headOf(value) : null;
    if (head) {
      end.isCut ||= isOpen && head.opens === true;
      isOpen = head.opens === true;
      if (!isOpen) {
        end.head = head;
        end.extras.push(...extrasOf(head));
        const intact = await sum.isIntact(head);
        if (end.isIntact !== false) end.isIntact = intact ?? end.isIntact;
      }
      sum = new FileSum(summing);
      continue;
    }
    await sum.add(objectIn(line, false) ?? text.trimEnd(), value);
    yield { place: ++place, value, length: text.length };
  }
  end.isCut ||= isOpen;
  return end.isCut ? { ...end, isIntact: false } : end;
}

/** Reads JSON in any layout, as other programs may have written it. */
async function* asWhole(
  first: string,
  lines: AsyncGenerator<FileLine>,
  summing: Summing,
): AsyncGenerator<FileItem, FileEnd> {
  const all = [first];
  let length = first.length;
  for await (const { text } of lines) {
    length += text.length;
    if (length > LONGEST_PIECE) throw new ExchangeError('exportTooLarge');
    all.push(text);
  }
  const json = all.join('\n');
  const value = parsed(json);
  if (value === undefined)
    throw new ExchangeError(/^\s*\{[^[]*"pizhu-collection"/.test(json) ? 'exportCut' : 'notExport');
  const foreign = await foreignArticles(value);
  if (foreign) {
    for (const [i, one] of foreign.entries()) yield { place: i + 1, value: one, length: 0 };
    return { head: null, extras: [], isCut: false, isIntact: null };
  }
  const head = readHead(value);
  const { articles } = value as { articles?: unknown };
  if (!Array.isArray(articles)) throw new ExchangeError('notExport');
  // One line can have many articles, so only their content can be compared.
  const sum = new FileSum(summing === 'none' ? 'none' : 'content');
  for (const [i, one] of articles.entries()) {
    await sum.add('', one);
    yield { place: i + 1, value: one, length: 0 };
  }
  return { head, extras: extrasOf(head), isCut: false, isIntact: await sum.isIntact(head) };
}

async function* readOnce(file: Blob, summing: Summing): AsyncGenerator<FileItem, FileEnd> {
  const lines = linesOf(file);
  let line: FileLine = { text: '', bytes: null };
  while (line.text.trim() === '') {
    const { done, value } = await lines.next();
    if (done) throw new ExchangeError('notExport', 'The file is empty.');
    line = value;
  }
  const { text: first } = line;
  const opening = openingIn(first.trimEnd());
  if (opening !== undefined) return yield* asExported(opening, lines, summing);
  const value = parsed(first);
  if (isObject(value) && ('saved' in value || (isHeadLine(value) && readHead(value))))
    return yield* asLines(line, lines, summing);
  return yield* asWhole(first, lines, summing);
}

/**
 * Reads a file of articles piece by piece, and detects its kind. Accepts an exported JSON file, JSON in another layout,
 * NDJSON, or marks of other programs, each with or without gzip. Throws an `ExchangeError`. With `withSum`, compares the
 * articles with the checksum in the file.
 */
export async function* readFile(file: Blob, withSum = true): AsyncGenerator<FileItem, FileEnd> {
  const end = yield* readOnce(file, withSum ? 'lines' : 'none');
  if (end.isIntact !== false || end.isCut) return end;
  // Another program may have laid out the lines anew. Only then is the content itself compared.
  const again = readOnce(file, 'content');
  for (;;) {
    const { done, value } = await again.next();
    if (done) return value;
  }
}
