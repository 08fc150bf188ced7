import {
  type Article,
  DateOrDateTime,
  type FieldKey,
  type FieldPlace,
  type Provenance,
} from '../../article/schema.ts';
import { fieldsAt } from '../../record/fields.ts';
import { formatDate, formatNumber, type MessageKey, t } from '../i18n.ts';

/** An article without its body, as popup and panel show it. */
export type ShownFields = Omit<Article, 'text'>;

/** The popup or the panel: the table of fields says what each shows. */
export type View = 'popup' | 'panel';

/** A value below this confidence is marked as one to be checked, whether origins are shown or not. */
const SURE = 0.6;
const VERY_SURE = 0.85;

/** Where a value came from, in words. */
export type OriginWords = {
  words: string;
  unsure: boolean;
  /** What another place of the page says instead; null where none does. */
  otherwise: string | null;
};

/** How sure a value is, in words: a number would claim more than is known. */
function confidenceWords(confidence: number): string {
  if (confidence >= VERY_SURE) return t('confidenceHigh');
  return t(confidence >= SURE ? 'confidenceMedium' : 'confidenceLow');
}

/** In words, where on the page a value was read. Records of before rules had names have the origin for the rule. */
const placeWords = ({ origin, rule }: Pick<Provenance, 'origin' | 'rule'>): string =>
  t(`rule_${(origin ?? rule).replaceAll('-', '_')}` as MessageKey);

/** A date as it is shown beside it; other values are names. */
const valueWords = (value: string): string =>
  DateOrDateTime.safeParse(value).success ? formatDate(value) : value;

/** Which rule gave a value, and how sure it is; null where nothing is known of that. */
export function originOf(from: Provenance | undefined): OriginWords | null {
  if (!from) return null;
  const { confidence, otherwise } = from;
  const unsure = confidence < SURE;
  return {
    unsure,
    words: unsure
      ? t('originUnsure', placeWords(from))
      : t('originSure', placeWords(from), confidenceWords(confidence)),
    otherwise: otherwise ? t('originOtherwise', placeWords(otherwise), valueWords(otherwise.value)) : null,
  };
}

/** A field with its label and value in words; `words` is empty where the value is shown elsewhere. */
export type Fact = { field: FieldKey; label: string; words: string; origin: OriginWords | null };

function wordsOf(value: unknown): string {
  if (typeof value === 'number') return formatNumber(value, false);
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join('、');
  return typeof value === 'string' ? value : '';
}

const factsAt = (article: ShownFields, view: View, ...places: FieldPlace[]): Fact[] =>
  fieldsAt(view, ...places).map((field) => ({
    field,
    label: t(`field_${field}`),
    words: field === 'text' ? '' : wordsOf(article[field]),
    origin: originOf(article.provenance[field]),
  }));

/**
 * The facts that a view lists. Of more than `most` the less telling are folded; whoever asks for `origins` sees all of
 * them, and the origins of what is shown elsewhere too.
 */
export function factsOf(
  article: ShownFields,
  view: View,
  { most, origins }: { most: number; origins: boolean },
) {
  const facts = factsAt(article, view, 'facts').filter(({ words }) => words !== '');
  const folds = facts.length > most && !origins;
  const shown = folds ? facts.slice(0, most - 2) : facts;
  const folded = folds ? facts.slice(most - 2) : [];
  const elsewhere = factsAt(article, view, 'notice', 'body', 'links');
  return {
    shown,
    folded,
    /** How many of the folded should be checked. */
    unsure: folded.filter(({ origin }) => origin?.unsure).length,
    elsewhere: origins ? elsewhere.filter(({ origin }) => origin !== null) : [],
  };
}
