import { isFoot, isOthersHeading } from '../../chinese/phrases.ts';
import { fileKind, kindOf } from '../page/files.ts';
import { EDGE, type PageLine, squeeze, tidy } from '../page/lines.ts';
import type { ScriptData } from '../page/scriptData.ts';
import type { Attachment } from '../schema.ts';
import { pageAddress } from './links.ts';

/** The most attachments that are kept. A page with more is a list of downloads. */
const MOST = 50;
/** The label before an attachment's name: 附件：…… (attachment) · 附件1. …… · 附：…… (attached) */
const NAMED =
  /^[【[（(]?(?:附件|附)\s*(?:下载|信息|列表)?\s*[\d一二三四五六七八九十]{0,2}\s*[】\])）]?\s*[:：.．、]?\s*/;
/**
 * The beginning of a line that names attachments: 附件： · 附件1. · 附： · 【附件】. Unlike `NAMED`, needs punctuation or the
 * line's end after the label. So words such as 附件所列 (listed in the attachment) do not match.
 */
const BEGINS =
  /^[【[（(]?(?:附件\s*(?:下载|信息|列表)?\s*[\d一二三四五六七八九十]{0,2}\s*[】\])）]?\s*[:：.．、]|附\s*[:：]|附件\s*(?:下载|信息|列表)?[】\])）]?$)/;
/** The number of a file in a list: 1. · （2）、 */
const NUMBER = /^\s*[（(]?\d{1,2}[）)]?\s*[.．、:：]\s*/;
/** The words of a link that is only a button for a download and names no file. */
const BUTTON = /^(?:点击|附件|文件|立即|本地)?(?:下载|查看|打开|附件)(?:附件|文件|全文)?$/;

const cleaned = (name: string): string =>
  tidy(
    name
      .replaceAll(EDGE, ' ')
      .replace(NAMED, '')
      .replace(NUMBER, '')
      .replace(/^[■●◆·]\s*|[；;。]$/g, ''),
  );

/** Normalizes a file name for comparison: removes its number, extension, brackets and blanks. */
const folded = (name: string): string =>
  squeeze(cleaned(name))
    .replace(/\.\w{2,5}$/, '')
    .replace(/[《》“”"()（）]/g, '');

/** Splits a line into names of files: 1.……表 2.……名单 (1. table …, 2. list of names …) are two names. */
const namesIn = (text: string): string[] =>
  tidy(text.replaceAll(EDGE, ' '))
    .replace(NAMED, '')
    .split(/(?<=\S)\s+(?=\d{1,2}[.．、]\D)|(?<=\.(?:pdf|docx?|xlsx?|zip|rar|wps|ofd))\s+/i)
    .map(cleaned)
    .filter((name) => name.length >= 2 && name.length <= 120 && !BUTTON.test(name));

/**
 * The names of attachments that the page prints after the label 附件： (attachments) and in the numbered lines below that
 * label.
 */
function namedIn(lines: PageLine[]): string[] {
  const names: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i]!;
    if (!/^[【[（(]?附/.test(text) || text.length > 300 || !BEGINS.test(text)) continue;
    const own = namesIn(text);
    names.push(...own);
    // If the line has only the label 附件：, the line below it may name a file without a number.
    const isHead = own.length === 0 && /[:：]\s*$/.test(text);
    for (let k = i + 1; k < lines.length && k < i + MOST; k++) {
      const below = lines[k]!.text;
      if (below.length > 120 || !(NUMBER.test(below) || (isHead && k === i + 1 && kindOf(below)))) break;
      names.push(...namesIn(below));
    }
  }
  return names;
}

/**
 * Whether the page calls a link an attachment, whatever its address: the words of the link, or of the element around
 * it, begin with 附件 (attachment). `known` caches the answer for each element, because one element may hold thousands of
 * links.
 */
function isCalled(anchor: Element, known: Map<Element, boolean>): boolean {
  const words = tidy(anchor.textContent ?? '');
  if (BEGINS.test(words)) return true;
  const around = anchor.parentElement;
  if (words.length <= 3 || !around) return false;
  let begins = known.get(around);
  if (begins === undefined) {
    begins = BEGINS.test(tidy(around.textContent ?? '').slice(0, 200));
    known.set(around, begins);
  }
  return begins;
}

/** A link, and the links that directly follow it in the same element. */
function linksFrom(first: Element): Element[] {
  const links: Element[] = [];
  for (let one: Element | null = first; one?.tagName === 'A'; one = one.nextElementSibling) links.push(one);
  return links;
}

/**
 * The attachments (附件) of an article: linked files between the headline (line `from`) and the end of the article's part
 * of the page. Adds attachments that the text names without a link; these have no address. `url` is absolute.
 */
export function readAttachments(lines: PageLine[], from: number, url: string): Attachment[] {
  const others = lines.findIndex(
    ({ text }, i) => i > from && text.length < 60 && (isFoot(text) || isOthersHeading(text)),
  );
  const own = lines.slice(Math.max(from, 0), others < 0 ? lines.length : others);
  const found: Attachment[] = [];
  const known = new Set<string>();
  const seen = new Set<Element>();
  const take = (name: string, address: string | null, kind: string | null) => {
    const key = folded(name);
    // One document may be linked as two files: ….pdf and ….ofd.
    const own = address ? key + kind : key;
    if (!name || known.has(own) || found.length >= MOST) return;
    known.add(key).add(own);
    found.push({ name, url: address, kind });
  };
  const searched = new Set<Element>();
  const called = new Map<Element, boolean>();
  for (const { element } of own) {
    if (searched.has(element)) continue;
    searched.add(element);
    // A line that begins with a link may have more links beside it: ….pdf ….ofd.
    const around = element.closest('a');
    // The links may be beside an element with the label alone: <span>附件：</span><a>….pdf</a>
    const holder = /^附件[:：]$/.test(tidy(element.textContent ?? '')) ? element.parentElement! : element;
    for (const anchor of around ? linksFrom(around) : holder.querySelectorAll('a')) {
      if (seen.has(anchor)) continue;
      seen.add(anchor);
      const kind = fileKind(anchor);
      if (!kind && !isCalled(anchor, called)) continue;
      const words = cleaned(anchor.textContent ?? '');
      const title = cleaned(anchor.getAttribute('title') ?? '');
      const named =
        BUTTON.test(words) || !words ? title || cleaned(anchor.parentElement?.textContent ?? '') : words;
      take(named.slice(0, 200) || words, pageAddress(anchor, url), kind ?? kindOf(named));
    }
  }
  for (const name of namedIn(own)) take(name, null, kindOf(name));
  return found;
}

/** The attachments that the data in a script names, on a page whose content a script renders. */
export const attachmentsOf = (script: ScriptData | null, url: string): Attachment[] =>
  (script?.attachments ?? []).slice(0, MOST).map(({ name, url: address }) => ({
    name: tidy(name),
    url:
      URL.canParse(address, url) && /^https?:/.test(new URL(address, url).protocol)
        ? new URL(address, url).href
        : null,
    kind: kindOf(address.replace(/[?#].*$/, '')) ?? kindOf(name),
  }));
