import type { IndexCheck } from '../../store/index.ts';
import { t } from '../i18n.ts';

/** The result of a check of the index, as a sentence. */
export const checkWords = ({ articles, missing, stale, gone, damaged }: IndexCheck): string =>
  missing + stale + gone + damaged === 0
    ? t('indexWell', articles)
    : t('indexIll', missing, stale, gone, damaged);
