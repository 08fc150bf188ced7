import { oneLine, type Work, type WorkKind, workOf } from '../bibliography.ts';
import type { CollectionFormat } from '../formats.ts';

/** References in RIS. The tags of each type are those that Zotero and EndNote expect. */
export const ris: CollectionFormat = {
  scope: 'collection',
  group: 'references',
  id: 'ris',
  label: 'format_ris',
  extension: 'ris',
  mime: 'application/x-research-info-systems',
  write: async (bundles) => bundles.map((bundle) => recordOf(workOf(bundle))),
};

/** The RIS type of each kind of work, and the RIS tags for issuer, newspaper or website, and document number. */
const TYPES: Record<WorkKind, { type: string; issuer?: string; container?: string; number?: string }> = {
  statute: { type: 'STAT', issuer: 'PB', container: 'T2', number: 'M1' },
  standard: { type: 'STAND', issuer: 'PB', number: 'SN' },
  report: { type: 'RPRT', issuer: 'PB', number: 'SN' },
  newspaper: { type: 'NEWS', container: 'T2' },
  webpage: { type: 'ELEC', container: 'T2' },
};

const dateOf = (day: string): string => day.replaceAll('-', '/');

function recordOf(work: Work): string {
  const { type, issuer, container, number } = TYPES[work.kind];
  const lines: [tag: string | undefined, value: string | null][] = [
    ['TY', type],
    ['TI', work.title],
    ...work.authors.map((author): [string, string] => ['AU', author]),
    ['PY', work.issued?.slice(0, 4) ?? null],
    ['DA', work.issued && dateOf(work.issued)],
    [issuer, work.issuer],
    [container, work.container],
    [number, work.number],
    ['UR', work.url],
    ['Y2', dateOf(work.accessed)],
    ['AB', work.lead],
    ...work.keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['LA', 'zh-CN'],
  ];
  const written = lines.flatMap(([tag, value]) => (tag && value ? [`${tag}  - ${oneLine(value)}\r\n`] : []));
  return `${written.join('')}ER  - \r\n\r\n`;
}
