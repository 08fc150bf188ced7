import { rulesFor } from './rule.ts';

/**
 * The summary above an article (导读, 摘要, 核心提示). Ignores `<meta name="description">`, because content systems cut it from
 * the body automatically.
 */
export const LEAD = rulesFor('lead', [
  // a visible label (导读, 摘要)
  // ✓ <p>导读：七条内河清淤，两岸居民先看见变化。</p> → 七条内河清淤，两岸居民先看见变化。
  // ✓ <p>访谈摘要：七条内河清淤，两岸居民先看见变化。</p> → 七条内河清淤，两岸居民先看见变化。
  // ✓ <p>内容概览：七条内河清淤，两岸居民先看见变化。</p> → 七条内河清淤，两岸居民先看见变化。
  // ✓ <div><p><b>内容摘要</b></p><p>七条内河清淤，两岸居民先看见变化。</p></div> → 七条内河清淤，两岸居民先看见变化。
  // ✓ <table><tr><td>内容概述</td><td>七条内河清淤，两岸居民先看见变化。</td></tr></table> → 七条内河清淤，两岸居民先看见变化。
  // ✗ {head} <meta name="description" content="七条内河清淤，两岸居民先看见变化。">
  {
    name: 'label',
    origin: 'labelled-line',
    confidence: 0.95,
    read: ({ labelled }) =>
      labelled
        .all('lead')
        .find(({ place, value }) => place !== 'hidden' && value.length >= 8)
        ?.parts.join(''),
  },
]);
