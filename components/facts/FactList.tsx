import './facts.css';
import { Fragment } from 'preact';
import type { Article } from '@/lib/article/schema.ts';
import { language, type MessageKey, t } from '../i18n.ts';
import { Origin } from './Origin.tsx';

export type Facts = Omit<Article, 'text'>;

/** What names a document first, then who made the page, then what it is about. */
const FACTS: [keyof Facts, MessageKey][] = [
  ['originalTitle', 'factOriginalTitle'],
  ['issuer', 'factIssuer'],
  ['documentNumber', 'factDocumentNumber'],
  ['indexNumber', 'factIndexNumber'],
  ['subjectCategory', 'factSubjectCategory'],
  ['writtenOn', 'factWrittenOn'],
  ['validity', 'factValidity'],
  ['authors', 'factAuthors'],
  ['contributor', 'factContributor'],
  ['editors', 'factEditors'],
  ['siteName', 'factSite'],
  ['views', 'factViews'],
  ['keywords', 'factKeywords'],
  ['lead', 'factLead'],
];

function wordsOf(value: Facts[keyof Facts]): string {
  if (typeof value === 'number')
    return new Intl.NumberFormat(language(), { useGrouping: false }).format(value);
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'string' ? value : '';
}

/** The fields that the page gave, each with where it came from. */
export function FactList({ article, origins }: { article: Facts; origins: boolean }) {
  const rows = FACTS.flatMap(([field, label]) => {
    const words = wordsOf(article[field]);
    return words ? [{ field, label, words }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <dl class="facts">
      {rows.map(({ field, label, words }) => (
        <Fragment key={field}>
          <dt>{t(label)}</dt>
          <dd>
            {words} <Origin from={article.provenance[field]} shown={origins} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
