import type { SavedArticle } from '@/lib/collection/schema.ts';
import { formatDate, type MessageKey, t } from './i18n.ts';

type Facts = SavedArticle['article'];

/** Below this a value is marked as unsure. */
const SURE = 0.6;

const FACTS: [keyof Facts, MessageKey][] = [
  ['originalTitle', 'factOriginalTitle'],
  ['issuer', 'factIssuer'],
  ['documentNumber', 'factDocumentNumber'],
  ['indexNumber', 'factIndexNumber'],
  ['subjectCategory', 'factSubjectCategory'],
  ['validity', 'factValidity'],
  ['writtenOn', 'factWrittenOn'],
  ['authors', 'factAuthors'],
  ['editors', 'factEditors'],
  ['keywords', 'factKeywords'],
  ['views', 'factViews'],
  ['siteName', 'factSite'],
  ['lead', 'factLead'],
];

/** Headline, time, source, and every other field that the page gave, each with where it came from. */
export function ArticleFacts({ article }: { article: Facts }) {
  const origin = (field: string) => {
    const from = article.provenance[field];
    if (!from) return {};
    const title = t(
      'provenance',
      t(`rule_${from.rule.replaceAll('-', '_')}` as MessageKey),
      Math.round(from.confidence * 100),
    );
    return { title, class: from.confidence < SURE ? 'unsure' : undefined };
  };
  const rows = FACTS.flatMap(([field, label]) => {
    const value = article[field];
    const words = Array.isArray(value) ? value.join('、') : value;
    return words === null || words === '' ? [] : [{ field, label, words: String(words) }];
  });
  return (
    <div class="stack">
      {article.kicker && <p class="quiet">{article.kicker}</p>}
      <h1 {...origin('title')}>{article.title || t('untitled')}</h1>
      {article.subtitle && <p>{article.subtitle}</p>}
      <p class="row quiet">
        {article.publishedAt && <span {...origin('publishedAt')}>{formatDate(article.publishedAt)}</span>}
        {article.source && <span {...origin('source')}>{article.source}</span>}
      </p>
      {rows.length > 0 && (
        <dl class="facts">
          {rows.map(({ field, label, words }) => (
            <>
              <dt key={`${field}-label`}>{t(label)}</dt>
              <dd key={field} {...origin(field)}>
                {words}
              </dd>
            </>
          ))}
        </dl>
      )}
    </div>
  );
}
