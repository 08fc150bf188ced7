import { besideHeadline } from './besideHeadline.ts';
import { DASH } from './headlineCandidates.ts';
import { headlineOf } from './headlineText.ts';
import { rulesFor } from './rule.ts';

const SUBTITLE_CLASS =
  /fu-?_?(?:bt|ti\b|biaoti)|sub-?_?(?:title|head|tit)|subtitle|(?:second|vice|deputy)-?_?title|ftitle|(?:^|[\s_-])ft(?:[\s_-]|$)/i;

/** 副题: a line below the headline that adds to it. */
export const SUBTITLE = rulesFor('subtitle', [
  // a line below the headline that begins with a dash
  // ✓ <p>——七条内河三年清淤记</p> → ——七条内河三年清淤记
  // ✗ <p>七条内河三年清淤记</p>
  {
    name: 'dash-below-headline',
    origin: 'heading',
    confidence: 0.7,
    read: ({ lines, headlineLines: { line, end } }) => {
      const text = line < 0 ? undefined : lines[end]?.text;
      return text && DASH.test(text) && text.length < 60 ? headlineOf(text) : null;
    },
  },
  // the line below the headline, recognised by a class name, by a smaller heading, or as a row of `<founder-title>`
  // ✓ <p class="subtitle">七条内河三年清淤记</p> → 七条内河三年清淤记
  {
    name: 'line-below-headline',
    origin: 'heading',
    confidence: 0.7,
    read: (page) => besideHeadline(page, page.headlineLines.end, SUBTITLE_CLASS),
  },
]);
