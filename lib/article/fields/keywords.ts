import { isEmptyValue } from '../metadata/labels.ts';
import { tidy } from '../page/lines.ts';
import { rulesFor } from './rule.ts';

/** Separate elements, commas, semicolons and blanks separate keywords. */
const split = (parts: string[]): string[] => [
  ...new Set(
    parts
      .flatMap((part) => part.split(/[,，;；、|\s]+/))
      .map((word) => tidy(word).replace(/^[#＃]|[#＃]$/g, ''))
      .filter((word) => word && word.length <= 30 && !isEmptyValue(word)),
  ),
];

/**
 * 关键词, 主题词, as a visible label gives them. The `keywords` tags are not read: portals write them for search
 * engines, content systems cut them out of the text by machine, in the standard set of 国办发〔2017〕47号 too.
 */
export const KEYWORDS = rulesFor('keywords', [
  // a visible label
  // ✓ {tail} <p>关键词：内河 清淤</p> → 内河、清淤
  // ✗ {head} <meta name="keywords" content="内河,清淤">
  {
    name: 'label',
    origin: 'labelled-line',
    confidence: 0.95,
    read: ({ labelled }) =>
      split(labelled.all('keywords').find(({ place }) => place !== 'hidden')?.parts ?? []),
  },
]);
