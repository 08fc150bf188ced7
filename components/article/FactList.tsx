import './facts.css';
import { Fragment } from 'preact';
import type { Article } from '@/lib/article/schema.ts';
import { Fold } from '../ui/Fold.tsx';
import { language, type MessageKey, t } from '../ui/i18n.ts';
import { isUnsure, Origin } from './Origin.tsx';

export type Facts = Omit<Article, 'text'>;

/** The more telling first: what names a document, who made the page, what it is about. */
const FACTS: [keyof Facts, MessageKey][] = [
  ['originalTitle', 'factOriginalTitle'],
  ['issuer', 'factIssuer'],
  ['documentNumber', 'factDocumentNumber'],
  ['writtenOn', 'factWrittenOn'],
  ['authors', 'factAuthors'],
  ['editors', 'factEditors'],
  ['keywords', 'factKeywords'],
  ['lead', 'factLead'],
  ['contributor', 'factContributor'],
  ['indexNumber', 'factIndexNumber'],
  ['subjectCategory', 'factSubjectCategory'],
  ['validity', 'factValidity'],
  ['views', 'factViews'],
  ['siteName', 'factSite'],
];

/** What is shown elsewhere, or too long to be shown beside its origin. */
const OTHERS: [string, MessageKey][] = [
  ['text', 'factText'],
  ['paging', 'factPaging'],
  ['images', 'images'],
  ['previous', 'previousArticle'],
  ['next', 'nextArticle'],
  ['related', 'related'],
];

function wordsOf(value: Facts[keyof Facts]): string {
  if (typeof value === 'number')
    return new Intl.NumberFormat(language(), { useGrouping: false }).format(value);
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'string' ? value : '';
}

type Row = { field: keyof Facts; label: MessageKey; words: string };
type Props = { article: Facts; origins: boolean; most: number };

/** The fields that the page gave, each with where it came from. */
export function FactList({ article, origins, most }: Props) {
  const rows = FACTS.flatMap(([field, label]): Row[] => {
    const words = wordsOf(article[field]);
    return words ? [{ field, label, words }] : [];
  });
  const list = (some: Row[]) => (
    <dl class="facts">
      {some.map(({ field, label, words }) => (
        <Fragment key={field}>
          <dt>{t(label)}</dt>
          <dd>
            {words} <Origin from={article.provenance[field]} shown={origins} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
  const others = origins ? OTHERS.filter(([field]) => article.provenance[field]) : [];
  if (others.length)
    return (
      <>
        {list(rows)}
        <dl class="facts">
          {others.map(([field, label]) => (
            <Fragment key={field}>
              <dt>{t(label)}</dt>
              <dd>
                <Origin from={article.provenance[field]} shown />
              </dd>
            </Fragment>
          ))}
        </dl>
      </>
    );
  if (rows.length === 0) return null;
  // Whoever asks for the origins wants to see them all.
  if (rows.length <= most || origins) return list(rows);
  const [shown, folded] = [rows.slice(0, most - 2), rows.slice(most - 2)];
  const unsure = folded.filter(({ field }) => isUnsure(article.provenance[field])).length;
  return (
    <div>
      {list(shown)}
      <Fold
        title={t('moreFacts')}
        count={folded.length}
        warning={unsure ? t('moreUnsure', unsure) : undefined}
        testId="more-facts"
      >
        {list(folded)}
      </Fold>
    </div>
  );
}
