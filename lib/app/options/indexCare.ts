import type { IndexCheck } from '../../store/index.ts';
import { t } from '../i18n.ts';

/** Describes the result of a check of the search index for the user. */
export const checkWords = ({ articles, missing, stale, gone, damaged }: IndexCheck): string =>
  missing + stale + gone + damaged === 0
    ? t('indexWell', articles)
    : t('indexIll', missing, stale, gone, damaged);
