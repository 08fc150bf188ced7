import type { MessageKey } from '../messageKey.ts';
import type { Work } from './bibliography.ts';

/**
 * The styles in which references are written, with their labels in the interface. A style with `isNumbered` numbers the
 * entries; the others sort them by author and year.
 */
export const REFERENCE_STYLES = {
  /** GB/T 7714—2025, numbered in the order of citation (顺序编码制). */
  'gb2025-numeric': { label: 'style_gb2025_numeric', isNumbered: true },
  /** GB/T 7714—2025, author and year (著者-出版年制). */
  'gb2025-author': { label: 'style_gb2025_author', isNumbered: false },
  'gb2015-numeric': { label: 'style_gb2015_numeric', isNumbered: true },
  'gb2015-author': { label: 'style_gb2015_author', isNumbered: false },
  /** Publication Manual of the American Psychological Association, 7th edition. */
  apa: { label: 'style_apa', isNumbered: false },
  /** The Chicago Manual of Style, 18th edition, author-date. */
  chicago: { label: 'style_chicago', isNumbered: false },
} as const satisfies Record<string, { label: MessageKey; isNumbered: boolean }>;

export type ReferenceStyle = keyof typeof REFERENCE_STYLES;

/**
 * The style with an id. For an unknown id, such as one of a removed style, returns GB/T 7714—2025, which is in force
 * since July 2026.
 */
export const styleOf = (id: string | null): ReferenceStyle =>
  id !== null && Object.hasOwn(REFERENCE_STYLES, id) ? (id as ReferenceStyle) : 'gb2025-numeric';

/** Returns the work with an author: where a web page names none, the owner of the site counts as the author. */
export const answeredFor = (work: Work): Work =>
  work.kind === 'webpage' && work.authors.length === 0 && work.container
    ? { ...work, authors: [work.container], container: null }
    : work;

/** The newspaper, website or publisher of a work; null where that is also the author. */
function houseOf({ kind, container, issuer, authors }: Work): string | null {
  const house = kind === 'newspaper' || kind === 'webpage' ? container : issuer;
  return authors.length === 1 && authors[0] === house ? null : house;
}

const sentences = (parts: (string | null)[]): string => parts.filter(Boolean).join(' ');

/**
 * The codes of GB/T 7714 for the type of a work (文献类型标识). For a statute, the edition of 2015 uses A (archive) instead
 * of EB (electronic announcement).
 */
const MARKS = { webpage: 'EB', newspaper: 'N', standard: 'S', report: 'R', statute: 'EB' } as const;

/**
 * The most authors that are named. Of more authors, the first three are named, followed by 等 (et al.; GB/T 7714,
 * 8.1.2).
 */
const MOST_GB_AUTHORS = 3;

