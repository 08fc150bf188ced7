import { inUnits } from '../../chinese/patterns.ts';
import { tidy } from '../page/lines.ts';
import { withBlanks } from './bylineForms.ts';
import { rulesFor } from './rule.ts';

/** 供稿: the organisation or the person that sent the article in. */
export const CONTRIBUTOR = rulesFor('contributor', [
  // a label (供稿, 供稿单位)
  // ✓ {tail} <p>供稿单位：青山区水务局</p> → 青山区水务局
  {
    name: 'label',
    origin: 'labelled-line',
    confidence: 0.9,
    read: ({ labelled }) => {
      const value = labelled.all('contributor')[0]?.parts[0];
      return value && value.length <= 40 ? value : null;
    },
  },
  // a line at the end of the article that ends in 供稿
  // ✓ {tail} <p>青山区水务局供稿</p> → 青山区水务局
  // ✗ {tail} <p>由水务局供稿</p>
  {
    name: 'contribution-line',
    origin: 'labelled-line',
    confidence: 0.85,
    read: ({ zones }) => {
      for (const { text } of [...zones.closing, ...zones.tail]) {
        if (!text.includes('供稿')) continue;
        const match = inUnits(/^[（(]?\s*([\p{Script=Han}、\s]{2,30}?)\s?供稿(?=[）)\s]|$)/u).exec(
          withBlanks(text.slice(0, 200)),
        );
        if (match && !/^(由|本|来)/.test(match[1]!)) return tidy(match[1]!);
      }
      return null;
    },
  },
]);
