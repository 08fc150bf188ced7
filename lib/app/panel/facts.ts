import {
  type Article,
  DateOrDateTime,
  type FieldKey,
  type FieldPlace,
  type Provenance,
} from '../../article/schema.ts';
import { fieldsAt } from '../../record/fields.ts';
import { formatDate, formatNumber, type MessageKey, t } from '../i18n.ts';

/** An article without its text, as popup and side panel show it. */
export type ShownFields = Omit<Article, 'text'>;

/** The popup or the side panel. The table of the article's fields says which of them shows which field. */
export type View = 'popup' | 'panel';

/**
 * A value below this confidence is marked as uncertain, so that the user checks it, even where the origin of values is
 * not shown.
 */
const SURE = 0.6;
/** From this confidence on, the certainty of a value is called high. */
const VERY_SURE = 0.85;

/** The place on the page from which a value was taken, described for the user. */
export type OriginWords = {
  words: string;
  unsure: boolean;
  /** A different value at another place of the page; null where there is none. */
  otherwise: string | null;
};

/** Describes a confidence in words, because a number would suggest more precision than there is. */
function confidenceWords(confidence: number): string {
  if (confidence >= VERY_SURE) return t('confidenceHigh');
  return t(confidence >= SURE ? 'confidenceMedium' : 'confidenceLow');
}

/**
 * Describes the place on the page from which a value was read. Records of early versions, whose rules had no names,
 * have the place in `rule`.
 */
const placeWords = ({ origin, rule }: Pick<Provenance, 'origin' | 'rule'>): string =>
  t(`rule_${(origin ?? rule).replaceAll('-', '_')}` as MessageKey);

/** Formats a date for display. Other values are names and stay as they are. */
const valueWords = (value: string): string =>
  DateOrDateTime.safeParse(value).success ? formatDate(value) : value;

/** Describes from where on the page a value was taken, and how certain that is. Null without provenance. */
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

/**
 * A field with its label and its value for display. `words` is empty where another part of the view shows the value.
 */
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

/** Fields that repeat the text or say little of the article. They must not push its tasks out of view. */
const MINOR = new Set<FieldKey>(['lead', 'views', 'siteName']);

/**
 * Chooses the fields that a view lists (`shown`) and those that it collapses (`folded`). Collapses minor fields if
 * there are several, and the least important ones if there are more than `most` fields. Collapses none if `most` is
 * Infinity. With `origins`, the view also says where values come from: collapses none, and adds the fields that the
 * view shows in another place (`elsewhere`).
 */
export function factsOf(
  article: ShownFields,
  view: View,
  { most, origins }: { most: number; origins: boolean },
) {
  const facts = factsAt(article, view, 'facts').filter(({ words }) => words !== '');
  const isMinor = ({ field }: Fact) => MINOR.has(field);
  const minor = facts.filter(isMinor);
  const major = facts.filter((one) => !isMinor(one));
  const all = [...major, ...minor];
  const fits = all.length > most ? all.slice(0, most - 2) : minor.length > 1 ? major : all;
  const shown =
    origins || most === Number.POSITIVE_INFINITY ? facts : facts.filter((one) => fits.includes(one));
  const folded = facts.filter((one) => !shown.includes(one));
  const elsewhere = factsAt(article, view, 'notice', 'body', 'links');
  return {
    shown,
    folded,
    /** How many of the collapsed values are too uncertain and need a check by the user. */
    unsure: folded.filter(({ origin }) => origin?.unsure).length,
    elsewhere: origins ? elsewhere.filter(({ origin }) => origin !== null) : [],
  };
}
