import { besideHeadline } from './besideHeadline.ts';
import { rulesFor } from './rule.ts';

const KICKER_CLASS =
  /(?:jian|yin)-?_?ti|kicker|pre-?_?title|shoulder|sup-?_?title|title-?_?(?:up|top|pre)|introtitle|(?:^|[\s_-])yt(?:[\s_-]|$)/i;

/** 肩题: a short line above the headline that introduces it. */
export const KICKER = rulesFor('kicker', [
  // the line above the headline, recognised by a class name, by a smaller heading, or as a row of `<founder-title>`
  // ✓ {top} <p class="yinti">两岸居民先看见变化</p> → 两岸居民先看见变化
  // ✗ {top} <p>两岸居民先看见变化</p>
  {
    name: 'line-above-headline',
    origin: 'heading',
    confidence: 0.7,
    read: (page) => besideHeadline(page, page.headlineLines.line - 1, KICKER_CLASS),
  },
]);