function gb(work: Work, edition: 2015 | 2025, isByYear: boolean, suffix: string): string {
  const { kind, title, number, issued, url, authors } = work;
  const isOld = edition === 2015;
  // In Chinese references, the edition of 2025 uses Chinese punctuation.
  const [comma, colon] = isOld ? [', ', ': '] : ['，', '：'];
  const year = issued?.slice(0, 4) ?? `[${work.accessed.slice(0, 4)}]`;
  const others = authors.length > MOST_GB_AUTHORS ? [...authors.slice(0, MOST_GB_AUTHORS), '等'] : authors;
  const names = others.join(comma);
  const isNewStandard = kind === 'standard' && !isOld;
  const by = isByYear ? `${names || '佚名'}${comma}${year}${suffix}` : isNewStandard ? '' : names;
  const named =
    kind === 'webpage' || kind === 'newspaper' || !number
      ? title
      : isNewStandard
        ? `${number} ${title}`
        : `${title}${colon}${number}`;
  const mark = kind === 'statute' && isOld ? 'A' : MARKS[kind];
  const accessed = `[${work.accessed}]`;
  const day = issued && (isOld ? `(${issued})` : `（${issued}）`);
  const house = houseOf(work);
  const published = (): string => {
    if (kind === 'webpage' || kind === 'statute') return `${day ?? ''}${accessed}`;
    if (isNewStandard) return '';
    if (kind === 'newspaper') {
      const undated = isOld || isByYear ? null : year;
      return `${[house, issued ?? undated].filter(Boolean).join(comma)}${isOld ? accessed : ''}`;
    }
    if (house)
      return `${house}${isByYear || (isOld && !issued) ? '' : `${comma}${year}`}${isOld ? accessed : ''}`;
    if (isOld) return `${day ?? ''}${accessed}`;
    return issued ?? (isByYear ? '' : year);
  };
  return `${[by, `${named}[${mark}/OL]`, published(), url].filter(Boolean).join('. ')}.`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Writes month and day in English: March 4. */
function englishDay(iso: string): string {
  const [, month, day] = iso.split('-').map(Number);
  return [MONTHS[(month ?? 1) - 1], day].filter(Boolean).join(' ');
}

const accessedOn = ({ accessed }: Work): string => `${englishDay(accessed)}, ${accessed.slice(0, 4)}`;

/** The most authors that APA names. Of more authors, it names the first 19 and the last. */
const MOST_APA_AUTHORS = 20;

function apaNames(authors: string[]): string {
  if (authors.length <= 1) return authors[0] ?? '';
  const last = authors.at(-1)!;
  if (authors.length > MOST_APA_AUTHORS)
    return `${authors.slice(0, MOST_APA_AUTHORS - 1).join(', ')}, . . . ${last}`;
  return `${authors.slice(0, -1).join(', ')}${authors.length > 2 ? ',' : ''} & ${last}`;
}

function apa(work: Work, suffix: string): string {
  const { kind, title, number, issued, url, authors } = work;
  const isDaily = kind === 'webpage' || kind === 'newspaper';
  const day = issued && isDaily && issued.length > 4 ? `, ${englishDay(issued)}` : '';
  const date = `(${issued ? `${issued.slice(0, 4)}${suffix}${day}` : `n.d.${suffix && `-${suffix}`}`}).`;
  const named = `${title}${!isDaily && number ? ` (${number})` : ''}.`;
  const house = houseOf(work);
  const by = apaNames(authors);
  return sentences([
    ...(by ? [`${by}.`, date, named] : [named, date]),
    house && `${house}.`,
    issued ? url : `Retrieved ${accessedOn(work)}, from ${url}`,
  ]);
}

/** The most authors that Chicago names. Of more authors, it names the first three. */
const MOST_CHICAGO_AUTHORS = 6;

function chicagoNames(authors: string[]): string {
  if (authors.length <= 1) return authors[0] ?? '';
  if (authors.length > MOST_CHICAGO_AUTHORS) return `${authors.slice(0, 3).join(', ')}, et al`;
  return `${authors.slice(0, -1).join(', ')}${authors.length > 2 ? ',' : ''} and ${authors.at(-1)}`;
}

function chicago(work: Work, suffix: string): string {
  const { kind, title, number, issued, url, authors } = work;
  const isDaily = kind === 'webpage' || kind === 'newspaper';
  // Where no author is named, the name of the newspaper or website comes first.
  const isByHouse = isDaily && authors.length === 0 && work.container !== null;
  const by = isByHouse ? work.container! : chicagoNames(authors);
  const house = isByHouse ? null : houseOf(work);
  const year = issued ? `${issued.slice(0, 4)}${suffix}.` : `n.d.${suffix && `-${suffix}.`}`;
  const named = isDaily ? `“${title}.”` : `${title}.`;
  const day = issued && issued.length > 4 && (isDaily || kind === 'standard') ? englishDay(issued) : null;
  const published = [house, day].filter(Boolean).join(', ');
  return sentences([
    ...(by ? [`${by}.`, year, named] : [named, year]),
    !isDaily && number ? `${number}.` : null,
    published && `${published}.`,
    issued ? null : `Accessed ${accessedOn(work)}.`,
    `${url}.`,
  ]);
}

/**
 * Writes a reference as plain text. Follows the style's rules for a missing author, date or number. `suffix`
 * distinguishes works of the same author and year: the a in 2025a.
 */
export function referenceTo(read: Work, style: ReferenceStyle, suffix = ''): string {
  const work = answeredFor(read);
  switch (style) {
    case 'gb2025-numeric':
      return gb(work, 2025, false, '');
    case 'gb2025-author':
      return gb(work, 2025, true, suffix);
    case 'gb2015-numeric':
      return gb(work, 2015, false, '');
    case 'gb2015-author':
      return gb(work, 2015, true, suffix);
    case 'apa':
      return apa(work, suffix);
    case 'chicago':
      return chicago(work, suffix);
  }
}

const letter = (i: number): string =>
  i < 26 ? String.fromCharCode(97 + i) : letter(Math.floor(i / 26) - 1) + letter(i % 26);

/**
 * Writes the list of references. It is numbered in the given order, or sorted by author. In a sorted list, letters
 * distinguish works of the same author and year.
 */
export function referenceList(read: Work[], style: ReferenceStyle): string[] {
  const works = read.map(answeredFor);
  if (REFERENCE_STYLES[style].isNumbered)
    return works.map((work, i) => `[${i + 1}] ${referenceTo(work, style)}`);
  const collator = new Intl.Collator('zh-CN');
  const author = ({ authors }: Work) => authors.join('，');
  const sorted = works.toSorted(
    (a, b) =>
      collator.compare(author(a) || a.title, author(b) || b.title) ||
      collator.compare(a.issued ?? '', b.issued ?? '') ||
      collator.compare(a.title, b.title),
  );
  const keyOf = (work: Work) => `${author(work)}\n${work.issued?.slice(0, 4) ?? ''}`;
  const groups = new Map<string, Work[]>();
  for (const work of sorted) groups.set(keyOf(work), [...(groups.get(keyOf(work)) ?? []), work]);
  return sorted.map((work) => {
    const group = groups.get(keyOf(work))!;
    const isShared = group.length > 1 && work.authors.length > 0;
    return referenceTo(work, style, isShared ? letter(group.indexOf(work)) : '');
  });
}
