import { isCutShort, isProse } from '../../chinese/phrases.ts';
import type { Naming } from '../page/unlikelyParts.ts';
import type { Frame } from './frame.ts';

/** The heading of a part that is an advertisement or lists earlier articles. */
const OTHERS = /^(?:往期.{0,8}|[广廣]告|推[广廣]|[赞贊]助)$/;
/**
 * The greatest length of a part that is left out as an aside: an advertisement (广告), a list of earlier articles (往期),
 * or a text beside the article.
 */
const LONGEST_ASIDE = 600;

/**
 * Whether a part that begins with these words is an advertisement, lists earlier articles, or is a text beside the
 * article.
 */
export const isAside = ({ text }: Frame, begins: string, naming: Naming | null): boolean =>
  text <= LONGEST_ASIDE && ((text > begins.length && OTHERS.test(begins)) || naming?.isSide === true);

/** Whether lines are cards of other articles, each with the article's beginning, as below 精彩推荐. */
export function areCards(lines: { text: string }[]): boolean {
  const prose = lines.filter(({ text }) => isProse(text));
  return prose.length >= 2 && prose.every(({ text }) => isCutShort(text));
}
