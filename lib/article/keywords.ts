import type { LabelledValues } from './labelled.ts';
import { isEmptyValue } from './labels.ts';
import { tidy } from './lines.ts';
import type { Meta } from './meta.ts';
import { first, type Reading, reading } from './reading.ts';

/** Keywords stand apart by element, or by comma, semicolon, blank. */
const split = (parts: string[]): string[] => [
  ...new Set(
    parts
      .flatMap((part) => part.split(/[,，;；、|\s]+/))
      .map((word) => tidy(word).replace(/^[#＃]|[#＃]$/g, ''))
      .filter((word) => word && word.length <= 30 && !isEmptyValue(word)),
  ),
];

/** Words cut out of the headline are a machine's, and tell nothing; so are the headline itself, or a dozen words. */
function isMachineMade(words: string[], title: string): boolean {
  const cut = words.filter((word) => title.includes(word)).length;
  return (
    words.length < 2 || words.length > 8 || cut / words.length > 0.6 || words.some((word) => word.length > 14)
  );
}

/**
 * 关键词, 主题词: as a visible label gives them. The `Keywords` tag counts only within the standard set
 * (国办发〔2017〕47号), where it is the article's own (not the site's name and columns) and no machine's: on news
 * portals it is written for search engines. Where a document prints 主题词 without a value, there are none.
 */
export function readKeywords(
  meta: Meta,
  labelled: LabelledValues,
  page: { title: string; siteName: string | null },
): Reading<string[]> | null {
  const shown = labelled.all('keywords').find(({ place }) => place !== 'hidden');
  if (shown) return reading(split(shown.parts), 'labelled-line', 0.95);
  if (labelled.isBlank('keywords') || !meta.standard('ArticleTitle')) return null;
  const words = split([meta.standard('Keywords') ?? '']);
  const isSites = words.some(
    (word) => page.siteName?.includes(word) || /(政府|网站|门户|官网|政务公开)$/.test(word),
  );
  return isSites || isMachineMade(words, page.title) ? null : reading(words, 'standard-meta', 0.6);
}

/** 导读, 摘要, 核心提示: as a label gives it. A `description` is cut from the body by a machine, and is none. */
export function readLead(labelled: LabelledValues): Reading<string> | null {
  const lead = labelled.all('lead').find(({ place, value }) => place !== 'hidden' && value.length >= 8);
  return first(reading(lead ? lead.parts.join('') : null, 'labelled-line', 0.95));
}
