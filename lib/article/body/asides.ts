import { isCutShort, isProse } from '../../chinese/phrases.ts';
import type { Naming } from '../page/unlikelyParts.ts';
import type { Frame } from './frame.ts';

/** The heading of an advertisement (广告, 推广, 赞助), or of a list of earlier articles (往期回顾). */
const OTHERS = /^(?:往期.{0,8}|[广廣]告|推[广廣]|[赞贊]助)$/;
/**
 * The greatest length, in UTF-16 units, of an advertisement, a list of earlier articles or a text beside the article. A
 * longer part is kept, because it may be the article.
 */
const LONGEST_ASIDE = 600;

/**
 * Whether a part of the page, whose first line is `begins`, is no part of the article. It is then an advertisement, a
 * list of earlier articles, or a text beside the article.
 */
export const isAside = ({ text }: Frame, begins: string, naming: Naming | null): boolean =>
  text <= LONGEST_ASIDE && ((text > begins.length && OTHERS.test(begins)) || naming?.isSide === true);

/** Whether lines are teasers: each gives the first words of another article, as below 精彩推荐 (recommended reading). */
export function areCards(lines: { text: string }[]): boolean {
  const prose = lines.filter(({ text }) => isProse(text));
  return prose.length >= 2 && prose.every(({ text }) => isCutShort(text));
}
