import { tidy } from '../page/lines.ts';
import { namesOf } from './headlineCandidates.ts';
import { rulesFor } from './rule.ts';

/** Class names that content systems (DedeCMS, PHPCMS) give to the summary: <div class="intro">. */
const LEAD_CLASS = /(?:^|[\s_-])(?:intro|summary|digest|abstract|standfirst|daodu|zhaiyao)(?:[\s_-]|$)/i;

/**
 * The summary above an article (导读, 摘要, 核心提示). Ignores `<meta name="description">`, because content systems cut it from
 * the article's text automatically.
 */
export const LEAD = rulesFor('lead', [
  // a visible label (导读, 摘要)
  // ✓ <p>导读：七条内河清淤，两岸居民先看见变化。</p> → 七条内河清淤，两岸居民先看见变化。
  // ✓ <p>访谈摘要：七条内河清淤，两岸居民先看见变化。</p> → 七条内河清淤，两岸居民先看见变化。
  // ✓ <p>内容概览：七条内河清淤，两岸居民先看见变化。</p> → 七条内河清淤，两岸居民先看见变化。
  // ✓ <div><p><b>内容摘要</b></p><p>七条内河清淤，两岸居民先看见变化。</p></div> → 七条内河清淤，两岸居民先看见变化。
  // ✓ <table><tr><td>内容概述</td><td>七条内河清淤，两岸居民先看见变化。</td></tr></table> → 七条内河清淤，两岸居民先看见变化。
  // ✓ <p>【导读】七条内河清淤，两岸居民先看见变化。</p> → 七条内河清淤，两岸居民先看见变化。
  // ✗ <p>【导语】七条内河清淤，两岸居民先看见变化。</p>
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
  // an element with a class that content systems use for summaries, above the article's text; not one that repeats the
  // first words of that text, because content systems cut a summary from there
  // ✓ <div class="intro">七条内河清淤，两岸居民先看见变化。居民说，这是多年来最好的春天。</div><div>四月以来，清淤全面展开。</div> → 七条内河清淤，两岸居民先看见变化。居民说，这是多年来最好的春天。
  // ✓ <p class="standfirst">七条内河清淤一年之后，两岸的居民看见了什么变化？</p><p>2023-02-02</p> → 七条内河清淤一年之后，两岸的居民看见了什么变化？
  // ✗ <div class="intro">四月以来，清淤全面展开，居民先看见变化。</div><div>四月以来，清淤全面展开，居民先看见变化。两岸的老街重新临水。</div>
  // ✗ {body} <div class="summary">四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</div>
  // ✗ <div class="intro"><p>七条内河清淤，两岸居民先看见变化。</p><p>居民说，这是多年来最好的春天。</p></div>
  {
    name: 'element-named-summary',
    origin: 'bare-line',
    confidence: 0.7,
    read: ({ lines, zones: { head, opening } }) =>
      [...head, ...opening.slice(0, 1)].find((line) => {
        const { element, text, hidden } = line;
        const holder = element.closest('[class]');
        return (
          !hidden &&
          /.{19}[。？！]$/.test(text) &&
          LEAD_CLASS.test(namesOf(holder)) &&
          tidy(holder!.textContent!) === text &&
          (opening.at(-1)?.index ?? 0) > line.index &&
          lines.findLast((other) => other.text.includes(text.slice(0, 16))) === line
        );
      })?.text,
  },
]);
