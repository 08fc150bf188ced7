import type { Provenance } from '@/lib/article/schema.ts';
import { type MessageKey, t } from '../i18n.ts';

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

type Props = { from: Provenance | undefined; shown: boolean };

/** Which rule gave a value and how sure it is: where that is asked for, and always where it is not sure. */
export function Origin({ from, shown }: Props) {
  if (!from) return null;
  const rule = t(`rule_${from.rule.replaceAll('-', '_')}` as MessageKey);
  const unsure = isUnsure(from);
  if (!unsure && !shown) return null;
  return (
    <span class={unsure ? 'origin unsure' : 'origin'} data-testid={unsure ? 'unsure' : 'origin'}>
      {unsure ? t('originUnsure', rule) : t('originSure', rule, confidenceWords(from.confidence))}
    </span>
  );
}
