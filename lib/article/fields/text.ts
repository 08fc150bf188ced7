import { rulesFor } from './rule.ts';

/** The article's text, one paragraph per line. The folder body/ finds the block of the page that has it. */
export const TEXT = rulesFor('text', [
  // the article's data in a script that fills the page with content
  // ✓ {body} <script>window.page={"title":"内河清淤","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。
  {
    name: 'script',
    origin: 'script',
    confidence: 0.75,
    read: ({ body }) => (body?.byScript ? body.text : null),
  },
  // the block that Readability finds
  // ✓ {tail} <div><p>城东的老街也在改造，路灯换了新的，沿街的店铺重新刷了墙。居民说，晚上出来散步的人多了，街上也亮堂了。</p><p>社区还在街角添了长椅和花箱，请老街坊一起照看。每到周末，这里有人下棋，也有人拉琴。</p></div>
  {
    name: 'readability',
    origin: 'readability',
    confidence: 0.9,
    read: ({ body }) => (body?.byReadability ? body.text : null),
  },
  // the one block that has nearly all sentences of the page
  // ✓ <p>来源：青山晚报</p>
  {
    name: 'only-block',
    origin: 'body-text',
    confidence: 0.9,
    read: ({ body }) => (body?.isOnly ? body.text : null),
  },
  // the block below the headline, or the one with most sentences, where it is better than Readability's
  // ✓ {body} <p>四月以来，七条内河开展清淤，沿岸的气味淡了。</p>
  {
    name: 'best-block',
    origin: 'body-text',
    confidence: 0.5,
    read: ({ body }) => body?.text,
  },
]);
