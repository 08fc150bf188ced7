import { citationKeys, oneLine, type Work, type WorkKind, workOf } from '../bibliography.ts';
import type { CollectionFormat } from '../formats.ts';

/** References in BibLaTeX, with the fields of BibTeX too. Written in UTF-8, which biber and Zotero read. */
export const bibtex: CollectionFormat = {
  scope: 'collection',
  group: 'references',
  id: 'bibtex',
  label: 'format_bibtex',
  extension: 'bib',
  mime: 'application/x-bibtex',
  write: async (bundles) => {
    const works = bundles.map(workOf);
    const keys = citationKeys(works);
    return works.map((work, i) => entryOf(work, keys[i]!));
  },
};

const TYPES: Record<WorkKind, string> = {
  statute: 'legislation',
  standard: 'standard',
  report: 'report',
  newspaper: 'article',
  webpage: 'online',
};

const SPECIAL: Record<string, string> = {
  '\\': '{\\textbackslash}',
  '{': '\\{',
  '}': '\\}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
};

/** Escapes the characters that have a special meaning in TeX. */
const escaped = (words: string): string =>
  oneLine(words)
    .replace(/[\\{}~^]/g, (sign) => SPECIAL[sign]!)
    .replace(/[#$%&_]/g, '\\$&');

/** Escapes in an address only the characters that would end the BibTeX field. */
const address = (url: string): string =>
  url.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('\\', '%5C');

function entryOf(work: Work, key: string): string {
  const { kind, issued, container, issuer } = work;
  const isOfficial = kind === 'statute' || kind === 'report' || kind === 'standard';
  const fields: [name: string, value: string | null][] = [
    // Braces around the whole title keep its capitals. Braces around an author keep the name of an organisation in one
    // piece.
    ['title', `{${escaped(work.title)}}`],
    ['author', work.authors.map((author) => `{${escaped(author)}}`).join(' and ') || null],
    ['date', issued],
    ['year', issued?.slice(0, 4) ?? null],
    ['institution', isOfficial && issuer ? escaped(issuer) : null],
    [
      kind === 'newspaper' ? 'journaltitle' : 'organization',
      container && !isOfficial ? escaped(container) : null,
    ],
    ['entrysubtype', kind === 'newspaper' ? 'newspaper' : null],
    ['number', work.number && escaped(work.number)],
    ['url', address(work.url)],
    ['urldate', work.accessed],
    ['abstract', work.lead && escaped(work.lead)],
    ['keywords', work.keywords.map((keyword) => escaped(keyword.replaceAll(',', ' '))).join(', ') || null],
    ['langid', 'chinese'],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${TYPES[kind]}{${key},\n${lines.join(',\n')}\n}\n\n`;
}
