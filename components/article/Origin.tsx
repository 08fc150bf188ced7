import { DateOrDateTime, type Provenance } from '@/lib/article/schema.ts';
import { formatDate, type MessageKey, t } from '../ui/i18n.ts';

/** A value below this confidence is marked as one to be checked, whether origins are shown or not. */
const SURE = 0.6;
const VERY_SURE = 0.85;

/** How sure a value is, in words: a number would claim more than is known. */
function confidenceWords(confidence: number): string {
  if (confidence >= VERY_SURE) return t('confidenceHigh');
  return t(confidence >= SURE ? 'confidenceMedium' : 'confidenceLow');
}

/** Whether a value should be checked before it is relied on. */
export const isUnsure = (from: Provenance | undefined): boolean => !!from && from.confidence < SURE;

const ruleWords = (rule: Provenance['rule']): string => t(`rule_${rule.replaceAll('-', '_')}` as MessageKey);
/** A date as it is shown beside it; other values are names. */
const wordsOf = (value: string): string =>
  DateOrDateTime.safeParse(value).success ? formatDate(value) : value;

type Props = { from: Provenance | undefined; shown: boolean };

/**
 * Which rule gave a value and how sure it is: where that is asked for, and always where it is not sure or another
 * place of the page contradicts it.
 */
export function Origin({ from, shown }: Props) {
  if (!from) return null;
  const rule = ruleWords(from.rule);
  const unsure = isUnsure(from);
  const { otherwise } = from;
  return (
    <>
      {(unsure || shown) && (
        <span class={unsure ? 'origin unsure' : 'origin'} data-testid={unsure ? 'unsure' : 'origin'}>
          {unsure ? t('originUnsure', rule) : t('originSure', rule, confidenceWords(from.confidence))}
        </span>
      )}
      {otherwise && (
        <span class="origin unsure" data-testid="otherwise">
          {t('originOtherwise', ruleWords(otherwise.rule), wordsOf(otherwise.value))}
        </span>
      )}
    </>
  );
}
