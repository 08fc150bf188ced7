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

/** Popup or panel. The table of fields lists what each view shows. */
export type View = 'popup' | 'panel';

/** A value below this confidence is marked for checking, even where provenance is not shown. */
const SURE = 0.6;
const VERY_SURE = 0.85;

/** Where a value came from, as words for display. */
export type OriginWords = {
  words: string;
  unsure: boolean;
  /** The differing value at another place of the page; null where none differs. */
  otherwise: string | null;
};

/** A confidence in words, because a number would suggest more precision than it has. */
function confidenceWords(confidence: number): string {
  if (confidence >= VERY_SURE) return t('confidenceHigh');
  return t(confidence >= SURE ? 'confidenceMedium' : 'confidenceLow');
}

/**
 * The place on the page at which a value was read, in words. Records from before rules had names have their origin in
 * `rule`.
 */
const placeWords = ({ origin, rule }: Pick<Provenance, 'origin' | 'rule'>): string =>
  t(`rule_${(origin ?? rule).replaceAll('-', '_')}` as MessageKey);

/** A date formatted for display; other values are names and stay. */
const valueWords = (value: string): string =>
  DateOrDateTime.safeParse(value).success ? formatDate(value) : value;

/** Which rule gave a value, and how confidently; null without provenance. */
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

/** A field with its label and value in words; `words` is empty where the value is shown elsewhere in the view. */
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
 * The facts that a view lists. Collapses the less important facts beyond the first `most`. With `origins`, lists all
 * facts, with the provenance of values that show elsewhere too.
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
    /** How many collapsed values are marked for checking. */
    unsure: folded.filter(({ origin }) => origin?.unsure).length,
    elsewhere: origins ? elsewhere.filter(({ origin }) => origin !== null) : [],
  };
}
