import { citationKeys, oneLine, type Work, type WorkKind, workOf } from '../bibliography.ts';
import type { CollectionFormat } from '../formats.ts';

/** References in CSL-JSON (schema 1.0.2), which citeproc, Zotero and pandoc read. */
export const cslJson: CollectionFormat = {
  scope: 'collection',
  group: 'references',
  id: 'csl-json',
  label: 'format_csl_json',
  extension: 'csl.json',
  mime: 'application/vnd.citationstyles.csl+json',
  write: async (bundles) => {
    const works = bundles.map(workOf);
    const keys = citationKeys(works);
    return [
      `${JSON.stringify(
        works.map((work, i) => itemOf(work, keys[i]!)),
        null,
        2,
      )}\n`,
    ];
  },
};

const TYPES: Record<WorkKind, string> = {
  statute: 'legislation',
  standard: 'standard',
  report: 'report',
  newspaper: 'article-newspaper',
  webpage: 'webpage',
};

const dateOf = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] });

/** Writes a work as a CSL item. Omits fields without a value. */
export function itemOf(work: Work, id: string): object {
  const { kind, authors, issuer, container, number, issued, accessed, url, lead, keywords } = work;
  const isOfficial = kind === 'statute' || kind === 'report' || kind === 'standard';
  const fields = {
    id,
    type: TYPES[kind],
    title: oneLine(work.title),
    // Writes a Chinese name in one piece, because only the citation style knows how to split it.
    author: authors.map((literal) => ({ literal: oneLine(literal) })),
    publisher: isOfficial ? issuer : null,
    authority: kind === 'statute' ? issuer : null,
    'container-title': kind === 'report' ? null : container,
    number,
    issued: issued && dateOf(issued),
    accessed: dateOf(accessed),
    URL: url,
    abstract: lead,
    keyword: keywords.join(', '),
    language: 'zh-CN',
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value)),
  );
}
