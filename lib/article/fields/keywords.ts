import { isEmptyValue } from '../metadata/labels.ts';
import { tidy } from '../page/lines.ts';
import { rulesFor } from './rule.ts';

/** Splits keywords at elements, commas, semicolons and blanks. */
const split = (parts: string[]): string[] => [
  ...new Set(
    parts
      .flatMap((part) => part.split(/[,，;；、|\s]+/))
      .map((word) => tidy(word).replace(/^[#＃]|[#＃]$/g, ''))
      .filter(
        (word) => word && word.length <= 30 && !/^(?:[[\]大中小]$|评论)/.test(word) && !isEmptyValue(word),
      ),
  ),
];

/**
 * Keywords with a visible label (关键词, 主题词). Ignores `<meta name="keywords">`, even in the tag set of 国办发〔2017〕47号:
 * portals write it for search engines, and content systems fill it automatically.
 */
export const KEYWORDS = rulesFor('keywords', [
  // a visible label (关键词, 主题词)
  // ✓ {tail} <p>关键词：内河 清淤</p> → 内河、清淤
  // ✓ {tail} <p>© 青山网版权作品，严禁转载</p><p><span>关键词：</span><a>内河</a><a>清淤</a></p> → 内河、清淤
  // ✓ <p>2023-02-02 关 键 词：内河 清淤　[ 大 中 小 ]</p> → 内河、清淤
  // ✓ <p>关键词：<a>内河</a> <a>清淤</a> [<a>提要</a>]　七条内河清淤，两岸居民先看见变化。</p> → 内河、清淤
  // ✓ <p>2023-02-02 <span>关键字：内河 清淤</span> <a>评论(0)</a></p> → 内河、清淤
  // ✗ {head} <meta name="keywords" content="内河,清淤">
  {
    name: 'label',
    origin: 'labelled-line',
    confidence: 0.95,
    read: ({ labelled }) =>
      split(labelled.all('keywords').find(({ place }) => place !== 'hidden')?.parts ?? []),
  },
  // the article's data in a script that fills the page with content
  // ✓ {body} <script>window.page={"title":"内河清淤","keywords":"内河;清淤","content":"<p>四月以来，七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解。</p>"}</script> → 内河、清淤
  {
    name: 'script',
    origin: 'script',
    confidence: 0.75,
    read: ({ script }) => split([script?.keywords ?? '']),
  },
]);
