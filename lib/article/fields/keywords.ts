import type { LabelledValues } from '../metadata/labelled.ts';
import { isEmptyValue } from '../metadata/labels.ts';
import { tidy } from '../page/lines.ts';
import { type Reading, reading } from './reading.ts';

/** Keywords stand apart by element, or by comma, semicolon, blank. */
const split = (parts: string[]): string[] => [
  ...new Set(
    parts
      .flatMap((part) => part.split(/[,，;；、|\s]+/))
      .map((word) => tidy(word).replace(/^[#＃]|[#＃]$/g, ''))
      .filter((word) => word && word.length <= 30 && !isEmptyValue(word)),
  ),
];

/**
 * 关键词, 主题词, as a visible label gives them. The `keywords` tags are not read: portals write them for search engines,
 * content systems cut them out of the text by machine, in the standard set of 国办发〔2017〕47号 too.
 */
export function readKeywords(labelled: LabelledValues): Reading<string[]> | null {
  const shown = labelled.all('keywords').find(({ place }) => place !== 'hidden');
  return reading(shown ? split(shown.parts) : [], 'labelled-line', 0.95);
}

/** 导读, 摘要, 核心提示: as a label gives it. A `description` is cut from the body by a machine, and is none. */
export function readLead(labelled: LabelledValues): Reading<string> | null {
  const lead = labelled.all('lead').find(({ place, value }) => place !== 'hidden' && value.length >= 8);
  return reading(lead?.parts.join(''), 'labelled-line', 0.95);
}
