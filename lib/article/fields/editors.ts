import { namesOf } from './byline.ts';
import { namesIn, plain } from './bylineForms.ts';
import { rulesFor } from './rule.ts';

/** （责任编辑 何苗 方宁）: between brackets a blank does for the colon. */
const BRACKETED = /^[（(【[]\s?(?:责任编辑|责编|编辑)\s+([\p{Script=Han}\s、]{2,24})[）)】\]]$/u;

/** 责任编辑, 责编, 编辑: below the article as a rule, else below the headline. */
export const EDITORS = rulesFor('editors', [
  // a label in the tail, at the head, above the headline
  // ✓ {tail} <p>（责编：何苗、方宁）</p> → 何苗、方宁
  {
    name: 'label',
    origin: 'labelled-line',
    confidence: 0.95,
    read: ({ labelled }) => namesIn(labelled, 'editors', 'tail', 'head', 'before'),
  },
  // a last line in brackets, with a blank for the colon
  // ✓ {tail} <p>（责任编辑 何苗 方宁）</p> → 何苗、方宁
  {
    name: 'bracketed-line',
    origin: 'labelled-line',
    confidence: 0.9,
    read: ({ zones }) => {
      const found = [...zones.closing, ...zones.tail].map(({ text }) => BRACKETED.exec(plain(text))?.[1]);
      return namesOf(found.find(Boolean) ?? '');
    },
  },
  // the hidden block for search engines
  // ✓ <div style="display:none"><p>责任编辑：何苗</p></div> → 何苗
  {
    name: 'hidden-label',
    origin: 'labelled-line',
    confidence: 0.95,
    read: ({ labelled }) => namesIn(labelled, 'editors', 'hidden'),
  },
]);
